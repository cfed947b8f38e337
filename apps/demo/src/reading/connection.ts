import type { ModelSource } from '../models/model-source';
import { siteUrl } from '../shell/site-url';
import type { Backend } from './backend';
import type { Measurement, Reply, Request } from './messages';

/** A worker that reads with one backend. */
export interface Connection {
  /** The ink goes over to the worker: it cannot be used here any more. */
  read(sequence: number, ink: Extract<Request, { kind: 'read' }>['ink']): void;
  /** Never settles where the backend cannot start; one at a time. */
  measure(seen: Uint8Array): Promise<Measurement>;
  close(): void;
}

/**
 * Starts a worker with a backend and a network.
 *
 * @param onReply told of everything but measurements
 */
export function connect(
  backend: Backend,
  model: ModelSource,
  onReply: (reply: Exclude<Reply, { kind: 'measured' }>) => void,
): Connection {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const send = (request: Request, transferred: Transferable[] = []) =>
    worker.postMessage(request, transferred);
  let onMeasured = (_: Measurement) => {};
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'measured') onMeasured(data.measurement);
    else onReply(data);
  };
  worker.onerror = ({ message }) =>
    onReply({ kind: 'failed', message: `its worker stopped: ${message}`, isModelAtFault: false });
  send({
    kind: 'start',
    backend,
    model,
    siteUrl: siteUrl(),
    wasmPath: process.env.NEXT_PUBLIC_WASM_PATH!,
  });
  return {
    read: (sequence, ink) => send({ kind: 'read', sequence, ink }, [ink.pixels.buffer as ArrayBuffer]),
    measure(seen) {
      send({ kind: 'measure', seen });
      return new Promise((resolve) => {
        onMeasured = resolve;
      });
    },
    close() {
      // An error of a script that it was still loading may come after its end.
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    },
  };
}
