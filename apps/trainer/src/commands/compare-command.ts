import type { Command } from 'commander';
import { pathOption } from './option-parsers.js';

/** Adds `lenet compare`. */
export function addCompareCommand(program: Command): void {
  program
    .command('compare')
    .summary('put finished runs side by side')
    .description(
      'Puts accuracy, loss and settings of finished runs side by side.\n' +
        "Tells whether two of them differ by more than chance: McNemar's exact test on the test images that only one of the two reads.",
    )
    .argument(
      '<runs...>',
      'two or more run folders, or folders of sweeps, each of whose finished seeds is a run',
    )
    .option('--out <folder>', 'write compare.html, curves.svg, curves.png and compare.json there', pathOption)
    .option('--json', 'print one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet compare runs/plain runs/augmented\n  lenet compare runs/sweep-a runs/sweep-b --out comparison\n  lenet compare runs/* --json\n',
    )
    .action(async (runs, options) => {
      const { runCompareCommand } = await import('./compare.js');
      await runCompareCommand(runs, options);
    });
}
