/**
 * Reverses the bytes of each element, in place, where the machine is little-endian: IDX files are
 * big-endian. As words, not floats: what moves a float may change the bits of a NaN.
 *
 * @param bytes whole elements, at any alignment
 * @param size of an element, in bytes: 1, 2, 4 or 8
 */
export function swapBytes(bytes: Uint8Array, size: number): void {
  if (size === 1 || new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let offset = 0; offset < bytes.length; offset += size) {
    if (size === 2) view.setUint16(offset, view.getUint16(offset), true);
    else {
      const high = view.getUint32(offset);
      if (size === 8) view.setUint32(offset, view.getUint32(offset + 4), true);
      view.setUint32(offset + size - 4, high, true);
    }
  }
}
