import { architectures } from '@lenet/core';
import type { Option } from 'commander';
import { settingSchemas } from '../run-config-schema.js';
import { numberOption } from './number-option.js';
import { defaults, ofRecipe, rangeOption, settingOption, wordOption } from './setting-option.js';
import { orWord } from './setting-parsers.js';

/** Which images are used for what. */
export function imageOptions(): Option[] {
  return [
    settingOption(
      '--train-images <count>',
      'use only the first so many training images, for a quick try (default: all)',
      orWord('all', numberOption(settingSchemas.trainImages)),
    ),
    settingOption(
      '--test-images <count>',
      'use only the first so many test images (default: all)',
      orWord('all', numberOption(settingSchemas.testImages)),
    ),
    rangeOption(
      '--validation-images <count>',
      'training images that are held out, to see after each epoch how the network does on images that it does not learn from; 0: none (default: a twelfth, 5,000 of 60,000)',
      settingSchemas.validationImages,
    ),
    rangeOption(
      '--synthetic-images <count>',
      "synthetic digits mixed into each epoch, in hands that MNIST lacks; validation and test stay the data's own (default by recipe: 0, 40,000 in drawn-digits)",
      settingSchemas.syntheticImages,
    ),
  ];
}

/** What is trained. */
export function networkOptions(): Option[] {
  return [
    wordOption(
      '--architecture <name>',
      `the network; "lenet models" compares them ${ofRecipe(defaults.architecture)}`,
      architectures.map(({ name }) => name),
    ),
    rangeOption(
      '--dropout <rate>',
      'share of the values, from 0 to below 1, that each dropout layer sets to 0 in training, against overfitting; for networks that have such layers (default: as the network has it; 0.25 and 0.5 in beginner-cnn)',
      settingSchemas.dropout,
    ),
  ];
}
