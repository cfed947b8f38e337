import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { OpenReader } from './reader.ts';
import { openLayersModel } from './tensorflow.ts';

export const open: OpenReader = async (files, folder) => {
  setWasmPaths(`${folder}/`);
  await tf.setBackend('wasm');
  return openLayersModel(files);
};
