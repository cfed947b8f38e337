// Runs the commands of the documents in a shell, block by block, each in a folder that has what they speak of. `lenet` is
// real; stand-ins/ says what is done in place of programs that install, publish or fetch.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../repository.ts';
import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';

const standIns = fileURLToPath(new URL('./stand-ins', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'lenet-documents-'));
const template = join(temporary, 'template');

function environmentOf(folder: string): NodeJS.ProcessEnv {
  const { LENET_DATA_DIR: _, ...others } = process.env;
  return {
    ...others,
    PATH: `${standIns}${delimiter}${others.PATH}`,
    HOME: folder,
    LENET_REPOSITORY: root,
    LENET_CACHE_DIR: join(folder, 'cache'),
    // As in an array job on Slurm and in an Indexed Job on Kubernetes.
    SLURM_ARRAY_TASK_ID: '1',
    SLURM_ARRAY_TASK_COUNT: '4',
    JOB_COMPLETION_INDEX: '0',
  };
}

function shell(script: string, cwd: string): void {
  try {
    const options = { cwd, env: environmentOf(cwd), stdio: 'pipe', timeout: 1_200_000 } as const;
    execFileSync('bash', ['-eu', '-o', 'pipefail', '-c', script], options);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    const output = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
    throw new Error(`expected that it succeeds:\n${script}\n\n${output}`);
  }
}

/** A script without what people fill in, such as `<this repository>`. */
const filledIn = (script: string) => script.replaceAll('<this repository>', root);

const blocks = documents().flatMap(({ path, text }) =>
  codeBlocks(text)
    .filter(({ language, exception }) => language === 'sh' && exception === undefined)
    .map(({ code, line }) => ({ place: `${path}:${line}`, script: filledIn(code) })),
);

beforeAll(() => {
  // What the documents speak of: a run, a model in all formats, pictures.
  for (const folder of ['scans/first', '.config/fish/completions']) {
    mkdirSync(join(template, folder), { recursive: true });
  }
  shell(
    `lenet train --name NAME
     lenet train --name other --seed 2
     cp -r runs/NAME runs/first
     lenet export "$LENET_REPOSITORY/packages/model-artifacts/models/lenet-report" --format all --out models
     cp models/lenet-report/model.keras my-keras-lenet.h5
     lenet data synth --out idx --train-images 20 --test-images 20
     lenet data export --data idx --format png --out pictures
     cp pictures/training/7/*1*.png seven.png
     cp seven.png scans/first/seven.png
     cp seven.png scans/seven.jpg`,
    template,
  );
});

afterAll(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));

test.each(blocks)(
  'the commands at $place run',
  ({ script }) => {
    const folder = mkdtempSync(join(temporary, 'block-'));
    cpSync(template, folder, { recursive: true });
    shell(script, folder);
  },
  300_000,
);

test('the commands of Kubernetes jobs run', () => {
  const commands = documents().flatMap(({ text }) =>
    codeBlocks(text)
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ code }) => parse(code)?.spec?.template?.spec?.containers ?? [])
      .map(({ command }: { command: string[] }) => command),
  );
  expect(commands.length).toBeGreaterThan(0);
  for (const [program, option, script] of commands) {
    expect([program, option]).toEqual(['sh', '-c']);
    const folder = mkdtempSync(join(temporary, 'job-'));
    shell(script, folder);
  }
});
