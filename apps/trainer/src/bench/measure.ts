// The process in which a backend is measured: the memory and threads of another would get into its way.
import { answerRequests } from '../processes/answer-requests.js';
import { measureBackend } from './measure-backend.js';

answerRequests(measureBackend);
