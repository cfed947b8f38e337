// The scripts, in the shells that are installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipes as recipesOfCore } from '@lenet/core/training';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-completion-'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { status, stdout, stderr } = await runLenet(['completion', shell]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    writeFileSync(join(folder, `completion.${shell}`), stdout);
  }
  for (const run of ['runs/first', 'runs/second']) {
    mkdirSync(join(folder, run), { recursive: true });
    writeFileSync(join(folder, run, 'config.json'), '{}');
  }
  mkdirSync(join(folder, 'runs/sweep'));
  writeFileSync(join(folder, 'runs/sweep/sweep-config.json'), '{}');
  mkdirSync(join(folder, 'runs/unfinished-folder'));
  mkdirSync(join(folder, 'digits'));
  writeFileSync(join(folder, 'seven.png'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shell(program: string, args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean).sort();
}

const recipes = recipesOfCore.map(({ name }) => name).sort();
/** What is typed, and what can follow. */
const cases: [typed: string[], candidates: string[]][] = [
  [['tr'], ['train']],
  [['data', 'f'], ['fetch']],
  [['train', '--rec'], ['--recipe']],
  [['train', '--recipe', ''], recipes],
  [['train', '--quiet', '--epochs', '3', '--backend', 'w'], ['wasm']],
  [['train', '--epochs', ''], []],
  [
    ['data', 'show', '--split', 't'],
    ['test', 'training'],
  ],
  [
    ['completion', ''],
    ['bash', 'fish', 'zsh'],
  ],
];

describe.skipIf(!has('bash'))('bash', () => {
  const complete = (...words: string[]) =>
    shell('bash', [
      '-c',
      `source completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _lenet; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ...['bash', 'lenet', ...words],
    ]);

  test.each(cases)('lenet %j', (typed, candidates) => {
    expect(complete(...typed)).toEqual(candidates);
  });

  test('run folders where a run is expected, other folders where there is none of that name', () => {
    expect(complete('resume', '')).toEqual(['runs/first', 'runs/second', 'runs/sweep']);
    expect(complete('evaluate', '--test-images', '100', 'runs/f')).toEqual(['runs/first']);
    expect(complete('predict', '--model', '')).toEqual(['runs/first', 'runs/second', 'runs/sweep']);
    expect(complete('compare', 'runs/first', 'runs/s')).toEqual(['runs/second', 'runs/sweep']);
    expect(complete('resume', 'di')).toEqual(['digits']);
  });

  test('folders and files', () => {
    expect(complete('train', '--data', '')).toEqual(['auto', 'digits', 'mnist', 'runs', 'synthetic']);
    expect(complete('train', '--out', 'd')).toEqual(['digits']);
    expect(complete('predict', 'se')).toEqual(['seven.png']);
  });

  test('an option with an equals sign, which bash takes apart', () => {
    expect(complete('train', '--recipe', '=', 'fa')).toEqual(['fast-99']);
    expect(complete('train', '--recipe', '=')).toEqual(recipes);
  });

  test('the shell calls it', () => {
    expect(shell('bash', ['-c', 'source completion.bash; complete -p lenet'])).toEqual([
      'complete -F _lenet lenet',
    ]);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  const complete = (...words: string[]) =>
    shell('fish', [
      '--no-config',
      '-c',
      `source completion.fish; complete -C ${JSON.stringify(`lenet ${words.join(' ')}`)}`,
    ]).map((line) => line.split('\t')[0]);

  test.each(cases)('lenet %j', (typed, candidates) => {
    expect(complete(...typed)).toEqual(candidates);
  });

  test('run folders and files', () => {
    expect(complete('resume', 'runs/')).toEqual(['runs/first', 'runs/second', 'runs/sweep']);
    expect(complete('resume', 'di')).toEqual(['digits/']);
    expect(complete('predict', 'se')).toEqual(['seven.png']);
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  /** Has the functions that would show candidates print them instead. */
  const stub = `
    compdef() { }
    compset() { }
    compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -l -- "$@"; }
    _path_files() { print -l -- *(N/); }
    _files() { print -l -- *(N); }
    _message() { }
    _describe() { [[ $1 == -o ]] && shift; print -l -- "\${(@)\${(@P)2}%%:*}"; }
    source completion.zsh
    words=("$@") CURRENT=$#words PREFIX=$words[-1]
    _lenet`;
  const complete = (...words: string[]) =>
    shell('zsh', ['-f', '-c', stub, 'zsh', 'lenet', ...words]).filter((word) =>
      word.startsWith(words.at(-1)!),
    );

  test.each(cases)('lenet %j', (typed, candidates) => {
    expect(complete(...typed)).toEqual(candidates);
  });

  test('run folders and files', () => {
    expect(complete('resume', 'runs/')).toEqual(['runs/first', 'runs/second', 'runs/sweep']);
    expect(complete('predict', 'se')).toEqual(['seven.png']);
  });
});
