// onnxruntime alone with a network that lenet exported: the first argument is the file; pixels come as JSON from
// standard input.
import { text } from 'node:stream/consumers';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const { pixels } = JSON.parse(await text(process.stdin));
const session = await InferenceSession.create(process.argv[2]);
const ink = Float32Array.from(pixels, (pixel) => pixel / 255);
const images = new Tensor('float32', ink, [pixels.length / 784, 1, 28, 28]);
const { logits } = await session.run({ images }, ['logits']);
process.stdout.write(`${JSON.stringify({ logits: [...logits.data] })}\n`);
