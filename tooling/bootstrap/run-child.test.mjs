import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const { runChild } = require('./run-child.cjs');
const modulePath = fileURLToPath(new URL('./run-child.cjs', import.meta.url));

test('gives the exit code and what was piped', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)';
  const result = await runChild(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  expect({ ...result, output: result.output.split('\n').sort() }).toEqual({
    code: 3,
    output: ['', 'err', 'out'],
  });
});

test('says what cannot be started', async () => {
  const result = await runChild('/no/such/program', [], { stdio: ['ignore', 'pipe', 'pipe'] });
  expect(result).toEqual({
    code: 1,
    output: 'Cannot start /no/such/program: spawn /no/such/program ENOENT.',
  });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])(
  'passes %s on without a terminal, and tells that it came even where the child ends with 0',
  async (signal, code) => {
    const child = `process.on(${JSON.stringify(signal)}, () => process.exit(0)); setInterval(() => {}, 1000); console.log("ready")`;
    const parent = `require(${JSON.stringify(modulePath)})
    .runChild(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'inherit', 'inherit'] })
    .then((result) => console.log(JSON.stringify(result)));`;
    const running = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    running.stdout.on('data', (chunk) => {
      output += chunk;
      if (String(chunk).includes('ready')) running.kill(signal);
    });
    await new Promise((resolve) => running.on('close', resolve));
    expect(JSON.parse(output.slice(output.indexOf('{')))).toEqual({
      code: 0,
      output: '',
      interruption: code,
    });
  },
);
