// `lenet completion`: the definitions of all commands -> a script for a shell.
import type { Command } from 'commander';
import { bashScript } from '../completion/bash-script.js';
import { type DescribedCommand, describeCommands } from '../completion/describe-commands.js';
import { fishScript } from '../completion/fish-script.js';
import { zshScript } from '../completion/zsh-script.js';

const scripts: Record<string, (commands: readonly DescribedCommand[]) => string> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** @param shell a key of `scripts` */
export async function runCompletionCommand(shell: string, program: Command): Promise<void> {
  process.stdout.write(scripts[shell](await describeCommands(program)));
}
