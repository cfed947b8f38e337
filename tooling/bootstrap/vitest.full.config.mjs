import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.full.test.mjs'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
