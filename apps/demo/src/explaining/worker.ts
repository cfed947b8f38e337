// Runs beside the page: opens a network, and tells what each of its layers makes of a drawing.
import type { LoadedModel } from '@lenet/core/models';
import { createClassifier, type EngineClassifier } from '@lenet/engine';
import { readModel } from '../models/read-model';
import { explainInk } from './explain-ink';
import type { Reply, Request } from './messages';

let opened: Promise<{ readonly model: LoadedModel; readonly classifier: EngineClassifier }>;

async function open(request: Extract<Request, { kind: 'open' }>) {
  const model = await readModel(request.source, request.siteUrl);
  return { model, classifier: await createClassifier(model.architecture, model.weights) };
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    if (data.kind === 'open') {
      const before = opened;
      opened = open(data);
      const { model } = await opened;
      const { architecture, weights, manifest } = model;
      reply({ kind: 'opened', network: { name: manifest.name, architecture, weights } });
      await (await before)?.classifier.dispose();
    } else {
      const { model, classifier } = await opened;
      const explanation = await explainInk(data.ink, classifier, model.manifest);
      reply({ kind: 'explained', sequence: data.sequence, explanation });
    }
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).message });
  }
});

function reply(message: Reply) {
  postMessage(message);
}
