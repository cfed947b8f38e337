const besidesCode = ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md'];
const compiled = /\.(js|d\.ts)(\.map)?$/;
const forDevelopers = /(^|\/)testing\/|\.(test|full)\./;

/**
 * The files of a packed package that have no place in it: only texts about it, compiled code below
 * `dist` (no tests, none of their helpers, no sources) and, in `@lenet/model-artifacts`, models, in `@lenet/trainer` the schema
 * of its settings belong there.
 *
 * @param paths relative to the package, with `/`
 */
export function unwantedFiles(packageName: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    if (besidesCode.includes(path)) return false;
    if (path.startsWith('models/')) return packageName !== '@lenet/model-artifacts';
    if (path === 'train-config.schema.json') return packageName !== '@lenet/trainer';
    return !path.startsWith('dist/') || !compiled.test(path) || forDevelopers.test(path);
  });
}
