import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['bootstrap.test.mjs'],
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});
