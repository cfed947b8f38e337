import type { Checkpoint } from '@lenet/core/training';

/** What of a line matters here; lines of other kinds are kept. */
type LoggedEvent = {
  readonly type?: string;
  readonly record?: { readonly epoch: number; readonly step?: number };
};

/**
 * The event log as it was at a checkpoint, so that what is done again is not told twice: without the
 * epochs and evaluations after it, the end of a run that goes on, and lines that a kill or a full disk cut.
 *
 * @param text of `events.jsonl`
 * @param checkpoint where the run goes on; undefined: from its start
 */
export function eventsUpTo(text: string, checkpoint: Checkpoint | undefined): string {
  const epochs = checkpoint?.history.length ?? 0;
  const steps = checkpoint?.begun?.stepsDone ?? 0;
  const isBefore = ({ epoch, step = 0 }: { epoch: number; step?: number }) =>
    epoch <= epochs || (epoch === epochs + 1 && step <= steps);
  const isKept = (line: string) => {
    const event = parseLine(line);
    if (!event || event.type === 'end') return false;
    if (!event.record) return true;
    return event.type === 'epoch' ? event.record.epoch <= epochs : isBefore(event.record);
  };
  // After the last line break there is nothing, or a line that was cut.
  const lines = text.split('\n').slice(0, -1).filter(isKept);
  return lines.map((line) => `${line}\n`).join('');
}

function parseLine(line: string): LoggedEvent | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
