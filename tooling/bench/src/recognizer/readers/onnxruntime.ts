import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { largest, normalise } from './normalise.ts';
import type { OpenReader } from './reader.ts';

export const open: OpenReader = async (files) => {
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = files.get('ort-wasm-simd-threaded.wasm')!.slice().buffer;
  const session = await InferenceSession.create(files.get('model.onnx')!);
  return async (picture) => {
    const image = normalise(picture);
    if (!image) return null;
    const { logits } = await session.run({ images: new Tensor('float32', image, [1, 1, 28, 28]) });
    return largest(logits.data as Float32Array);
  };
};
