import { expect, test } from 'vitest';
import { createDownloadDisplay, progressText } from './download-display.js';

test('says how much has come, of how much where that is known', () => {
  const progress = {
    file: 't10k-images-idx3-ubyte',
    url: 'https://example.org/t10k.gz',
    receivedBytes: 712_345,
  };
  expect(progressText({ ...progress, totalBytes: 1_648_877 })).toBe(
    'Downloading t10k-images-idx3-ubyte from example.org: 0.7 of 1.6 MB',
  );
  expect(progressText({ ...progress, totalBytes: undefined })).toBe(
    'Downloading t10k-images-idx3-ubyte from example.org: 0.7 MB',
  );
});

test('writes one line a file where there is no terminal', () => {
  let text = '';
  const stream = { isTTY: false, write: (piece: string) => (text += piece) } as unknown as NodeJS.WriteStream;
  const display = createDownloadDisplay(stream);
  for (const name of ['a', 'a', 'b']) {
    display.show({ file: name, url: `https://example.org/${name}.gz`, receivedBytes: 1, totalBytes: 2 });
  }
  display.clear();
  expect(text).toBe('Downloading https://example.org/a.gz\nDownloading https://example.org/b.gz\n');
});

test('draws over one line in a terminal, ten times a second at most, and clears it', () => {
  const written: string[] = [];
  let time = 0;
  const stream = {
    isTTY: true,
    columns: 80,
    rows: 24,
    write: (piece: string) => written.push(piece),
  } as unknown as NodeJS.WriteStream;
  const display = createDownloadDisplay(stream, () => time);
  for (time of [0, 50, 99, 100]) {
    display.show({
      file: 'a',
      url: 'https://example.org/a.gz',
      receivedBytes: time * 1e6,
      totalBytes: undefined,
    });
  }
  display.clear();
  const amounts = [...written.join('').matchAll(/: ([\d.]+) MB/g)].map((match) => match[1]);
  expect(amounts).toEqual(['0.0', '100.0']);
});
