import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A hundred runs that are killed and resumed; a busy machine takes several times as long as a quiet one.
    testTimeout: 1_200_000,
    hookTimeout: 600_000,
    include: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
