import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';

const dataFolder = process.env.LENET_DATA_DIR;

// The others take longer: `pnpm run reproduce NAME`.
test.skipIf(!dataFolder)(
  'training lenet-report again gives the published weights, byte for byte (LENET_DATA_DIR)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lenet-retrain-'));
    try {
      const program = join(root, 'apps/trainer/dist/bin.js');
      const options = ['--out', folder, '--quiet', '--json', '--other-versions'];
      const output = await run(process.execPath, [program, 'retrain', 'lenet-report', ...options], root);
      expect(JSON.parse(output)).toMatchObject({ model: 'lenet-report', isSame: true });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
