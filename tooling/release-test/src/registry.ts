import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run } from '@lenet/release';

export interface Registry {
  /** Its address, with `/` at the end: packages `@lenet/...` are the ones published to it. */
  readonly url: string;
  /** Lines of an `.npmrc` that take `@lenet/...` from it and all others from where this machine does. */
  readonly settings: string;
  /** Stops it and waits until it has ended. */
  stop(): Promise<void>;
}

/**
 * Installs verdaccio and starts it. It has nothing but what is published to it: a proxy for the other
 * packages gave 404 for some of them when the machine was busy.
 *
 * @param folder for the program and what is published; it may not exist yet
 */
export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  await installVerdaccio(folder);
  const configuration = {
    storage: './storage',
    auth: { htpasswd: { file: './htpasswd' } },
    uplinks: {},
    packages: { '@lenet/*': { access: '$all', publish: '$anonymous' } },
    publish: { allow_offline: true },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
    web: { enable: false },
  };
  // JSON is YAML too.
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(configuration));

  const program = fileURLToPath(new URL('./serve-registry.ts', import.meta.url));
  const server = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(server, 'close');
  const url = await firstLineWith(server.stdout, 'http://127.0.0.1:');
  if (url === undefined) throw new Error('verdaccio: expected its address on standard output, but it ended.');
  server.stdout.resume();
  return {
    url,
    settings: await registrySettings(url, folder),
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/** Publishing wants a token, of which the local registry takes any. */
async function registrySettings(url: string, folder: string): Promise<string> {
  const others = await Promise.all(
    ['registry', 'cafile'].map(async (name) => ({ name, value: await npmSetting(name, folder) })),
  );
  const lines = others
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => `${name}=${value}`);
  return [...lines, `@lenet:registry=${url}`, `${url.replace(/^https?:/, '')}:_authToken=local`, ''].join(
    '\n',
  );
}

async function installVerdaccio(folder: string): Promise<void> {
  const project = {
    private: true,
    dependencies: { verdaccio: '6.10.4' },
    // It asks for the tag "cjs", and mirrors may keep no tag but "latest".
    overrides: { 'node-fetch@cjs': '2.7.0' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
}

/** @returns the value, or undefined if npm has none */
async function npmSetting(name: string, cwd: string): Promise<string | undefined> {
  const { stdout } = await run('npm', ['config', 'get', name], { cwd });
  const value = stdout.trim();
  return value === 'null' || value === 'undefined' || value === '' ? undefined : value;
}

async function firstLineWith(output: NodeJS.ReadableStream, start: string): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) if (line.startsWith(start)) return line;
  return undefined;
}
