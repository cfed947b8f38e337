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

/**
 * The compiled files that a package must have: of each source its JavaScript, a source map and its types, of what a
 * build generates the files themselves.
 *
 * @param sources relative to `src`, with `/`, tests and their helpers among them
 */
export function compiledFiles(sources: readonly string[]): string[] {
  return sources
    .filter((path) => !forDevelopers.test(path))
    .flatMap((path) => {
      if (path.startsWith('generated/')) return [`dist/${path}`];
      const [, stem] = /^(.*?)(?<!\.d)\.tsx?$/.exec(path) ?? [];
      return stem === undefined ? [] : ['.js', '.js.map', '.d.ts'].map((end) => `dist/${stem}${end}`);
    })
    .sort();
}
