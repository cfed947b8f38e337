import type { OptimizerOptions } from '@lenet/core';
import { resolveOptimizer } from '@lenet/core/training';
import type { ChosenSettings } from './chosen-settings.js';
import { optionText, type SettingSources, sourceText } from './setting-sources.js';
import { withoutUndefined } from './without-undefined.js';

/** Which optimizer an option is of; the others are of both. */
const kindOf = {
  momentum: 'momentum',
  beta1: 'adam',
  beta2: 'adam',
  epsilon: 'adam',
  epsilonPlacement: 'adam',
} as const satisfies { readonly [Option in keyof ChosenSettings]?: OptimizerOptions['kind'] };

/**
 * The optimizer with what options change and nothing left out; another kind keeps weight decay and clipping.
 *
 * @param problems takes those that do not fit together
 */
export function applyOptimizerOptions(
  base: OptimizerOptions,
  sources: SettingSources,
  problems: string[],
): OptimizerOptions {
  const { chosen } = sources;
  const kind = chosen.optimizer ?? base.kind;
  for (const [option, needed] of Object.entries(kindOf)) {
    const name = option as keyof typeof kindOf;
    if (chosen[name] === undefined || needed === kind) continue;
    problems.push(
      `${optionText(name, sources)} does not fit ${sourceText('optimizer', kind, sources)}: it is for --optimizer ${needed}.`,
    );
  }
  const { weightDecay, gradientClipNorm } = base;
  const common = {
    ...withoutUndefined({ weightDecay, gradientClipNorm }),
    ...withoutUndefined({ weightDecay: chosen.weightDecay }),
  };
  const { momentum, beta1, beta2, epsilon, epsilonPlacement } = chosen;
  const own =
    kind === 'adam'
      ? withoutUndefined({ beta1, beta2, epsilon, epsilonPlacement })
      : withoutUndefined({ momentum });
  const merged = { ...(kind === base.kind ? base : { kind }), ...common, ...own } as OptimizerOptions;
  const limit = chosen.gradientClipNorm ?? merged.gradientClipNorm;
  // JSON has no infinity: without a limit the field is absent.
  const { gradientClipNorm: _, ...resolved } = resolveOptimizer({ ...merged, gradientClipNorm: Infinity });
  return typeof limit === 'number' ? { ...resolved, gradientClipNorm: limit } : resolved;
}
