import { requireChoice } from './require-choice.js';
import { requirePredictions, requireSome } from './require-classes.js';
import { tallyClasses } from './tally-classes.js';

const costs = {
  none: (distance: number) => Math.sign(distance),
  linear: (distance: number) => distance,
  quadratic: (distance: number) => distance * distance,
};

/**
 * Cohen's kappa: agreement beyond chance, as scikit-learn's `cohen_kappa_score`. 1 is full agreement, 0
 * what chance gives, below 0 less than that; NaN where there is one class only.
 *
 * @param labels actual classes, `[count]`
 * @param predictions predicted classes, `[count]`
 * @param options.weights what a disagreement costs, by the distance of the two classes among those that
 *   occur. @default 'none'
 *   - `none`: 1, whatever the distance
 *   - `linear`: the distance
 *   - `quadratic`: its square
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, one of them
 *   is not a whole number of 0 or more, or `weights` is something else
 * @example
 * import { cohenKappa } from '@lenet/core/metrics';
 *
 * console.log(cohenKappa([0, 0, 1, 1], [0, 1, 1, 1])); // 0.5
 *
 * Source: Cohen, "A Coefficient of Agreement for Nominal Scales", 1960.
 */
export function cohenKappa(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  { weights = 'none' }: { weights?: 'none' | 'linear' | 'quadratic' } = {},
): number {
  requirePredictions(labels, predictions);
  requireSome('labels', labels);
  requireChoice('weights', weights, Object.keys(costs));
  const cost = costs[weights];
  const tallies = tallyClasses(labels, predictions);
  const positions = new Map([...tallies.keys()].map((label, position) => [label, position]));
  let observed = 0;
  for (let index = 0; index < labels.length; index++) {
    observed += cost(Math.abs(positions.get(labels[index])! - positions.get(predictions[index])!));
  }
  const classes = [...tallies.values()];
  let byChance = 0;
  classes.forEach(({ actual }, row) => {
    classes.forEach(({ predicted }, column) => {
      byChance += cost(Math.abs(row - column)) * actual * predicted;
    });
  });
  return 1 - (observed * labels.length) / byChance;
}
