// One side of the protocol; the other is contestant-process.ts.
import { createInterface } from 'node:readline';
import type { EpochAnswer, Introduction } from './contestant-process.ts';
import { peakBytes } from './process-usage.ts';

/**
 * Introduces this process, and trains once for each line `epoch` on standard input.
 *
 * @param train returns the mean loss
 * @throws Error at another line
 */
export async function serveEpochs(introduction: Introduction, train: () => Promise<number>): Promise<void> {
  answer(introduction);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'epoch') throw new Error(`Contestant: expected the line "epoch", got "${line}".`);
    const start = performance.now();
    const cpuStart = process.cpuUsage();
    const loss = await train();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpuStart);
    answer({ seconds, cpuSeconds: (user + system) / 1e6, loss, peakBytes: peakBytes() ?? null });
  }
}

function answer(value: Introduction | EpochAnswer): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
