// Pooling over square windows, four channels at once. Padding is never the largest, and is left out of a mean.
//
// The gradient of a maximum goes to one pixel: the first of those that are equally large. That of a mean goes to
// all its pixels in equal shares.
import {
  inputHeight,
  inputPixel,
  inputWidth,
  kind,
  MAX_POOLING,
  outputHeight,
  outputWidth,
  paddingLeft,
  paddingTop,
  stride,
  windowSide,
} from './program';

/**
 * @param winnersOut int32, as large as the output: distances of the largest pixels from the start of the
 *   input; used by maximum pooling only
 */
export function poolingForward(layer: usize, input: usize, output: usize, winnersOut: usize): void {
  const isMaximum = kind(layer) === MAX_POOLING;
  const pixel = inputPixel(layer);
  const line = inputWidth(layer) * pixel;
  for (let y: usize = 0; y < outputHeight(layer); y++) {
    const top = firstOf(y, stride(layer), paddingTop(layer));
    const bottom = endOf(y, stride(layer), paddingTop(layer), windowSide(layer), inputHeight(layer));
    for (let x: usize = 0; x < outputWidth(layer); x++) {
      const left = firstOf(x, stride(layer), paddingLeft(layer));
      const right = endOf(x, stride(layer), paddingLeft(layer), windowSide(layer), inputWidth(layer));
      const start = top * line + left * pixel;
      const at = (y * outputWidth(layer) + x) * pixel;
      for (let channel: usize = 0; channel < pixel; channel += 16) {
        if (isMaximum) {
          maximum(
            input,
            start + channel,
            bottom - top,
            right - left,
            line,
            pixel,
            output + at + channel,
            winnersOut + at + channel,
          );
        } else {
          mean(input + start + channel, bottom - top, right - left, line, pixel, output + at + channel);
        }
      }
    }
  }
}

/** @param inputGradient zeros */
export function poolingBackward(layer: usize, gradient: usize, inputGradient: usize, winnersIn: usize): void {
  const pixel = inputPixel(layer);
  const line = inputWidth(layer) * pixel;
  if (kind(layer) === MAX_POOLING) {
    const bytes = outputHeight(layer) * outputWidth(layer) * pixel;
    for (let at: usize = 0; at < bytes; at += 4) {
      const to = inputGradient + load<usize>(winnersIn + at);
      store<f32>(to, load<f32>(to) + load<f32>(gradient + at));
    }
    return;
  }
  for (let y: usize = 0; y < outputHeight(layer); y++) {
    const top = firstOf(y, stride(layer), paddingTop(layer));
    const bottom = endOf(y, stride(layer), paddingTop(layer), windowSide(layer), inputHeight(layer));
    for (let x: usize = 0; x < outputWidth(layer); x++) {
      const left = firstOf(x, stride(layer), paddingLeft(layer));
      const right = endOf(x, stride(layer), paddingLeft(layer), windowSide(layer), inputWidth(layer));
      const share = f32x4.splat(<f32>1 / <f32>((bottom - top) * (right - left)));
      const from = gradient + (y * outputWidth(layer) + x) * pixel;
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const to = inputGradient + row * line + column * pixel;
          for (let channel: usize = 0; channel < pixel; channel += 16) {
            const part = f32x4.mul(v128.load(from + channel), share);
            v128.store(to + channel, f32x4.add(v128.load(to + channel), part));
          }
        }
      }
    }
  }
}

function maximum(
  input: usize,
  start: usize,
  rows: usize,
  columns: usize,
  line: usize,
  pixel: usize,
  output: usize,
  winnersOut: usize,
): void {
  let largest = v128.load(input + start);
  let winner = i32x4.splat(<i32>start);
  for (let row: usize = 0; row < rows; row++) {
    let at = start + row * line;
    for (let column: usize = 0; column < columns; column++) {
      const value = v128.load(input + at);
      const isLarger = f32x4.gt(value, largest);
      largest = v128.bitselect(value, largest, isLarger);
      winner = v128.bitselect(i32x4.splat(<i32>at), winner, isLarger);
      at += pixel;
    }
  }
  v128.store(output, largest);
  v128.store(winnersOut, i32x4.add(winner, i32x4(0, 4, 8, 12)));
}

function mean(input: usize, rows: usize, columns: usize, line: usize, pixel: usize, output: usize): void {
  let sum = f32x4.splat(0);
  for (let row: usize = 0; row < rows; row++) {
    let at = input + row * line;
    for (let column: usize = 0; column < columns; column++) {
      sum = f32x4.add(sum, v128.load(at));
      at += pixel;
    }
  }
  v128.store(output, f32x4.mul(sum, f32x4.splat(<f32>1 / <f32>(rows * columns))));
}

/** The first row or column of a window that lies within the input. */
function firstOf(index: usize, step: usize, padding: usize): usize {
  return <usize>max(0, <i32>(index * step) - <i32>padding);
}

/** Behind the last one. */
function endOf(index: usize, step: usize, padding: usize, side: usize, size: usize): usize {
  return <usize>min(<i32>size, <i32>(index * step + side) - <i32>padding);
}
