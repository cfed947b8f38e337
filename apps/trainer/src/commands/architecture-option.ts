import { type Command, Option } from 'commander';
import { completeLater } from './complete-later.js';

/** Adds `--architecture` to a command that reads a model; its choices are loaded with the command. */
export function addArchitectureOption(command: Command): void {
  const option = new Option(
    '--architecture <name>',
    'network of a file that holds weights alone: .safetensors or .weights.h5 of other programs',
  );
  completeLater(command, async () => {
    const { architectures } = await import('@lenet/core');
    option.choices(architectures.map(({ name }) => name));
  });
  command.addOption(option);
}
