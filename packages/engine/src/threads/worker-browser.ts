// A thread of a page: says that it is there, serves with what it is sent then, and says that it has ended.
import { serveJobs } from './serve-jobs.js';
import type { WorkerData } from './worker-data.js';

addEventListener('message', (event: MessageEvent<WorkerData>) => {
  serveJobs(event.data);
  postMessage('ended');
});
postMessage('ready');
