import { type Command, Option } from 'commander';
import { backendChoices } from '../backends/backend-choices.js';
import { integerOption, nameOption, pathOption } from './option-parsers.js';
import { threadsOption } from './threads-option.js';

/** Names of `publishedExperiments`, which is loaded when the command runs. */
const names = ['lenet-report', 'beginner-cnn', 'classic-lenet-5'] as const;

/** Adds `lenet reproduce`. */
export function addReproduceCommand(program: Command): void {
  program
    .command('reproduce')
    .summary('repeat a published experiment, and put its figures beside ours')
    .description(
      'Repeats a published experiment exactly as it is described, with several seeds, and writes a page that puts ' +
        'every published figure beside what came out here.',
    )
    .addArgument(program.createArgument('<experiment>', 'which').choices(names))
    .option(
      '--seeds <count>',
      'trainings, with the seeds 1, 2, 3 ...: one tells little, five tell the spread',
      integerOption({ minimum: 1, maximum: 1000 }),
      5,
    )
    .option(
      '--data <source>',
      'mnist: LENET_DATA_DIR, the cache or a download; synthetic; or a folder with the four IDX files',
      pathOption,
      'mnist',
    )
    .addOption(
      new Option('--backend <name>', 'what computes; auto takes the fastest that works here')
        .choices(backendChoices)
        .default('auto'),
    )
    .addOption(threadsOption())
    .option('--out <folder>', 'folder in which the folder of the reproduction is made', pathOption, 'runs')
    .option(
      '--name <name>',
      'name of that folder; given again, what was done is kept (default: reproduction, experiment and backend)',
      nameOption,
    )
    .option('--epochs <count>', 'fewer than published, for a quick look', integerOption({ minimum: 1 }))
    .option('--train-images <count>', 'only the first training images', integerOption({ minimum: 1 }))
    .option('--test-images <count>', 'only the first test images', integerOption({ minimum: 1 }))
    .option('--json', 'end with one JSON object on standard output')
    .option('--quiet', 'no progress on standard error; notices and errors stay')
    .addHelpText(
      'after',
      '\nExperiments:\n' +
        '  lenet-report      the LeNet report in Keras: 44,426 parameters, test accuracy .9889, loss .0350\n' +
        '  beginner-cnn      a beginner tutorial in Keras: 225,034 parameters, .9906, .0280\n' +
        '  classic-lenet-5   the LeNet-5 that the report describes without training it\n' +
        '\nExamples:\n  lenet reproduce lenet-report\n  lenet reproduce beginner-cnn --backend wasm --seeds 1\n',
    )
    .action(async (name, options) => {
      const { runReproduceCommand } = await import('./reproduce.js');
      await runReproduceCommand(name, options);
    });
}
