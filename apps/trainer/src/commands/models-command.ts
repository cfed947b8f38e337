import { Argument, type Command } from 'commander';
import { completeLater } from './complete-later.js';

/** Adds `lenet models`. */
export function addModelsCommand(program: Command): void {
  const network = new Argument('[name]', 'only this network (default: all)');
  const models = program
    .command('models')
    .summary('describe the networks, layer by layer or side by side')
    .description(
      'Prints the layers of the networks that "lenet train" knows, with shapes and parameters, or compares the networks.',
    )
    .addArgument(network)
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
  completeLater(models, async () => {
    const { architectures } = await import('@lenet/core');
    network.choices(architectures.map(({ name }) => name));
  });
}
