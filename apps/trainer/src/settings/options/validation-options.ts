import type { Option } from 'commander';
import { numberOption } from './number-option.js';
import { fieldSchema, rangeOption, settingOption, wordOption } from './setting-option.js';
import { orWord } from './setting-parsers.js';

/** When is validated, what is best, and when training ends early. */
export function validationOptions(): Option[] {
  return [
    rangeOption(
      '--validate-every <epochs>',
      'epochs from one validation to the next; more save time (default: 1)',
      fieldSchema('validateEvery', 'epochs'),
    ),
    rangeOption(
      '--validate-every-steps <count>',
      'the same in optimizer steps, to look into an epoch; instead of --validate-every',
      fieldSchema('validateEvery', 'steps'),
    ),
    settingOption(
      '--patience <count>',
      'early stopping: end the training after so many validations in a row without improvement (default: none)',
      orWord('none', numberOption(fieldSchema('earlyStopping', 'patience'))),
    ),
    rangeOption(
      '--minimum-improvement <amount>',
      'what counts as improvement for --patience: more than this, in nats of loss or as a share of accuracy (default: 0)',
      fieldSchema('earlyStopping', 'minimumImprovement'),
    ),
    wordOption(
      '--best-by <figure>',
      'what says how good a validation is: the smaller loss, or the larger accuracy; loss tells finer differences apart (default: loss)',
      ['loss', 'accuracy'],
    ),
    wordOption(
      '--final-weights <which>',
      'weights that the model gets: the last, or the best of all validations (default: last, as in Keras; best with --patience)',
      ['last', 'best'],
    ),
  ];
}
