import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** The page, and what it did that a good page does not. */
export interface OpenedPage {
  readonly page: Page;
  /** Warnings, errors, uncaught exceptions, answers that are not 200 and requests that leave the site. */
  readonly complaints: string[];
}

/**
 * Opens the demo and waits until the network is loaded.
 *
 * @param address of the site, with a final slash
 * @param path of the page, from the root of the site. @default the first page
 * @param query e.g. `?backend=cpu`
 */
export async function openPage(
  browser: Browser,
  address: string,
  { path = '/', query = '', ...options }: BrowserContextOptions & { path?: string; query?: string } = {},
): Promise<OpenedPage> {
  const page = await browser.newPage(options);
  // A busy machine takes several times as long as a quiet one.
  page.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`left the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() !== 200) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(`${address}${path.slice(1)}${query}`);
  if (path !== '/') return { page, complaints };
  await page.locator('[data-testid="answer"]:not([data-backend=""])').waitFor();
  return { page, complaints };
}
