/**
 * What classes are called: their names, or their numbers where they have none.
 *
 * @param names in the order of the labels; may be fewer
 */
export function classLabels(classCount: number, names: readonly string[] = []): string[] {
  return Array.from({ length: classCount }, (_, label) => names[label] ?? String(label));
}

/** Cut where it is longer than `length`, with an ellipsis in place of the rest. */
export function shortLabel(label: string, length: number): string {
  const letters = [...label];
  return letters.length <= length
    ? label
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
