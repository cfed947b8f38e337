import type { InkImage } from '@lenet/core/images';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sample } from '../keeping/database';
import { publishedModels } from '../models/published-models';
import { createNewestFirst, type NewestFirst } from '../reading/newest-first';
import { siteUrl } from '../shell/site-url';
import type { Learned } from './learn-handwriting';
import type { Reply, Request, TeachingAnswer } from './messages';

export interface TeacherState {
  readonly answer: TeachingAnswer | undefined;
  /** Number of the question that `answer` is of; 0 before the first. */
  readonly sequence: number;
  readonly isLearning: boolean;
  readonly learned: Omit<Learned, 'weights'> | undefined;
  readonly failure: string | undefined;
}

const initialState: TeacherState = {
  answer: undefined,
  sequence: 0,
  isLearning: false,
  learned: undefined,
  failure: undefined,
};

/** A network in a worker that reads the visitor's drawings and learns from the visitor's corrections. */
export function useTeacher() {
  const [state, setState] = useState(initialState);
  const worker = useRef<Worker>(null);
  const questions = useRef<NewestFirst<InkImage>>(null);
  const onSaved = useRef<(files: ReadonlyMap<string, Uint8Array>) => void>(null);
  const send = useCallback((request: Request) => worker.current?.postMessage(request), []);

  useEffect(() => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    const ordered = createNewestFirst<InkImage>((sequence, ink) => send({ kind: 'read', sequence, ink }));
    questions.current = ordered;
    const fail = (failure: string) => setState((old) => ({ ...old, failure, isLearning: false }));
    started.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'failed') fail(data.message);
      else if (data.kind === 'saved') onSaved.current?.(data.files);
      else if (data.kind === 'learned') {
        setState((old) => ({ ...old, learned: data.learned, isLearning: false }));
        ordered.askAgain();
      } else if (ordered.answered(data.sequence))
        setState((old) => ({ ...old, answer: data.answer, sequence: data.sequence }));
    };
    started.onerror = ({ message }) => fail(`The worker stopped: ${message || 'its script did not load'}`);
    send({ kind: 'open', source: publishedModels[0], siteUrl: siteUrl() });
    return () => started.terminate();
  }, [send]);

  const read = useCallback((ink: InkImage) => questions.current?.ask(ink), []);
  return {
    state,
    read,
    learn(samples: readonly Sample[]) {
      setState((old) => ({ ...old, isLearning: true, failure: undefined }));
      send({ kind: 'learn', samples });
    },
    unlearn() {
      setState((old) => ({ ...old, learned: undefined }));
      send({ kind: 'unlearn' });
      questions.current?.askAgain();
    },
    save(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
      return new Promise((resolve) => {
        onSaved.current = resolve;
        send({ kind: 'save', name });
      });
    },
  };
}
