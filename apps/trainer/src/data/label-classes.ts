import { DataError } from './data-error.js';

/** Classes that the networks here know; a set with fewer leaves the others without images. */
export const USUAL_CLASS_COUNT = 10;
/** Labels are bytes. */
const LARGEST_COUNT = 256;

/** How folders of pictures become labels. */
export interface ClassLabels {
  /** In the order of the labels; absent where the folders are digits. */
  readonly names?: readonly string[];
  readonly classCount: number;
  labelOf(folderName: string): number;
}

/**
 * Labels for the folders of classes:
 * - with `names`: a folder is called by the name of its class or by its label
 * - without, where all are digits: the digit is the label
 * - without otherwise: in the order of the names, whole numbers by value
 *
 * @param path of the data folder, for errors
 * @throws {DataError} when a folder is none of `names`, or there are more than 256
 */
export function labelClasses(
  path: string,
  folderNames: ReadonlySet<string>,
  names: readonly string[] | undefined,
): ClassLabels {
  const folders = [...folderNames];
  if (names === undefined && folders.every((name) => /^\d$/.test(name))) {
    return { classCount: USUAL_CLASS_COUNT, labelOf: Number };
  }
  const ordered = names ?? orderedNames(folders);
  const labels = new Map(ordered.map((_, label) => [String(label), label]));
  // A name counts before a label that looks the same.
  for (const [label, name] of ordered.entries()) labels.set(name, label);
  const unknown = folders.find((name) => !labels.has(name));
  if (unknown !== undefined) {
    throw new DataError({
      subject: `Data folder "${path}"`,
      file: path,
      reason: `expected folders called by the names in classes.txt or classes.json, or by their labels from 0 to ${ordered.length - 1}, got "${unknown}"`,
      remedy: 'Rename the folder, or add its name.',
    });
  }
  if (ordered.length > LARGEST_COUNT) {
    throw new DataError({
      subject: `Data folder "${path}"`,
      file: path,
      reason: `expected at most ${LARGEST_COUNT} classes, got ${ordered.length}`,
      remedy: 'Put the pictures of one class into one folder.',
    });
  }
  return {
    names: ordered,
    classCount: Math.max(USUAL_CLASS_COUNT, ordered.length),
    labelOf: (name) => labels.get(name)!,
  };
}

function orderedNames(folders: readonly string[]): string[] {
  return folders.every((name) => /^\d+$/.test(name))
    ? folders.toSorted((a, b) => Number(a) - Number(b))
    : folders.toSorted();
}
