import type { Page } from 'playwright-core';

/** Waits until a data attribute of an element of the page is as it should be. */
export async function waitForData(
  page: Page,
  testId: string,
  name: string,
  isWanted: 'set' | string,
  timeout = 120_000,
): Promise<string> {
  await page.waitForFunction(
    ([id, key, wanted]) => {
      const value = document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset[key];
      return wanted === 'set' ? value !== undefined && value !== '' && value !== '0' : value === wanted;
    },
    [testId, name, isWanted] as const,
    { timeout },
  );
  return (await page.getByTestId(testId).getAttribute(`data-${name}`))!;
}
