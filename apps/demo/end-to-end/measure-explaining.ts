// Measures what the pages that explain and teach promise, in Chromium, and prints it as lines of JSON:
//   node end-to-end/measure-explaining.ts [NAME…]
// All of it, or what is named. A busy machine makes every figure worse.
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { layersWhileDrawing } from './measurements/layers-while-drawing.ts';
import { learnHandwriting } from './measurements/learn-handwriting.ts';
import { trainingInPage } from './measurements/training-in-page.ts';

const measurements = { layersWhileDrawing, trainingInPage, learnHandwriting };
const known = Object.keys(measurements) as (keyof typeof measurements)[];
const [...names] = process.argv.slice(2);
const unknown = names.filter((name) => !(name in measurements));
if (unknown.length > 0) throw new Error(`usage: node end-to-end/measure-explaining.ts [${known.join('|')}…]`);

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)), { isCompressed: true });
const address = await listen(server, 0);
const browser = await launchChromium();
for (const name of names.length > 0 ? (names as typeof known) : known) {
  // One line for each, as soon as it is known.
  process.stdout.write(`${JSON.stringify({ name, ...(await measurements[name](browser, address)) })}\n`);
}
await browser.close();
server.close();
