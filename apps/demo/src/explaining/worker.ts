// Runs beside the page: opens a network, and tells what each of its layers makes of a drawing.
import type { LoadedModel } from '@lenet/core/models';
import { createClassifier, type EngineClassifier } from '@lenet/engine';
import { readModel } from '../models/read-model';
import { explainInk } from './explain-ink';
import type { Reply, Request } from './messages';

interface Opened {
  readonly model: LoadedModel;
  readonly classifier: EngineClassifier;
}

let opened: Promise<Opened> | undefined;

async function open(request: Extract<Request, { kind: 'open' }>): Promise<Opened> {
  const model = await readModel(request.source, request.siteUrl);
  return { model, classifier: await createClassifier(model.architecture, model.weights) };
}

/** Puts another network in the place of the one before, which stays where the other cannot be opened. */
async function replace(request: Extract<Request, { kind: 'open' }>): Promise<void> {
  const before = opened;
  const next = open(request);
  const current = next.catch((error) => before ?? Promise.reject(error));
  // Told below; whoever asks before there is a network is told too.
  current.catch(() => {});
  opened = current;
  try {
    const { model } = await next;
    // Another one may be wanted by now, and may have been quicker; it disposes of this one.
    if (opened === current) announce(model);
    else return;
  } catch (error) {
    if (before && opened === current) announce((await before).model);
    throw error;
  }
  await (await before?.catch(() => undefined))?.classifier.dispose();
}

function announce({ manifest, architecture, weights }: LoadedModel): void {
  reply({ kind: 'opened', network: { name: manifest.name, architecture, weights } });
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    if (data.kind === 'open') {
      await replace(data);
    } else if (opened) {
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
