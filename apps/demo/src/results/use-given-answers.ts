import type { LabelledImages } from '@lenet/core';
import { useEffect, useState } from 'react';
import { publishedModels } from '../models/published-models';
import type { GivenAnswers } from './matrices-of';
import { predictImages } from './predict-images';
import type { VisitorsRun } from './read-run-folder';
import type { RecordedRun } from './recorded-run';

/** Recorded runs whose published weights have another name. */
const publishedNames: Readonly<Record<string, string>> = { 'classic-lenet-5': 'classic-lenet5' };

/**
 * What the visitor's images are read as: by the visitor's own run, where it tells, else by the published weights of the
 * network that is shown.
 *
 * @param own the visitor's run, where it is the one that is shown
 * @param onFailure told why they cannot be read
 * @returns undefined while there are none
 */
export function useGivenAnswers(
  images: LabelledImages | undefined,
  run: RecordedRun,
  own: VisitorsRun | undefined,
  onFailure: (message: string) => void,
): GivenAnswers | undefined {
  const [answers, setAnswers] = useState<
    GivenAnswers & { readonly images: LabelledImages; run: RecordedRun }
  >();

  useEffect(() => {
    if (!images) return;
    let isWanted = true;
    const name = publishedNames[run.recipe] ?? run.recipe;
    const published = publishedModels.find((model) => model.name === name) ?? publishedModels[0];
    const { labels } = images;
    const told = own?.predictions;
    const isOfRun =
      told?.actual.length === images.count && told.actual.every((label, at) => label === labels[at]);
    const read: Promise<Omit<GivenAnswers, 'labels'>> = isOfRun
      ? Promise.resolve({ predicted: told.predicted, by: 'your run', isOfRun })
      : predictImages(images, published).then((predicted) => ({
          predicted,
          by: `the published ${published.name}`,
          isOfRun,
        }));
    read.then(
      (given) => isWanted && setAnswers({ ...given, labels, images, run }),
      (error: Error) => isWanted && onFailure(error.message),
    );
    return () => {
      isWanted = false;
    };
  }, [images, run, own, onFailure]);

  return answers?.images === images && answers?.run === run ? answers : undefined;
}
