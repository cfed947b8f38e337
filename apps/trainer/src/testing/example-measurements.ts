import type { Measurements, ReadingFigures } from '../measurements/measurements.js';

const reading = (name: string, accuracy: number): ReadingFigures => ({
  name,
  version: '1.0.0',
  digits: { images: 10_000, accuracy: 0.99, answered: 0.975, wrong: 0.001 },
  generatedDigits: { images: 20_000, accuracy, answered: 0.9, wrong: 0.01 },
  nonDigits: { all: { kinds: 3, refused: 0.8 }, heldBack: { kinds: 2, refused: 0.75 } },
});

const evaluation = { accuracy: 0.99, loss: 0.03 };

/** Invented. */
export const exampleMeasurements: Measurements = {
  data: { kind: 'mnist', title: 'MNIST', files: [], count: 10_000 },
  calibration: { before: { loss: 0.03, expectedCalibrationError: 0.01 } },
  fewerBits: { float16: { ...evaluation, changed: 0 }, int8: { ...evaluation, changed: 5 } },
  readings: [reading('drawn', 0.9921), reading('plain', 0.966)],
  robustness: { seed: 1, images: 2000, asIs: 0.99, normalised: 0.99, rows: [] },
};
