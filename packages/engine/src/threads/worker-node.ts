// A thread of a program in Node.
import { workerData } from 'node:worker_threads';
import { serveJobs } from './serve-jobs.js';

serveJobs(workerData);
