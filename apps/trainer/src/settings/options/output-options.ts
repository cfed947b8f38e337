import { Option } from 'commander';
import { backendChoices, engineBuilds } from '../../backends/backend-choices.js';
import { pathOption } from '../../commands/option-parsers.js';
import { threadsOption } from '../../commands/threads-option.js';
import { wordOption } from './setting-option.js';

/** What computes. */
export function machineOptions(): Option[] {
  return [
    wordOption(
      '--backend <name>',
      'what computes: engine is the fastest; node, wasm and cpu are TensorFlow.js; auto takes the fastest that works here (default: auto)',
      backendChoices,
    ),
    wordOption(
      '--engine-build <build>',
      'of the engine: strict gives the same bits on every machine; relaxed is faster, but its last bits depend on the machine (default: strict)',
      engineBuilds,
    ),
    threadsOption(),
  ];
}

/** What is written, and where. */
export function outputOptions(): Option[] {
  return [
    new Option('--out <folder>', 'folder in which the run folder is made')
      .default('runs')
      .argParser(pathOption),
    new Option('--tensorboard', 'write event files too, for "tensorboard --logdir runs"'),
    // For a file that has it.
    new Option('--no-tensorboard').hideHelp().default(undefined),
    new Option('--json', 'end with one JSON object on standard output'),
    new Option('--quiet', 'no progress on standard error; notices and errors stay'),
  ];
}

/** Settings from and to a file. */
export function fileOptions(): Option[] {
  return [
    new Option(
      '--config <file>',
      'take settings from a JSON file, such as runs/<name>/config.json, which repeats that run; options go over it, it goes over the recipe',
    ).argParser(pathOption),
    new Option('--print-config', 'print all settings as JSON, to be saved and edited, and train nothing'),
  ];
}
