// Runs beside the page: loads the network, then answers one drawing after the other.
import { createReader, type Reader } from './create-reader';
import type { Reply, Request } from './messages';

let reader: Promise<Reader>;

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    if (data.kind === 'start') {
      reader = createReader(data);
      reply({ kind: 'ready', reader: (await reader).description });
    } else {
      const answer = await (await reader).read(data.ink);
      reply({ kind: 'answer', sequence: data.sequence, answer });
    }
  } catch (error) {
    reply({ kind: 'failed', message: (error as Error).message });
  }
});

function reply(message: Reply) {
  postMessage(message);
}
