import { LenetError } from '@lenet/core';
import { Command, CommanderError } from 'commander';
import { addDataCommand } from './commands/data-command.js';
import { addEvaluateCommand } from './commands/evaluate-command.js';
import { addExportCommand } from './commands/export-command.js';
import { addModelsCommand } from './commands/models-command.js';
import { addPredictCommand } from './commands/predict-command.js';
import { addReproduceCommand } from './commands/reproduce-command.js';
import { addResumeCommand } from './commands/resume-command.js';
import { addTrainCommand } from './commands/train-command.js';
import { exitCodes } from './exit-codes.js';
import { InterruptedError } from './interrupted-error.js';
import { trainerVersion } from './trainer-version.js';

/**
 * The `lenet` command. Commands load what they need when they run, so that help is there at once.
 *
 * @param args without the program's own name
 * @returns the exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('lenet')
    .description('Train LeNet to read handwritten digits, and get a report worth handing in.')
    .version(trainerVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    // "export --version 1.0.0" is not the "--version" of the program.
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: true, helpWidth: helpWidth() })
    .showHelpAfterError('Run the command with --help for all options.')
    .exitOverride();
  addDataCommand(program);
  addModelsCommand(program);
  addTrainCommand(program);
  addResumeCommand(program);
  addEvaluateCommand(program);
  addPredictCommand(program);
  addExportCommand(program);
  addReproduceCommand(program);
  if (args.length === 0) {
    program.outputHelp();
    return exitCodes.done;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return reportError(error);
  }
}

function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  if (error instanceof InterruptedError) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.interrupted;
  }
  if (LenetError.isInstance(error)) {
    process.stderr.write(`lenet: ${error.message}\n`);
    return exitCodes.failed;
  }
  process.stderr.write(`lenet: unexpected error; please report it.\n${describeUnexpected(error)}\n`);
  return exitCodes.failed;
}

function describeUnexpected(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Help wraps at the width of the terminal, but lines over 110 columns read badly. */
function helpWidth(): number {
  return Math.min(process.stdout.columns ?? 100, 110);
}
