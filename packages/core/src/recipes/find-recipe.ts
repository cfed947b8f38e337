import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { nearestNames } from './nearest-names.js';
import type { Recipe } from './recipe.js';
import { recipes } from './recipes.js';

/**
 * The recipe of a name.
 *
 * @throws {InvalidArgumentError} when there is none, with the names that are nearest
 * @example
 * import { findRecipe } from '@lenet/core/training';
 *
 * console.log(findRecipe('fast-99').settings.epochs); // 3
 */
export function findRecipe(name: string): Recipe {
  const found = recipes.find((recipe) => recipe.name === name);
  if (found) return found;
  const names = recipes.map((recipe) => recipe.name);
  const nearest = nearestNames(name, names).map((near) => `"${near}"`);
  throw new InvalidArgumentError({
    argument: 'name',
    received: name,
    message: `Recipe: expected one of ${names.join(', ')}, got "${name}".${nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : ''}`,
  });
}
