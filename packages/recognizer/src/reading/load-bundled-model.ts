import { lenetReport } from '@lenet/core';
import { readQuantizedWeights } from '@lenet/core/models';

/** Of base64; see scripts/build-weights.mjs for what stands in the text. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The model of this package; in a module of its own, which programs that bring weights do not load. */
export async function loadBundledModel() {
  const { weights, byteCount, rules } = await import('../generated/weights.js');
  return {
    architecture: lenetReport,
    weights: readQuantizedWeights(decode(weights, byteCount), lenetReport),
    manifest: rules,
  };
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
