import { type Architecture, argMax, evaluateLogits, type LabelledImages } from '@lenet/core';
import { confusionMatrix } from '@lenet/core/metrics';
import { type RecipeSettings, train } from '@lenet/core/training';
import { createLearner } from '@lenet/engine';

const round = (value: number) => Number(value.toFixed(5));

/** Trains one recipe on the engine and keeps the figures of each epoch. */
export async function recordRun(fields: {
  settings: RecipeSettings;
  architecture: Architecture;
  training: LabelledImages;
  heldOut: LabelledImages;
  test: LabelledImages;
  onEpoch(text: string): void;
}) {
  const { settings, architecture, training, heldOut, test } = fields;
  const { epochs, batchSize, schedule, optimizer, augmentation, seed } = settings;
  const learner = await createLearner(architecture, { seed, optimizer });
  const measure = async (images: LabelledImages) => {
    const logits = await learner.predict(images);
    const { loss, accuracy } = evaluateLogits(logits, images.labels, images.classCount);
    const predictions = argMax(logits, images.classCount);
    return {
      loss: round(loss),
      accuracy,
      confusionMatrix: confusionMatrix(images.labels, predictions, { classCount: images.classCount }),
    };
  };
  const history = [];
  const options = { training, epochs, batchSize, schedule, augmentation, seed };
  for await (const event of train(learner, options)) {
    if (event.type !== 'epoch') continue;
    const { epoch, training: learned } = event.record;
    const validation = await measure(heldOut);
    history.push({
      epoch,
      training: { loss: round(learned.loss), accuracy: round(learned.accuracy) },
      validation,
    });
    fields.onEpoch(`epoch ${epoch}: loss ${validation.loss}, accuracy ${validation.accuracy}`);
  }
  const { backend } = learner;
  const measured = await measure(test);
  await learner.dispose();
  return {
    seed,
    backend,
    trainingCount: training.count,
    validationCount: heldOut.count,
    testCount: test.count,
    history,
    test: measured,
  };
}
