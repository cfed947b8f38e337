import { expect, test } from 'vitest';
import { chooseBackend } from './choose-backend';

function startsExcept(broken: readonly string[]) {
  const started: string[] = [];
  const start = async (backend: string) => {
    if (broken.includes(backend)) throw new Error(`no ${backend} here`);
    started.push(backend);
  };
  return { started, start };
}

test('the requested backend runs without a word', async () => {
  const { started, start } = startsExcept([]);
  expect(await chooseBackend('wasm', start)).toEqual({ backend: 'wasm', notice: undefined });
  expect(started).toEqual(['wasm']);
});

test('plain JavaScript steps in for WebAssembly, and the visitor is told', async () => {
  const { start } = startsExcept(['wasm']);
  expect(await chooseBackend('wasm', start)).toEqual({
    backend: 'cpu',
    notice:
      'WebAssembly did not start (no wasm here). Plain JavaScript reads instead: slower, with the same answers.',
  });
});

test('nothing steps in for plain JavaScript', async () => {
  const { started, start } = startsExcept(['cpu']);
  await expect(chooseBackend('cpu', start)).rejects.toThrow('no cpu here');
  expect(started).toEqual([]);
});
