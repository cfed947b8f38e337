import type { Command } from 'commander';
import { addArchitectureOption } from './architecture-option.js';
import { integerOption, pathOption } from './option-parsers.js';

/** Adds `lenet evaluate`. */
export function addEvaluateCommand(program: Command): void {
  const command = program
    .command('evaluate')
    .summary('measure a trained network on a test set')
    .description(
      'Loads a trained network, checks its files, and measures loss, accuracy and each class on a test set.',
    )
    .argument(
      '[model]',
      'run folder, model folder, name of a published model, or file: .onnx, .safetensors, .keras, .h5, .json (default: drawn-digits)',
    )
    .option(
      '--data <source>',
      'auto, mnist, synthetic (with the seed that the network was trained with) or a folder, as for "lenet train"',
      pathOption,
      'auto',
    )
    .option(
      '--test-images <count>',
      'use only the first test images (default: all)',
      integerOption({ minimum: 1 }),
    )
    .option(
      '--robustness',
      'also distort the images in ten ways at five strengths, and measure each with and without the normalisation of pictures; takes minutes',
    )
    .option(
      '--refusals',
      'measure what is answered with "unsure": of the test images, and of generated digits, and of fifteen kinds of what is no digit',
    )
    .option('--json', 'end with one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet evaluate\n  lenet evaluate runs/digits\n  lenet evaluate network.onnx --data ./fashion-mnist --json\n',
    )
    .action(async (model, options) => {
      const { runEvaluateCommand } = await import('./evaluate.js');
      await runEvaluateCommand(model, options);
    });
  addArchitectureOption(command);
}
