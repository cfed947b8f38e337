// Makes the pictures of the documentation from the built site: a screenshot, and short animations of digits that are
// drawn with the mouse. No image of MNIST is in them.
//   node end-to-end/make-pictures.ts FOLDER [NAME…]
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { filmDrawing, takeScreenshot } from './pictures/drawing.ts';
import { filmExplaining } from './pictures/explaining.ts';

const pictures = {
  'demo.png': takeScreenshot,
  'demo.webp': filmDrawing,
  'demo-layers.webp': filmExplaining,
};

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node end-to-end/make-pictures.ts FOLDER [NAME…]');

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)));
const address = await listen(server, 0);
const browser = await launchChromium();
for (const [name, make] of Object.entries(pictures)) {
  if (names.length === 0 || names.includes(name)) await make(browser, address, join(folder, name));
}
await browser.close();
server.close();
