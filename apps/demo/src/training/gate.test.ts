import { expect, test } from 'vitest';
import { createGate } from './gate';

test('holds up while closed, and lets pass what waited when it opens', async () => {
  const gate = createGate();
  const passed: string[] = [];
  await gate.pass().then(() => passed.push('open'));
  gate.close();
  const waiting = gate.pass().then(() => passed.push('closed'));
  await Promise.resolve();
  expect(passed).toEqual(['open']);
  gate.close();
  gate.open();
  await waiting;
  expect(passed).toEqual(['open', 'closed']);
});
