import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // To delete an installation takes a slow disk longer than the 10 s that are usual.
    hookTimeout: 600_000,
    testTimeout: 600_000,
    // Memory is measured when all that can be freed has been.
    execArgv: ['--expose-gc'],
    include: ['{src,browser}/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
