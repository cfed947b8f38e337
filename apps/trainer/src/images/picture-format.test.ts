import { expect, test } from 'vitest';
import { pictureFormat } from './picture-format.js';

test.each([
  ['PNG', '\x89PNG\r\n\x1a\n', true],
  ['JPEG', '\xff\xd8\xff\xe0', true],
  ['WebP', 'RIFF\x24\0\0\0WEBPVP8 ', true],
  ['unknown', 'RIFF\x24\0\0\0WAVE', false],
  ['GIF', 'GIF89a', false],
  ['TIFF', 'II*\0', false],
  ['AVIF', '\0\0\0\x1cftypavif', false],
  ['HEIC or a film', '\0\0\0\x1cftypheic', false],
  ['SVG', '\xef\xbb\xbf<?xml version="1.0"?>\n<svg>', false],
  ['HTML or XML', '<!doctype html>', false],
  ['text', 'not a picture\n', false],
  ['unknown', '\0\x01\x02', false],
  ['unknown', '', false],
])('%s', (name, start, isPicture) => {
  expect(pictureFormat(Uint8Array.from(start, (sign) => sign.charCodeAt(0)))).toEqual({ name, isPicture });
});
