// The fields of TensorFlow's Event message that a scalar needs, in protocol buffers.
// Sources: tensorflow/core/util/event.proto, tensorflow/core/framework/summary.proto,
// https://protobuf.dev/programming-guides/encoding.

/** One message of an event file. */
export interface LogEvent {
  /** Seconds since 1970. */
  readonly wallTime: number;
  /** Optimizer steps done; 0 or more. */
  readonly step: number;
  /** Of the first message only. */
  readonly fileVersion?: string;
  /** Of a message that begins a session: readers drop what they have of later steps. */
  readonly isSessionStart?: boolean;
  readonly scalars?: Readonly<Record<string, number>>;
}

/** How the value of a field is written. */
const wire = { varint: 0, bits64: 1, bytes: 2, bits32: 5 } as const;

/** What a field begins with. */
const key = (number: number, type: number) => (number << 3) | type;

/** Largest step that is read back; far beyond any run. */
const MAXIMUM_STEP = 2 ** 48;

/** @returns the message, without a frame */
export function encodeEvent({ wallTime, step, fileVersion, isSessionStart, scalars }: LogEvent): Uint8Array {
  const values = Object.entries(scalars ?? {}).map(([tag, value]) =>
    // Summary.value = 1: Value.tag = 1, Value.simple_value = 2
    bytesField(1, join(bytesField(1, new TextEncoder().encode(tag)), floatField(2, value))),
  );
  return join(
    doubleField(1, wallTime),
    // Fields that are 0 are left out.
    step === 0 ? empty : varintField(2, step),
    fileVersion === undefined ? empty : bytesField(3, new TextEncoder().encode(fileVersion)),
    values.length === 0 ? empty : bytesField(5, join(...values)),
    // Event.session_log = 7: SessionLog.status = 1, SessionLog.START = 1
    isSessionStart ? bytesField(7, varintField(1, 1)) : empty,
  );
}

/**
 * The step of a message that `encodeEvent` made.
 *
 * @returns `undefined` when it is another's
 */
export function eventStep(message: Uint8Array): number | undefined {
  const stepStart = 9;
  if (message[0] !== key(1, wire.bits64)) return undefined;
  if (message[stepStart] !== key(2, wire.varint)) return 0;
  let step = 0;
  for (let index = stepStart + 1, scale = 1; index < message.length && scale < MAXIMUM_STEP; index++) {
    step += (message[index] & 0x7f) * scale;
    if (message[index] < 0x80) return step;
    scale *= 0x80;
  }
  return undefined;
}

const empty = new Uint8Array();

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Uint8Array.from([...bytes, rest]);
}

function varintField(number: number, value: number): Uint8Array {
  return join(varint(key(number, wire.varint)), varint(value));
}

function bytesField(number: number, bytes: Uint8Array): Uint8Array {
  return join(varint(key(number, wire.bytes)), varint(bytes.length), bytes);
}

function floatField(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return join(varint(key(number, wire.bits32)), bytes);
}

function doubleField(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return join(varint(key(number, wire.bits64)), bytes);
}
