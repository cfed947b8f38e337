import { RecipeError } from '../errors/recipe-error.js';
import { schemaProblems } from '../manifest/schema-problems.js';
import type { Recipe } from './recipe.js';
import { recipeSchema } from './recipe-schema.js';

/**
 * Checks a recipe.
 *
 * @param recipe JSON text, or the value that it stands for
 * @throws {RecipeError} that lists every problem; a property that is not known is one
 * @example
 * import { parseRecipe, recipes } from '@lenet/core/training';
 *
 * const longer = { ...recipes[0], settings: { ...recipes[0].settings, epochs: 20 } };
 * console.log(parseRecipe(JSON.stringify(longer)).settings.epochs); // 20
 */
export function parseRecipe(recipe: unknown): Recipe {
  let value = recipe;
  if (typeof recipe === 'string') {
    try {
      value = JSON.parse(recipe);
    } catch (cause) {
      throw new RecipeError({ problems: [`the whole: expected JSON: ${(cause as Error).message}`], cause });
    }
  }
  const problems = schemaProblems(value, recipeSchema);
  if (problems.length > 0) throw new RecipeError({ problems });
  return value as Recipe;
}
