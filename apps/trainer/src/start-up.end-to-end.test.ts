// What the command loads before it is needed, and how it speaks of itself.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { binPath, runLenet } from './testing/run-lenet.js';
import { trainerVersion } from './trainer-version.js';

const trace = `
  import { registerHooks } from 'node:module';
  const urls = [];
  registerHooks({ load(url, context, next) { urls.push(url); return next(url, context); } });
  process.on('exit', () => process.stderr.write(JSON.stringify(urls)));`;

/** Addresses of all modules that are loaded for a command. */
function loadedBy(...args: string[]): string[] {
  const traced = `data:text/javascript,${encodeURIComponent(trace)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', traced, binPath, ...args], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return JSON.parse(stderr);
}

/** Names of the packages among them, the trainer itself apart. */
function packagesOf(urls: readonly string[]): string[] {
  const here = new URL('.', import.meta.resolve('../dist/bin.js')).href;
  const names = urls
    .filter((url) => url.startsWith('file:') && !url.startsWith(here))
    .map((url) => /.*\/(?:node_modules|packages)\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? url);
  return [...new Set(names)].sort();
}

test.each([[['--help']], [['--version']], [['resume', '--help']]])(
  'lenet %j loads commander only',
  (args) => {
    expect(packagesOf(loadedBy(...args))).toEqual(['commander']);
  },
);

test('what a command chooses from is loaded when its own help is asked for', () => {
  expect(packagesOf(loadedBy('train', '--help'))).toEqual(['commander', 'core']);
});

test('the version is that of the package', async () => {
  const expected = { status: 0, stdout: `${trainerVersion}\n`, stderr: '' };
  expect(await runLenet(['--version'])).toEqual(expected);
  expect(await runLenet(['-V'])).toEqual(expected);
});

test.each([
  [['trian'], "error: unknown command 'trian'\n(Did you mean train?)\n"],
  [['trian', '--seed', '2'], "error: unknown command 'trian'\n(Did you mean train?)\n"],
  [['train', '--epoch', '3'], "error: unknown option '--epoch'\n(Did you mean --epochs?)\n"],
  [['data', 'fecth'], "error: unknown command 'fecth'\n(Did you mean fetch?)\n"],
])('%j: the nearest is suggested', async (args, message) => {
  expect(await runLenet(args)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${message}Run the command with --help for all options.\n`,
  });
});

test('help is coloured where it is wanted, and only there', async () => {
  const help = async (environment: Record<string, string>) =>
    (await runLenet(['--help'], { environment: { NO_COLOR: '', FORCE_COLOR: '', ...environment } })).stdout;
  expect(await help({})).toMatch(/^Usage: lenet \[options\] \[command\]\n/);
  expect(await help({ FORCE_COLOR: '1' })).toContain('\u001b[1mUsage:\u001b[22m \u001b[36mlenet\u001b[39m');
  expect(await help({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(await help({}));
});
