// The programs of examples/, installed from the registry as a reader would, and used as their first lines say.
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium, serveFolder } from '@lenet/chromium';
import { generateDigits } from '@lenet/core/synthetic';
import { repositoryRoot, run } from '@lenet/release';
import { expect, inject, test } from 'vitest';
import { encodeGreyPng } from './encode-grey-png.ts';
import { startProgram } from './start-program.ts';

const { folder, environment } = inject('release');
const { pixels, labels } = generateDigits({ seed: 1, count: 1, split: 'test' });
const picture = encodeGreyPng(pixels, 28, 28);
const digit = labels[0];

async function install(name: string): Promise<string> {
  const cwd = mkdtempSync(join(folder, `${name}-`));
  cpSync(join(repositoryRoot, 'examples', name), cwd, { recursive: true });
  await run('npm', ['install', '--no-audit', '--no-fund'], { cwd, environment });
  return cwd;
}

test('read-pictures reads pictures, and goes on after one that it cannot read', async () => {
  const cwd = await install('read-pictures');
  writeFileSync(join(cwd, 'digit.png'), picture);
  writeFileSync(join(cwd, 'white.png'), encodeGreyPng(new Uint8Array(784).fill(255), 28, 28));
  const program = [join(cwd, 'read-pictures.js')];
  const { stdout } = await run(process.execPath, [...program, 'digit.png', 'white.png'], {
    cwd,
    environment,
  });
  expect(stdout).toMatch(
    new RegExp(`^digit\\.png: ${digit} \\(\\d+\\.\\d %, digit\\)\\nwhite\\.png: blank\\n$`),
  );
  await expect(
    run(process.execPath, [...program, 'missing.png', 'digit.png'], { cwd, environment }),
  ).rejects.toThrow(/ended with 1[\s\S]*digit\.png: \d[\s\S]*missing\.png: /);
  await expect(run(process.execPath, program, { cwd, environment })).rejects.toThrow('ended with 2');
}, 300_000);

test('page reads what is drawn on it', async () => {
  const cwd = await install('page');
  await run('npm', ['run', 'build'], { cwd, environment: { ...environment, NODE_ENV: undefined } });
  const site = await serveFolder(join(cwd, 'dist'));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url);
    const box = (await page.locator('canvas').boundingBox())!;
    await page.mouse.move(box.x + 140, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 135, box.y + 230, { steps: 12 });
    await page.mouse.up();
    await page.locator('output[data-digit="1"]').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('output[data-digit=""]').waitFor({ timeout: 30_000 });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
}, 300_000);

test('server reads pictures, and refuses what is too large, no picture, or asked for in another way', async () => {
  const cwd = await install('server');
  const server = await startProgram('server.js', [], { cwd, environment: { ...environment, PORT: '0' } });
  const post = (body: Uint8Array, type = 'image/png') =>
    fetch(`${server.url}digit`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(body),
    });
  try {
    const answer = await post(picture);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ digit, decision: 'digit' });
    expect((await post(Buffer.from('no picture'))).status).toBe(422);
    // 5000 x 5000 pixels in 24 kB: small to send, large to unpack.
    expect((await post(encodeGreyPng(new Uint8Array(25_000_000), 5000, 5000))).status).toBe(422);
    const large = await post(new Uint8Array(1024 * 1024 + 1)).then(
      ({ status }) => status,
      // The server may close the connection while the rest is sent.
      () => 413,
    );
    expect(large).toBe(413);
    expect((await post(picture, 'text/plain')).status).toBe(415);
    expect((await fetch(`${server.url}digit`)).status).toBe(405);
    expect((await fetch(server.url)).status).toBe(404);
    expect((await post(picture)).status).toBe(200);
  } finally {
    await server.close();
  }
}, 300_000);
