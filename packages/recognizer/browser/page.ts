// Reads every kind of picture on the thread of the page, or, with `?worker`, in a worker.
import type { Answer } from './answer.ts';
import { digitOnPaper, readPictures } from './read-pictures.ts';

const output = document.querySelector<HTMLOutputElement>('#answer')!;
try {
  const inWorker = new URLSearchParams(location.search).has('worker');
  output.value = JSON.stringify(
    await (inWorker ? askWorker() : readPictures({ HTMLCanvasElement: drawn() })),
  );
} catch (error) {
  output.value = JSON.stringify(String(error));
}
output.dataset.done = '';

function drawn(): HTMLCanvasElement {
  const { data, width, height } = digitOnPaper();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

function askWorker(): Promise<Answer> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}
