import { type Command, InvalidArgumentError, Option } from 'commander';
import { integerOption, pathOption } from './option-parsers.js';

const dataSources = `
Data of your own, as --data of every command takes it:
  four IDX files    train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
                    t10k-labels-idx1-ubyte, with or without .gz
  pictures          training/NAME/*.png and test/NAME/*.png, or NAME/*.png, of which a seventh becomes
                    the test set; PNG, JPEG or WebP of one size, light on black, taken as they are
  names of classes  the folders of the pictures, or classes.txt (one a line) or classes.json (a list)
                    in the order of the labels
Tens of thousands of pictures take long to read; as IDX files they are there at once:
  lenet data export --data ./pictures --format idx --out ./pictures-idx

Examples:
  lenet data fetch
  lenet data show --data ./fashion-mnist
  lenet data export --format png --out digits
`;

/** Adds `lenet data` with its commands. */
export function addDataCommand(program: Command): void {
  const data = program
    .command('data')
    .summary('fetch, look at, make and convert images')
    .description('Fetches MNIST, shows what is there, makes synthetic digits, and converts between formats.')
    .addHelpText('after', dataSources)
    .helpCommand(false);
  addFetch(data);
  addInfo(data);
  addShow(data);
  addSynth(data);
  addExport(data);
  addClean(data);
}

function addFetch(data: Command): void {
  data
    .command('fetch')
    .summary('download MNIST into the cache')
    .description(
      'Downloads the four files of MNIST (11.6 MB) from public mirrors into the cache and checks their digests.\n' +
        'Files that are there already and whole are not downloaded again.',
    )
    .option('--force', 'download files that are there already, too')
    .option(
      '--mirror <url>',
      'folder on a web server with the four files, instead of the public mirrors; may be given several times',
      mirrorOption,
    )
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nThe cache is in the folder LENET_CACHE_DIR, or else in the usual place of the system.\n' +
        '\nExamples:\n  lenet data fetch\n  lenet data fetch --mirror https://files.example.edu/mnist/\n',
    )
    .action(async (options) => {
      const { runDataFetchCommand } = await import('./data-fetch.js');
      await runDataFetchCommand(options);
    });
}

function addInfo(data: Command): void {
  data
    .command('info')
    .summary('what images there are, and how many of each class')
    .description(
      'Says where images come from, with digests, sizes and the number of images of each class.\n' +
        'Nothing is downloaded.',
    )
    .addOption(sourceOption('auto or mnist: MNIST from LENET_DATA_DIR or the cache'))
    .addOption(seedOption())
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet data info\n  lenet data info --data ./fashion-mnist\n  lenet data info --data synthetic --json\n',
    )
    .action(async (options) => {
      const { runDataInfoCommand } = await import('./data-info.js');
      await runDataInfoCommand(options);
    });
}

function addShow(data: Command): void {
  data
    .command('show')
    .summary('draw some images in the terminal, or as a PNG')
    .description(
      'Draws a sample of the images with their labels: in the terminal with half blocks and grey levels, ' +
        'with plain characters where standard output is no terminal or NO_COLOR is set, or as a PNG file.',
    )
    .addOption(sourceOption())
    .addOption(
      new Option('--split <half>', 'images to draw from').choices(['training', 'test']).default('training'),
    )
    .option('--count <number>', 'images to draw', integerOption({ minimum: 1, maximum: 10_000 }), 10)
    .option('--class <name>', 'only images of this class: a label or a name', pathOption)
    .addOption(seedOption('governs which images are drawn; also '))
    .option('--out <file>', 'PNG file to write instead', pngOption)
    .addHelpText(
      'after',
      '\nExamples:\n  lenet data show\n  lenet data show --class 7 --count 20 --split test\n  lenet data show --data ./fashion-mnist --count 100 --out sample.png\n',
    )
    .action(async (options) => {
      const { runDataShowCommand } = await import('./data-show.js');
      await runDataShowCommand(options);
    });
}

