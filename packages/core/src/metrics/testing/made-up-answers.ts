// Labels and scores from a few small numbers, so that expected values can be kept without their inputs. The
// same formula is in tooling/oracle/metrics/made_up_answers.py; all of it is exact.

/** What the answers are made of: see the Python source for the kinds. */
export type MadeUpKey = readonly [
  seed: number,
  count: number,
  classCount: number,
  labelKind: string,
  scoreKind: string,
  skill: number,
];

/** @returns labels `[count]` and scores `[count, classCount]`, whole numbers with a sum above 0 in each row */
export function madeUpAnswers([seed, count, classCount, labelKind, scoreKind, skill]: MadeUpKey): {
  labels: number[];
  scores: number[];
} {
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
  const half = Math.ceil(classCount / 2);
  const labels = Array.from({ length: count }, draw).map((drawn) => {
    if (labelKind === 'one') return seed % classCount;
    return drawn % (labelKind === 'few' ? half : classCount);
  });
  const rows = labels.map((label) => {
    const values = Array.from({ length: classCount }, draw);
    const isHit = draw() % 100 < skill;
    const other = draw() % classCount;
    const row = values.map((value, index) => {
      const bonus = isHit && index === label ? 1 : 0;
      if (scoreKind === 'coarse') return (value % 3) + 2 * bonus;
      if (scoreKind === 'certain') return index === (isHit ? label : other) ? 1 : 0;
      if (scoreKind === 'uniform') return 1;
      if (scoreKind === 'inverted') return index === label ? 0 : (value % 7) + 1;
      return scoreKind === 'narrow' && index >= half ? 0 : (value % 1000) + 1500 * bonus;
    });
    if (!row.some((value) => value > 0)) row[label] = 1;
    return row;
  });
  return { labels, scores: rows.flat() };
}

/** Each row of scores divided by its sum. */
export function shares(scores: readonly number[], classCount: number): number[] {
  return scores.map((score, index) => {
    const start = index - (index % classCount);
    return score / scores.slice(start, start + classCount).reduce((sum, value) => sum + value, 0);
  });
}
