import { type Classifier, type ClassifierImages, createPlainClassifier } from '@lenet/core';
import type { LoadedModel } from '@lenet/core/models';
import { createClassifier, explainUnsupported, supportedBuild } from '@lenet/engine';
import { fitImages } from '../images/fit-images.js';

/**
 * Images from which TensorFlow.js is sooner done. Measured on one server core: plain TypeScript
 * takes 0.47 ms an image and is ready at once; TensorFlow.js wasm takes 0.04 ms, after 260 ms of loading.
 */
const MANY_IMAGES = 600;

type Model = Pick<LoadedModel, 'architecture' | 'weights'>;

/**
 * A classifier that computes with whichever is soonest done: the engine where it computes the network, else
 * a few images in plain TypeScript, and many on TensorFlow.js wasm, which is loaded when it is first needed
 * and serves all calls after that.
 *
 * @param options.threads of the engine, for many images at once; results do not depend on it. @default 1
 */
export async function openClassifier(
  model: Model,
  options: { readonly threads?: number } = {},
): Promise<Classifier> {
  const { architecture, weights } = model;
  const classifier = (await canUseEngine(model))
    ? await createClassifier(architecture, weights, options)
    : createPlainOrTfjsClassifier(model);
  const { activations, features } = classifier;
  return {
    ...classifier,
    classify: (images) => classifier.classify(fitImages(architecture, images)),
    ...(features && { features: (images) => features(fitImages(architecture, images)) }),
    ...(activations && { activations: (image) => activations(fitImages(architecture, image)) }),
  };
}

/** Not where the host has no WebAssembly with SIMD, or no memory that threads could share. */
async function canUseEngine({ architecture }: Model): Promise<boolean> {
  if (explainUnsupported(architecture) !== undefined) return false;
  return supportedBuild('strict').then(
    () => true,
    () => false,
  );
}

function createPlainOrTfjsClassifier({ architecture, weights }: Model): Classifier {
  let current = createPlainClassifier(architecture, weights);
  let isFastest = false;
  let imageCount = 0;
  async function choose(images: ClassifierImages): Promise<Classifier> {
    imageCount += images.count;
    if (!isFastest && imageCount >= MANY_IMAGES) {
      current = (await loadTfjsClassifier({ architecture, weights })) ?? current;
      isFastest = true;
    }
    return current;
  }
  return {
    architecture,
    classify: async (images) => (await choose(images)).classify(images),
    ...(current.features && {
      features: async (images: ClassifierImages) => (await choose(images)).features!(images),
    }),
    dispose: () => current.dispose(),
  };
}

/** @returns undefined where wasm does not load; plain TypeScript gives the same answers, later */
async function loadTfjsClassifier(model: Model): Promise<Classifier | undefined> {
  const { BackendUnavailableError } = await import('../backends/backend-unavailable-error.js');
  const { loadTfjsBackend } = await import('../backends/tfjs-backend.js');
  try {
    await loadTfjsBackend('wasm');
  } catch (error) {
    if (error instanceof BackendUnavailableError) return undefined;
    throw error;
  }
  const { createTfjsClassifier } = await import('@lenet/core/tfjs');
  return createTfjsClassifier(model.architecture, model.weights);
}
