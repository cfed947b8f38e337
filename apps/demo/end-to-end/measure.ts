// Measures what the page promises, in Chromium, and prints it as lines of JSON: node end-to-end/measure.ts
// A busy machine makes every figure larger.
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { firstAnswerBytes } from './measurements/first-answer-bytes.ts';
import { firstAnswerTimes } from './measurements/first-answer-times.ts';
import { memoryGrowth } from './measurements/memory-growth.ts';
import { penToAnswer } from './measurements/pen-to-answer.ts';

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)), { isCompressed: true });
const address = await listen(server, 0);
const browser = await launchChromium();
report('firstAnswerBytes', await firstAnswerBytes(browser, address));
report('firstAnswerWarm', await firstAnswerTimes(browser, address));
report('penEngine', await penToAnswer(browser, `${address}?backend=engine`));
report('penWasm', await penToAnswer(browser, `${address}?backend=wasm`));
report('memory', await memoryGrowth(browser, address));
await browser.close();
server.close();

/** One line for each figure, as soon as it is known. */
function report(name: string, result: object): void {
  process.stdout.write(`${JSON.stringify({ name, ...result })}\n`);
}
