import { RecognizerDisposedError } from './errors/recognizer-disposed-error.js';
import { openModelReader } from './reading/open-model-reader.js';
import type { Reader } from './reading/open-reader.js';
import { recognizeAllWith, recognizeWith } from './reading/recognize-with.js';
import type { Recognizer, RecognizerOptions } from './recognizer.js';

/**
 * Makes a recognizer of its own, for other weights, several threads, or to free its memory when it is done.
 *
 * @param options.model @default the weights of this package
 * @param options.threads for pictures with hundreds of digits, `1 … 8`. @default 1
 * @param options.build of the engine, `strict` or `relaxed`. @default 'strict'
 * @throws {InvalidArgumentError} when the network does not take square grey images of 28 rows or more, the weights are
 *   not its own, or an option is out of range
 * @throws {EngineMemoryError} when the host grants no memory
 * @example
 * import { generateDigits } from '@lenet/core/synthetic';
 * import { createRecognizer } from '@lenet/recognizer';
 *
 * const recognizer = await createRecognizer({ threads: 2 });
 * const { pixels, width, height } = generateDigits({ count: 1, seed: 7 });
 * console.log((await recognizer.recognize({ pixels, width, height })).digit);
 * await recognizer.dispose();
 */
export async function createRecognizer(options: RecognizerOptions = {}): Promise<Recognizer> {
  const reader = await openModelReader(options);
  let disposed: Promise<void> | undefined;
  function requireOpen(): Reader {
    if (disposed) throw new RecognizerDisposedError();
    return reader;
  }
  const open = async () => requireOpen();
  return {
    backend: reader.backend,
    async recognize(picture, callOptions = {}) {
      requireOpen();
      return recognizeWith(open, picture, callOptions);
    },
    async recognizeAll(picture, callOptions = {}) {
      requireOpen();
      return recognizeAllWith(open, picture, callOptions);
    },
    dispose() {
      disposed ??= reader.classifier.dispose();
      return disposed;
    },
  };
}
