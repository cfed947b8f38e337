import { compareFigures, compareWithBaseline } from './comparison.js';
import type { Reproduction } from './reproduction.js';

/** What `--json` prints and `reproduction.json` holds. */
export function reproductionJson(done: Reproduction, report: string) {
  const { experiment, settings, backend, identity, records, baseline, isShortened, environment, command } =
    done;
  const brief = records.map(({ seed, test, seconds }) => ({ seed, test, seconds }));
  return {
    experiment: experiment.name,
    isShortened,
    backend,
    settings,
    data: identity,
    environment,
    command,
    figures: compareFigures(done),
    seeds: brief,
    ...(baseline.length > 0 && { baseline: compareWithBaseline(done) }),
    report,
  };
}
