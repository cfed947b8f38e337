// Measures what the page promises, in Chromium, and prints it as lines of JSON: pnpm run measure
// With --write it puts the figures into docs/benchmarks.md. A busy machine makes every one larger.
import { fileURLToPath } from 'node:url';
import { writeBenchmarks } from '@lenet/bench';
import { launchChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { busyShare } from './measurements/busy-share.ts';
import { firstAnswerBytes } from './measurements/first-answer-bytes.ts';
import { firstAnswerTimes } from './measurements/first-answer-times.ts';
import { memoryGrowth } from './measurements/memory-growth.ts';
import { pageSection } from './measurements/page-section.ts';
import { penToAnswer } from './measurements/pen-to-answer.ts';

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)), { isCompressed: true });
const address = await listen(server, 0);
const others = await busyShare();
const browser = await launchChromium();
const figures = {
  others,
  firstAnswerBytes: await report('firstAnswerBytes', firstAnswerBytes(browser, address)),
  firstAnswerWarm: await report('firstAnswerWarm', firstAnswerTimes(browser, address)),
  penEngine: await report('penEngine', penToAnswer(browser, `${address}?backend=engine`)),
  penWasm: await report('penWasm', penToAnswer(browser, `${address}?backend=wasm`)),
  memory: await report('memory', memoryGrowth(browser, address)),
};
const version = browser.version();
await browser.close();
server.close();
if (process.argv.includes('--write')) writeBenchmarks('page', pageSection({ ...figures, version }));

/** One line for each figure, as soon as it is known. */
async function report<Figures extends object>(name: string, measured: Promise<Figures>): Promise<Figures> {
  const result = await measured;
  process.stdout.write(`${JSON.stringify({ name, ...result })}\n`);
  return result;
}
