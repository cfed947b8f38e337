import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 600_000,
    // Memory is measured when all that can be freed has been.
    execArgv: ['--expose-gc'],
    include: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
