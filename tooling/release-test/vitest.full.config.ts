import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
