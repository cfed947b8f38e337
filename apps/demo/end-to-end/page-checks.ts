import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, in light and in dark: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe has put itself into the page
      const { violations } = await (globalThis as any).axe.run();
      return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [
        id,
        nodes[0].html,
      ]);
    });
    expect(found, colorScheme).toEqual([]);
  }
}

/** Draws over the paper of a page: points from 0, 0 to 1, 1. */
export async function drawStrokes(
  page: Page,
  strokes: readonly (readonly { readonly x: number; readonly y: number }[])[],
): Promise<void> {
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const move = ({ x, y }: { x: number; y: number }) =>
    page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  for (const stroke of strokes) {
    await move(stroke[0]);
    await page.mouse.down();
    for (const point of stroke.slice(1)) await move(point);
    await page.mouse.up();
  }
}
