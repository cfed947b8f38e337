import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';

/** What the page says, as its hooks for tests carry it. */
export interface ShownAnswer {
  readonly digit: string;
  readonly decision: string;
  readonly probability: string;
  readonly backend: string;
  readonly sequence: string;
}

/** Reads the hooks as they are now. */
export async function shownAnswer(page: Page): Promise<ShownAnswer> {
  return page
    .getByTestId('answer')
    .evaluate((element) => ({ ...(element as HTMLElement).dataset }) as unknown as ShownAnswer);
}

/** Does something that asks for one answer, and waits for it. */
export async function answerTo(page: Page, action: () => Promise<void>): Promise<ShownAnswer> {
  const { sequence } = await shownAnswer(page);
  await action();
  await page.waitForFunction(
    (before) => {
      const element = document.querySelector<HTMLElement>('[data-testid="answer"]');
      return Number(element?.dataset.sequence) > before;
    },
    Number(sequence),
    { timeout: 5_000 },
  );
  return shownAnswer(page);
}

/**
 * Draws one synthetic digit with the mouse.
 *
 * @param item which of the digits of the test set
 * @returns the answer after the last stroke
 */
export async function drawDigit(page: Page, digit: number, item: number): Promise<ShownAnswer> {
  const { strokes } = generateStrokes({ digit, seed: 1, item, split: 'test' });
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const move = (point: { x: number; y: number }) =>
    page.mouse.move(box.x + point.x * box.width, box.y + point.y * box.height);
  let answer = await shownAnswer(page);
  for (const stroke of strokes) {
    answer = await answerTo(page, async () => {
      await move(stroke[0]);
      await page.mouse.down();
      for (const point of stroke.slice(1)) await move(point);
      await page.mouse.up();
    });
  }
  return answer;
}

/** Clears the paper and waits for the blank answer. */
export async function clearPaper(page: Page): Promise<ShownAnswer> {
  return answerTo(page, () => page.getByTestId('clear').click());
}
