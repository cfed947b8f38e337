import { recipes } from '@lenet/core/training';
import { type Command, Option } from 'commander';
import { backendChoices, engineBuilds } from '../backends/backend-choices.js';
import { integerOption, nameOption, pathOption, positiveOption } from './option-parsers.js';
import { threadsOption } from './threads-option.js';

/** Adds `lenet train`. Defaults are those of the published experiment. */
export function addTrainCommand(program: Command): void {
  program
    .command('train')
    .summary('train LeNet and write a run folder with model, metrics and report')
    .description(
      'Trains LeNet (44,426 parameters) and writes a run folder: the model, every metric, and a report to open in a browser.\n' +
        'The default recipe is the published experiment: 10 epochs, batches of 64, Adam at a constant rate.',
    )
    .addOption(
      new Option('--recipe <name>', 'network and settings that belong together; options change single ones')
        .choices(recipes.map(({ name }) => name))
        .default(recipes[0].name),
    )
    .option(
      '--data <source>',
      'auto: LENET_DATA_DIR, the cache, a download, else synthetic digits; mnist: the same, but an error instead of synthetic digits; synthetic; or a folder with the four IDX files, or with pictures in a folder for each class',
      pathOption,
      'auto',
    )
    .option(
      '--epochs <count>',
      "passes over the training images (default: the recipe's; 10 in lenet-report)",
      integerOption({ minimum: 1 }),
    )
    .option(
      '--batch-size <images>',
      "images per optimizer step (default: the recipe's; 64 in lenet-report)",
      integerOption({ minimum: 1 }),
    )
    .option(
      '--learning-rate <rate>',
      "step size of the optimizer, its largest where the recipe changes it (default: the recipe's; 0.001 in lenet-report)",
      positiveOption,
    )
    .option(
      '--seed <number>',
      'governs the split, the initial weights, the order and changes of the images, and synthetic digits (default: 1)',
      integerOption({ minimum: 0, maximum: 0xffffffff }),
    )
    .option(
      '--validation-images <count>',
      'images split from the training set to validate each epoch; 0 for none (default: a twelfth, 5,000 of 60,000)',
      integerOption({ minimum: 0 }),
    )
    .option(
      '--train-images <count>',
      'use only the first training images, for a quick try (default: all)',
      integerOption({ minimum: 1 }),
    )
    .option(
      '--test-images <count>',
      'use only the first test images (default: all)',
      integerOption({ minimum: 1 }),
    )
    .addOption(
      new Option('--backend <name>', 'what computes; auto takes the fastest that works here')
        .choices(backendChoices)
        .default('auto'),
    )
    .addOption(
      new Option(
        '--engine-build <build>',
        'of the engine; relaxed is faster, but its last bits depend on the machine (default: strict)',
      ).choices(engineBuilds),
    )
    .addOption(threadsOption())
    .option('--out <folder>', 'folder in which the run folder is made', pathOption, 'runs')
    .option('--name <name>', 'name of the run folder (default: recipe, date, time and seed)', nameOption)
    .option('--json', 'end with one JSON object on standard output')
    .option('--quiet', 'no progress on standard error; notices and errors stay')
    .addHelpText(
      'after',
      `\nRecipes:\n${recipes.map(({ name, description }) => `  ${name.padEnd(17)}${description}\n`).join('')}` +
        '\nExamples:\n  lenet train\n  lenet train --recipe fast-99\n  lenet train --epochs 2 --seed 7\n  lenet train --data ./fashion-mnist --name fashion\n',
    )
    .action(async (options) => {
      const { runTrainCommand } = await import('./train.js');
      await runTrainCommand(options);
    });
}
