import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answerTo, shownAnswer } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();
const query = '?backend=engine';

/** A PNG of digits in a row: blue ink on paper that grows darker to one side, as photographs do. */
async function pictureOf(page: Page, digits: readonly number[]): Promise<Buffer> {
  const drawings = digits.map(
    (digit) => generateStrokes({ digit, seed: 1, item: digit, split: 'test' }).strokes,
  );
  const base64 = await page.evaluate((all) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 300 * all.length, height: 400 });
    const context = canvas.getContext('2d')!;
    const light = context.createLinearGradient(0, 0, canvas.width, 0);
    light.addColorStop(0, '#f4f0e6');
    light.addColorStop(1, '#cfc9bb');
    context.fillStyle = light;
    context.fillRect(0, 0, canvas.width, canvas.height);
    Object.assign(context, { strokeStyle: '#1f3f8f', lineWidth: 16, lineCap: 'round', lineJoin: 'round' });
    for (const [index, strokes] of all.entries()) {
      for (const stroke of strokes) {
        context.beginPath();
        for (const { x, y } of stroke) context.lineTo(300 * index + 300 * x, 50 + 300 * y);
        context.stroke();
      }
    }
    return canvas.toDataURL('image/png').split(',')[1];
  }, drawings);
  return Buffer.from(base64, 'base64');
}

test('a picture that is uploaded is read; undo takes it away', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { query });
  const buffer = await pictureOf(page, [3]);
  const file = { name: 'three.png', mimeType: 'image/png', buffer };
  const input = page.getByTestId('picture-file');
  expect((await answerTo(page, () => input.setInputFiles(file))).digit).toBe('3');
  expect((await answerTo(page, () => page.keyboard.press('Control+z'))).decision).toBe('blank');
  expect(complaints).toEqual([]);
}, 120_000);

test('several digits of a picture are read as a number', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  const buffer = await pictureOf(page, [4, 0, 2]);
  const file = { name: 'number.png', mimeType: 'image/png', buffer };
  const answer = await answerTo(page, () => page.getByTestId('picture-file').setInputFiles(file));
  expect(answer.digit).toBe('402');
}, 120_000);

test.each(['paste', 'drop'])(
  'a picture comes by %s',
  async (way) => {
    const { page } = await openPage(site.browser, site.address, { query });
    const bytes = [...(await pictureOf(page, [7]))];
    const answer = await answerTo(page, () =>
      page.evaluate(
        ([kind, content]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(content)], 'seven.png', { type: 'image/png' }));
          const event =
            kind === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        },
        [way, bytes] as const,
      ),
    );
    expect(answer.digit).toBe('7');
  },
  120_000,
);

describe('what is no honest picture gets a message, and the page goes on', () => {
  const bomb = Buffer.alloc(64);
  bomb.set([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const broken = Buffer.from(bomb);
  broken.writeUInt32BE(20, 16);
  broken.writeUInt32BE(20, 20);

  test.each([
    ['empty', Buffer.alloc(0), 'The file is empty.'],
    [
      'SVG with a program',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>globalThis.hacked=1</script></svg>'),
      'This is an SVG',
    ],
    ['decompression bomb', bomb, 'The picture is 60000 by 60000 pixels'],
    ['broken', broken, 'The picture is damaged'],
    ['text', Buffer.from('hello'), 'This is no picture'],
  ])(
    '%s',
    async (_, buffer, message) => {
      const { page, complaints } = await openPage(site.browser, site.address, { query });
      await page.getByTestId('picture-file').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer });
      const alert = page.locator('main').getByRole('alert');
      await alert.waitFor({ state: 'attached' });
      expect(await alert.textContent()).toContain(message);
      expect((await shownAnswer(page)).sequence).toBe('0');
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});
