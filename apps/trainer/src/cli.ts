import { Command, CommanderError } from 'commander';
import { addBenchCommand } from './commands/bench-command.js';
import { addCompareCommand } from './commands/compare-command.js';
import { completeCommand } from './commands/complete-later.js';
import { addCompletionCommand } from './commands/completion-command.js';
import { addDataCommand } from './commands/data-command.js';
import { addDoctorCommand } from './commands/doctor-command.js';
import { addEvaluateCommand } from './commands/evaluate-command.js';
import { addExportCommand } from './commands/export-command.js';
import { addModelsCommand } from './commands/models-command.js';
import { addPredictCommand } from './commands/predict-command.js';
import { addReportCommand } from './commands/report-command.js';
import { addReproduceCommand } from './commands/reproduce-command.js';
import { addResumeCommand } from './commands/resume-command.js';
import { addRetrainCommand } from './commands/retrain-command.js';
import { addTrainCommand } from './commands/train-command.js';
import { exitCodes } from './exit-codes.js';
import { helpStyle } from './terminal/help-style.js';
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
    .configureHelp(helpStyle(process.stdout.columns))
    .showHelpAfterError('Run the command with --help for all options.')
    .exitOverride()
    .hook('preSubcommand', (_program, command) => completeCommand(command));
  addDataCommand(program);
  addModelsCommand(program);
  addTrainCommand(program);
  addResumeCommand(program);
  addEvaluateCommand(program);
  addPredictCommand(program);
  addCompareCommand(program);
  addReportCommand(program);
  addExportCommand(program);
  addReproduceCommand(program);
  addRetrainCommand(program);
  addBenchCommand(program);
  addDoctorCommand(program);
  addCompletionCommand(program);
  if (args.length === 0) {
    program.outputHelp();
    return exitCodes.done;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    const { reportError } = await import('./report-error.js');
    return reportError(error);
  }
}
