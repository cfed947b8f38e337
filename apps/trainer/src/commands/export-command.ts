import { type Command, Option } from 'commander';
import { addArchitectureOption } from './architecture-option.js';
import { formatsOption } from './formats-option.js';
import { modelNameOption, pathOption, versionOption } from './option-parsers.js';

/** Adds `lenet export`. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .summary('write a network in formats that other programs read')
    .description(
      'Writes a model folder: the network for TensorFlow.js, in 32, 16 and 8 bits, and in other formats on request, a manifest with digests, and a model card.\n' +
        'From a file of another program, of which nobody knows how it came to be, without manifest and card.',
    )
    .argument(
      '<model>',
      'run folder, e.g. runs/lenet-report-20261123-090000-seed1, model folder or file: .onnx, .safetensors, .keras, .h5, .json',
    )
    .addOption(
      new Option(
        '--format <names>',
        'tfjs, onnx, safetensors, keras (Keras 3), several with commas between, or all',
      )
        .argParser(formatsOption)
        .default(['tfjs'], 'tfjs'),
    )
    .option('--out <folder>', 'folder in which the model folder is made', pathOption, 'models')
    .option(
      '--name <name>',
      'name of the model and its folder (default: the recipe of the run, the name of the model)',
      modelNameOption,
    )
    .option(
      '--version <version>',
      'version of the weights, as semantic versioning has it (default: that of the model; of a run 0.1.0)',
      versionOption,
    )
    .option('--without <files...>', 'files of these formats that are not wanted, e.g. model-float16.onnx')
    .option(
      '--chosen-by <runs...>',
      'runs of the same settings that held images out: temperature and threshold of the answers come from those images (default: the temperature of the run itself)',
    )
    .option(
      '--seed-runs <runs...>',
      'with --measure: runs of the same settings with other seeds, for mean and spread',
    )
    .option(
      '--measure',
      'measure calibration, weights in fewer bits and robustness on the test images, for the card and measurements.json; takes minutes',
    )
    .option(
      '--beside <models...>',
      'with --measure: also what is read of generated digits and refused of what is no digit, beside these models, e.g. lenet-best',
    )
    .option('--force', 'replace a model folder of that name')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet export runs/lenet-report-20261123-090000-seed1 --version 1.0.0\n  lenet export models/lenet-report --format onnx,keras --out exports\n' +
        '  lenet export runs/final-seed1 --chosen-by runs/split-* --seed-runs runs/final-* --measure\n',
    )
    .action(async (model, options) => {
      const { runExportCommand } = await import('./export.js');
      await runExportCommand(model, options);
    });
  addArchitectureOption(command);
}
