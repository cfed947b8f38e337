// For tests: projects of people who install what was published.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { run } from '@lenet/release';
import { provideRuntime, runtimes } from '@lenet/runtimes';
import { inject } from 'vitest';

const consumers = fileURLToPath(new URL('../consumers', import.meta.url));

/** What the programs read. */
export const digits = generateDigits({ seed: 1, count: 10, split: 'test' });
export const pixelsOf = ({ pixels }: { pixels: Uint8Array }) => JSON.stringify({ pixels: [...pixels] });

/** Every Node that we promise. */
export const nodes = ['Node 20', 'Node 22', 'Node 24'];

/** @returns path of a runtime by its name, of the one that runs this test too: that of the toolchain */
export function programOf(name: string): Promise<string> | string {
  const runtime = runtimes.find((candidate) => candidate.name === name);
  return runtime === undefined ? process.execPath : provideRuntime(runtime);
}

/** A new folder outside of the repository with programs of `consumers` in it. */
export function project(name: string, programs: readonly string[]): string {
  const path = mkdtempSync(join(inject('release').folder, `${name}-`));
  writeFileSync(join(path, 'package.json'), '{ "private": true, "type": "module" }');
  for (const program of programs) cpSync(join(consumers, program), join(path, program), { recursive: true });
  return path;
}

export const npmInstall = (cwd: string, ...names: string[]) => {
  const { environment } = inject('release');
  return run('npm', ['install', '--no-audit', '--no-fund', ...names], { cwd, environment });
};

/** Logits of the digits by published weights, computed by core's plain classifier: one row of ten after the other. */
export async function publishedLogits(model: string): Promise<number[]> {
  const { architecture, weights } = await loadModelFolder(async (name) => readFileSync(join(model, name)));
  return [...(await createPlainClassifier(architecture, weights).classify(digits))];
}
