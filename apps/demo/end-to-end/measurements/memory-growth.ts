import type { Browser, Page } from 'playwright-core';

/** So many drawings can be undone: until then the page remembers more with each. */
const WARM_UP = 300;
const DRAWINGS = 1000;

/**
 * The memory of the page before and after a thousand drawings, each read and cleared.
 *
 * @returns bytes of the page's heap, and of all its elements
 */
export async function memoryGrowth(browser: Browser, address: string) {
  const page = await browser.newPage();
  await page.goto(`${address}?backend=engine`);
  await page.locator('[data-testid="answer"][data-backend="engine"]').waitFor();
  await draw(page, WARM_UP);
  const before = await memoryOf(page);
  await draw(page, DRAWINGS);
  const after = await memoryOf(page);
  await page.close();
  return { drawings: DRAWINGS, before, after };
}

/** Draws with events of the page's own: a thousand real mice would take an hour. */
async function draw(page: Page, count: number): Promise<void> {
  await page.evaluate(async (drawings) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"]')!;
    const clear = document.querySelector<HTMLElement>('[data-testid="clear"]')!;
    canvas.setPointerCapture = () => {};
    const box = canvas.getBoundingClientRect();
    const send = (kind: string, x: number, y: number) =>
      canvas.dispatchEvent(
        new PointerEvent(kind, {
          bubbles: true,
          pointerId: 1,
          buttons: 1,
          clientX: box.left + x * box.width,
          clientY: box.top + y * box.height,
        }),
      );
    for (let index = 0; index < drawings; index++) {
      send('pointerdown', 0.3, 0.2);
      for (let step = 1; step <= 8; step++)
        send('pointermove', 0.3 + step / 20, 0.2 + (step * index) / drawings / 14);
      send('pointerup', 0.7, 0.8);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      clear.click();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);
}

async function memoryOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapBytes: usedSize, nodes };
}
