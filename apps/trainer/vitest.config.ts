import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A busy machine takes several times as long as a quiet one.
    testTimeout: 60_000,
    // Most wait for processes of one thread: with one less than there are cores, half of two would idle.
    maxWorkers: '100%',
    hookTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}'],
    exclude: ['src/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});
