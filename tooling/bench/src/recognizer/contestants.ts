import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A way to read a digit in a page. */
export interface Contestant {
  readonly name: string;
  /** Module that exports `open`. */
  readonly entry: string;
  /** Files that a page fetches besides the script: those of the model by name, others by path. */
  readonly files: readonly string[];
}

const entry = (name: string) => fileURLToPath(new URL(`readers/${name}.ts`, import.meta.url));
const { resolve } = createRequire(import.meta.url);
const wasmOf = (path: string, file: string) => join(dirname(resolve(path)), file);

/** What reads the same digit with the same weights; the recognizer, beside which the others stand, first. */
export const contestants: readonly Contestant[] = [
  { name: '@lenet/recognizer', entry: entry('recognizer'), files: [] },
  {
    name: 'TensorFlow.js, plain JavaScript (cpu)',
    entry: entry('tensorflow-cpu'),
    files: ['model.json', 'weights.bin'],
  },
  {
    name: 'TensorFlow.js, WebAssembly SIMD',
    entry: entry('tensorflow-wasm'),
    files: [
      'model.json',
      'weights.bin',
      wasmOf('@tensorflow/tfjs-backend-wasm/package.json', 'dist/tfjs-backend-wasm-simd.wasm'),
    ],
  },
  {
    name: 'onnxruntime-web, WebAssembly',
    entry: entry('onnxruntime'),
    files: ['model.onnx', resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')],
  },
];
