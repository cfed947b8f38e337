import type { InkImage } from '@lenet/core/images';
import { create } from 'zustand';
import { requestedKept, sourceOf } from '../keeping/use-kept-models';
import type { ModelSource } from '../models/model-source';
import { publishedModels, requestedModel } from '../models/published-models';
import type { Answer } from './answer';
import { type Backend, backendNames } from './backend';
import { type Connection, connect } from './connection';
import { fallbackWords, nextBackend } from './fallback';
import type { Measurement, ModelDescription, Reply } from './messages';
import { createNewestFirst } from './newest-first';
import { requestedBackend } from './requested-backend';

export type BackendStatus = 'idle' | 'loading' | 'ready' | 'failed';

interface ReaderState {
  readonly model: ModelSource;
  /** Known once the model is loaded. */
  readonly description: ModelDescription | undefined;
  /** Who is to read: by the visitor's choice, or else by ours. */
  readonly backend: Backend;
  readonly isBackendChosen: boolean;
  readonly statuses: Readonly<Record<Backend, BackendStatus>>;
  /** The newest answer, and the number of its question; 0 before the first. */
  readonly answer: Answer | undefined;
  readonly sequence: number;
  /** Whether the answer is that to the drawing as it stands. */
  readonly isSettled: boolean;
  /** Words for the visitor about what is not as asked. */
  readonly notices: readonly string[];
  /** Why nothing can be read. */
  readonly failure: string | undefined;
}

/** So long a page takes at most to be at rest, on a telephone too. */
const START_MILLISECONDS = 1000;

const idle: ReaderState['statuses'] = { engine: 'idle', wasm: 'idle', cpu: 'idle' };

/** Who reads, and the newest answer: for all pages. */
export const useReaderStore = create<ReaderState>(() => ({
  model: publishedModels[0],
  description: undefined,
  backend: 'engine',
  isBackendChosen: false,
  statuses: idle,
  answer: undefined,
  sequence: 0,
  isSettled: true,
  notices: [],
  failure: undefined,
}));

const { getState, setState } = useReaderStore;
const connections = new Map<Backend, Connection>();
const failed = new Set<Backend>();
/** Resolves those who wait for a backend; by backend. */
const waiting = new Map<Backend, (isReady: boolean) => void>();

const questions = createNewestFirst<() => InkImage>((sequence, makeInk) =>
  connections.get(getState().backend)?.read(sequence, makeInk()),
);

/** Starts reading as the page's address says. Later calls do nothing. */
export function startReader(search: string): void {
  if (connections.size > 0) return;
  const { backend, notice: backendNotice } = requestedBackend(search);
  const { model, notice: modelNotice } = requestedModel(search);
  setState({
    model,
    backend: backend ?? 'engine',
    isBackendChosen: backend !== undefined,
    notices: [backendNotice, modelNotice].filter((notice) => notice !== undefined),
  });
  if (new URLSearchParams(search).has('kept')) void openKept(search);
  else open(getState().backend);
}

/** Begins with a network that the visitor made, or else with the usual one. */
async function openKept(search: string): Promise<void> {
  const { listKeptModels } = await import('../keeping/kept-models');
  const kept = requestedKept(search, await listKeptModels());
  chooseModel(kept ? sourceOf(kept) : getState().model);
}

/**
 * Reads a drawing; before the network is loaded too: the newest one is answered then.
 *
 * @param makeInk called when it is the drawing's turn, which comes only where no newer one has come
 */
export function read(makeInk: () => InkImage): void {
  setState({ isSettled: false });
  questions.ask(makeInk);
}

/** What was asked so far counts no more. */
export function forget(): void {
  questions.forget();
}

/** The visitor's own choice of a backend. */
export function chooseBackend(backend: Backend): void {
  setState({ isBackendChosen: true, failure: undefined });
  failed.delete(backend);
  if (getState().statuses[backend] === 'ready') become(backend);
  else {
    setState({ backend });
    open(backend);
    questions.askAgain();
  }
}

