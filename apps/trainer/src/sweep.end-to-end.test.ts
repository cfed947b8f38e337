// Several seeds of one training by the built command: alone, shared, interrupted, damaged.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-sweep-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const training = ['train', '--data', 'synthetic', '--train-images', '300', '--test-images', '50'];

function trainSeeds(name: string, args: readonly string[]) {
  return runLenet([...training, '--epochs', '1', '--name', name, ...args], { cwd: folder });
}

function readSummary(name: string) {
  return JSON.parse(readFileSync(join(folder, 'runs', name, 'sweep.json'), 'utf8'));
}

function readWeights(path: string): Buffer {
  return readFileSync(join(folder, 'runs', path, 'model', 'weights.bin'));
}

test('each seed gets the weights that it gets alone, and the summary has their mean', async () => {
  const { status, stdout, stderr } = await trainSeeds('alone', ['--seeds', '2,5', '--json']);
  expect(status).toBe(0);
  expect(stderr.match(/Total params/g)).toHaveLength(1);
  const summary = readSummary('alone');
  expect(JSON.parse(stdout)).toEqual(summary);
  const [first, second] = summary.runs;
  expect(summary).toMatchObject({ seeds: 2, finished: 2, runs: [{ seed: 2 }, { seed: 5 }] });
  expect(summary.accuracy.mean).toBeCloseTo((first.test.accuracy + second.test.accuracy) / 2, 12);

  await trainSeeds('single', ['--seed', '5']);
  expect(readWeights('alone/seed-5').equals(readWeights('single'))).toBe(true);
});

test('two shards at once make one sweep', async () => {
  const shards = await Promise.all(
    ['1/2', '2/2'].map((shard) => trainSeeds('shared', ['--seeds', '3', '--shard', shard])),
  );
  expect(shards.map(({ status }) => status)).toEqual([0, 0]);
  expect(readSummary('shared').runs.map(({ seed }: { seed: number }) => seed)).toEqual([1, 2, 3]);

  const again = await runLenet(['resume', 'runs/shared', '--shard', '1/2'], { cwd: folder });
  expect(again.stderr).toBe('Seed 1, 1 of 2: done before\nSeed 3, 2 of 2: done before\n');
});

test('after Ctrl-C a resume does what is left', async () => {
  let isInterrupted = false;
  const { status, stderr } = await runLenet(
    [...training, '--epochs', '3', '--seeds', '2', '--name', 'stopped'],
    {
      cwd: folder,
      onStderr: (text, interrupt) => {
        if (isInterrupted || !text.includes('Epoch 1/3')) return;
        isInterrupted = true;
        interrupt();
      },
    },
  );
  expect(status).toBe(130);
  expect(stderr).toContain('Go on with the whole sweep, this seed included: "lenet resume runs/stopped".\n');
  expect(existsSync(join(folder, 'runs/stopped/sweep.json'))).toBe(false);

  expect((await runLenet(['resume', 'runs/stopped'], { cwd: folder })).status).toBe(0);
  expect(readSummary('stopped').finished).toBe(2);
});

test('what does not belong to the sweep is refused, and nothing is written', async () => {
  const complaint = async (args: readonly string[]) => {
    const { status, stderr } = await runLenet(args, { cwd: folder });
    expect(status).not.toBe(0);
    return stderr;
  };
  const named = (name: string) => [...training, '--epochs', '1', '--name', name];
  await trainSeeds('run', []);
  await trainSeeds('sweep', ['--seeds', '2']);
  expect(await complaint([...named('sweep'), '--seeds', '3'])).toBe(
    'lenet: Sweep "runs/sweep" has other settings or seeds: see its sweep-config.json. Choose another --name, or go on with "lenet resume runs/sweep".\n',
  );
  expect(await complaint([...named('run'), '--seeds', '2'])).toBe(
    'lenet: "runs/run" is the folder of one run: expected none, or that of a sweep. Choose another --name.\n',
  );
  expect(await complaint(['resume', 'runs/sweep', '--epochs', '4'])).toBe(
    'lenet: "runs/sweep" is a sweep: --epochs and --time-limit are for one run. Give the folder of a seed in it, or leave them out.\n',
  );
  expect(await complaint([...training, '--seeds', '2', '--shard', '1/2'])).toBe(
    'error: --shard needs a --name, the same for all shares: they write into one folder.\nRun the command with --help for all options.\n',
  );
  expect(await complaint([...named('x'), '--shard', '1/2'])).toBe(
    'error: --shard is for a sweep: give --seeds, too.\nRun the command with --help for all options.\n',
  );
  expect(existsSync(join(folder, 'runs/x'))).toBe(false);
  writeFileSync(join(folder, 'runs/sweep/seed-2/metrics.json'), '{');
  expect(await complaint(['resume', 'runs/sweep', '--quiet'])).toMatch(
    /^lenet: File "runs\/sweep\/seed-2\/metrics.json" is not JSON: .*\. It was changed by hand or damaged; start a new run\.\n$/,
  );
});
