import type { Command } from 'commander';
import { durationOption, orWord } from '../settings/options/setting-parsers.js';
import { integerOption } from './option-parsers.js';
import { shardOption } from './sweep-options.js';
import { threadsOption } from './threads-option.js';

/** Adds `lenet resume`. */
export function addResumeCommand(program: Command): void {
  program
    .command('resume')
    .summary('go on with a run that was interrupted, or train a finished one for more epochs')
    .description(
      'Goes on where a run was stopped, in the middle of an epoch too, with the options and data it was started with.\n' +
        'The weights are the same as if it had never stopped.',
    )
    .argument('<run>', 'run folder, e.g. runs/lenet-report-20261123-090000-seed1, or the folder of a sweep')
    .option(
      '--epochs <count>',
      'train up to so many epochs in all; a learning rate that is annealed starts again for the added ones',
      integerOption({ minimum: 1 }),
    )
    .option(
      '--time-limit <time>',
      'a new limit for a run that has one, such as 10m or 1h30m, what it has used included; or none',
      orWord('none', durationOption),
    )
    .addOption(shardOption('of a sweep: only this share of its seeds, 1/4 is the first of four'))
    .addOption(threadsOption())
    .option('--json', 'end with one JSON object on standard output')
    .option('--quiet', 'no progress on standard error; notices and errors stay')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet resume runs/digits\n  lenet resume runs/digits --epochs 20\n  lenet resume runs/sweep --shard 1/4\n',
    )
    .action(async (run, options) => {
      const { runResumeCommand } = await import('./resume.js');
      await runResumeCommand(run, options);
    });
}
