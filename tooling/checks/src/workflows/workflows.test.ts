import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSource, root } from '../repository.ts';
import { workflowProblems } from './workflow-problems.ts';

const filesIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readSource(`${folder}/${name}`));
const scripts = Object.keys(JSON.parse(readSource('package.json').text).scripts);

test('the workflows are pinned, limited, and run what there is', () => {
  const workflows = filesIn('.github/workflows');
  expect(workflows.length).toBeGreaterThan(3);
  // What is built is not there before a build.
  const isFile = (path: string) =>
    existsSync(join(root, path.replace('/dist/', '/src/').replace(/(src.*)\.js$/, '$1.ts')));
  expect(workflowProblems(workflows, scripts, isFile)).toEqual([]);
});

test('the commands of the workflows take the package manager that the repository pins', () => {
  const { packageManager } = JSON.parse(readSource('package.json').text);
  for (const { path, text } of filesIn('.github/workflows')) {
    for (const [found] of text.matchAll(/pnpm@[\d.]+/g)) expect(found, path).toBe(packageManager);
  }
});

test('a release is published with provenance, by a short-lived token: no secret is used', () => {
  const { text } = readSource('.github/workflows/release.yml');
  const { publish } = parse(text).jobs;
  expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  // pnpm publishes, and does not read NPM_CONFIG_PROVENANCE.
  expect(publish.steps).toContainEqual(
    expect.objectContaining({ run: 'npm run release', env: { PNPM_CONFIG_PROVENANCE: 'true' } }),
  );
  expect(text).not.toContain('secrets.');
});

test('the forms of issues have a name, a description and fields with labels', () => {
  const forms = filesIn('.github/ISSUE_TEMPLATE').filter(({ path }) => !path.endsWith('/config.yml'));
  expect(forms.length).toBeGreaterThan(1);
  for (const { path, text } of forms) {
    expect(parse(text), path).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    for (const field of parse(text).body) {
      expect(field, path).toMatchObject({
        type: expect.stringMatching(/^(textarea|input|dropdown|checkboxes)$/),
        id: expect.any(String),
        attributes: { label: expect.any(String) },
      });
    }
  }
});

const digest = '0123456789abcdef0123456789abcdef01234567';
const workflow = (uses: string, run: string) =>
  `permissions: {}\nconcurrency: one\njobs:\n  a:\n    timeout-minutes: 1\n    permissions: {}\n    steps:\n      - uses: ${uses}\n      - run: ${run}\n`;
const check = (text: string) => workflowProblems([{ path: 'a.yml', text }], ['known'], () => false);

test.each([
  [workflow(`a/b@${digest} # v1.2.3`, 'npm run known'), []],
  [
    workflow('a/b@v1', 'npm run known'),
    [
      'a.yml: expected an action at a commit with its version, "@<40 digits> # v1.2.3", got "- uses: a/b@v1".',
    ],
  ],
  [
    workflow(`a/b@${digest} # v1.2.3`, 'npm run unknown'),
    ['a.yml: "npm run unknown": expected a script of the package.json of the root.'],
  ],
  [
    workflow(`a/b@${digest} # v1.2.3`, 'node apps/a/bin.js'),
    ['a.yml: "node apps/a/bin.js": expected a file.'],
  ],
  [
    workflow(`actions/checkout@${digest} # v1.2.3`, 'echo'),
    ['a.yml: expected "persist-credentials: false" where actions/checkout is used.'],
  ],
  [
    'jobs:\n  a:\n    steps: []\n',
    [
      'a.yml: expected "permissions: {}" at the top, so that each job asks for what it needs.',
      'a.yml: expected "concurrency".',
      'a.yml: job "a": expected "timeout-minutes".',
      'a.yml: job "a": expected "permissions".',
    ],
  ],
])('of %j the problems are told', (text, problems) => {
  expect(check(text)).toEqual(problems);
});

test('one action has one pin, in all workflows', () => {
  const other = digest.replace('0', '9');
  const files = [digest, other].map((pin, index) => ({
    path: `${index}.yml`,
    text: workflow(`a/b@${pin} # v1.2.3`, 'echo'),
  }));
  expect(workflowProblems(files, [], () => true)).toEqual([
    `a/b: expected one pin everywhere, got ${digest} # v1.2.3 and ${other} # v1.2.3.`,
  ]);
});
