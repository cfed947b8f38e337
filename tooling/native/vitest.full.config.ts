import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // To delete an installation takes a slow disk longer than the 10 s that are usual.
    hookTimeout: 600_000,
    // A busy machine takes several times as long as a quiet one.
    testTimeout: 300_000,
    // One set-up at a time, and one TensorFlow.
    fileParallelism: false,
    include: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
