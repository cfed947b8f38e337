// Runs the built `lenet data fetch` and `clean`, without the internet.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { archiveNames as names, openDataCommands } from './testing/data-commands.js';
import { serveArchives, startMirrorServer } from './testing/mirror-server.js';
import { runLenet } from './testing/run-lenet.js';

const mnistFolder = process.env.LENET_DATA_DIR;
const data = openDataCommands();
const { cache, lenet } = data;
afterAll(() => data.remove());

describe('lenet data fetch', () => {
  test('tells every attempt where no mirror has the files', async () => {
    const empty = await startMirrorServer((_request, response) => response.writeHead(503).end());
    const { status, stdout, stderr } = await lenet('fetch', '--mirror', empty.url);
    await empty.close();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`\
lenet: MNIST: no mirror has it. Tried:
  - cache "${join(cache, 'mnist')}": missing train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
  - ${empty.url}train-images-idx3-ubyte.gz: HTTP status 503
Connect to the internet, name a mirror of your own with --mirror, or set LENET_DATA_DIR to a folder with the four files.
`);
  });

  test('Ctrl-C ends it at once with 130 and leaves nothing', async () => {
    const silent = await startMirrorServer((_request, response) => {
      response.writeHead(200, { 'content-length': 9_000_000 }).write('x'.repeat(1000));
    });
    const { status, stdout, stderr } = await runLenet(['data', 'fetch', '--mirror', silent.url], {
      environment: { LENET_CACHE_DIR: cache },
      onStderr: (text, interrupt) => {
        if (!text.includes('Stopping')) interrupt();
      },
    });
    await silent.close();
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).toBe(
      `Downloading ${silent.url}train-images-idx3-ubyte.gz\n` +
        'Stopping in good order; press Ctrl-C again to stop at once.\n' +
        'Interrupted; nothing half-written is left. The same command goes on with the files that are missing.\n',
    );
    expect(existsSync(cache)).toBe(false);
  });

  test('refuses what is no URL', async () => {
    const { status, stderr } = await lenet('fetch', '--mirror', 'example.edu/mnist');
    expect(stderr.split('\n')[0]).toBe(
      "error: option '--mirror <url>' argument 'example.edu/mnist' is invalid. Expected a URL such as https://files.example.edu/mnist/.",
    );
    expect(status).toBe(2);
  });

  test.skipIf(!mnistFolder)(
    'fetches MNIST, then finds it there, then cleans (needs LENET_DATA_DIR)',
    async () => {
      const archives = new Map(names.map((name) => [name, readFileSync(join(mnistFolder!, name))]));
      const bytes = [...archives.values()].reduce((sum, archive) => sum + archive.length, 0);
      const size = `${(bytes / 1e6).toFixed(1)} MB`;
      const target = join(cache, 'mnist');
      const mirror = await startMirrorServer(serveArchives(archives));
      const first = await lenet('fetch', '--mirror', mirror.url);
      const place = `Cache: ${target}, ${size}; all digests are the published ones.\n`;
      expect(first).toMatchObject({
        status: 0,
        stdout: `MNIST: 4 of 4 files downloaded from ${new URL(mirror.url).host}.\n${place}`,
      });
      const second = await lenet('fetch', '--mirror', mirror.url);
      expect(second).toEqual({
        status: 0,
        stdout: `MNIST: is there already; --force downloads it again.\n${place}`,
        stderr: '',
      });
      expect(mirror.requests).toHaveLength(4);
      await mirror.close();

      expect(await lenet('clean')).toEqual({
        status: 2,
        stdout: '',
        stderr: `error: 4 files (${size}) in ${target} would be removed; without a terminal to ask in, say so with --yes\nRun the command with --help for all options.\n`,
      });
      expect(readdirSync(target).sort()).toEqual(names);
      const { status, stdout } = await lenet('clean', '--yes', '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        folder: target,
        removed: names.map((name) => join(target, name)),
        bytes,
      });
      expect(existsSync(cache)).toBe(false);
    },
  );
});

test('lenet data clean has nothing to do where there is no cache', async () => {
  expect(await lenet('clean')).toEqual({
    status: 0,
    stdout: `Nothing to remove in ${join(cache, 'mnist')}\n`,
    stderr: '',
  });
});
