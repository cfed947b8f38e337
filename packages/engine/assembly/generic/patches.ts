// A convolution as a product of matrices: row r of the patches of an image holds the inputs of output pixel r,
// in the order of the kernel, [window][window][channels]:
//
//     input      a b c      window 2:   patches   a b d e      output = patches · kernel
//                d e f                            b c e f
//                g h i                            d e g h      gradient by the kernel  = patchesᵀ · gradient
//                                                 e f h i      gradient by the patches = gradient · kernelᵀ
//
// and the gradient by the input is the gradients by the patches, added up where their numbers came from. Rows
// of patches are rounded up to whole vectors, and what lies behind a patch is 0.
//
// Why it is fast: a line of a window is moved as whole vectors, and what the last one has too much is set to 0.
// Those zeros fall behind the line, where the next line is written right after, or where zeros belong.
import {
  inputChannels,
  inputHeight,
  inputPixel,
  inputWidth,
  outputHeight,
  outputWidth,
  paddingLeft,
  paddingTop,
  stride,
  transposedRow,
  windowSide,
} from './program';

/** Copies the patches of an image. */
export function gatherPatches(layer: usize, input: usize, patches: usize): void {
  eachWindow(layer, input, patches, false);
}

/** Adds the gradients by the patches to the gradient by the image. */
export function scatterPatches(layer: usize, patchGradients: usize, inputGradient: usize): void {
  eachWindow(layer, inputGradient, patchGradients, true);
}

function eachWindow(layer: usize, input: usize, patches: usize, scatter: bool): void {
  const side = <i32>windowSide(layer);
  const height = <i32>inputHeight(layer);
  const width = <i32>inputWidth(layer);
  const step = <i32>stride(layer);
  const rows = <i32>outputHeight(layer);
  const columns = <i32>outputWidth(layer);
  const pixel = inputPixel(layer);
  const channels = inputChannels(layer);
  const lineBytes = <usize>side * channels * 4;
  // Without padding of channels a line is one run of numbers, with it each pixel is.
  const isOneRun = channels * 4 === pixel;
  const inputLine = <usize>width * pixel;
  const patchRow = transposedRow(layer);
  let patch = patches;
  for (let y = 0; y < rows; y++) {
    const top = y * step - <i32>paddingTop(layer);
    const firstLine = max(0, -top);
    const lastLine = min(side, height - top);
    for (let x = 0; x < columns; x++) {
      const left = x * step - <i32>paddingLeft(layer);
      const firstColumn = max(0, -left);
      const lastColumn = min(side, width - left);
      const isWhole = firstLine === 0 && lastLine === side && firstColumn === 0 && lastColumn === side;
      if (!scatter && !isWhole) memory.fill(patch, 0, patchRow);
      const runs: usize = isOneRun ? 1 : lastColumn - firstColumn;
      const count: usize = isOneRun ? <usize>(lastColumn - firstColumn) * channels : channels;
      let from = input + <usize>((top + firstLine) * width + left + firstColumn) * pixel;
      let to = patch + <usize>firstLine * lineBytes + <usize>firstColumn * channels * 4;
      for (let line = firstLine; line < lastLine; line++) {
        for (let run: usize = 0; run < runs; run++) {
          if (scatter) addNumbers(to + run * channels * 4, from + run * pixel, count);
          else copyNumbers(from + run * pixel, to + run * channels * 4, count);
        }
        from += inputLine;
        to += lineBytes;
      }
      patch += patchRow;
    }
  }
}

/** Copies numbers, and zeros behind them up to a whole vector. */
function copyNumbers(from: usize, to: usize, count: usize): void {
  const end = from + (count & ~3) * 4;
  while (from < end) {
    v128.store(to, v128.load(from));
    from += 16;
    to += 16;
  }
  if (count & 3) v128.store(to, v128.and(v128.load(from), firstLanes(count & 3)));
}

/** `to += from`. */
function addNumbers(from: usize, to: usize, count: usize): void {
  const end = from + (count & ~3) * 4;
  while (from < end) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    from += 16;
    to += 16;
  }
  if (count & 3) {
    v128.store(to, f32x4.add(v128.load(to), v128.and(v128.load(from), firstLanes(count & 3))));
  }
}

/** All bits of the first lanes, none of the others. */
function firstLanes(count: usize): v128 {
  return i32x4.gt_s(i32x4.splat(<i32>count), i32x4(0, 1, 2, 3));
}
