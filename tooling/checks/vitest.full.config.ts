import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Runtimes are installed from npm on the first run.
    testTimeout: 600_000,
    include: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
