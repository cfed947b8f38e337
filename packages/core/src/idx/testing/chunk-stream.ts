/** A web stream that gives its chunks one by one, and counts what becomes of it. */
export function chunkStream(chunks: readonly Uint8Array[], options: { isEndless?: boolean } = {}) {
  const seen = { pulled: 0, cancelled: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.pulled < chunks.length) controller.enqueue(chunks[seen.pulled++]);
        else if (!options.isEndless) controller.close();
        else return new Promise(() => {});
      },
      cancel() {
        seen.cancelled++;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

/** @param sizes of the chunks, over and over; 0 gives an empty chunk */
export function inChunks(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = start + sizes[chunks.length % sizes.length];
    chunks.push(bytes.subarray(start, end));
    start = end;
  }
  return chunks;
}
