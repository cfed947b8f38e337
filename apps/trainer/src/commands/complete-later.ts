import type { Command } from 'commander';

const completions = new WeakMap<Command, () => Promise<void>>();

/**
 * Leaves a part of a command's definition until the command is chosen, such as choices that come from a module
 * which `lenet --help` has no need to load.
 *
 * @param complete runs once, before options are parsed and before the command's own help is printed
 */
export function completeLater(command: Command, complete: () => Promise<void>): void {
  completions.set(command, complete);
}

/** Completes the definition of a command that was chosen. */
export async function completeCommand(command: Command): Promise<void> {
  const complete = completions.get(command);
  completions.delete(command);
  await complete?.();
}
