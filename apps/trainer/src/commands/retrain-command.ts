import type { Command } from 'commander';
import { pathOption } from './option-parsers.js';
import { threadsOption } from './threads-option.js';

/** Adds `lenet retrain`. */
export function addRetrainCommand(program: Command): void {
  program
    .command('retrain')
    .summary('train published weights again, and compare them bit by bit')
    .description(
      'Trains a model again as its manifest says, on the engine, and compares the digest of the new weights with the\n' +
        'published one. They are the same on every machine. The run is kept as any other.',
    )
    .argument('<model>', 'name of a model of @lenet/model-artifacts, e.g. lenet-report, or a model folder')
    .option(
      '--data <source>',
      'where the images are: mnist, synthetic or a folder (default: what the manifest says)',
      pathOption,
    )
    .option(
      '--other-versions',
      'go on where other versions of @lenet/core or @lenet/engine are installed than the weights were made with',
    )
    .addOption(threadsOption())
    .option('--out <folder>', 'folder in which the run folder is made', pathOption, 'runs')
    .option('--json', 'end with one JSON object on standard output')
    .option('--quiet', 'no progress on standard error; notices and errors stay')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet retrain lenet-report\n  lenet retrain models/mine --data digits\n',
    )
    .action(async (model, options) => {
      const { runRetrainCommand } = await import('./retrain.js');
      await runRetrainCommand(model, options);
    });
}
