import { expect, test } from 'vitest';
import { createCountDisplay } from './count-display.js';

function streamThatKeeps(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, columns: 80, rows: 24, write: (text: string) => written.push(text) };
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

test('counts on one line of a terminal', () => {
  const { stream, written } = streamThatKeeps(true);
  const display = createCountDisplay('pictures read', stream);
  display.show(1000, 60_000);
  // Too soon after the first to be drawn.
  display.show(1001, 60_000);
  expect(written.join('')).toContain('1,000 of 60,000 pictures read');
  expect(written.join('')).not.toContain('1,001');
});

test('is silent where there is no terminal', () => {
  const { stream, written } = streamThatKeeps(false);
  const display = createCountDisplay('pictures read', stream);
  display.show(1, 2);
  display.clear();
  expect(written).toEqual([]);
});
