import { expect, test } from 'vitest';
import { type Pen, traceStroke } from './trace-stroke';

function recordingPen() {
  const calls: unknown[][] = [];
  const record =
    (name: string) =>
    (...args: number[]) =>
      calls.push([name, ...args]);
  const pen = {
    beginPath: record('beginPath'),
    moveTo: record('moveTo'),
    lineTo: record('lineTo'),
    quadraticCurveTo: record('quadraticCurveTo'),
    stroke: record('stroke'),
    lineWidth: 0,
    lineCap: 'butt',
    lineJoin: 'miter',
  };
  return { pen: pen as unknown as Pen, calls };
}

test('a single point becomes a dot: a line of hardly any length with a round cap', () => {
  const { pen, calls } = recordingPen();
  traceStroke(pen, [{ x: 0.5, y: 0.25 }], 200, 0.1);
  expect(calls).toEqual([['beginPath'], ['moveTo', 100, 50], ['lineTo', 100.01, 50], ['stroke']]);
  expect([pen.lineCap, pen.lineJoin, pen.lineWidth]).toEqual(['round', 'round', 20]);
});

test('a pen that rests where it came down makes a dot as well', () => {
  const { pen, calls } = recordingPen();
  const point = { x: 0.5, y: 0.25 };
  traceStroke(pen, [point, point], 200, 0.1);
  expect(calls).toEqual([['beginPath'], ['moveTo', 100, 50], ['lineTo', 100.01, 50], ['stroke']]);
});

test('a bend is a curve to the middle of its second segment', () => {
  const { pen, calls } = recordingPen();
  const corner = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
  ];
  traceStroke(pen, corner, 100, 0.1);
  expect(calls).toEqual([
    ['beginPath'],
    ['moveTo', 0, 0],
    ['quadraticCurveTo', 100, 0, 100, 50],
    ['lineTo', 100.01, 100],
    ['stroke'],
  ]);
});

test('a pen that tells its pressure draws wider where it is pressed', () => {
  const { pen, calls } = recordingPen();
  const widths: number[] = [];
  pen.stroke = () => widths.push(pen.lineWidth);
  const pressed = [0.5, 1, 0].map((pressure, index) => ({ x: index / 2, y: 0, pressure }));
  traceStroke(pen, pressed, 200, 0.1);
  expect(widths).toEqual([20, 30]);
  expect(calls.at(-1)).toEqual(['lineTo', 200.01, 0]);
});
