import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { OpenReader } from './reader.ts';
import { openLayersModel } from './tensorflow.ts';

export const open: OpenReader = async (files) => {
  await tf.setBackend('cpu');
  return openLayersModel(files);
};
