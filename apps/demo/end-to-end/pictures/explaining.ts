import { generateStrokes } from '@lenet/core/synthetic';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../open-page.ts';
import { waitForData } from '../wait-for-data.ts';
import { createFilm, type Film } from './film.ts';

const viewport = { width: 1250, height: 800 };

/** A digit runs through the layers, squares of them are pointed at, and a network is trained from nothing. */
export async function filmExplaining(browser: Browser, address: string, path: string): Promise<void> {
  const film = createFilm({ quality: 60 });
  await filmLayers(browser, address, film);
  await filmTraining(browser, address, film);
  await film.save(path);
}

async function filmLayers(browser: Browser, address: string, film: Film): Promise<void> {
  const { page } = await openPage(browser, address, { path: '/layers/', viewport });
  await waitForData(page, 'layers', 'digit', 'set');
  await page.getByTestId('clear').click();
  await waitForData(page, 'layers', 'decision', 'blank');
  // The heading is not part of the film: the layers are.
  await page.evaluate(() => scrollTo(0, 190));
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const { strokes } = generateStrokes({ digit: 5, seed: 1, item: 5, split: 'test' });
  for (const stroke of strokes) {
    const move = ({ x, y }: { x: number; y: number }) =>
      page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    await move(stroke[0]);
    await page.mouse.down();
    for (const [index, point] of stroke.entries()) {
      await move(point);
      if (index % 4 === 3) await film.addFrame(page);
    }
    await page.mouse.up();
  }
  await page.waitForTimeout(300);
  await film.addFrame(page, 1000);
  await pointAt(page, film, 'conv2d', 2, [0.3, 0.45, 0.6]);
  await pointAt(page, film, 'max_pooling2d', 3, [0.3, 0.5, 0.7]);
  await page.getByLabel('Show what speaks for it').check();
  await page.waitForTimeout(300);
  await film.addFrame(page, 1800);
  await page.close();
}

/** Moves over a map from left to right. */
async function pointAt(page: Page, film: Film, layer: string, map: number, across: readonly number[]) {
  const picture = page.locator(`[data-layer="${layer}"] [data-testid="map"]`).nth(map);
  const { width, height } = (await picture.boundingBox())!;
  for (const share of across) {
    await picture.hover({ position: { x: share * width, y: 0.4 * height } });
    await page.waitForTimeout(200);
    await film.addFrame(page, 700);
  }
}

async function filmTraining(browser: Browser, address: string, film: Film): Promise<void> {
  const { page } = await openPage(browser, address, { path: '/train/', viewport });
  await page.waitForTimeout(2500); // charts are there
  await page.getByRole('radio', { name: '4,000' }).check();
  await page.evaluate(() => scrollTo(0, 190));
  await film.addFrame(page, 900);
  await page.getByTestId('train').click();
  await waitForData(page, 'training', 'steps', 'set');
  while ((await page.getByTestId('training').getAttribute('data-phase')) === 'training') {
    await film.addFrame(page, 180);
    await page.waitForTimeout(250);
  }
  await page.waitForTimeout(500);
  await film.addFrame(page, 2500);
  await page.close();
}
