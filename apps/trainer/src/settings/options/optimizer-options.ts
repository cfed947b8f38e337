import type { Option } from 'commander';
import { positiveOption } from '../../commands/option-parsers.js';
import { settingSchemas } from '../run-config-schema.js';
import { numberOption } from './number-option.js';
import { defaults, fieldSchema, ofRecipe, rangeOption, settingOption, wordOption } from './setting-option.js';
import { choiceOption, orWord } from './setting-parsers.js';

const adam = (field: string) => fieldSchema('optimizer', field, 'adam');

/** How the weights follow the gradients. */
export function optimizerOptions(): Option[] {
  return [
    rangeOption(
      '--batch-size <images>',
      `images per optimizer step; larger batches have steadier gradients but make fewer steps ${ofRecipe(defaults.batchSize)}`,
      settingSchemas.batchSize,
    ),
    settingOption(
      '--learning-rate <rate>',
      `size of the optimizer's steps, the largest where the schedule changes it; too large diverges, too small takes long ${ofRecipe(0.001)}`,
      positiveOption,
    ),
    settingOption(
      '--optimizer <kind>',
      `adam: steps scaled for each weight, with --weight-decay it is AdamW; momentum: SGD with momentum, which needs a larger rate, such as 0.05 (also called sgd) ${ofRecipe(defaults.optimizer.kind)}`,
      choiceOption(['adam', 'momentum'], { sgd: 'momentum' }),
    ),
    rangeOption(
      '--weight-decay <rate>',
      `decoupled weight decay, 0 or more: each step takes this share of the learning rate from every weight; for long trainings ${ofRecipe(0)}`,
      adam('weightDecay'),
    ),
    settingOption(
      '--gradient-clip-norm <norm>',
      'scale the gradients down where their norm, all together, is larger; against single steps that spoil the weights (default: none)',
      orWord('none', numberOption(adam('gradientClipNorm'))),
    ),
    rangeOption(
      '--momentum <share>',
      'of momentum: share of the last step that is kept, from 0 to below 1; 0 is plain SGD (default: 0.9, the usual)',
      fieldSchema('optimizer', 'momentum', 'momentum'),
    ),
    rangeOption(
      '--beta1 <share>',
      `of adam: share of the mean gradient that is kept, from 0 to below 1; less forgets faster ${ofRecipe("0.9, Keras's")}`,
      adam('beta1'),
    ),
    rangeOption(
      '--beta2 <share>',
      `of adam: share of the mean square that is kept, from 0 to below 1 ${ofRecipe("0.999, Keras's")}`,
      adam('beta2'),
    ),
    rangeOption(
      '--epsilon <number>',
      `of adam: added to the root of the mean square, so that nothing is divided by 0 ${ofRecipe("1e-7, Keras's")}`,
      adam('epsilon'),
    ),
    wordOption(
      '--epsilon-placement <where>',
      'of adam: keras adds epsilon before the bias correction, pytorch after it; to compare with either (default: keras)',
      ['keras', 'pytorch'],
    ),
  ];
}
