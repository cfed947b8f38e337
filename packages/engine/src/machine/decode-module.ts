/**
 * The bytes of a module.
 *
 * @param text as scripts/build-modules.mjs writes it, and explains
 */
export function decodeModule(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let count = 0;
  let above = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 40) {
      above = code === 33 ? 86 : 171;
    } else {
      bytes[count++] = code - (code > 91 ? 41 : 40) + above - 3;
      above = 0;
    }
  }
  return bytes.slice(0, count);
}
