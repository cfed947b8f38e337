// An endpoint that reads the digit in a picture. PORT=8080 node server.js, then
// curl --data-binary @seven.png -H 'content-type: image/png' http://127.0.0.1:8080/digit
// Everything that a stranger sends is limited: bytes, pixels, time, and how many pictures are read at once.
import { createServer } from 'node:http';
import { recognize } from '@lenet/recognizer';
import sharp from 'sharp';

const limits = {
  bytes: 1024 * 1024,
  pixels: 4096 * 4096, // a small file may unpack to a huge picture
  milliseconds: 5000,
  atOnce: 4,
};
const types = ['image/png', 'image/jpeg', 'image/webp'];

/** What a client did wrong, or cannot have now. */
class RequestError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limits.bytes) throw new RequestError(413, `Expected at most ${limits.bytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decode(bytes) {
  try {
    const picture = sharp(bytes, { limitInputPixels: limits.pixels }).autoOrient();
    return await picture
      .resize(1024, 1024, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw new RequestError(422, `Expected a picture of at most ${limits.pixels} pixels: ${error.message}`);
  }
}

let working = 0;

async function answer(request) {
  if (request.url !== '/digit') throw new RequestError(404, 'Expected POST /digit.');
  if (request.method !== 'POST') throw new RequestError(405, 'Expected POST /digit.');
  if (!types.includes(request.headers['content-type'])) {
    throw new RequestError(415, `Expected content-type ${types.join(', ')}.`);
  }
  if (working >= limits.atOnce) throw new RequestError(503, 'Busy: try again in a second.');
  working++;
  try {
    const { data, info } = await decode(await readBody(request));
    const signal = AbortSignal.timeout(limits.milliseconds);
    return await recognize(
      { data, width: info.width, height: info.height },
      { signal, answerThreshold: 0.9 },
    );
  } finally {
    working--;
  }
}

const server = createServer(async (request, response) => {
  let status = 200;
  let body;
  try {
    body = await answer(request);
  } catch (error) {
    status = error.status ?? 500;
    body = { error: error.status ? error.message : 'Something went wrong.' };
    if (status === 500) console.error(error);
  }
  // What is left of a body that was refused is not read: the connection ends.
  const headers = { 'content-type': 'application/json', ...(status >= 400 && { connection: 'close' }) };
  if (status === 503) headers['retry-after'] = '1';
  response.writeHead(status, headers).end(JSON.stringify(body));
});

server.requestTimeout = limits.milliseconds; // for a whole request, headers and body
server.listen(Number(process.env.PORT ?? 8080), process.env.HOST ?? '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`POST a picture to http://${address}:${port}/digit`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
