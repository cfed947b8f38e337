import { largestRate, type RunConfig } from './run-config.js';

/** The command that repeats a run: the recipe and every option, in the order of the help. */
export function repeatCommand(config: RunConfig): string {
  const options: [string, string | number | undefined][] = [
    ['recipe', config.recipe],
    ['data', config.data],
    ['epochs', config.epochs],
    ['batch-size', config.batchSize],
    ['learning-rate', largestRate(config)],
    ['seed', config.seed],
    ['validation-images', config.validationImages],
    ['train-images', config.trainImages],
    ['test-images', config.testImages],
    ['backend', config.backend],
    ['engine-build', config.engineBuild],
  ];
  const given = options.flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quote(String(value))}`],
  );
  return `lenet train ${given.join(' ')}`;
}

/** As a POSIX shell takes it for one word. */
function quote(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
