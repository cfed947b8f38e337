import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.mjs', import.meta.url));
const run = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

test('prints one line with the address, and ends well at Ctrl-C', async () => {
  const program = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(program.stdout, 'data');
  expect(String(line)).toMatch(/^The demo is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C stops it\)\n$/);
  program.kill('SIGINT');
  expect(await once(program, 'exit')).toEqual([0, null]);
});

test.each([
  ['80a', '--port: expected a number from 0 to 65535, got "80a".'],
  ['65536', '--port: expected a number from 0 to 65535, got "65536".'],
  ['', '--port: expected a number from 0 to 65535, got "".'],
])('--port %j is wrong use', (port, message) => {
  const { status, stdout, stderr } = run(`--port=${port}`);
  expect(stderr.split('\n')[0]).toBe(message);
  expect([status, stdout]).toEqual([2, '']);
});

test('an unknown option is wrong use', () => {
  const { status, stderr } = run('--prot', '3000');
  expect(stderr).toContain("Unknown option '--prot'");
  expect(status).toBe(2);
});

test('--help goes to standard output', () => {
  const { status, stdout, stderr } = run('--help');
  expect(stdout).toContain('Usage: npm run demo -- [options]');
  expect([status, stderr]).toEqual([0, '']);
});
