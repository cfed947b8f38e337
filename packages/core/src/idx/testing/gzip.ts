/** The bytes as a gzip archive. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}
