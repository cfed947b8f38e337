// Measures what the page promises, in Chromium, and prints it as JSON: node end-to-end/measure.ts
// A busy machine makes every figure larger.
import { writeFileSync } from 'node:fs';
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
const results = {
  firstAnswerBytes: await firstAnswerBytes(browser, address),
  firstAnswerWarm: await firstAnswerTimes(browser, address),
  penEngine: await penToAnswer(browser, `${address}?backend=engine`),
  penWasm: await penToAnswer(browser, `${address}?backend=wasm`),
  memory: await memoryGrowth(browser, address),
};
await browser.close();
server.close();
const text = `${JSON.stringify(results, undefined, 2)}\n`;
if (process.argv[2]) writeFileSync(process.argv[2], text);
else process.stdout.write(text);
