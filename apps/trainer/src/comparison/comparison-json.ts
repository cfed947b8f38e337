import { accuracyInterval, type Comparison } from './comparison.js';

/** What `--json` prints and `compare.json` holds; runs are named by their place in `runs`, from 0. */
export function comparisonJson({ runs, groups, settings, pairs }: Comparison) {
  const { data, labels } = runs[0];
  return {
    test: { title: data.title, count: labels.length, files: data.files.slice(2) },
    runs: runs.map((run) => ({
      run: run.path,
      recipe: run.config.recipe,
      seed: run.config.seed,
      ...(run.validation && { validation: run.validation }),
      test: { ...run.test, interval: accuracyInterval(run) },
      epochs: run.epochs,
      seconds: run.seconds,
    })),
    sweeps: groups.map(({ path, ...group }) => ({ sweep: path, ...group })),
    // JSON has no undefined.
    settings: settings.map(({ name, values }) => ({ name, values: values.map((value) => value ?? null) })),
    pairs,
  };
}
