import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from './database';
import { createKeptSamples } from './kept-samples';

const seven = { pixels: new Uint8Array(784).fill(7), label: 7, answer: 1 };
const two = { pixels: new Uint8Array(784).fill(2), label: 2, answer: null };

afterEach(async () => {
  vi.restoreAllMocks();
  await (await openDatabase()).clear('samples');
});

function refuse(name: string) {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no', name);
  });
}

test('what one page kept another finds, in order', async () => {
  await createKeptSamples().add([seven, two]);
  const later = createKeptSamples();
  await later.load();
  expect(later.state.samples.map(({ label, answer, pixels }) => [label, answer, pixels[0]])).toEqual([
    [7, 1, 7],
    [2, null, 2],
  ]);
  await later.remove(later.state.samples[0].id);
  expect(later.state.samples.map(({ label }) => label)).toEqual([2]);
  const last = createKeptSamples();
  await last.load();
  expect(last.state.samples.map(({ label }) => label)).toEqual([2]);
  await last.clear();
  await later.load();
  expect(later.state.samples).toEqual([]);
});

test.each([
  ['QuotaExceededError', 'This device has no room left for this page.'],
  [
    'InvalidStateError',
    'This browser lets the page keep nothing, as in a private window or with site data blocked.',
  ],
])('where the device says %s, the digits stay on the page and the visitor is told', async (name, words) => {
  refuse(name);
  const samples = createKeptSamples();
  const listener = vi.fn();
  samples.subscribe(listener);
  await samples.add([seven]);
  await samples.add([two]);
  expect(samples.state.samples.map(({ label }) => label)).toEqual([7, 2]);
  expect(samples.state.problem).toBe(
    `${words} Your digits stay on this page until you close it; download them to keep them.`,
  );
  expect(new Set(samples.state.samples.map(({ id }) => id)).size).toBe(2);
  expect(listener).toHaveBeenCalled();
  await samples.load();
  expect(samples.state.samples.map(({ label }) => label)).toEqual([7, 2]);
  vi.restoreAllMocks();
  await samples.remove(samples.state.samples[0].id);
  expect(samples.state.samples.map(({ label }) => label)).toEqual([2]);
});

test('of an import that does not fit, nothing is kept by half', async () => {
  let count = 0;
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
    if (++count === 2) throw new DOMException('full', 'QuotaExceededError');
    return add.call(this, value);
  });
  await createKeptSamples().add([seven, two]);
  vi.restoreAllMocks();
  const later = createKeptSamples();
  await later.load();
  expect(later.state.samples).toEqual([]);
});