/** Another network, on the same backend. */
export function chooseModel(model: ModelSource): void {
  closeAll();
  const { backend, isBackendChosen } = getState();
  const first = isBackendChosen ? backend : 'engine';
  setState({ model, description: undefined, failure: undefined, backend: first, notices: [] });
  open(first);
  questions.askAgain();
}

export function dismissNotice(notice: string): void {
  setState(({ notices }) => ({ notices: notices.filter((each) => each !== notice) }));
}

/**
 * Times a backend, which is loaded first.
 *
 * @returns undefined where it cannot run here
 */
export async function measureBackend(backend: Backend, seen: Uint8Array): Promise<Measurement | undefined> {
  const isReady =
    getState().statuses[backend] === 'ready' ||
    (await new Promise<boolean>((resolve) => {
      waiting.set(backend, resolve);
      open(backend);
    }));
  return isReady ? connections.get(backend)?.measure(seen) : undefined;
}

function open(backend: Backend): void {
  if (connections.has(backend)) return;
  setStatus(backend, 'loading');
  const { model } = getState();
  connections.set(
    backend,
    connect(backend, model, (reply) => onReply(backend, reply)),
  );
}

function onReply(backend: Backend, reply: Exclude<Reply, { kind: 'measured' }>): void {
  if (reply.kind === 'answer') {
    const mayShow = questions.answered(reply.sequence);
    const { sequence, digits, milliseconds } = reply;
    const isSettled = questions.isSettled();
    if (mayShow) setState({ answer: { digits, milliseconds, backend }, sequence, isSettled });
  } else if (reply.kind === 'ready') {
    setStatus(backend, 'ready');
    setState({ description: reply.model });
    settle(backend, true);
    onReady(backend);
  } else {
    onFailure(backend, reply);
  }
}

function onReady(backend: Backend): void {
  const { isBackendChosen, backend: current } = getState();
  if (isBackendChosen) return;
  if (backend === 'wasm' && current === 'engine') become('wasm');
  // The engine answers already: TensorFlow.js comes when nothing more urgent is left to do.
  if (backend === 'engine') whenIdle(() => !getState().isBackendChosen && open('wasm'));
}

function onFailure(backend: Backend, { message, isModelAtFault }: Extract<Reply, { kind: 'failed' }>): void {
  connections.get(backend)?.close();
  connections.delete(backend);
  setStatus(backend, 'failed');
  settle(backend, false);
  if (isModelAtFault) {
    if (getState().backend === backend) setState({ failure: message });
    return;
  }
  failed.add(backend);
  const next = nextBackend(failed);
  if (next === undefined) {
    setState({ failure: `${backendNames[backend]} did not start (${message}), and nothing else did.` });
    return;
  }
  const { notices } = getState();
  setState({ notices: [...notices, fallbackWords(backend, message, next)] });
  if (getState().backend !== backend) return;
  setState({ backend: next });
  open(next);
  questions.askAgain();
}

/** Lets a backend that is ready read from now on. */
function become(backend: Backend): void {
  setState({ backend });
  questions.askAgain();
}

function closeAll(): void {
  for (const [backend, connection] of connections) {
    connection.close();
    settle(backend, false);
  }
  connections.clear();
  failed.clear();
  setState({ statuses: idle });
}

function settle(backend: Backend, isReady: boolean): void {
  waiting.get(backend)?.(isReady);
  waiting.delete(backend);
}

function setStatus(backend: Backend, status: BackendStatus): void {
  setState(({ statuses }) => ({ statuses: { ...statuses, [backend]: status } }));
}

/** Not beside the first answer, and whatever else a page does at its start. */
function whenIdle(action: () => void): void {
  setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(action, { timeout: 2000 });
    else action();
  }, START_MILLISECONDS);
}
