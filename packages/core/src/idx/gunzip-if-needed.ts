import { IdxFormatError } from '../errors/idx-format-error.js';

/** More than any file of MNIST (47,040,016 bytes), and little enough for every machine. */
const DEFAULT_MAXIMUM_BYTES = 256 * 1024 * 1024;

/**
 * Decompresses a gzip archive, recognised by its first two bytes; other bytes are given back as they are.
 *
 * @param options.name of the file, for the error. @default 'input'
 * @param options.maximumBytes largest content, in bytes; a small archive can hold gigabytes. @default 256 MiB
 * @throws {IdxFormatError} when the archive is damaged, cut short or holds too much
 */
export async function gunzipIfNeeded(
  bytes: Uint8Array,
  { name = 'input', maximumBytes = DEFAULT_MAXIMUM_BYTES } = {},
): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const decompressed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = decompressed.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > maximumBytes) break;
    }
  } catch (cause) {
    throw new IdxFormatError({
      file: name,
      expected: 'a whole gzip archive',
      received: 'one that is damaged or cut short',
      remedy: 'Get the file again.',
      cause,
    });
  }
  if (length > maximumBytes) {
    await reader.cancel();
    throw new IdxFormatError({
      file: name,
      expected: `at most ${maximumBytes} bytes in the gzip archive`,
      received: 'more',
      remedy: 'If the file is meant to be that large, decompress it first.',
    });
  }
  const content = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    content.set(chunk, offset);
    offset += chunk.length;
  }
  return content;
}
