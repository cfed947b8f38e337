import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';

/** What the page says, as its hooks for tests carry it. */
export interface ShownAnswer {
  readonly digit: string;
  readonly decision: string;
  readonly probability: string;
  readonly backend: string;
  readonly sequence: string;
  /** Whether it is the answer to the drawing as it stands. */
  readonly settled: string;
}

/** Reads the hooks as they are now. */
export async function shownAnswer(page: Page): Promise<ShownAnswer> {
  return page
    .getByTestId('answer')
    .evaluate((element) => ({ ...(element as HTMLElement).dataset }) as unknown as ShownAnswer);
}

/** Does something that changes the drawing, and waits for the answer to what came of it. */
export async function answerTo(page: Page, action: () => Promise<void>): Promise<ShownAnswer> {
  const { sequence } = await shownAnswer(page);
  await action();
  await page.waitForFunction(
    (before) => {
      const element = document.querySelector<HTMLElement>('[data-testid="answer"]');
      return Number(element?.dataset.sequence) > before && element?.dataset.settled === 'true';
    },
    Number(sequence),
    { timeout: 90_000 },
  );
  return shownAnswer(page);
}

/**
 * Draws one synthetic digit with the mouse.
 *
 * @param item which of the digits of the test set
 * @param place of the digit on the paper. @default all of it
 * @returns the answer after the last stroke
 */
export async function drawDigit(
  page: Page,
  digit: number,
  item: number,
  place = { left: 0, top: 0, size: 1 },
): Promise<ShownAnswer> {
  const { strokes } = generateStrokes({ digit, seed: 1, item, split: 'test' });
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const move = ({ x, y }: { x: number; y: number }) =>
    page.mouse.move(
      box.x + (place.left + x * place.size) * box.width,
      box.y + (place.top + y * place.size) * box.height,
    );
  let answer = await shownAnswer(page);
  for (const stroke of strokes) {
    answer = await answerTo(page, async () => {
      await move(stroke[0]);
      await page.mouse.down();
      // Every third point and the last: as a hand is seen at 60 frames a second.
      for (let index = 3; index < stroke.length - 1; index += 3) await move(stroke[index]);
      await move(stroke[stroke.length - 1]);
      await page.mouse.up();
    });
  }
  return answer;
}

/** Draws a zero of one stroke, the plainest there is, whatever the generator's styles are. */
export async function drawRing(page: Page): Promise<ShownAnswer> {
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const move = (turn: number) =>
    page.mouse.move(
      box.x + (0.5 + 0.2 * Math.sin(2 * Math.PI * turn)) * box.width,
      box.y + (0.5 - 0.32 * Math.cos(2 * Math.PI * turn)) * box.height,
    );
  return answerTo(page, async () => {
    await move(0);
    await page.mouse.down();
    for (let step = 1; step <= 24; step++) await move(step / 24);
    await page.mouse.up();
  });
}

/** Clears the paper and waits for the blank answer. */
export async function clearPaper(page: Page): Promise<ShownAnswer> {
  return answerTo(page, () => page.getByTestId('clear').click());
}

/**
 * Draws the digits 0 to 9, each on an empty paper.
 *
 * @param item which of the digits of the test set
 * @returns what they were read as, and how many of that is right
 */
export async function readTenDigits(
  page: Page,
  item: number,
): Promise<{ read: readonly string[]; rightCount: number; backends: ReadonlySet<string> }> {
  const read: string[] = [];
  const backends = new Set<string>();
  for (let digit = 0; digit < 10; digit++) {
    const answer = await drawDigit(page, digit, item + digit);
    read.push(answer.digit);
    backends.add(answer.backend);
    await clearPaper(page);
  }
  return { read, rightCount: read.filter((digit, index) => digit === String(index)).length, backends };
}
