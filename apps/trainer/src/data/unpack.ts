import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const gunzipAsync = promisify(gunzip);

/** What a file holds once decompressed, or why it cannot be decompressed. */
export type Unpacked =
  | { readonly content: Uint8Array; readonly sha256: string; readonly problem?: undefined }
  | { readonly problem: string };

export const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** An archive may claim anything; more than this is taken piece by piece. */
const LARGEST_PIECE = 64 * 2 ** 20;

/** What the archive says that it holds, so that it is unpacked into one piece, which nobody has to join. */
function expectedBytes(archive: Uint8Array): number {
  const end = archive.length - 4;
  const claimed = end < 0 ? 0 : new DataView(archive.buffer, archive.byteOffset + end, 4).getUint32(0, true);
  return Math.min(Math.max(claimed + 64, 2 ** 14), LARGEST_PIECE);
}

/**
 * Decompresses `bytes` where they are a gzip archive, whatever the name of the file, and hashes them.
 *
 * @param maximumBytes larger contents are a problem. @default no limit
 */
export async function unpack(bytes: Uint8Array, maximumBytes?: number): Promise<Unpacked> {
  let content = bytes;
  if (isGzip(bytes)) {
    try {
      content = await gunzipAsync(bytes, {
        chunkSize: expectedBytes(bytes),
        ...(maximumBytes !== undefined && { maxOutputLength: maximumBytes }),
      });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'Z_BUF_ERROR') return { problem: 'the gzip archive is cut short' };
      if (code === 'ERR_BUFFER_TOO_LARGE') return { problem: 'the gzip archive holds too much' };
      return { problem: `the gzip archive is damaged (${message})` };
    }
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  // A Buffer is a Uint8Array whose `slice` does not copy.
  return { content: new Uint8Array(content.buffer, content.byteOffset, content.byteLength), sha256 };
}
