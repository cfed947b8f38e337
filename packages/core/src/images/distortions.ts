/** What `distortImage` can do to an image. */
export type DistortionKind =
  | 'rotation'
  | 'scale'
  | 'shear'
  | 'shift'
  | 'stroke-width'
  | 'blur'
  | 'noise'
  | 'contrast'
  | 'inversion'
  | 'occlusion';

/** One way in which pictures differ from those that a network was trained on. */
export interface Distortion {
  readonly kind: DistortionKind;
  /** What the strengths are counted in, for people. */
  readonly unit: string;
  /** From mild to hard. */
  readonly strengths: readonly [number, number, number, number, number];
}

/** Each distortion with the five strengths that robustness is measured at, for images of 28x28. */
export const distortions: readonly Distortion[] = [
  { kind: 'rotation', unit: 'degrees', strengths: [10, 20, 30, 40, 50] },
  { kind: 'scale', unit: 'share larger or smaller', strengths: [0.1, 0.2, 0.3, 0.4, 0.5] },
  { kind: 'shear', unit: 'columns a row', strengths: [0.1, 0.2, 0.3, 0.4, 0.5] },
  { kind: 'shift', unit: 'pixels', strengths: [1, 2, 3, 4, 6] },
  { kind: 'stroke-width', unit: 'pixels more or less', strengths: [0.5, 1, 1.5, 2, 3] },
  { kind: 'blur', unit: 'pixels of standard deviation', strengths: [0.5, 1, 1.5, 2, 2.5] },
  { kind: 'noise', unit: 'grey levels of standard deviation', strengths: [16, 32, 48, 64, 96] },
  { kind: 'contrast', unit: 'share lost', strengths: [0.2, 0.4, 0.6, 0.8, 0.9] },
  { kind: 'inversion', unit: 'share of the way to the negative', strengths: [0.2, 0.4, 0.6, 0.8, 1] },
  { kind: 'occlusion', unit: 'pixels of side', strengths: [4, 6, 8, 10, 12] },
];
