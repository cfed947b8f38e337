import type { InkImage } from '@lenet/core/images';
import { useEffect, useRef, useState } from 'react';
import type { ModelSource } from '../models/model-source';
import { publishedModels } from '../models/published-models';
import { createNewestFirst, type NewestFirst } from '../reading/newest-first';
import { siteUrl } from '../shell/site-url';
import type { Explanation, OpenedNetwork, Reply, Request } from './messages';

export interface ExplanationState {
  /** Known once it is loaded. */
  readonly network: OpenedNetwork | undefined;
  /** Of the newest drawing, and the number of its question; 0 before the first. */
  readonly explanation: Explanation | undefined;
  readonly sequence: number;
  readonly failure: string | undefined;
}

const initialState: ExplanationState = {
  network: undefined,
  explanation: undefined,
  sequence: 0,
  failure: undefined,
};

/**
 * Looks into a network in a worker, so that the pen never waits.
 *
 * @param ink the drawing as it is now; explained whenever it is another one
 * @param source which network; the same object as long as it is the same one. @default the published one
 */
export function useExplanation(
  ink: InkImage | undefined,
  source: ModelSource = publishedModels[0],
): ExplanationState {
  const [state, setState] = useState(initialState);
  const worker = useRef<{ questions: NewestFirst<InkImage>; open: (source: ModelSource) => void }>(null);

  useEffect(() => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const send = (request: Request) => started.postMessage(request);
    const questions = createNewestFirst<InkImage>((sequence, ink) =>
      send({ kind: 'explain', sequence, ink }),
    );
    worker.current = { questions, open: (source) => send({ kind: 'open', source, siteUrl: siteUrl() }) };
    const fail = (failure: string) => setState((old) => ({ ...old, failure }));
    started.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'opened')
        setState((old) => ({ ...old, network: data.network, explanation: undefined, failure: undefined }));
      else if (data.kind === 'failed') fail(data.message);
      else if (questions.answered(data.sequence))
        setState((old) => ({ ...old, explanation: data.explanation, sequence: data.sequence }));
    };
    started.onerror = ({ message }) => fail(`The worker stopped: ${message || 'its script did not load'}`);
    return () => started.terminate();
  }, []);

  useEffect(() => {
    const { open, questions } = worker.current!;
    open(source);
    questions.askAgain();
  }, [source]);

  useEffect(() => {
    if (ink) worker.current!.questions.ask(ink);
  }, [ink]);

  return state;
}
