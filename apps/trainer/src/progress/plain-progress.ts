import type { Progress } from './progress.js';
import { endText, epochText, stepText, validationText } from './progress-text.js';

/** Often enough to see that it lives, seldom enough for a log file. */
const SECONDS_BETWEEN_LINES = 15;

/** Lines for a log: one when an epoch is done, and one now and then while it runs. */
export function createPlainProgress(stream: NodeJS.WritableStream, now = () => performance.now()): Progress {
  let epochs = 0;
  let stepsBefore = 0;
  let epochStartedAt = now();
  let lastLineAt = now();
  return {
    show(event) {
      if (event.type === 'start') {
        epochs = event.epochs;
        stepsBefore = event.completedSteps;
        epochStartedAt = lastLineAt = now();
      } else if (event.type === 'step' && now() - lastLineAt >= SECONDS_BETWEEN_LINES * 1000) {
        lastLineAt = now();
        stream.write(`${stepText(event, epochs, (now() - epochStartedAt) / 1000, stepsBefore)}\n`);
      } else if (event.type === 'epoch') {
        epochStartedAt = lastLineAt = now();
        stepsBefore = 0;
        stream.write(`${epochText(event.record, epochs)}\n`);
      } else if (event.type === 'evaluation') {
        stream.write(`${validationText(event.record, epochs)}\n`);
      } else if (event.type === 'end') {
        const text = endText(event, epochs);
        if (text) stream.write(`${text}\n`);
      }
    },
    note: (line) => void stream.write(`${line}\n`),
    close() {},
  };
}
