import { expect, test } from 'vitest';
import { newestNotes } from './newest-notes.ts';

const changelog = '# @lenet/core\n\n## 0.2.0\n\n### Minor Changes\n\n- Two\n\n## 0.1.0\n\n- One\n';

test.each([
  ['0.2.0', '### Minor Changes\n\n- Two\n'],
  ['0.1.0', '- One\n'],
  ['0.1', ''],
])('the notes of %s are %j', (version, notes) => {
  expect(newestNotes(changelog, version)).toBe(notes);
});
