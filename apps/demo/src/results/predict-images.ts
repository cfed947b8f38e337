import type { LabelledImages } from '@lenet/core';
import type { ModelSource } from '../models/model-source';
import { siteUrl } from '../shell/site-url';
import type { Question, Reply } from './worker';

/**
 * What a network reads each image as, computed beside the page.
 *
 * @throws {Error} in words for the visitor
 */
export async function predictImages(images: LabelledImages, source: ModelSource): Promise<Uint8Array> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  try {
    const question: Question = { source, siteUrl: siteUrl(), images };
    const reply = await new Promise<Reply>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
      worker.onerror = ({ message }) => resolve({ failure: `The worker stopped: ${message}` });
      worker.postMessage(question);
    });
    if ('failure' in reply) throw new Error(reply.failure);
    return reply.predicted;
  } finally {
    worker.terminate();
  }
}
