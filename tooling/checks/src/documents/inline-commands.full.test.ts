// Commands within sentences and tables are not run, but what they name must be there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';
import { documents } from './documents.ts';
import { inlineCode, unknownNames } from './inline-commands.ts';

const program = join(root, 'apps/trainer/dist/bin.js');
const helpOf = (...command: string[]) => run(process.execPath, [program, ...command, '--help'], root);
/** Under "Commands:" each has a line: two spaces, its name, its arguments. */
const commandsIn = (help: string) =>
  [...(help.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help');

async function helpsOfAll(): Promise<Map<string, string>> {
  const helps = new Map<string, string>();
  for (const command of commandsIn(await helpOf())) {
    helps.set(command, await helpOf(command));
    for (const inner of commandsIn(helps.get(command)!)) {
      helps.set(`${command} ${inner}`, await helpOf(command, inner));
    }
  }
  return helps;
}

test('commands within sentences name commands, options and scripts that there are', async () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const known = { helps: await helpsOfAll(), scripts: Object.keys(scripts) };
  const commands = documents().flatMap(({ path, text }) =>
    inlineCode(text).flatMap((code) => {
      const unknown = unknownNames(code, known);
      return unknown === undefined ? [] : [{ place: `${path}: ${code}`, unknown }];
    }),
  );
  expect(commands.length).toBeGreaterThan(100);
  expect(commands.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
});

const known = {
  helps: new Map([
    ['train', '  --seed <n>  one'],
    ['data', 'of data'],
    ['data show', '  --limit <n>'],
  ]),
  scripts: ['train', 'lenet'],
};
test.each([
  ['lenet train --seed 1', []],
  ['lenet train --sed 1', ['--sed']],
  ['lenet tran', ['command tran']],
  ['lenet data show --limit 1 --seed 2', ['--seed']],
  ['npm run train -- --limit 3', ['--limit']],
  ['npm run lenet -- data show --limit 3', []],
  ['npx pnpm run bits', ['script bits']],
  ['--limit', []],
  ['--limits', ['--limits']],
  ['lenet-report', undefined],
])('of %j these are not there: %j', (code, unknown) => {
  expect(unknownNames(code, known)).toEqual(unknown);
});
