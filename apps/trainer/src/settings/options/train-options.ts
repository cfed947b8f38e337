import type { Option } from 'commander';
import { sweepOptions } from '../../commands/sweep-options.js';
import { augmentationOptions } from './augmentation-options.js';
import { firstOptions } from './first-options.js';
import { imageOptions, networkOptions } from './network-options.js';
import { optimizerOptions } from './optimizer-options.js';
import { fileOptions, machineOptions, outputOptions } from './output-options.js';
import { scheduleOptions } from './schedule-options.js';
import { validationOptions } from './validation-options.js';

/** The options of `lenet train` under the headings of its help, those that a beginner needs first. */
export function trainOptionGroups(): { heading: string; options: Option[] }[] {
  return [
    { heading: 'To begin with:', options: firstOptions() },
    { heading: 'Settings from and to a file:', options: fileOptions() },
    { heading: 'Several seeds:', options: sweepOptions() },
    { heading: 'Images:', options: imageOptions() },
    { heading: 'Network:', options: networkOptions() },
    { heading: 'Optimizer:', options: optimizerOptions() },
    { heading: 'Learning rate over the run:', options: scheduleOptions() },
    {
      heading: 'Augmentation (limits; each image is changed anew in each epoch, by chance):',
      options: augmentationOptions(),
    },
    { heading: 'Validation and early stopping:', options: validationOptions() },
    { heading: 'Machine:', options: machineOptions() },
    { heading: 'Output:', options: outputOptions() },
  ];
}
