/** @returns the SHA-256 of the bytes, in hexadecimal, lower case */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // The type keeps out shared memory, which Web Crypto does not take; the bytes of files are never shared.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
