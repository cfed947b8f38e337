import { Argument, type Command } from 'commander';

/** Adds `lenet completion`. */
export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .summary('print a script that completes commands and options in a shell')
    .description(
      'Prints a script for the shell, which then completes commands, options, their choices, run folders and files ' +
        'when Tab is pressed, without starting Node.',
    )
    .addArgument(new Argument('<shell>', 'shell to print it for').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      '\nTo have it in every shell:\n' +
        '  bash  echo \'eval "$(lenet completion bash)"\' >> ~/.bashrc\n' +
        '  zsh   echo \'eval "$(lenet completion zsh)"\' >> ~/.zshrc    (after compinit)\n' +
        '  fish  lenet completion fish > ~/.config/fish/completions/lenet.fish\n',
    )
    .action(async (shell) => {
      const { runCompletionCommand } = await import('./completion.js');
      await runCompletionCommand(shell, program);
    });
}
