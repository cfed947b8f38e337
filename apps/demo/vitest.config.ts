import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes several times as long as a quiet one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    include: ['{src,build,server,end-to-end}/**/*.test.{ts,mjs}'],
    exclude: ['end-to-end/**/*.full.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});
