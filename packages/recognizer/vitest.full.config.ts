import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes several times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 600_000,
    include: ['browser/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
