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
    .argument(
      '[files...]',
      'files, folders, patterns in quotes, or - for one picture or IDX file on standard input',
    )
    .option(
      '--model <path>',
      'run folder, model folder, name of a published model, or file: .onnx, .safetensors, .keras, .h5, .json (default: drawn-digits)',
      pathOption,
    )
    .option(
      '--files-from <file>',
      'read the files, or folders, named in this file, too, one a line; - for standard input',
      pathOption,
    )
    .option('--null', 'names in --files-from end with NUL, as "find -print0" writes them')
    .option('--as-is', 'pictures are 28x28 already, light ink on black: do not normalise them')
    .addOption(
      new Option(
        '--normalize',
        'normalise the images of IDX files too, which are taken as they are',
      ).conflicts('asIs'),
    )
    .addOption(
      new Option(
        '--several',
        'pictures hold several digits: each is told, in reading order, with its box in --json',
      ).conflicts('asIs'),
    )
    .option('--show', 'draw what the network sees, and how sure it is of each class')
    .addOption(new Option('--json', 'one JSON object a line on standard output').conflicts(['show', 'csv']))
    .addOption(
      new Option('--csv', 'a table on standard output, with a column for each class').conflicts('show'),
    )
    .option('--quiet', 'no progress and no summary on standard error')
    .addHelpText(
      'after',
      '\nOf a folder, its pictures and those of the folders in it are read, but for hidden ones; of an animation,' +
        '\nits first frame. A name that begins with a dash goes behind --.' +
        '\n\nExamples:' +
        '\n  lenet predict seven.png --show' +
        '\n  lenet predict --several number.jpg' +
        '\n  lenet predict --json scans/ > digits.jsonl' +
        "\n  lenet predict 'scans/**/*.png'" +
        '\n  find . -name "*.jpg" -print0 | lenet predict --files-from - --null' +
        '\n  curl -s https://example.org/seven.png | lenet predict -\n',
    )
    .action(async (files: string[], options) => {
      if (files.length === 0 && options.filesFrom === undefined) {
        command.error("error: expected files, folders, '-' or --files-from, got none", { exitCode: 2 });
      }
      if ([...files, options.filesFrom].filter((name) => name === '-').length > 1) {
        command.error("error: expected '-' once, as standard input can be read once", { exitCode: 2 });
      }
      const { runPredictCommand } = await import('./predict.js');
      await runPredictCommand(files, options);
    });
  addArchitectureOption(command);
}
