import { defineConfig } from 'vitest/config';

/** What takes longer than `npm run test:full` may: `npm run test:documents`. */
export default defineConfig({
  test: {
    hookTimeout: 1_800_000,
    testTimeout: 1_800_000,
    include: ['src/**/*.slow.test.ts'],
  },
});
