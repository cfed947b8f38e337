import { expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, type SafetensorsContent } from './safetensors-file.js';

const content: SafetensorsContent = {
  metadata: { a: 'b' },
  tensors: [
    { name: 'half', dtype: 'F16', shape: [3], values: Uint16Array.of(0x3c00, 0xc000, 0) },
    { name: 'one', dtype: 'F32', shape: [1, 1], values: Float32Array.of(1) },
  ],
};
const header =
  '{"__metadata__":{"a":"b"},"half":{"dtype":"F16","shape":[3],"data_offsets":[0,6]},"one":{"dtype":"F32","shape":[1,1],"data_offsets":[6,10]}}';
const bytes = encodeSafetensors(content);

test('the header, padded with spaces to a multiple of 8, then the numbers', () => {
  expect(header).toHaveLength(140);
  expect([...bytes.subarray(0, 8)]).toEqual([144, 0, 0, 0, 0, 0, 0, 0]);
  expect(new TextDecoder().decode(bytes.subarray(8, 152))).toBe(`${header}    `);
  expect([...bytes.subarray(152)]).toEqual([0, 0x3c, 0, 0xc0, 0, 0, 0, 0, 0x80, 0x3f]);
});

test('gives back what was written, from any byte of a buffer on', () => {
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(decodeSafetensors('a', shifted.subarray(1))).toEqual(content);
});

const withHeader = (text: string) =>
  Uint8Array.from([text.length, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(text)]);
test.each([
  [
    'a file cut short',
    bytes.subarray(0, -1),
    'expected 4 bytes for "one" [1, 1] within 9 bytes, got bytes 6 to 10. It is cut short or damaged: take it again from where it came from.',
  ],
  [
    'an empty file',
    new Uint8Array(0),
    'expected safetensors, got another file or a part of one. Check the file, or make it again.',
  ],
  [
    'something else',
    Buffer.from('something else, longer'),
    'expected safetensors, got another file or a part of one. Check the file, or make it again.',
  ],
  [
    'other JSON',
    withHeader('{"a":1}'),
    'expected safetensors, got a header that does not describe tensors. Check the file, or make it again.',
  ],
  [
    'whole numbers',
    withHeader('{"a":{"dtype":"I64","shape":[0],"data_offsets":[0,0]}}'),
    'expected float32 or float16 (F32, F16) for "a", got I64. Make the file again with "lenet export".',
  ],
])('refuses %s', (_, wrong, message) => {
  expect(() => decodeSafetensors('a.safetensors', wrong)).toThrow(`Model file "a.safetensors": ${message}`);
});
