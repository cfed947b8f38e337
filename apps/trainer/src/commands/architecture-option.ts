import { architectures } from '@lenet/core';
import { Option } from 'commander';

/** `--architecture`, of the commands that read a model. */
export function architectureOption(): Option {
  return new Option(
    '--architecture <name>',
    'network of a file that holds weights alone: .safetensors or .weights.h5 of other programs',
  ).choices(architectures.map(({ name }) => name));
}
