import type { Page } from 'playwright-core';

/** Waits until the whole site is on the device, and its service worker answers for it. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 120_000,
  });
}
