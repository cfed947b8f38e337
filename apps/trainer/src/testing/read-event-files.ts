import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords } from '../tensorboard/record-frames.js';

/** What an event file says of one scalar: `[step, value]`. */
type Points = Record<string, [number, number][]>;

/** The scalars of all event files in a folder, in the order of their names, duplicates and all. */
export function readScalars(folder: string): Points {
  const points: Points = {};
  for (const name of readdirSync(folder).sort()) {
    for (const { data } of readRecords(readFileSync(join(folder, name)))) {
      const event = readFields(data);
      for (const summary of event.filter(({ number }) => number === 5)) {
        for (const { value } of readFields(summary.value as Uint8Array)) {
          const [tag, scalar] = readFields(value as Uint8Array);
          const step = event.find(({ number }) => number === 2)?.value as number;
          const text = new TextDecoder().decode(tag.value as Uint8Array);
          points[text] ??= [];
          points[text].push([step, scalar.value as number]);
        }
      }
    }
  }
  return points;
}

/** The fields of a message in protocol buffers, as far as event files need it. */
export function readFields(bytes: Uint8Array): { number: number; value: number | Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const take = (count: number) => {
    at += count;
    return at - count;
  };
  const valuesOf: Record<number, () => number | Uint8Array> = {
    0: varint,
    1: () => view.getFloat64(take(8), true),
    2: () => {
      const length = varint();
      const start = take(length);
      return bytes.subarray(start, start + length);
    },
    5: () => view.getFloat32(take(4), true),
  };
  const fields: { number: number; value: number | Uint8Array }[] = [];
  while (at < bytes.length) {
    const key = varint();
    fields.push({ number: key >> 3, value: valuesOf[key & 7]() });
  }
  return fields;
}
