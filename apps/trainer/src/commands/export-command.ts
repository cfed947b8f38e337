import { type Command, Option } from 'commander';
import { modelNameOption, pathOption, versionOption } from './option-parsers.js';

/** Adds `lenet export`. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .summary('write the network of a run as a model folder')
    .description(
      'Writes a model folder: the network in a format that other programs read, a manifest with digests, and a model card.',
    )
    .argument('<run>', 'run folder, e.g. runs/lenet-report-20261123-090000-seed1')
    .addOption(
      new Option('--format <name>', "tfjs: TensorFlow.js's layers format, for tf.loadLayersModel")
        .choices(['tfjs'])
        .default('tfjs'),
    )
    .option('--out <folder>', 'folder in which the model folder is made', pathOption, 'models')
    .option(
      '--name <name>',
      'name of the model and its folder (default: the recipe of the run)',
      modelNameOption,
    )
    .option(
      '--version <version>',
      'version of the weights, as semantic versioning has it',
      versionOption,
      '0.1.0',
    )
    .option('--force', 'replace a model folder of that name')
    .addHelpText(
      'after',
      '\nExample:\n  lenet export runs/lenet-report-20261123-090000-seed1 --version 1.0.0\n',
    )
    .action(async (run, options) => {
      const { runExportCommand } = await import('./export.js');
      await runExportCommand(run, options);
    });
}
