// Expected: TensorBoard's own messages and frames, tooling/oracle/tensorboard/make_events.py
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readScalars } from '../testing/read-event-files.js';
import { encodeEvent, eventStep, type LogEvent } from './encode-event.js';
import { frameRecord, readRecords } from './record-frames.js';

const { cases: known, read } = JSON.parse(
  readFileSync(new URL('events.cases.json', import.meta.url), 'utf8'),
) as {
  cases: { event: LogEvent; record: string }[];
  /** `[wall time, step, value]` */
  read: Record<string, [number, number, number][]>;
};

test.each(known)('writes $event as TensorBoard does', ({ event, record }) => {
  expect(Buffer.from(frameRecord(encodeEvent(event))).toString('hex')).toBe(record);
});

test('finds the step of a message', () => {
  for (const { event } of known) expect(eventStep(encodeEvent(event))).toBe(event.step);
  expect(eventStep(new TextEncoder().encode('something else'))).toBeUndefined();
});

const bytes = Buffer.from(known.map(({ record }) => record).join(''), 'hex');

test('reads back what was framed', () => {
  const records = [...readRecords(bytes)];
  expect(records.map(({ data }) => eventStep(data))).toEqual(known.map(({ event }) => event.step));
  expect(records.at(-1)?.end).toBe(bytes.length);
});

test('stops at a record that is cut short or damaged', () => {
  const sizes = known.map(({ record }) => record.length / 2);
  for (let length = bytes.length - 1; length >= bytes.length - sizes.at(-1)!; length--) {
    expect([...readRecords(bytes.subarray(0, length))]).toHaveLength(known.length - 1);
  }
  for (const at of [0, 8, 12, sizes[0] - 1]) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] ^= 1;
    expect([...readRecords(damaged)]).toEqual([]);
  }
});

test('the reader of these tests reads what TensorBoard reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-events-'));
  try {
    writeFileSync(join(folder, 'events.out.tfevents.1.lenet.1'), bytes);
    const expected = Object.entries(read).map(([tag, points]) => [tag, points.map(([, ...point]) => point)]);
    expect(readScalars(folder)).toEqual(Object.fromEntries(expected));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
