import { createRecognizer } from '@lenet/recognizer';
import { afterEach, expect, test, vi } from 'vitest';
import { smallDigits } from '../testing/small-digits.js';

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
