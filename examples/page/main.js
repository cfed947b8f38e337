// Draw, lift the pen, read. npm run dev serves it; nothing that is drawn leaves the page.
import { recognize } from '@lenet/recognizer';

const canvas = document.querySelector('canvas');
const output = document.querySelector('output');
// Read back after each stroke: then the browser keeps the pixels where they are read fast.
const context = canvas.getContext('2d', { willReadFrequently: true });
context.lineWidth = 22;
context.lineCap = 'round';
context.lineJoin = 'round';

let newest; // the drawing changes while an older one is read: only the newest answer counts

async function read() {
  newest?.abort();
  newest = new AbortController();
  const { signal } = newest;
  try {
    const { digit, probability, decision } = await recognize(canvas, { signal, answerThreshold: 0.6 });
    if (decision === 'blank') output.value = 'Draw with mouse, pen or finger.';
    else if (decision === 'unsure') output.value = `Not sure: perhaps ${digit}`;
    else output.value = `${digit}, ${(100 * probability).toFixed(0)} % sure`;
    output.dataset.digit = digit ?? '';
  } catch (error) {
    if (!signal.aborted) output.value = error.message;
  }
}

canvas.addEventListener('pointerdown', (event) => {
  canvas.setPointerCapture(event.pointerId);
  context.beginPath();
  context.moveTo(event.offsetX, event.offsetY);
});
canvas.addEventListener('pointermove', (event) => {
  if (!canvas.hasPointerCapture(event.pointerId)) return;
  for (const { offsetX, offsetY } of event.getCoalescedEvents()) context.lineTo(offsetX, offsetY);
  context.stroke();
});
canvas.addEventListener('pointerup', read);
document.querySelector('button').addEventListener('click', () => {
  context.clearRect(0, 0, canvas.width, canvas.height);
  read();
});
