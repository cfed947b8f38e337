import type { Augmentation } from '@lenet/core';
import type { ChosenSettings } from './chosen-settings.js';
import { optionText, type SettingSources } from './setting-sources.js';

/** The option of each limit. */
export const augmentationOptions = {
  rotationDegrees: 'rotation',
  scale: 'scale',
  shear: 'shear',
  shiftPixels: 'shift',
  warpPixels: 'warp',
  strokeWidthPixels: 'strokeWidth',
} as const satisfies Record<keyof Augmentation, keyof ChosenSettings>;

/**
 * The augmentation with the limits that options set; a limit of 0 is left out.
 *
 * @param problems takes those that do not fit together
 */
export function applyAugmentationOptions(
  base: Augmentation,
  sources: SettingSources,
  problems: string[],
): Augmentation {
  const { chosen } = sources;
  const result: Record<string, number> = { ...(chosen.augmentation === 'none' ? {} : base) };
  for (const [limit, option] of Object.entries(augmentationOptions)) {
    const value = chosen[option];
    if (value === undefined) continue;
    if (value === 0) {
      delete result[limit];
      continue;
    }
    result[limit] = value;
    if (chosen.augmentation === 'none') {
      problems.push(
        `${optionText(option, sources)} does not fit --augmentation none: leave one of them out.`,
      );
    }
  }
  return result;
}
