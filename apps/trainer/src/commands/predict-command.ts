import { type Command, Option } from 'commander';
import { addArchitectureOption } from './architecture-option.js';
import { pathOption } from './option-parsers.js';

/** Adds `lenet predict`. */
export function addPredictCommand(program: Command): void {
  const command = program
    .command('predict')
    .summary('read the digits in pictures')
    .description(
      'Reads the digit in each picture: PNG, JPEG or WebP of any size, dark on light or light on dark, or IDX.\n' +
        'Files that cannot be read are told on standard error and skipped; the exit code is then 1.',
    )
    .argument('<files...>', 'files, folders, or - for standard input')
    .option(
      '--model <path>',
      'run folder, model folder or file: .onnx, .safetensors, .keras, .h5, .json (default: the model of @lenet/model-artifacts)',
      pathOption,
    )
    .option('--as-is', 'pictures are 28x28 already, light ink on black: do not normalise them')
    .addOption(
      new Option(
        '--normalize',
        'normalise the images of IDX files too, which are taken as they are',
      ).conflicts('asIs'),
    )
    .option('--json', 'one JSON object a line on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet predict seven.png\n  lenet predict --json scans/ > digits.jsonl\n',
    )
    .action(async (files, options) => {
      const { runPredictCommand } = await import('./predict.js');
      await runPredictCommand(files, options);
    });
  addArchitectureOption(command);
}
