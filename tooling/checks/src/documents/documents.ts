import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, root, type SourceFile } from '../repository.ts';

/** What people read: the texts of the root, of `.github`, of every package and example, and all of `docs`. */
export function documents(): SourceFile[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'));
  const readmes = ['packages', 'apps', 'examples'].flatMap((group) => [
    `${group}/README.md`,
    ...readdirSync(join(root, group)).map((name) => `${group}/${name}/README.md`),
  ]);
  const others = ['SECURITY.md', 'CODE_OF_CONDUCT.md', 'pull_request_template.md'].map(
    (name) => `.github/${name}`,
  );
  return ['README.md', 'CONTRIBUTING.md', ...others, ...inDocs, ...readmes]
    .filter((path) => existsSync(join(root, path)))
    .map(readSource);
}
