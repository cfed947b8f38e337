// The process in which a check is made.
import { answerRequests } from '../processes/answer-requests.js';
import type { ProbeRequest } from './probe-request.js';

answerRequests(async (request: ProbeRequest) => {
  switch (request.kind) {
    case 'backend':
      return (await import('./probe-backend.js')).probeBackend(request);
    case 'data':
      return (await import('./probe-data.js')).probeData(request.folder);
    case 'folder':
      return (await import('./probe-folder.js')).probeFolder(request.folder);
  }
});
