import { type Command, Option } from 'commander';
import { backendChoices } from '../backends/backend-choices.js';
import { completeLater } from './complete-later.js';
import { positiveOption } from './option-parsers.js';
import { threadsOption } from './threads-option.js';

/** Adds `lenet bench`. */
export function addBenchCommand(program: Command): void {
  const architecture = new Option('--architecture <name>', 'network to measure').default('lenet-report');
  const bench = program
    .command('bench')
    .summary('measure how fast each backend trains and classifies on this machine')
    .description(
      'Measures on this machine, each backend in a process of its own: the time of an epoch of training, and how many ' +
        'images are classified in a second, one at a time and 1,000 at once. Needs no data.',
    )
    .addOption(
      new Option('--backend <name>', 'measure only this one; engine stands for both of its builds')
        .choices(['all', ...backendChoices.filter((name) => name !== 'auto')])
        .default('all'),
    )
    .addOption(architecture)
    .option('--seconds <number>', 'longest time for the training steps of a backend', positiveOption, 10)
    .addOption(threadsOption())
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nTimes are medians, after a warm-up that does not count. An epoch is 60,000 images\n' +
        'in batches of 64, without validation, computed from the median of a step.\n' +
        'Ratios are to the quickest.\n' +
        '\nExamples:\n  lenet bench\n  lenet bench --backend engine --threads 1\n  lenet bench --architecture beginner-cnn --seconds 30\n',
    )
    .action(async (options) => {
      const { runBenchCommand } = await import('./bench.js');
      await runBenchCommand(options);
    });
  completeLater(bench, async () => {
    const { architectures } = await import('@lenet/core');
    architecture.choices(architectures.map(({ name }) => name));
  });
}