function addSynth(data: Command): void {
  data
    .command('synth')
    .summary('make synthetic digits as IDX files, or a picture of all styles')
    .description(
      'Draws digits as strokes of a pen and writes the four IDX files that programs for MNIST read.\n' +
        'The same seed gives the same images on every machine. They are not MNIST: no figure made with them says anything about it.',
    )
    .option('--out <folder>', 'new or empty folder for the files', pathOption)
    .option(
      '--sheet <file>',
      'PNG file with every style of every digit and its name, each written by seven hands',
      pngOption,
    )
    .option('--train-images <count>', 'training images', syntheticCount(60_000), 60_000)
    .option('--test-images <count>', 'test images', syntheticCount(10_000), 10_000)
    .addOption(
      new Option('--seed <number>', 'another seed draws other digits')
        .argParser(integerOption({ minimum: 0, maximum: 0xffffffff }))
        .default(1),
    )
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet data synth --out synthetic --train-images 6000 --test-images 1000 --seed 7\n  lenet data synth --sheet styles.png\n',
    )
    .action(async (options, command: Command) => {
      const { runDataSynthCommand } = await import('./data-synth.js');
      await runDataSynthCommand(options, (message) => command.error(message, { exitCode: 2 }));
    });
}

const syntheticCount = (maximum: number) => integerOption({ minimum: 1, maximum });

function addExport(data: Command): void {
  data
    .command('export')
    .summary('write images as PNG files by class, or as IDX files')
    .description(
      'Writes images where other programs read them: PNG files by class (training/3/00017.png) or the four IDX files.\n' +
        'Either folder is taken by --data of every command, and gives the same images in the same order.',
    )
    .requiredOption('--out <folder>', 'new or empty folder', pathOption)
    .addOption(
      new Option(
        '--format <name>',
        'png: 8-bit grey, light on black as the network sees it; idx: within gzip',
      )
        .choices(['png', 'idx'])
        .makeOptionMandatory(),
    )
    .addOption(sourceOption())
    .option(
      '--limit <count>',
      'only the first so many of the training and of the test images (default: all)',
      integerOption({ minimum: 1 }),
    )
    .addOption(seedOption())
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nNames of classes are kept in classes.txt, one a line in the order of the labels.\n' +
        '\nExamples:\n  lenet data export --format png --out digits --limit 100\n  lenet data export --format idx --data ./photos --out photos-idx\n',
    )
    .action(async (options) => {
      const { runDataExportCommand } = await import('./data-export.js');
      await runDataExportCommand(options);
    });
}

function addClean(data: Command): void {
  data
    .command('clean')
    .summary('remove the cache')
    .description('Says what is in the cache and how large it is, asks, and removes it.')
    .option('--yes', 'do not ask; needed where there is no terminal')
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', '\nExamples:\n  lenet data clean\n  lenet data clean --yes\n')
    .action(async (options, command: Command) => {
      const { runDataCleanCommand } = await import('./data-clean.js');
      await runDataCleanCommand(options, (message) => command.error(message, { exitCode: 2 }));
    });
}

function sourceOption(
  published = 'auto: LENET_DATA_DIR, the cache, a download, else synthetic digits; mnist: the same, but an error instead of synthetic digits',
): Option {
  return new Option(
    '--data <source>',
    `${published}; synthetic; or a folder with the four IDX files, or with pictures by class`,
  )
    .argParser(pathOption)
    .default('auto');
}

function seedOption(purpose = ''): Option {
  return new Option(
    '--seed <number>',
    `${purpose}of synthetic digits, and of the split of a folder of pictures without training/ and test/`,
  )
    .argParser(integerOption({ minimum: 0, maximum: 0xffffffff }))
    .default(1);
}

function pngOption(text: string): string {
  if (/.\.png$/i.test(text)) return text;
  throw new InvalidArgumentError('Expected a file name that ends with .png.');
}

function mirrorOption(text: string, earlier: readonly string[] = []): string[] {
  if (/^https?:/i.test(text) && URL.canParse(text)) return [...earlier, text];
  throw new InvalidArgumentError('Expected a URL such as https://files.example.edu/mnist/.');
}
