import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { replaceSection } from './replace-section.ts';

const path = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));
const heading = '# Benchmarks\n\nMeasured by the commands that each section names, and written by them.\n';

/**
 * Writes one section of docs/benchmarks.md; those of other benchmarks stay.
 *
 * @param name of the section's markers, which nobody sees
 */
export function writeBenchmarks(name: string, content: string): void {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : heading;
  writeFileSync(path, replaceSection(text, name, content));
}

/** What computes, e.g. `Intel Xeon (2 cores), Node 22.23.2, linux x64`. */
export function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || 'unknown processor';
  const cores = processors.length === 1 ? '1 core' : `${processors.length} cores`;
  return `${model} (${cores}), Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
