import type { Command } from 'commander';
import { pathOption, positiveOption } from './option-parsers.js';

/** Adds `lenet doctor`. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .summary('what works on this machine, what does not, and what to do about it')
    .description(
      'Looks at Node, processor, WebAssembly, every backend, data, disk and terminal. Each backend is loaded and trains ' +
        'for some steps. Nothing is downloaded or changed, but by --setup-native. Ends with 0 where "lenet train" can train, with 1 where not.',
    )
    .option('--out <folder>', 'folder that "lenet train --out" will be given', pathOption, 'runs')
    .option('--timeout <seconds>', 'limit for each check', positiveOption, 60)
    .option(
      '--setup-native',
      'make native TensorFlow load, for --backend node: installs @tensorflow/tfjs-node into the cache where it is not there, and downloads or compiles its addon (some hundred MB)',
    )
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  lenet doctor\n  lenet doctor --json > doctor.json\n  lenet doctor --setup-native\n',
    )
    .action(async ({ setupNative, ...options }) => {
      if (setupNative) {
        const { runSetupNative } = await import('./doctor-setup-native.js');
        return runSetupNative();
      }
      const { runDoctorCommand } = await import('./doctor.js');
      await runDoctorCommand(options);
    });
}
