import { recipes } from '@lenet/core/training';
import type { Option } from 'commander';
import { nameOption, pathOption } from '../../commands/option-parsers.js';
import { settingSchemas } from '../run-config-schema.js';
import { defaults, ofRecipe, rangeOption, settingOption, wordOption } from './setting-option.js';
import { durationOption, orWord } from './setting-parsers.js';

/** The few that a beginner needs. */
export function firstOptions(): Option[] {
  return [
    wordOption(
      '--recipe <name>',
      `network and settings that were chosen together, listed below; other options change single ones (default: ${recipes[0].name})`,
      recipes.map(({ name }) => name),
    ),
    settingOption(
      '--data <source>',
      'auto: MNIST from LENET_DATA_DIR, the cache or a download, and where none can be had, synthetic digits; mnist: the same, but an error instead of synthetic digits; synthetic; or a folder with the four IDX files, or with pictures in a folder for each class (default: auto)',
      pathOption,
    ),
    rangeOption(
      '--epochs <count>',
      `passes over the training images; more take longer, and each brings less than the one before ${ofRecipe(defaults.epochs)}`,
      settingSchemas.epochs,
    ),
    rangeOption(
      '--seed <number>',
      `decides all that is left to chance: the split, the first weights, the order and changes of the images, synthetic digits; the same number gives the same weights (default: ${defaults.seed})`,
      settingSchemas.seed,
    ),
    settingOption(
      '--time-limit <time>',
      'end the training after so much time of it, such as 90s, 10m or 1h30m, then evaluate and report (default: none)',
      orWord('none', durationOption),
    ),
    settingOption(
      '--name <name>',
      'name of the run folder (default: recipe, date, time and seed)',
      nameOption,
    ),
  ];
}
