// Keeps the whole site on the device after the first visit, each version of it whole, and adds the headers
// that isolate the page where the host sends none. Bundled by build/service-worker.mjs, which lists the files.
import { addPlugins, cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { isolated } from './isolated';

/** What the build puts in: every file, with a digest where its name has none. */
declare const PRECACHED_FILES: PrecacheEntry[];

/** The parts of a service worker's global scope that are used; the page's types know none. */
interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    kind: 'activate' | 'message',
    listener: (event: { waitUntil(promise: Promise<unknown>): void; readonly data?: unknown }) => void,
  ): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;

cleanupOutdatedCaches();
addPlugins([{ handlerWillRespond: async ({ response }) => isolated(response) }]);
// The queries of the site choose a backend and a model; the files are the same.
precacheAndRoute(PRECACHED_FILES, { ignoreURLParametersMatching: [/.*/], cleanURLs: false });

// The first visit's page is served from here at once; a later version waits for its visitor's word.
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});
