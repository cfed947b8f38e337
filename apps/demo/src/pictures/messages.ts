/** What the page asks the worker that decodes pictures. */
export interface PictureRequest {
  readonly file: Blob;
}

/** What comes back. */
export type PictureReply =
  /** uint8 `[280, 280]`: the ink, as large as fits. */
  { readonly kind: 'ink'; readonly ink: Uint8Array } | { readonly kind: 'problem'; readonly message: string };
