import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes several times as long as a quiet one.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // One browser at a time: together they would slow each other down.
    fileParallelism: false,
    include: ['end-to-end/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
