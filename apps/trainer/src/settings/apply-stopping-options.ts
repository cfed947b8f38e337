import type { EarlyStopping, ValidationInterval } from '@lenet/core/training';
import type { RunConfig } from '../run/run-config.js';
import { optionText, type SettingSources } from './setting-sources.js';

type StoppingSettings = Pick<
  RunConfig,
  'validateEvery' | 'bestBy' | 'earlyStopping' | 'finalWeights' | 'timeLimitSeconds'
>;

/**
 * When is validated, what is best, and when training ends, with what options change.
 *
 * @param problems takes those that do not fit together
 */
export function applyStoppingOptions(
  base: StoppingSettings,
  sources: SettingSources,
  problems: string[],
): StoppingSettings {
  const { chosen } = sources;
  const earlyStopping = stoppingOf(base.earlyStopping, sources, problems);
  const timeLimit = chosen.timeLimit ?? base.timeLimitSeconds;
  return {
    validateEvery: intervalOf(base.validateEvery, sources, problems),
    bestBy: chosen.bestBy ?? base.bestBy ?? 'loss',
    ...(earlyStopping && { earlyStopping }),
    finalWeights: chosen.finalWeights ?? base.finalWeights ?? usualFinalWeights(earlyStopping),
    ...(typeof timeLimit === 'number' && { timeLimitSeconds: timeLimit }),
  };
}

/** Who waits for something better wants the best, not what came after it. */
export function usualFinalWeights(earlyStopping: EarlyStopping | undefined): 'last' | 'best' {
  return earlyStopping ? 'best' : 'last';
}

function stoppingOf(
  base: EarlyStopping | undefined,
  sources: SettingSources,
  problems: string[],
): EarlyStopping | undefined {
  const { patience = base?.patience, minimumImprovement } = sources.chosen;
  if (patience === undefined || patience === 'none') {
    if (minimumImprovement !== undefined) {
      const text = optionText('minimumImprovement', sources);
      problems.push(
        patience === undefined
          ? `${text} needs --patience: without it the training does not end early.`
          : `${text} does not fit --patience none: leave one of them out.`,
      );
    }
    return undefined;
  }
  return { patience, minimumImprovement: minimumImprovement ?? base?.minimumImprovement ?? 0 };
}

function intervalOf(
  base: ValidationInterval | undefined,
  sources: SettingSources,
  problems: string[],
): ValidationInterval {
  const { validateEvery: epochs, validateEverySteps: steps } = sources.chosen;
  if (epochs !== undefined && steps !== undefined) {
    problems.push(
      `${optionText('validateEvery', sources)} does not fit ${optionText('validateEverySteps', sources)}: leave one of them out.`,
    );
  }
  if (steps !== undefined) return { steps };
  return epochs === undefined ? (base ?? { epochs: 1 }) : { epochs };
}
