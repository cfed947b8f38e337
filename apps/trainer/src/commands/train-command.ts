import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.js';
import { completeLater } from './complete-later.js';

/** Adds `lenet train`. Defaults are those of the published experiment. */
export function addTrainCommand(program: Command): void {
  const command = program
    .command('train')
    .summary('train LeNet and write a run folder with model, metrics and report')
    .action(async (options) => {
      const { runTrainCommand } = await import('./train.js');
      const { SettingsError } = await import('../settings/settings-error.js');
      try {
        await runTrainCommand(options);
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        command.error(`error: ${error.message}`, { exitCode: exitCodes.wrongUse });
      }
    });
  completeLater(command, () => addOptions(command));
}

async function addOptions(command: Command): Promise<void> {
  const { recipes } = await import('@lenet/core/training');
  const { trainOptionGroups } = await import('../settings/options/train-options.js');
  command.description(
    'Trains LeNet (44,426 parameters) and writes a run folder: the model, every metric, and a report to open in a browser.\n' +
      'Without options it is the published experiment: 10 epochs, batches of 64, Adam at a constant rate.\n' +
      `Where a default is the recipe's, that of ${recipes[0].name} is shown.`,
  );
  for (const { heading, options } of trainOptionGroups()) {
    for (const option of options) command.addOption(option.helpGroup(heading));
    command.optionsGroup(heading);
  }
  command
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `\nRecipes:\n${recipes.map(({ name, description }) => `  ${name.padEnd(17)}${description}\n`).join('')}` +
        '\nExamples:\n' +
        '  lenet train\n' +
        '  lenet train --recipe fast-99\n' +
        '  lenet train --epochs 30 --patience 3 --rotation 8 --shift 1\n' +
        '  lenet train --optimizer momentum --learning-rate 0.05 --schedule cosine\n' +
        '  lenet train --data ./fashion-mnist --name fashion --tensorboard\n' +
        '  lenet train --recipe best --print-config > mine.json\n' +
        '  lenet train --config mine.json --seed 7\n',
    );
}
