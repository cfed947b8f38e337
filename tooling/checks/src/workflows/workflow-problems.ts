import { parse } from 'yaml';
import type { SourceFile } from '../repository.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/**
 * What actionlint and zizmor, which the workflows run on themselves, leave open: every action is pinned by digest with
 * its version beside it and by the same one everywhere, jobs say what they may and how long they take, and the
 * scripts and files that a step runs are there.
 *
 * @param workflows with their comments
 * @param scripts names in the package.json of the root
 * @param isFile whether a path from the root is a file
 * @returns one sentence for each problem
 * @throws Error when a file is no YAML
 */
export function workflowProblems(
  workflows: readonly SourceFile[],
  scripts: readonly string[],
  isFile: (path: string) => boolean,
): string[] {
  return [
    ...workflows.flatMap(({ path, text }) => {
      const workflow: Workflow = parse(text);
      return [
        ...settingProblems(workflow),
        ...pinProblems(text),
        ...Object.values(workflow.jobs)
          .flatMap(({ steps }) => steps)
          .flatMap((step) => [...checkoutProblems(step), ...commandProblems(step, scripts, isFile)]),
      ].map((problem) => `${path}: ${problem}`);
    }),
    ...digestProblems(workflows),
  ];
}

function settingProblems({ permissions, concurrency, jobs }: Workflow): string[] {
  const problems: string[] = [];
  if (permissions === undefined || Object.keys(permissions).length > 0) {
    problems.push('expected "permissions: {}" at the top, so that each job asks for what it needs.');
  }
  if (concurrency === undefined) problems.push('expected "concurrency".');
  for (const [name, job] of Object.entries(jobs)) {
    if (job['timeout-minutes'] === undefined) problems.push(`job "${name}": expected "timeout-minutes".`);
    if (job.permissions === undefined) problems.push(`job "${name}": expected "permissions".`);
  }
  return problems;
}

function pinProblems(text: string): string[] {
  return usesLines(text)
    .filter(({ line }) => !/ [\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map(
      ({ line }) =>
        `expected an action at a commit with its version, "@<40 digits> # v1.2.3", got "${line}".`,
    );
}

/** An action that two places pin differently is one that somebody forgot. */
function digestProblems(workflows: readonly SourceFile[]): string[] {
  const pins = new Map<string, Set<string>>();
  for (const { line } of workflows.flatMap(({ text }) => usesLines(text))) {
    const [, owner, repository, pin] = /uses: ([\w.-]+)\/([\w.-]+)[^@]*@(.*)$/.exec(line) ?? [];
    const action = `${owner}/${repository}`;
    pins.set(action, (pins.get(action) ?? new Set()).add(pin));
  }
  return [...pins]
    .filter(([, found]) => found.size > 1)
    .map(([action, found]) => `${action}: expected one pin everywhere, got ${[...found].join(' and ')}.`);
}

function usesLines(text: string): { line: string }[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(- )?uses:/.test(line))
    .map((line) => ({ line: line.trim() }));
}

function checkoutProblems({ uses, with: settings }: Step): string[] {
  if (!uses?.startsWith('actions/checkout@') || settings?.['persist-credentials'] === false) return [];
  return ['expected "persist-credentials: false" where actions/checkout is used.'];
}

function commandProblems(
  { run = '' }: Step,
  scripts: readonly string[],
  isFile: (path: string) => boolean,
): string[] {
  const missingScripts = [...run.matchAll(/npm run (?:--silent )?([\w:]+)/g)]
    .map(([, script]) => script)
    .filter((script) => !scripts.includes(script))
    .map((script) => `"npm run ${script}": expected a script of the package.json of the root.`);
  const missingFiles = [...run.matchAll(/node ((?:apps|packages|tooling)\/\S+\.\w+)/g)]
    .map(([, file]) => file)
    .filter((file) => !isFile(file))
    .map((file) => `"node ${file}": expected a file.`);
  return [...missingScripts, ...missingFiles];
}
