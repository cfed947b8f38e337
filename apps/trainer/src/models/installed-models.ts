import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the models of `@lenet/model-artifacts`; undefined where the package is not installed. */
export function artifactsFolder(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('@lenet/model-artifacts/package.json');
    return join(dirname(manifest), 'models');
  } catch {
    return undefined;
  }
}

/** Names of the models of `@lenet/model-artifacts`; none where the package is not installed. */
export function installedModels(): string[] {
  const folder = artifactsFolder();
  return folder === undefined ? [] : readdirSync(folder).sort();
}
