import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes several times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});
