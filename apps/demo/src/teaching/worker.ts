// Runs beside the page: reads drawings, and learns the visitor's handwriting.
import { type Classifier, classifyWithTest, decide, type LabelledImages, type Weights } from '@lenet/core';
import { normalizeDigit } from '@lenet/core/images';
import type { LoadedModel } from '@lenet/core/models';
import { createClassifier } from '@lenet/engine';
import { modelFolderFiles } from '../model-files/model-folder-files';
import { readModel } from '../models/read-model';
import { makeDigits } from '../training/make-digits';
import { type Learned, learnHandwriting, MIXED_COUNT, OTHERS_COUNT } from './learn-handwriting';
import type { Reply, Request } from './messages';

let model: Promise<LoadedModel>;
let classifier: Promise<Classifier>;
let learned: (Learned & { readonly sampleCount: number }) | undefined;
/** Made once, while the visitor draws. */
let digits: Promise<{ readonly mixed: LabelledImages; readonly others: LabelledImages }>;

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    await answer(data);
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).message });
  }
});

async function answer(request: Request): Promise<void> {
  switch (request.kind) {
    case 'open':
      model = readModel(request.source, request.siteUrl);
      classifier = model.then(({ architecture, weights }) => createClassifier(architecture, weights));
      digits = makeOtherDigits();
      await classifier;
      return;
    case 'read':
      return read(request);
    case 'learn': {
      const { mixed, others } = await digits;
      const network = await model;
      const result = await learnHandwriting(network, request.samples, mixed, others);
      learned = { ...result, sampleCount: request.samples.length };
      await readWith(result.weights);
      const { weights: _weights, ...told } = result;
      return reply({ kind: 'learned', learned: told });
    }
    case 'unlearn':
      learned = undefined;
      return readWith((await model).weights);
    case 'save':
      return save(request.name);
  }
}

async function read({ sequence, ink }: Extract<Request, { kind: 'read' }>): Promise<void> {
  const normalised = normalizeDigit(ink);
  const seen = normalised ?? new Uint8Array(28 * 28);
  const image = { pixels: seen, count: 1, height: 28, width: 28 };
  const network = await classifier;
  const { temperature, thresholds, digitTest } = (await model).manifest;
  // Both were fitted to the weights as they are published: what has learned since is not judged by them.
  const test = learned ? undefined : digitTest;
  const { logits, digitScores } = await classifyWithTest(network, test, image);
  const decision = decide(logits, {
    isBlank: normalised === null,
    ...(temperature !== undefined && { temperature }),
    ...(thresholds && !learned && { answerThreshold: thresholds.answer }),
    ...(digitScores && { digitScore: digitScores[0] }),
  });
  reply({ kind: 'read', sequence, answer: { ...decision, seen } });
}

async function readWith(weights: Weights): Promise<void> {
  const before = classifier;
  classifier = createClassifier((await model).architecture, weights);
  await classifier;
  await (await before).dispose();
}

async function save(name: string): Promise<void> {
  const { manifest, architecture } = await model;
  const { weights, others, sampleCount } = learned!;
  const synthetic = (title: string, count: number) =>
    ({ kind: 'synthetic', title, files: [], count }) as const;
  const files = await modelFolderFiles({
    name,
    architecture,
    weights,
    training: {
      recipe: 'handwriting',
      options: { beganWith: `${manifest.name} ${manifest.version}`, samplesOfTheVisitor: sampleCount },
      seed: 1,
      backend: 'Lenet engine strict',
      data: synthetic('synthetic stroke digits and the visitor’s own', MIXED_COUNT + sampleCount),
    },
    evaluation: {
      accuracy: others.after,
      loss: others.lossAfter,
      data: synthetic('synthetic stroke digits, held back', others.count),
    },
    temperature: manifest.temperature,
  });
  reply({ kind: 'saved', files });
}

async function makeOtherDigits() {
  const mixed = await makeDigits({ count: MIXED_COUNT, seed: 9 });
  return { mixed, others: await makeDigits({ count: OTHERS_COUNT, seed: 5, split: 'test' }) };
}

function reply(message: Reply) {
  postMessage(message);
}
