// A published network, and what it makes of normalised digits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifyTogether, classifyWithTest, type Decision, decide } from '@lenet/core';
import { type InkImage, normalizeDigit, segmentDigitsBy } from '@lenet/core/images';
import { loadModelFolder } from '@lenet/core/models';
import { createClassifier } from '@lenet/engine';

const SIDE = 28;

/** Reads as `lenet predict` does, but for the thresholds. */
export interface PictureReader {
  readonly name: string;
  readonly version: string;
  /** What is made of each by the rules of the manifest; null where no ink was found. */
  decide(digits: readonly (Uint8Array | null)[]): Promise<Decision[]>;
  /** The most probable digit of each; -1 where no ink was found. */
  read(digits: readonly (Uint8Array | null)[]): Promise<number[]>;
  /** What is made of each digit of a picture, in reading order. */
  readSeveral(ink: InkImage): Promise<Decision[]>;
  dispose(): Promise<void>;
}

export async function openReader(folder: string): Promise<PictureReader> {
  const { manifest, architecture, weights } = await loadModelFolder(
    async (name) => new Uint8Array(readFileSync(join(folder, name))),
  );
  const classifier = await createClassifier(architecture, weights);
  const { temperature = 1, thresholds, digitTest } = manifest;

  async function decideAll(
    digits: readonly (Uint8Array | null)[],
    classify = classifyWithTest,
  ): Promise<Decision[]> {
    const pixels = new Uint8Array(digits.length * SIDE * SIDE);
    for (const [index, digit] of digits.entries()) if (digit) pixels.set(digit, index * SIDE * SIDE);
    const images = { pixels, count: digits.length, height: SIDE, width: SIDE };
    const { logits, digitScores } = await classify(classifier, digitTest, images);
    return digits.map((digit, index) =>
      decide(logits.subarray(index * 10, index * 10 + 10), {
        isBlank: digit === null,
        temperature,
        ...(thresholds && { answerThreshold: thresholds.answer }),
        ...(digitScores && { digitScore: digitScores[index] }),
      }),
    );
  }

  return {
    name: manifest.name,
    version: manifest.version,
    decide: (digits) => decideAll(digits),
    read: async (digits) => (await decideAll(digits)).map(({ digit }) => digit ?? -1),
    async readSeveral(ink) {
      const segments = await segmentDigitsBy(ink, (candidates) =>
        decideAll(
          candidates.map((candidate) => normalizeDigit(candidate.ink)),
          classifyTogether,
        ),
      );
      return segments.map(({ reading }) => reading);
    },
    dispose: async () => classifier.dispose(),
  };
}
