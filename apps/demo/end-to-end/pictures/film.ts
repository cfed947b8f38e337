import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Width of the animation, in pixels, and the time that a frame is shown. */
const WIDTH = 800;
const FRAME_MILLISECONDS = 90;
/** The site's header is not a part of it. */
const HEADER = 56;

/** An animation that is made of screenshots. */
export interface Film {
  /** @param delay how long it is shown, in ms. @default 90 */
  addFrame(page: Page, delay?: number): Promise<void>;
  save(path: string): Promise<void>;
}

/** @param options.quality of WebP. @default 70 */
export function createFilm({ quality = 70 } = {}): Film {
  const frames: Buffer[] = [];
  const delays: number[] = [];
  return {
    async addFrame(page, delay = FRAME_MILLISECONDS) {
      const { width, height } = page.viewportSize()!;
      const picture = await page.screenshot({ clip: { x: 0, y: HEADER, width, height: height - HEADER } });
      frames.push(await sharp(picture).resize({ width: WIDTH }).png().toBuffer());
      delays.push(delay);
    },
    async save(path) {
      await sharp(frames, { join: { animated: true } })
        .webp({ delay: delays, loop: 0, quality, effort: 5 })
        .toFile(path);
    },
  };
}
