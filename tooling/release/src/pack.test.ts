import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesWith } from './pack.ts';

test('finds the files that hold a text', () => {
  const contents = mkdtempSync(join(tmpdir(), 'lenet-files-with-'));
  onTestFinished(() => rmSync(contents, { recursive: true }));
  writeFileSync(join(contents, 'a.js'), 'import "/home/ann/lenet/x.js";');
  writeFileSync(join(contents, 'b.bin'), Buffer.from([0, 255, ...Buffer.from('/home/ann/'), 0]));
  writeFileSync(join(contents, 'c.js'), 'import "./home.js";');
  const packed = { tarball: '', contents, paths: ['a.js', 'b.bin', 'c.js'] };
  expect(filesWith(packed, ['/home/ann/', '/elsewhere/'])).toEqual(['a.js', 'b.bin']);
  expect(filesWith(packed, ['/elsewhere/'])).toEqual([]);
});
