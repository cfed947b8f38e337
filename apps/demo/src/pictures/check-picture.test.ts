import { expect, test } from 'vitest';
import { checkPicture } from './check-picture';

/** The head of a PNG of this size; nothing behind it. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

const textBytes = (text: string) => new TextEncoder().encode(text);

test('a picture of usual size may be decoded', () => {
  expect(checkPicture(pngHead(4000, 3000))).toBeUndefined();
});

test('a small file that would become huge is refused before it is decoded', () => {
  expect(checkPicture(pngHead(50_000, 50_000))).toBe(
    'The picture is 50000 by 50000 pixels, which would take 10000 MB of memory; 64 million pixels are the most. Make it smaller.',
  );
});

test.each([
  ['', 'The file is empty. Give a PNG, JPEG or WebP picture.'],
  [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'This is an SVG, a document that can carry programs. Save it as PNG and give that.',
  ],
  [
    '\n<?xml version="1.0"?><svg/>',
    'This is an SVG, a document that can carry programs. Save it as PNG and give that.',
  ],
  [
    'no picture at all',
    'This is no picture that can be read here, or it is damaged. Give a PNG, JPEG or WebP picture.',
  ],
])('%j is refused with a sentence', (content, message) => {
  expect(checkPicture(textBytes(content))).toBe(message);
});

test('a file that is too large is refused', () => {
  expect(checkPicture(new Uint8Array(30_000_001))).toBe(
    'The file has 30 MB; 30 MB are the most. Make the picture smaller.',
  );
});
