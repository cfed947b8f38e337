// Runs beside the page: loads a network on a backend, then answers one drawing after the other.
import { type Classifier, countParameters } from '@lenet/core';
import type { LoadedModel } from '@lenet/core/models';
import { readModel } from '../models/read-model';
import { measure } from './measure';
import type { ModelDescription, Reply, Request } from './messages';
import { openClassifier } from './open-classifier';
import { readInk } from './read-ink';

interface Reader {
  readonly classifier: Classifier;
  readonly manifest: LoadedModel['manifest'];
}

let opened: Promise<Reader | undefined>;

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'start') {
    opened = open(data);
    return;
  }
  const reader = await opened;
  if (reader === undefined) return;
  if (data.kind === 'read') {
    const start = performance.now();
    const digits = await readInk(data.ink, reader.classifier, reader.manifest);
    reply({ kind: 'answer', sequence: data.sequence, digits, milliseconds: performance.now() - start });
  } else {
    reply({ kind: 'measured', measurement: await measure(reader.classifier, data.seen) });
  }
});

/** @returns undefined where it failed, which the page has been told */
async function open({
  backend,
  model: source,
  siteUrl,
  wasmPath,
}: Extract<Request, { kind: 'start' }>): Promise<Reader | undefined> {
  let model: LoadedModel;
  try {
    model = await readModel(source, siteUrl);
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).message, isModelAtFault: true });
    return undefined;
  }
  try {
    const classifier = await openClassifier(backend, model, new URL(wasmPath, siteUrl).href);
    const { manifest } = model;
    // The first picture takes many times as long as the others: not while somebody waits.
    await readInk({ pixels: new Uint8Array(40 * 40).fill(255), height: 40, width: 40 }, classifier, manifest);
    reply({ kind: 'ready', model: describe(model) });
    return { classifier, manifest };
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).message, isModelAtFault: false });
    return undefined;
  }
}

function describe({ manifest, architecture }: LoadedModel): ModelDescription {
  const { accuracy, loss, data } = manifest.evaluation;
  return {
    name: manifest.name,
    version: manifest.version,
    architecture: architecture.name,
    parameterCount: countParameters(architecture),
    evaluation: { accuracy, loss, count: data.count, title: data.title },
  };
}

function reply(message: Reply) {
  postMessage(message);
}
