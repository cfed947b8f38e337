import type { WorkerReply } from './ask-process.js';

/**
 * The side of a process that `askProcess` started: answers one request and ends. It ends as well when the
 * process that asked is gone.
 */
export function answerRequests<Request, Answer>(answer: (request: Request) => Promise<Answer>): void {
  process.once('disconnect', () => process.exit());
  process.once('message', async (request) => {
    const reply = await answer(request as Request).then(
      (value): WorkerReply<Answer> => ({ answer: value }),
      (error): WorkerReply<Answer> => ({ failure: describe(error) }),
    );
    process.send!(reply, () => process.exit());
  });
}

/** Errors lose their class on the way; those of this project have a reason and a remedy beside the message. */
function describe(error: unknown): { message: string; reason?: string; remedy?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, reason, remedy } = error as Error & { reason?: string; remedy?: string };
  return { message, ...(reason && { reason }), ...(remedy && { remedy }) };
}
