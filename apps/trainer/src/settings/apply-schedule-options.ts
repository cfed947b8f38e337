import type { LearningRateSchedule } from '@lenet/core/training';
import type { ChosenSettings } from './chosen-settings.js';
import { optionText, type SettingSources, sourceText } from './setting-sources.js';
import { withoutUndefined } from './without-undefined.js';

/** Which kind of schedule an option is of. */
const kindOf = {
  warmUp: 'one-cycle',
  startShare: 'one-cycle',
  finalRate: 'cosine',
  decaySteps: 'step',
  decayFactor: 'step',
} as const satisfies { readonly [Option in keyof ChosenSettings]?: LearningRateSchedule['kind'] };

/** Its largest learning rate. */
export function largestRate({ schedule }: { schedule: LearningRateSchedule }): number {
  return schedule.kind === 'one-cycle' ? schedule.peak : schedule.rate;
}

/**
 * The schedule with what options change; another kind keeps the largest rate.
 *
 * @param problems takes those that do not fit together
 */
export function applyScheduleOptions(
  base: LearningRateSchedule,
  sources: SettingSources,
  problems: string[],
): CompleteSchedule {
  const { chosen } = sources;
  const kind = chosen.schedule ?? base.kind;
  for (const [option, needed] of Object.entries(kindOf)) {
    const name = option as keyof typeof kindOf;
    if (chosen[name] === undefined || needed === kind) continue;
    problems.push(
      `${optionText(name, sources)} does not fit ${sourceText('schedule', kind, sources)}: it is for --schedule ${needed}.`,
    );
  }
  if (kind === 'step' && base.kind !== kind && chosen.decaySteps === undefined) {
    problems.push('--schedule step needs --decay-steps, the number of steps between two changes.');
  }
  const rate = chosen.learningRate ?? largestRate({ schedule: base });
  const schedule = completeSchedule({
    ...(kind === base.kind ? base : { kind }),
    ...(kind === 'one-cycle' ? { peak: rate } : { rate }),
    ...withoutUndefined({
      warmUpShare: chosen.warmUp,
      startShare: chosen.startShare,
      finalRate: chosen.finalRate,
      everySteps: chosen.decaySteps,
      factor: chosen.decayFactor,
    }),
  } as LearningRateSchedule);
  if (schedule.kind === 'cosine' && schedule.finalRate > rate) {
    problems.push(
      `${settingText('final rate', '--final-rate', schedule.finalRate, chosen.finalRate)} does not fit ${settingText('learning rate', '--learning-rate', rate, chosen.learningRate)}: expected at most that, for a rate that falls.`,
    );
  }
  return schedule;
}

/** A schedule with nothing left out. */
type CompleteSchedule = {
  [Schedule in LearningRateSchedule as Schedule['kind']]: Required<Schedule>;
}[LearningRateSchedule['kind']];

/** Core's defaults. */
const defaults = {
  constant: {},
  step: { factor: 0.1 },
  cosine: { finalRate: 0 },
  'one-cycle': { warmUpShare: 0.3, startShare: 0.04 },
} as const;

/** Fills in the defaults. */
export function completeSchedule(schedule: LearningRateSchedule): CompleteSchedule {
  // The first for the order of the fields.
  return { ...schedule, ...defaults[schedule.kind], ...schedule } as CompleteSchedule;
}

function settingText(words: string, flag: string, value: number, chosen: number | undefined): string {
  return `${chosen === undefined ? words : flag} ${value}`;
}
