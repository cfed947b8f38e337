import type { Option } from 'commander';
import { settingSchemas } from '../run-config-schema.js';
import { fieldSchema, ofRecipe, rangeOption, wordOption } from './setting-option.js';

const limit = (flags: string, description: string, field: string) =>
  rangeOption(flags, `${description} ${ofRecipe(0)}`, fieldSchema('augmentation', field));

/** How far the training images may be changed. */
export function augmentationOptions(): Option[] {
  return [
    wordOption(
      '--augmentation <what>',
      'none: leave the images as they are, whatever the recipe says; otherwise set single limits',
      ['none'],
    ),
    limit(
      '--rotation <degrees>',
      'largest turn to either side, 0 to 180; 6 to 10 help, 20 cost the small network accuracy',
      'rotationDegrees',
    ),
    limit('--shift <pixels>', 'largest shift along each axis, 0 to 256; 1 or 2 help', 'shiftPixels'),
    limit(
      '--scale <share>',
      'largest change of size, 0 to 0.9: 0.1 is from 0.9 to 1.1 times, which helps',
      'scale',
    ),
    limit(
      '--shear <slope>',
      'largest slant, 0 to 2: columns moved for each row of distance from the centre',
      'shear',
    ),
    limit('--warp <pixels>', 'largest displacement of a smooth warp along each axis, 0 to 16', 'warpPixels'),
    limit(
      '--stroke-width <pixels>',
      "largest growth or loss of the pen's width, 0 to 4",
      'strokeWidthPixels',
    ),
    rangeOption(
      '--gentle-epochs <count>',
      'epochs at the end in which images are changed 0.4 times as far, so that the network settles on images as they are (default: 0)',
      settingSchemas.gentleEpochs,
    ),
  ];
}
