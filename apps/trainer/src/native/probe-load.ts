// Loads tfjs-node from the folder given as the argument and multiplies two matrices with it. Prints the
// version of TensorFlow. Run in a process of its own: an addon that does not fit can crash the process.
import { createRequire } from 'node:module';
import util from 'node:util';

process.noDeprecation = true;
// tfjs-node 4.22.0 calls these two, which Node 23 and later no longer have.
Object.assign(util, {
  isNullOrUndefined: (value: unknown) => value === null || value === undefined,
  isArray: Array.isArray,
});

const tf = createRequire(import.meta.url)(process.argv[2]);
const product = tf.matMul(tf.tensor2d([[1, 2]]), tf.tensor2d([[3], [4]])).dataSync();
if (product.length !== 1 || product[0] !== 11) {
  throw new Error(`[1, 2] x [3, 4]: expected 11, got ${Array.from(product)}`);
}
process.stdout.write(tf.backend().binding.TF_Version);
