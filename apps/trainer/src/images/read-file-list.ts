import { StringDecoder } from 'node:string_decoder';
import { readChunks } from './read-chunks.js';

/**
 * The names in a list, one a line, as they come; empty lines are passed over.
 *
 * @param path of the list, or `-` for standard input
 * @param isNullEnded whether a NUL ends each name, as `find -print0` writes them, and not a line end
 * @throws {PictureError} when the list cannot be read
 */
export async function* readFileList(
  path: string,
  isNullEnded: boolean,
): AsyncGenerator<string, void, undefined> {
  const end = isNullEnded ? '\0' : '\n';
  const clean = (name: string) => (isNullEnded ? name : name.replace(/\r$/, ''));
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isFirst = true;
  for await (const chunk of readChunks(path)) {
    rest += decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    if (isFirst) rest = rest.replace(/^\ufeff/, '');
    isFirst = rest === '';
    const names = rest.split(end);
    rest = names.pop() ?? '';
    for (const name of names) if (clean(name) !== '') yield clean(name);
  }
  if (clean(rest) !== '') yield clean(rest);
}
