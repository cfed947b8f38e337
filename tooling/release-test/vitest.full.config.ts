import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // To delete an installation takes a slow disk longer than the 10 s that are usual.
    hookTimeout: 600_000,
    // Publishes everything once, for all tests.
    globalSetup: ['src/release-setup.ts'],
    include: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-full-results.json' }]],
  },
});
