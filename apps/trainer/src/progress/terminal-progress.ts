import { createLogUpdate } from 'log-update';
import type { Progress } from './progress.js';
import { bar, endText, epochText, stepText, validationText } from './progress-text.js';

const MILLISECONDS_BETWEEN_FRAMES = 100;
const BAR_WIDTH = 24;

/** A bar that is drawn over, and a line that stays for each epoch that is done. */
export function createTerminalProgress(stream: NodeJS.WriteStream, now = () => performance.now()): Progress {
  const update = createLogUpdate(stream, { showCursor: true });
  let epochs = 0;
  let stepsBefore = 0;
  let epochStartedAt = now();
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  return {
    show(event) {
      if (event.type === 'start') {
        epochs = event.epochs;
        stepsBefore = event.completedSteps;
        epochStartedAt = now();
      } else if (event.type === 'step' && now() - lastFrameAt >= MILLISECONDS_BETWEEN_FRAMES) {
        lastFrameAt = now();
        const text = stepText(event, epochs, (now() - epochStartedAt) / 1000, stepsBefore);
        update(`${bar(event.step / event.stepsPerEpoch, BAR_WIDTH)}  ${text}`);
      } else if (event.type === 'epoch') {
        epochStartedAt = now();
        stepsBefore = 0;
        update.clear();
        stream.write(`${epochText(event.record, epochs)}\n`);
      } else if (event.type === 'evaluation') {
        update.clear();
        stream.write(`${validationText(event.record, epochs)}\n`);
      } else if (event.type === 'end') {
        update.clear();
        const text = endText(event, epochs);
        if (text) stream.write(`${text}\n`);
      }
    },
    note(line) {
      // Ctrl-C shows as ^C at the cursor: the line begins below it.
      update.clear();
      stream.write(`\n${line}\n`);
    },
    close() {
      update.clear();
    },
  };
}
