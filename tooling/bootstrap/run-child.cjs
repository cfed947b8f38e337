'use strict';
const { spawn } = require('node:child_process');
const { constants } = require('node:os');

/**
 * Runs a program to its end. It decides what Ctrl-C and SIGTERM mean; that one came is told, so that
 * nothing else is started after it.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number, output: string, interruption?: number }>} `output` as far as it was
 *   piped; `interruption` is the exit code for the first signal that came, e.g. 130 for Ctrl-C
 */
function runChild(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    let interruption;
    let output = '';
    const onSignal = (signal) => {
      interruption ??= 128 + constants.signals[signal];
      // A terminal sends Ctrl-C to the whole group; without one it reaches this process alone.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    const finish = (code) => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      resolve({ code, output, ...(interruption !== undefined && { interruption }) });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => {
      output += `Cannot start ${program}: ${error.message}.`;
      if (options.stdio === 'inherit') process.stderr.write(`${output}\n`);
      finish(1);
    });
    child.on('close', (code, signal) => finish(signal === null ? code : 128 + constants.signals[signal]));
  });
}

module.exports = { runChild };
