import { architectures } from '@lenet/core';
import { Argument, type Command } from 'commander';

/** Adds `lenet models`. */
export function addModelsCommand(program: Command): void {
  program
    .command('models')
    .summary('describe the networks, layer by layer or side by side')
    .description(
      'Prints the layers of the networks that "lenet train" knows, with shapes and parameters, or compares the networks.',
    )
    .addArgument(
      new Argument('[name]', 'only this network (default: all)').choices(
        architectures.map(({ name }) => name),
      ),
    )
    .option('--compare', 'one line for each network: parameters, multiply-adds, size, accuracy on record')
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nMultiply-adds and memory are of one image. Accuracy on record is that of the weights in @lenet/model-artifacts.\n' +
        '\nExamples:\n  lenet models lenet-report\n  lenet models --compare\n',
    )
    .action(async (name, options) => {
      const { runModelsCommand } = await import('./models.js');
      await runModelsCommand(name, options);
    });
}
