import type { InkImage } from '@lenet/core/images';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from './answer';
import type { ReaderDescription, Reply, Request } from './messages';
import { createNewestFirst, type NewestFirst } from './newest-first';
import { requestedBackend } from './requested-backend';

export interface ReaderState {
  /** Known once the model is loaded. */
  readonly reader: ReaderDescription | undefined;
  /** The newest answer, and the number of its question; 0 before the first. */
  readonly answer: Answer | undefined;
  readonly sequence: number;
  /** Words for the visitor about what is not as asked. */
  readonly notices: readonly string[];
  /** Why nothing can be read. */
  readonly failure: string | undefined;
}

const initialState: ReaderState = {
  reader: undefined,
  answer: undefined,
  sequence: 0,
  notices: [],
  failure: undefined,
};

/**
 * Reads drawings in a worker, so that the pen never waits.
 *
 * @returns the state, and the two things that can be asked: `read` a drawing (before the model is loaded
 *   too: the newest one is answered then) and `forget` all earlier ones
 */
export function useReader() {
  const [state, setState] = useState(initialState);
  const questions = useRef<NewestFirst<InkImage>>(null);

  useEffect(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const send = (request: Request) => worker.postMessage(request);
    const { backend, notice } = requestedBackend(location.search);
    const ordered = createNewestFirst<InkImage>((sequence, ink) => send({ kind: 'read', sequence, ink }));
    questions.current = ordered;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'answer' && !ordered.answered(data.sequence)) return;
      setState((old) => nextState(old, data));
    };
    worker.onerror = ({ message }) =>
      setState((old) => nextState(old, { kind: 'failed', message: `The worker stopped: ${message}` }));
    setState({ ...initialState, notices: notice === undefined ? [] : [notice] });
    send({
      kind: 'start',
      backend,
      wasmUrl: new URL(process.env.NEXT_PUBLIC_WASM_PATH!, document.baseURI).href,
      modelUrl: new URL(process.env.NEXT_PUBLIC_MODEL_PATH!, document.baseURI).href,
    });
    return () => worker.terminate();
  }, []);

  const read = useCallback((ink: InkImage) => questions.current?.ask(ink), []);
  const forget = useCallback(() => questions.current?.forget(), []);
  return { state, read, forget };
}

function nextState(old: ReaderState, reply: Reply): ReaderState {
  switch (reply.kind) {
    case 'ready': {
      const { reader } = reply;
      return { ...old, reader, notices: reader.notice ? [...old.notices, reader.notice] : old.notices };
    }
    case 'answer':
      return { ...old, answer: reply.answer, sequence: reply.sequence };
    case 'failed':
      return { ...old, failure: reply.message };
  }
}
