// pnpm run bench:peers
import { providePython } from '@lenet/python';
import { describeMachine, writeBenchmarks } from '../write-benchmarks.ts';
import { chooseContestants, contestants } from './contestants.ts';
import { measureEngine } from './engine-figures.ts';
import { raceEpochs } from './epoch-race.ts';
import { parsePeersOptions, usage } from './options.ts';
import { peersSection } from './peers-section.ts';
import { readMnist } from './read-mnist.ts';
import { raceRecipes, recipeName } from './recipe-race.ts';

const pythonWish = {
  requirements: new URL('../../python/requirements.txt', import.meta.url),
  name: 'peers',
  gigabytes: 10,
  otherwise: 'give a Python that has the packages with --python',
};
const names = [...contestants.map(({ name }) => name), recipeName, 'engine'];

try {
  await main();
} catch (error) {
  process.stderr.write(`bench:peers: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { rounds, parts, quick, write, help, ...options } = parsePeersOptions(process.argv.slice(2), names);
  if (help) {
    process.stdout.write(usage(names));
    return;
  }
  // Figures of other data would be none of MNIST.
  await readMnist({ verify: true });
  const chosen = chooseContestants(parts);
  const needsPython = chosen.length > 0 || parts.includes(recipeName);
  const python = options.python ?? (needsPython ? await providePython({ ...pythonWish, report }) : '');
  const epochs =
    chosen.length > 0
      ? await raceEpochs({ contestants: chosen, rounds, isQuick: quick, python, report })
      : undefined;
  const recipes = parts.includes(recipeName)
    ? await raceRecipes({ rounds: quick ? 1 : rounds, python, report })
    : undefined;
  const engine = parts.includes('engine') ? await measureEngine() : undefined;
  const section = peersSection({
    machine: describeMachine(),
    rounds,
    ...(epochs && { epochs }),
    ...(recipes && { recipes }),
    ...(engine && { engine }),
  });
  process.stdout.write(`${section}\n`);
  if (write) writeBenchmarks('peers', section);
}

function report(line: string): void {
  process.stderr.write(`bench:peers: ${line}\n`);
}
