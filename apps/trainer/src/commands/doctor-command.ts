import type { Command } from 'commander';
import { pathOption, positiveOption } from './option-parsers.js';

/** Adds `lenet doctor`. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .summary('what works on this machine, what does not, and what to do about it')
    .description(
      'Looks at Node, processor, WebAssembly, every backend, data, disk and terminal. Each backend is loaded and trains\n' +
        'for some steps. Nothing is downloaded or changed. Ends with 0 where "lenet train" can train, with 1 where not.',
    )
    .option('--out <folder>', 'folder that "lenet train --out" will be given', pathOption, 'runs')
    .option('--timeout <seconds>', 'limit for each check', positiveOption, 60)
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', '\nExamples:\n  lenet doctor\n  lenet doctor --json > doctor.json\n')
    .action(async (options) => {
      const { runDoctorCommand } = await import('./doctor.js');
      await runDoctorCommand(options);
    });
}
