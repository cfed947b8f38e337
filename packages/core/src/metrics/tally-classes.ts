/** How often a class was right, predicted and actual. */
export interface ClassTally {
  correct: number;
  predicted: number;
  actual: number;
}

/** @returns a tally for each class among labels and predictions, in the order of the classes */
export function tallyClasses(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
): ReadonlyMap<number, Readonly<ClassTally>> {
  const tallies = new Map<number, ClassTally>();
  const tallyOf = (label: number) => {
    const known = tallies.get(label);
    if (known) return known;
    const tally = { correct: 0, predicted: 0, actual: 0 };
    tallies.set(label, tally);
    return tally;
  };
  for (let index = 0; index < labels.length; index++) {
    const actual = tallyOf(labels[index]);
    actual.actual++;
    tallyOf(predictions[index]).predicted++;
    if (labels[index] === predictions[index]) actual.correct++;
  }
  return new Map([...tallies].sort(([a], [b]) => a - b));
}
