import { argMax, initialiseWeights, lenetReport } from '@lenet/core';
import { createRecognizer } from '@lenet/recognizer';
import { afterEach, expect, test, vi } from 'vitest';
import { smallDigits } from '../testing/small-digits.js';
import { openBundledReader } from './open-bundled-reader.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('where WebAssembly is forbidden, plain TypeScript reads instead', async () => {
  const digits = smallDigits(10);
  const forbidden = () => Promise.reject(new Error('refused by the content security policy'));
  vi.stubGlobal('WebAssembly', { ...WebAssembly, compile: forbidden, validate: WebAssembly.validate });
  const plain = await createRecognizer();
  expect(plain.backend).toBe('plain');
  for (const { picture, label } of digits) expect((await plain.recognize(picture)).digit).toBe(label);
  await plain.dispose();
});

test('where it is forbidden, plain TypeScript reads with the weights of this package, too', async () => {
  const [{ picture, label }] = smallDigits(1);
  const engine = await openBundledReader();
  vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: undefined });
  const plain = await openBundledReader();
  expect([engine.backend, plain.backend]).toEqual(['engine', 'plain']);
  for (const { classifier } of [engine, plain]) {
    const images = { pixels: picture.pixels as Uint8Array, count: 1, height: 28, width: 28 };
    expect([...argMax(await classifier.classify(images), 10)]).toEqual([label]);
    await classifier.dispose();
  }
});

test('weights in another order are read by both', async () => {
  const [{ picture }] = smallDigits(1);
  const weights = [...initialiseWeights(lenetReport, { seed: 4 })].reverse();
  const model = { architecture: lenetReport, weights };
  const engine = await createRecognizer({ model });
  vi.stubGlobal('WebAssembly', { ...WebAssembly, Memory: undefined });
  const plain = await createRecognizer({ model });
  expect([engine.backend, plain.backend]).toEqual(['engine', 'plain']);
  expect((await plain.recognize(picture)).digit).toBe((await engine.recognize(picture)).digit);
  await Promise.all([engine.dispose(), plain.dispose()]);
});
