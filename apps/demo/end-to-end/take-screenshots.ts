// Takes a picture of every page at three widths, light and dark, to be looked at:
//   node end-to-end/take-screenshots.ts FOLDER [PATH…]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { sitePages } from '../src/shell/site-pages.ts';
import { drawDigit } from './draw.ts';
import { openPage } from './open-page.ts';

const [folder, ...paths] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node end-to-end/take-screenshots.ts FOLDER [PATH…]');
mkdirSync(folder, { recursive: true });
const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)));
const address = await listen(server, 0);
const browser = await launchChromium();
for (const path of paths.length > 0 ? paths : sitePages.map((page) => page.path)) {
  for (const width of [360, 768, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await openPage(browser, address, {
        path,
        viewport: { width, height: width === 360 ? 740 : 900 },
        deviceScaleFactor: width === 360 ? 2 : 1,
        colorScheme,
      });
      if (path === '/') await drawDigit(page, 5, 1);
      await page.waitForTimeout(2000); // workers have answered, charts are drawn
      const name = `${path.replaceAll('/', '') || 'draw'}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
server.close();
