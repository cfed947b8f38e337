import type { NamedTensor } from '@lenet/core';

/** @returns of all values, tensor by tensor, in hexadecimal */
export async function sha256OfWeights(weights: readonly NamedTensor[]): Promise<string> {
  const values = weights.flatMap((tensor) => [...tensor.values]);
  const digest = await crypto.subtle.digest('SHA-256', Float32Array.from(values));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
