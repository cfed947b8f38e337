import { lenetReport, type Weights } from '@lenet/core';
import { readQuantizedWeights } from '@lenet/core/models';

/** Of base64; see scripts/build-weights.mjs for what stands in the text. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The weights of this package; in a module of their own, which programs that bring weights do not load. */
export async function loadBundledWeights(): Promise<Weights> {
  const { weights, byteCount } = await import('../generated/weights.js');
  return readQuantizedWeights(decode(weights, byteCount), lenetReport);
}

function decode(text: string, byteCount: number): Uint8Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < LETTERS.length; value++) values[LETTERS.charCodeAt(value)] = value;
  const letters = new TextEncoder().encode(text);
  const bytes = new Uint8Array(byteCount);
  for (let index = 0; index < byteCount; index++) {
    const rest = values[letters[byteCount + Math.floor(index / 3)]] >> (2 * (index % 3));
    bytes[index] = (values[letters[index]] << 2) | (rest & 3);
  }
  return bytes;
}
