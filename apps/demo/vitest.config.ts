import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,server,end-to-end}/**/*.test.{ts,mjs}'],
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});
