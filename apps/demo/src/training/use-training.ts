import { useCallback, useEffect, useRef, useState } from 'react';
import type { Order, Report } from './messages';
import type { TrainingPlan } from './plan';
import { afterReport, idleTraining } from './training-state';

/** A training in a worker: its state, and what can be done with it. */
export function useTraining() {
  const [state, setState] = useState(idleTraining);
  const worker = useRef<Worker>(null);
  const onSaved = useRef<(files: ReadonlyMap<string, Uint8Array>) => void>(null);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const send = (order: Order) => worker.current?.postMessage(order);

  function start(plan: TrainingPlan) {
    stop();
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    const take = (report: Report) => {
      if (report.kind === 'saved') onSaved.current?.(report.files);
      setState((old) => afterReport(old, report));
    };
    started.onmessage = ({ data }: MessageEvent<Report>) => take(data);
    started.onerror = ({ message }) =>
      take({ kind: 'failed', message: `The worker stopped: ${message || 'its script did not load'}` });
    setState({ ...idleTraining, phase: 'making-digits' });
    send({ kind: 'start', plan });
  }

  return {
    state,
    start,
    pause() {
      send({ kind: 'pause' });
      setState((old) => ({ ...old, isPaused: true }));
    },
    resume() {
      send({ kind: 'resume' });
      setState((old) => ({ ...old, isPaused: false }));
    },
    reset() {
      stop();
      setState(idleTraining);
    },
    /** The trained network as a model folder. */
    save(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
      return new Promise((resolve) => {
        onSaved.current = resolve;
        send({ kind: 'save', name });
      });
    },
  };
}
