// A page with a button: its worker trains, and the page shows how far it is.
import type { Order, Report } from './messages.js';
import { sha256OfWeights } from './sha-256-of-weights.js';

const answer = document.querySelector<HTMLOutputElement>('#answer')!;
const query = new URLSearchParams(location.search);
const worker = new Worker(new URL('./training-worker.js', import.meta.url), { type: 'module' });
let turns = 0;

worker.addEventListener('message', async ({ data: report }: MessageEvent<Report>) => {
  if (report.type === 'epoch') {
    answer.value = `Epoch ${report.epoch}: loss ${report.loss.toFixed(3)}`;
  } else if (report.type === 'failure') {
    answer.value = report.message;
    answer.dataset.state = 'failure';
  } else {
    answer.value = `Trained by ${report.backend}`;
    answer.dataset.weights = await sha256OfWeights(report.weights);
    answer.dataset.turns = String(turns);
    answer.dataset.state = 'end';
  }
});

document.querySelector('#train')!.addEventListener('click', () => {
  const threads = Number(query.get('threads'));
  const workerUrl = query.get('workerUrl');
  order({
    type: 'train',
    imageCount: Number(query.get('images') ?? 410),
    epochs: Number(query.get('epochs') ?? 2),
    ...(threads && { threads }),
    ...(workerUrl && { workerUrl: new URL(workerUrl, location.href).href }),
  });
  // How often the page gets to do something else in the meantime.
  setInterval(() => turns++, 0);
});
document.querySelector('#stop')!.addEventListener('click', () => order({ type: 'stop' }));

function order(message: Order): void {
  worker.postMessage(message);
}
