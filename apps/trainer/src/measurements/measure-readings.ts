import type { LabelledImages } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import type { FileModel } from '../formats/file-model.js';
import { openClassifier } from '../models/open-classifier.js';
import { measureRefusals, picturesToShow, type RefusalFigures } from './measure-refusals.js';
import type { ReadingFigures } from './measurements.js';

/** A network and by which rules it answers. */
export interface ReadModel extends FileModel {
  readonly name: string;
  readonly version?: string;
  readonly rules: Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'>;
}

/** What each network makes of the same images: digits of the test set and of all styles, and what is no digit. */
export async function measureReadings(
  models: readonly ReadModel[],
  test: LabelledImages,
): Promise<ReadingFigures[]> {
  const readings: ReadingFigures[] = [];
  const pictures = picturesToShow(test);
  for (const model of models) {
    const { name, version, rules } = model;
    const classifier = await openClassifier(model);
    try {
      const { digits, generatedDigits, kinds } = await measureRefusals(classifier, rules, pictures);
      readings.push({
        name,
        ...(version && { version }),
        digits,
        generatedDigits,
        nonDigits: {
          all: meanOf(kinds),
          heldBack: meanOf(kinds.filter(({ use }) => use === 'measuring')),
        },
      });
    } finally {
      await classifier.dispose();
    }
  }
  return readings;
}

const meanOf = (kinds: RefusalFigures['kinds']) => ({
  kinds: kinds.length,
  refused: kinds.reduce((sum, { refused }) => sum + refused, 0) / kinds.length,
});
