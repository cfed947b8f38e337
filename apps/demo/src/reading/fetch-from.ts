/**
 * Reads files below an address, as core's loader asks for them.
 *
 * @param folderUrl with a final slash
 * @returns a function that fetches the bytes of one file; rejects when the answer is not the file
 */
export function fetchFrom(folderUrl: string) {
  return async (name: string): Promise<Uint8Array> => {
    const response = await fetch(new URL(name, folderUrl));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
