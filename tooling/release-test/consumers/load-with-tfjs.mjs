// TensorFlow.js alone with published weights: the first argument is the address of a model.json; pixels come as
// JSON from standard input.
import { text } from 'node:stream/consumers';
import * as tf from '@tensorflow/tfjs';

const { pixels } = JSON.parse(await text(process.stdin));
await tf.setBackend('cpu');
const model = await tf.loadLayersModel(process.argv[2]);
const images = tf.tensor4d(pixels, [pixels.length / 784, 28, 28, 1]).div(255);
const digits = await model.predict(images).argMax(1).array();
process.stdout.write(`${JSON.stringify({ parameters: model.countParams(), digits })}\n`);
