import type { Command } from 'commander';
import { pathOption } from './option-parsers.js';

/** Adds `lenet report`. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .summary('make the report of a finished run again')
    .description(
      'Makes page and figures of a finished run again, without training: after an update of lenet, or when they were lost.\n' +
        'The images must be those of the run; they are taken from where the run took them.',
    )
    .argument('<run>', 'run folder, e.g. runs/lenet-report-20261123-090000-seed1')
    .option('--out <folder>', 'write report/ into this folder instead of the run folder', pathOption)
    .option('--json', 'end with one JSON object on standard output')
    .option('--quiet', 'no progress on standard error; notices and errors stay')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet report runs/digits\n  lenet report runs/digits --out handed-in\n',
    )
    .action(async (path, options) => {
      const { runReportCommand } = await import('./report.js');
      await runReportCommand(path, options);
    });
}
