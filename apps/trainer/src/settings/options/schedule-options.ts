import type { Option } from 'commander';
import { defaults, fieldSchema, ofRecipe, rangeOption, wordOption } from './setting-option.js';

/** How the learning rate changes over the run. */
export function scheduleOptions(): Option[] {
  return [
    wordOption(
      '--schedule <kind>',
      `constant; step: falls by a factor now and then; cosine: falls slowly, then fast, then slowly; one-cycle: rises first, then falls to 0, which allows a larger rate, and the weights settle ${ofRecipe(defaults.schedule.kind)}`,
      ['constant', 'step', 'cosine', 'one-cycle'],
    ),
    rangeOption(
      '--warm-up <share>',
      "of one-cycle: share of all steps in which the rate rises, from 0 to below 1 (default: 0.3, PyTorch's)",
      fieldSchema('schedule', 'warmUpShare', 'one-cycle'),
    ),
    rangeOption(
      '--start-share <share>',
      "of one-cycle: the first rate as a share of the largest, above 0 and at most 1 (default: 0.04, PyTorch's)",
      fieldSchema('schedule', 'startShare', 'one-cycle'),
    ),
    rangeOption(
      '--final-rate <rate>',
      'of cosine: the rate after the last step, 0 or more (default: 0, so that the weights settle)',
      fieldSchema('schedule', 'finalRate', 'cosine'),
    ),
    rangeOption(
      '--decay-steps <count>',
      'of step: optimizer steps between two changes; an epoch of 55,000 images in batches of 64 has 860 (no default)',
      fieldSchema('schedule', 'everySteps', 'step'),
    ),
    rangeOption(
      '--decay-factor <factor>',
      "of step: what the rate is multiplied by, above 0 and at most 1 (default: 0.1, PyTorch's)",
      fieldSchema('schedule', 'factor', 'step'),
    ),
  ];
}
