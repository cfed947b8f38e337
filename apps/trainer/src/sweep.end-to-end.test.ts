// Several seeds of one training by the built command: alone, shared, interrupted, damaged, compared.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-sweep-'));
  // Files, not the generator: with that each seed has other test images, and what has cannot be compared.
  const counts = ['--train-images', '300', '--test-images', '50'];
  await runLenet(['data', 'synth', '--out', 'digits', ...counts], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const training = ['train', '--data', 'digits'];

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

test('commands that take one run name a run of the sweep', async () => {
  for (const command of ['report', 'evaluate', 'export']) {
    const { status, stderr } = await runLenet([command, 'runs/shared'], { cwd: folder });
    expect(stderr).toMatch(
      /^lenet: "runs\/shared" is the folder of a sweep\. Give one of its runs, such as runs\/shared\/seed-\d\.\n$/,
    );
    expect(status).toBe(1);
  }
});

test('what does not belong to the sweep is refused, and nothing is written', async () => {
  const complaint = async (args: readonly string[]) => {
    const { status, stderr } = await runLenet(args, { cwd: folder });
    expect(status).not.toBe(0);
    return stderr;
  };
  const named = (name: string) => [...training, '--epochs', '1', '--name', name];
  expect(await complaint([...named('shared'), '--seeds', '4'])).toBe(
    'lenet: Sweep "runs/shared" has other settings or seeds: see its sweep-config.json. Choose another --name, or go on with "lenet resume runs/shared".\n',
  );
  expect(await complaint([...named('single'), '--seeds', '2'])).toBe(
    'lenet: "runs/single" is the folder of one run: expected none, or that of a sweep. Choose another --name.\n',
  );
  expect(await complaint(['resume', 'runs/shared', '--epochs', '4'])).toBe(
    'lenet: "runs/shared" is a sweep: --epochs and --time-limit are for one run. Give the folder of a seed in it, or leave them out.\n',
  );
  expect(await complaint([...training, '--seeds', '2', '--shard', '1/2'])).toBe(
    'error: --shard needs a --name, the same for all shares: they write into one folder.\nRun the command with --help for all options.\n',
  );
  expect(await complaint([...named('x'), '--shard', '1/2'])).toBe(
    'error: --shard is for a sweep: give --seeds, too.\nRun the command with --help for all options.\n',
  );
  expect(existsSync(join(folder, 'runs/x'))).toBe(false);
  writeFileSync(join(folder, 'runs/shared/seed-2/metrics.json'), '{');
  expect(await complaint(['resume', 'runs/shared', '--quiet'])).toMatch(
    /^lenet: File "runs\/shared\/seed-2\/metrics.json" is not JSON: .*\. It was changed by hand or damaged; start a new run\.\n$/,
  );
});

describe('lenet compare', () => {
  const compare = (...args: string[]) => runLenet(['compare', ...args], { cwd: folder });
  const readAccuracy = (path: string): number =>
    JSON.parse(readFileSync(join(folder, 'runs', path, 'metrics.json'), 'utf8')).test.accuracy;

  test('puts the seeds of a sweep beside a run, and writes a page', async () => {
    const { status, stdout, stderr } = await compare('runs/alone/', 'runs/single', '--out', 'comparison');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const accuracies = ['alone/seed-2', 'alone/seed-5', 'single'].map(readAccuracy);
    for (const [run, path] of ['alone/seed-2', 'alone/seed-5', 'single'].entries()) {
      const row = `${run + 1}  runs/${path} .* ${accuracies[run].toFixed(4)} `;
      expect(stdout).toMatch(new RegExp(`^ *${row}`, 'm'));
    }
    expect(stdout).toContain('Sweep runs/alone (runs 1, 2): accuracy ');
    // The same seed, the same network.
    expect(stdout).toMatch(/^2, 3 +0 +0 +1\.0000 +1\.0000$/m);
    expect(stdout).toMatch(/^seed +2 +5 +5$/m);
    expect(stdout).toMatch(/\nPage: comparison\/compare\.html\n$/);
    expect(readdirSync(join(folder, 'comparison')).sort()).toEqual([
      'compare.html',
      'compare.json',
      'curves.png',
      'curves.svg',
    ]);
    const page = readFileSync(join(folder, 'comparison/compare.html'), 'utf8');
    expect(page).toContain('not MNIST');
    const written = JSON.parse(readFileSync(join(folder, 'comparison/compare.json'), 'utf8'));
    expect(written.runs.map(({ test }: { test: { accuracy: number } }) => test.accuracy)).toEqual(accuracies);
    expect(JSON.parse((await compare('runs/alone', 'runs/single', '--json')).stdout)).toEqual(written);
  });

  test('leaves out what cannot be compared, says why, and fails at the end', async () => {
    const copies = ['damaged', 'unfinished'].map((name) => join(folder, name));
    for (const copy of copies) cpSync(join(folder, 'runs/single'), copy, { recursive: true });
    writeFileSync(join(copies[0], 'predictions.csv'), 'index,actual,predicted\n0,1,1\n');
    rmSync(join(copies[1], 'metrics.json'));
    cpSync(join(folder, 'runs/alone'), join(folder, 'part'), { recursive: true });
    rmSync(join(folder, 'part/seed-5/metrics.json'));

    const { status, stdout, stderr } = await compare(
      'part',
      'runs/single',
      'damaged',
      'unfinished',
      'digits',
    );
    expect(stderr).toBe(`\
Left out: Of sweep "part", seed 5: not finished. Go on with "lenet resume part".
Left out: File "damaged/predictions.csv": expected 50 rows, one a test image, got 1. It was changed by hand or damaged; "lenet evaluate damaged" measures the run again.
Left out: Run "unfinished" has no result to compare: it was not finished. Go on with "lenet resume unfinished".
Left out: "digits" is not a run folder: expected a config.json in it. Give a folder that "lenet train" made, such as runs/<name>.
lenet: The comparison is not whole: 4 runs or sweeps left out, see above.
`);
    expect(status).toBe(1);
    expect(stdout).toContain('Sweep part (run 1): accuracy ');
    expect(stdout).toMatch(/^1, 2 /m);
  });
});
