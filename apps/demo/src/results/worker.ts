// Runs beside the page: reads the visitor's test images with a network.
import { argMax, type LabelledImages } from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { createClassifier } from '@lenet/engine';
import type { ModelSource } from '../models/model-source';
import { readModel } from '../models/read-model';

/** What the page asks, once. */
export interface Question {
  readonly source: ModelSource;
  /** With a final slash. */
  readonly siteUrl: string;
  readonly images: LabelledImages;
}

/** One class for each image, or why there is none. */
export type Reply = { readonly predicted: Uint8Array } | { readonly failure: string };

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  try {
    const { architecture, weights } = await readModel(data.source, data.siteUrl);
    const classifier = await createClassifier(architecture, weights);
    const [height, width] = architecture.inputShape;
    // LeNet-5 of 1998 wants background around the digit.
    const isSmaller = data.images.height < height || data.images.width < width;
    const images = isSmaller ? padImages(data.images, height, width) : data.images;
    reply({ predicted: argMax(await classifier.classify(images), images.classCount) });
    await classifier.dispose();
  } catch (error) {
    reply({ failure: (error as Error).message });
  }
});

function reply(message: Reply) {
  postMessage(message);
}
