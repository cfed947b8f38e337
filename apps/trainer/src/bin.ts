#!/usr/bin/env node
import { main } from './cli.js';
import { exitCodes } from './exit-codes.js';

// "lenet ... | head" closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  process.stderr.write(`lenet: cannot write to standard output (${error.code ?? error.message}).\n`);
  process.exit(exitCodes.failed);
});
// Nobody reads the progress any more; the run goes on.
process.stderr.on('error', () => {});

process.exitCode = await main(process.argv.slice(2));
