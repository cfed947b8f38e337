import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseIdx } from '@lenet/core';
import { normalizeDigit } from '@lenet/core/images';
import { expect, test } from 'vitest';

const folder = process.env.LENET_DATA_DIR;

test.skipIf(!folder)(
  'normalizeDigit leaves 9,996 of the 10,000 test images of MNIST as they are (LENET_DATA_DIR)',
  () => {
    const { values } = parseIdx(gunzipSync(readFileSync(`${folder}/t10k-images-idx3-ubyte.gz`)), {
      type: 'uint8',
    });
    let same = 0;
    for (let start = 0; start < values.length; start += 784) {
      const pixels = values.subarray(start, start + 784);
      const normalized = normalizeDigit({ pixels, height: 28, width: 28 });
      if (normalized?.every((value, index) => value === pixels[index])) same++;
    }
    // Three have a box of 19 pixels, one a centre of mass just between two rows.
    expect(same).toBe(9996);
  },
);
