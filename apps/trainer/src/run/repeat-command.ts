import type { ChosenSettings } from '../settings/chosen-settings.js';
import { optionsOfConfig } from '../settings/options-of-config.js';
import { flagOf } from '../settings/setting-sources.js';
import { type RunConfig, resolveConfig } from './run-config.js';
import { shellWord } from './shell-word.js';

/** Those that a reader wants to see, and those that the machine decided. */
const alwaysTold: readonly (keyof ChosenSettings)[] = [
  'recipe',
  'data',
  'epochs',
  'batchSize',
  'learningRate',
  'seed',
  'backend',
  'engineBuild',
];

/** The command that repeats a run: the recipe, the plainest options, and all that differ from the recipe's. */
export function repeatCommand(config: RunConfig): string {
  const ofRecipe = optionsOfConfig(resolveConfig({ recipe: config.recipe }));
  const given = Object.entries(optionsOfConfig(config)).flatMap(([name, value]) => {
    const option = name as keyof ChosenSettings;
    if (!alwaysTold.includes(option) && ofRecipe[option] === value) return [];
    return value === true ? [flagOf(option)] : [`${flagOf(option)} ${shellWord(String(value))}`];
  });
  return `lenet train ${given.join(' ')}`;
}
