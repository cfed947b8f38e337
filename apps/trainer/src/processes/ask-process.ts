import { fork } from 'node:child_process';
import { ProcessError } from './process-error.js';

/** What the other process sends: an answer, or why there is none. */
export type WorkerReply<Answer> =
  | { readonly answer: Answer }
  | { readonly failure: { readonly message: string; readonly reason?: string; readonly remedy?: string } };

/** Of standard error, which a native library may flood. */
const MOST_STDERR_LETTERS = 4000;

/**
 * Has something done in a process of its own: it may crash or hang without harm here, and what it loads does not
 * get into the way of anything else.
 *
 * @param module path of a module that calls `answerRequests`
 * @param request as JSON
 * @param options.timeoutMs limit after which the process is killed
 * @throws {ProcessError} when it fails, crashes or takes too long
 */
export function askProcess<Answer>(
  module: string,
  request: unknown,
  { timeoutMs }: { timeoutMs: number },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(module, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-MOST_STDERR_LETTERS);
    });
    /** Lets go of the process, even of one that waits for a disk and cannot be killed. */
    const leave = (settle: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on('error', () => {});
      child.kill('SIGKILL');
      child.stderr!.destroy();
      if (child.connected) child.disconnect();
      child.unref();
      settle();
    };
    const fail = (reason: string, remedy?: string) =>
      leave(() => reject(new ProcessError({ reason, remedy })));
    const timer = setTimeout(
      () => fail(`no answer within ${timeoutMs / 1000} s`, 'Try again when the machine is less busy.'),
      timeoutMs,
    );
    child.on('error', (error) => fail(`the process cannot be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      const last = stderr.trim().split('\n').at(-1);
      fail(`the process ended with ${signal ?? `exit code ${code}`}${last ? `: ${last}` : ''}`);
    });
    child.on('message', (reply: WorkerReply<Answer>) => {
      if ('answer' in reply) leave(() => resolve(reply.answer));
      else fail(reply.failure.reason ?? reply.failure.message, reply.failure.remedy);
    });
    child.send(request as object);
  });
}
