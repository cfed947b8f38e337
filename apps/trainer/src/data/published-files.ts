/** What each of the four files of a set holds. */
export type FileRole = 'trainingImages' | 'trainingLabels' | 'testImages' | 'testLabels';

/** A file as its authors published it. */
export interface PublishedFile {
  /** Without `.gz`. */
  readonly name: string;
  /** Of the decompressed bytes, in hexadecimal. */
  readonly sha256: string;
  /** Decompressed. */
  readonly bytes: number;
}

export type PublishedFiles = Readonly<Record<FileRole, PublishedFile>>;

/** The order of the files in messages and in the identity. */
export const fileRoles: readonly FileRole[] = [
  'trainingImages',
  'trainingLabels',
  'testImages',
  'testLabels',
];

/**
 * Compares a file with what was published.
 *
 * @returns what differs, as a part of a sentence; undefined where nothing does
 */
export function differenceFromPublished(
  file: { readonly content: Uint8Array; readonly sha256: string },
  published: PublishedFile,
): string | undefined {
  const { byteLength } = file.content;
  if (byteLength !== published.bytes) {
    return `expected ${published.bytes.toLocaleString('en')} bytes decompressed, got ${byteLength.toLocaleString('en')}`;
  }
  if (file.sha256 === published.sha256) return undefined;
  return `expected sha256 ${shortDigest(published.sha256)}, got ${shortDigest(file.sha256)}`;
}

const shortDigest = (sha256: string) => `${sha256.slice(0, 12)}…`;
