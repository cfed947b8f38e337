import { normalizeDigit, segmentDigitsBy } from '@lenet/core/images';
import type { Picture } from '../picture/picture.js';
import { readInk } from '../picture/read-ink.js';
import type { Recognition, RecognizedDigit } from '../recognition.js';
import type { RecognizeOptions } from '../recognize-options.js';
import { classifyDigits } from './classify-digits.js';
import type { Reader } from './open-reader.js';
import { untilAborted } from './until-aborted.js';

/** @param open gives the reader, when the picture has been read */
export async function recognizeWith(
  open: () => Promise<Reader>,
  picture: Picture,
  options: RecognizeOptions,
): Promise<Recognition> {
  const { signal } = options;
  signal?.throwIfAborted();
  const ink = await untilAborted(readInk(picture, options), signal);
  const digit = normalizeDigit(ink);
  const reader = await untilAborted(open(), signal);
  const [recognition] = await classifyDigits(reader, [digit], options);
  return recognition;
}

/** @param open gives the reader, when the picture has been read */
export async function recognizeAllWith(
  open: () => Promise<Reader>,
  picture: Picture,
  options: RecognizeOptions,
): Promise<RecognizedDigit[]> {
  const { signal } = options;
  signal?.throwIfAborted();
  const ink = await untilAborted(readInk(picture, options), signal);
  const reader = await untilAborted(open(), signal);
  const segments = await segmentDigitsBy(ink, (candidates) =>
    classifyDigits(
      reader,
      candidates.map((candidate) => normalizeDigit(candidate.ink)),
      options,
    ),
  );
  // What is too faint to be seen in 28x28 is no digit.
  return segments.flatMap(({ box, reading }) => (reading.decision === 'blank' ? [] : [{ ...reading, box }]));
}
