// Runs the commands of the documents in a shell, block by block, each in a folder that has what they speak of. `lenet` is
// real; stand-ins/ says what is done in place of programs that install, publish or fetch.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../repository.ts';
import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';

const standIns = fileURLToPath(new URL('./stand-ins', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'lenet-documents-'));
const template = join(temporary, 'template');

/** @param documentFolder from the root, of the document that is tested: scripts may be those of its package */
function environmentOf(folder: string, documentFolder: string): NodeJS.ProcessEnv {
  const { LENET_DATA_DIR: _, ...others } = process.env;
  return {
    ...others,
    PATH: `${standIns}${delimiter}${others.PATH}`,
    HOME: folder,
    LENET_REPOSITORY: root,
    LENET_DOCUMENT_FOLDER: documentFolder,
    LENET_CACHE_DIR: join(folder, 'cache'),
    // As in an array job on Slurm and in an Indexed Job on Kubernetes.
    SLURM_ARRAY_TASK_ID: '1',
    SLURM_ARRAY_TASK_COUNT: '4',
    JOB_COMPLETION_INDEX: '0',
  };
}

function shell(script: string, cwd: string, documentFolder = '.'): void {
  try {
    const options = {
      cwd,
      env: environmentOf(cwd, documentFolder),
      stdio: 'pipe',
      timeout: 1_200_000,
    } as const;
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
    .map(({ code, line }) => ({
      place: `${path}:${line}`,
      documentFolder: posix.dirname(path),
      script: filledIn(code),
    })),
);

beforeAll(() => {
  // What the documents speak of: a run, a model in all formats, pictures.
  for (const folder of ['scans/first', '.config/fish/completions']) {
    mkdirSync(join(template, folder), { recursive: true });
  }
  shell(
    `git init --quiet . && echo '*' > .gitignore
     lenet data synth --out idx --train-images 200 --test-images 50
     lenet train --seeds 2 --name sweep
     for name in NAME A first plain other; do cp -r runs/sweep/seed-1 runs/$name; done
     for name in B augmented; do cp -r runs/sweep/seed-2 runs/$name; done
     lenet export "$LENET_REPOSITORY/packages/model-artifacts/models/lenet-report" --format keras --out exported
     cp exported/lenet-report/model.keras my-keras-lenet.h5
     lenet data export --data idx --format png --out pictures --limit 50
     cp pictures/training/7/*1*.png seven.png
     cp seven.png scans/first/seven.png
     cp seven.png scans/seven.jpg && cp seven.png number.jpg`,
    template,
  );
});

afterAll(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));

test.each(blocks)(
  'the commands at $place run',
  ({ script, documentFolder }) => {
    const folder = mkdtempSync(join(temporary, 'block-'));
    cpSync(template, folder, { recursive: true });
    // What the commands make themselves is not there before.
    for (const [, name] of script.matchAll(/--name (\w+)/g)) {
      rmSync(join(folder, 'runs', name), { recursive: true, force: true });
    }
    shell(script, folder, documentFolder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  600_000,
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
