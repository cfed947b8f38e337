import type { BackendRequest } from './probe-backend.js';

/** What the process of a check is asked to look at. */
export type ProbeRequest =
  | ({ readonly kind: 'backend' } & BackendRequest)
  | { readonly kind: 'data'; readonly folder: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Looks in a process of its own, so that neither a disk that hangs nor a library that crashes matters. */
export type AskProbe = <Answer>(request: ProbeRequest) => Promise<Answer>;
