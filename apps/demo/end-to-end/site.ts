import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';

/** The built site and a browser, for the tests of one file. */
export interface Site {
  /** With a slash at its end. */
  readonly address: string;
  readonly browser: Browser;
}

/** The site as it was built last. */
export const builtSite = fileURLToPath(new URL('../out', import.meta.url));

/**
 * Serves the site and starts Chromium before the tests of a file, closes all pages after each, and ends
 * both after the last.
 *
 * @param options.folder of the site, absolute. @default `builtSite`
 * @param options.basePath where the site lies on its host. @default at the root
 * @param options.headers of every file. @default none
 * @param options.browserOptions further ones of Chromium's command line. @default none
 */
export function useSite({
  folder = builtSite,
  browserOptions = [],
  ...options
}: {
  folder?: string;
  basePath?: string;
  headers?: Readonly<Record<string, string>>;
  isCompressed?: boolean;
  browserOptions?: readonly string[];
} = {}): Site {
  const server = createStaticServer(folder, options);
  const site: { address: string; browser: Browser } = { address: '', browser: undefined as never };
  beforeAll(async () => {
    site.address = `${(await listen(server, 0)).slice(0, -1)}${options.basePath ?? ''}/`;
    site.browser = await launchChromium(browserOptions);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(site.browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await site.browser?.close();
    server.close();
    server.closeAllConnections();
  });
  return site;
}
