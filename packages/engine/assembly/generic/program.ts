// The network as data: TypeScript (src/generic/plan.ts) writes this program behind what all modules have, and
// the kernels read from it what they are to do. Everything is a uint32; sizes and offsets are in bytes.
//
//   header          64 words
//   slots           16 bytes each: where values lie that go from one layer to the next
//   layers          128 bytes each, in the order in which they compute; flatten and dropout without rate are none
//   units           16 bytes each: pieces of the update that any thread may take, in any order
//
// Maps are [height][width][channels], with channels rounded up to a multiple of 8 (the network's input alone
// has one, as a rule); what the padding holds is 0. A matrix has its columns rounded up the same way. So the output of
// a layer is the input of the next as it lies, and flatten is no work at all.
import { MODULE } from '../shared/request';

// Header.

export function layerCount(): usize {
  return load<usize>(MODULE);
}

/** Address of the weights; the moments and the gradients follow, each `rowBytes` further. */
export function weightsRow(): usize {
  return load<usize>(MODULE, 4);
}

export function rowBytes(): usize {
  return load<usize>(MODULE, 8);
}

export function gradientRow(): usize {
  return weightsRow() + 3 * rowBytes();
}

/** Scratch of a thread, where values lie that only the chunk of images at hand needs. */
export function scratchOf(thread: usize): usize {
  return load<usize>(MODULE, 12) + thread * load<usize>(MODULE, 16);
}

/** Sums over the images of a shard: gradients of the convolutions. */
export function sumsOf(shard: usize): usize {
  return load<usize>(MODULE, 20) + shard * sumsBytes();
}

export function sumsBytes(): usize {
  return load<usize>(MODULE, 24);
}

export function unitCount(): usize {
  return load<usize>(MODULE, 28);
}

export function classes(): usize {
  return load<usize>(MODULE, 32);
}

/** Pixels of an image. */
export function imagePixels(): usize {
  return load<usize>(MODULE, 36);
}

export function slotOf(index: usize): usize {
  return MODULE + 256 + index * 16;
}

export function layerOf(index: usize): usize {
  return load<usize>(MODULE, 40) + index * 128;
}

export function unitOf(index: usize): usize {
  return load<usize>(MODULE, 44) + index * 16;
}

/** Gradients by the patches of one image, in the scratch. */
export function patchGradientsOf(scratch: usize): usize {
  return scratch + load<usize>(MODULE, 48);
}

/** From one pixel of the network's input to the next. */
export function imagePixelBytes(): usize {
  return load<usize>(MODULE, 52);
}

// Layers.

export const CONVOLUTION: usize = 0;
export const MAX_POOLING: usize = 1;
export const AVERAGE_POOLING: usize = 2;
export const DROPOUT: usize = 3;
export const DENSE: usize = 4;

export function kind(layer: usize): usize {
  return load<usize>(layer);
}

export const LINEAR: usize = 0;
export const RELU: usize = 1;
export const TANH: usize = 2;
export const SIGMOID: usize = 3;

export function activation(layer: usize): usize {
  return load<usize>(layer, 4);
}

/** Where the layer reads, and where its gradient by that goes. */
export function inputSlot(layer: usize): usize {
  return load<usize>(layer, 8);
}

export function outputSlot(layer: usize): usize {
  return load<usize>(layer, 12);
}

/** Whether anybody asks for the gradient by the layer's input. */
export function passesGradient(layer: usize): bool {
  return load<bool>(layer, 16);
}

export function inputHeight(layer: usize): usize {
  return load<usize>(layer, 20);
}

export function inputWidth(layer: usize): usize {
  return load<usize>(layer, 24);
}

/** Channels without padding. */
export function inputChannels(layer: usize): usize {
  return load<usize>(layer, 28);
}

/** From one pixel of the input to the next. */
export function inputPixel(layer: usize): usize {
  return load<usize>(layer, 32);
}

export function outputHeight(layer: usize): usize {
  return load<usize>(layer, 36);
}

export function outputWidth(layer: usize): usize {
  return load<usize>(layer, 40);
}

/** Channels or units without padding. */
export function outputChannels(layer: usize): usize {
  return load<usize>(layer, 44);
}

/** From one pixel of the output to the next; of a dense layer the whole row. */
export function outputPixel(layer: usize): usize {
  return load<usize>(layer, 48);
}

/** Side of the square window. */
export function windowSide(layer: usize): usize {
  return load<usize>(layer, 52);
}

export function stride(layer: usize): usize {
  return load<usize>(layer, 56);
}

/** Rows of zeros above the input, and columns to its left. */
export function paddingTop(layer: usize): usize {
  return load<usize>(layer, 60);
}

export function paddingLeft(layer: usize): usize {
  return load<usize>(layer, 64);
}

/** The kernel in a row of parameters: a matrix with a row for each input of an output. */
export function kernel(layer: usize): usize {
  return load<usize>(layer, 68);
}

/** Rows of the kernel, rounded up to a multiple of 4. */
export function kernelRows(layer: usize): usize {
  return load<usize>(layer, 72);
}

export function bias(layer: usize): usize {
  return load<usize>(layer, 76);
}

/** Address of the kernel, transposed. */
export function transposedKernel(layer: usize): usize {
  return load<usize>(layer, 80);
}

/** From one row of the transposed kernel, of its sums, and from one patch, to the next: a multiple of 64. */
export function transposedRow(layer: usize): usize {
  return load<usize>(layer, 84);
}

/** The gradient of the kernel, transposed, and behind it that of the bias, in the sums of a shard. */
export function kernelSums(layer: usize): usize {
  return load<usize>(layer, 88);
}

/** Where the largest pixels were, in the scratch, for each image of the chunk. */
export function winners(layer: usize): usize {
  return load<usize>(layer, 92);
}

export function winnersBytes(layer: usize): usize {
  return load<usize>(layer, 96);
}

/** Masks of a dropout layer, in the scratch, for each image of the chunk. */
export function masks(layer: usize): usize {
  return load<usize>(layer, 100);
}

/** Numbers of the kernel in a row of transposed columns: outputs, rounded up to a multiple of 8. */
export function kernelColumns(layer: usize): usize {
  return load<usize>(layer, 104);
}

/** Inputs of an output without padding: rows of the kernel that count. */
export function kernelDepth(layer: usize): usize {
  return load<usize>(layer, 108);
}

/** The patches, in the scratch, for each image of the chunk. */
export function patches(layer: usize): usize {
  return load<usize>(layer, 112);
}

export function patchesBytes(layer: usize): usize {
  return load<usize>(layer, 116);
}

/** Address of the kernel as panels of 8 columns, one behind the other, in which products read it. */
export function packedKernel(layer: usize): usize {
  return load<usize>(layer, 120);
}

// A dropout layer has in the place of stride and padding what its masks are drawn with.

/** A value whose 16 random bits are below this is dropped. */
export function dropLimit(layer: usize): u32 {
  return load<u32>(layer, 56);
}

/** What values that are kept are multiplied by. */
export function keptFactor(layer: usize): f32 {
  return load<f32>(layer, 60);
}

/** Second word of the key of the layer's random numbers; the first is the seed. */
export function purposeKey(layer: usize): u32 {
  return load<u32>(layer, 64);
}
