import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askProcess } from './ask-process.js';

const answerRequests = fileURLToPath(new URL('../../dist/processes/answer-requests.js', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-processes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Asks a process whose answer is the body of a function of `request`. */
function ask(body: string, request: unknown = {}, timeoutMs = 30_000): Promise<unknown> {
  const path = join(folder, 'worker.mjs');
  writeFileSync(
    path,
    `import { answerRequests } from ${JSON.stringify(answerRequests)};
     answerRequests(async (request) => { ${body} });`,
  );
  return askProcess(path, request, { timeoutMs });
}

test('the answer comes back, and what the process prints does not', async () => {
  expect(await ask('console.log("x"); return [request.one, process.pid];', { one: 1 })).toEqual([
    1,
    expect.not.toSatisfy((pid) => pid === process.pid),
  ]);
});

test('a timer that would go on does not keep the process', async () => {
  expect(await ask('setInterval(() => {}, 1000); return 1;')).toBe(1);
});

test('an error keeps its reason and its remedy', async () => {
  const error = 'Object.assign(new Error("all of it"), { reason: "no addon", remedy: "Make it." })';
  await expect(ask(`throw ${error};`)).rejects.toMatchObject({ reason: 'no addon', remedy: 'Make it.' });
  await expect(ask('throw new Error("plain");')).rejects.toThrow('A process failed: plain.');
});

test('a crash is an error with its signal', async () => {
  await expect(ask('process.kill(process.pid, "SIGSEGV"); await new Promise(() => {});')).rejects.toThrow(
    'A process failed: the process ended with SIGSEGV.',
  );
});

test('an early end is an error with the last line of standard error', async () => {
  await expect(ask('process.stderr.write("first\\nno memory\\n"); process.exit(3);')).rejects.toThrow(
    'A process failed: the process ended with exit code 3: no memory.',
  );
});

test('a process that computes for ever is killed', async () => {
  await expect(ask('for (;;);', {}, 500)).rejects.toThrow(
    'A process failed: no answer within 0.5 s. Try again when the machine is less busy.',
  );
});
