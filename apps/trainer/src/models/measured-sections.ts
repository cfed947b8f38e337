// The parts of a model card that come from `measurements.json`.
import type { ModelManifest } from '@lenet/core/models';
import type { Measurements, ReadingFigures } from '../measurements/measurements.js';
import { countedText, countText, percentText } from '../report/number-text.js';
import { spreadOf } from '../reproduction/spread.js';
import { table } from './table.js';

/** @returns headings and texts, to be parted by empty lines */
export function measuredSections(manifest: ModelManifest, measurements: Measurements): string[] {
  return [
    ...seedsSection(manifest, measurements),
    '## Calibration',
    calibrationText(manifest, measurements),
    '## Weights in fewer bits',
    fewerBitsTable(manifest, measurements),
    ...readingsSection(measurements),
    '## Robustness',
    robustnessText(measurements),
    ...robustnessTables(measurements),
  ];
}

function seedsSection({ training, temperature }: ModelManifest, { seeds }: Measurements): string[] {
  if (!seeds) return [];
  const rows = seeds.map(({ seed, accuracy, loss, calibrated }) => [
    `${seed}${seed === training.seed ? ' (these weights)' : ''}`,
    percentText(accuracy),
    lossText(loss),
    lossText(calibrated.loss),
    percentText(calibrated.expectedCalibrationError),
  ]);
  const spread = (values: readonly number[], text: (value: number) => string, unit = '') => {
    const { mean, deviation } = spreadOf(values);
    return `${text(mean)} ± ${text(deviation)}${unit}`;
  };
  const percent = (value: number) => (100 * value).toFixed(2);
  rows.push([
    'mean ± SD',
    spread(
      seeds.map(({ accuracy }) => accuracy),
      percent,
      ' %',
    ),
    spread(
      seeds.map(({ loss }) => loss),
      lossText,
    ),
    spread(
      seeds.map(({ calibrated }) => calibrated.loss),
      lossText,
    ),
    spread(
      seeds.map(({ calibrated }) => calibrated.expectedCalibrationError),
      percent,
      ' %',
    ),
  ]);
  const divided = temperature ? `at temperature ${temperature.toFixed(3)}` : 'at temperature 1';
  return [
    '## Seeds',
    'The same training with other seeds, each at its last epoch. Which seed is published was fixed before any was measured.',
    table(['seed', 'accuracy', 'loss', `loss ${divided}`, `calibration error ${divided}`], rows),
  ];
}

function calibrationText(
  { temperature, thresholds, calibration }: ModelManifest,
  measurements: Measurements,
): string {
  const { before, after } = measurements.calibration;
  const figures = ({ loss, expectedCalibrationError }: typeof before) => [
    loss.toFixed(4),
    percentText(expectedCalibrationError),
  ];
  const rows = [
    ['as they are', ...figures(before)],
    ...(after && temperature ? [[`divided by ${temperature.toFixed(3)}`, ...figures(after)]] : []),
  ];
  const origin = calibration
    ? [
        `The temperature was fitted on ${countedText(calibration.images, 'training image')} that ${countedText(calibration.runs.length, 'training')} of the same recipe held out (seed ${calibration.runs.map(({ seed }) => seed).join(', ')}); no test image took part.`,
      ]
    : [];
  const { answers } = measurements;
  const threshold =
    thresholds && answers
      ? [
          `A digit is answered from a probability of ${thresholds.answer.toFixed(4)} on, else the answer is "unsure"${calibration?.targetRisk === undefined ? '' : `: chosen on the same images so that at most ${percentText(calibration.targetRisk, 1)} of the answers given are wrong`}. On the test images ${percentText(answers.coverage)} are answered, and of the answers ${percentText(answers.risk)} are wrong.`,
        ]
      : [];
  return [
    table(['logits', 'loss (negative log-likelihood)', 'expected calibration error, 15 bins'], rows),
    ...origin,
    ...threshold,
  ].join('\n\n');
}

function fewerBitsTable({ evaluation }: ModelManifest, { fewerBits, data }: Measurements): string {
  const rows = Object.entries(fewerBits).map(([format, { accuracy, loss, changed }]) => [
    format,
    percentText(accuracy),
    loss.toFixed(5),
    `${countText(changed)} of ${countText(data.count)}`,
  ]);
  return table(
    ['kernels', 'accuracy', 'loss', 'other digits than in float32'],
    [['float32', percentText(evaluation.accuracy), evaluation.loss.toFixed(5), ''], ...rows],
  );
}

function readingsSection({ data, readings }: Measurements): string[] {
  if (!readings) return [];
  const [{ digits, generatedDigits, nonDigits }] = readings;
  const row = (name: string, value: (one: ReadingFigures) => number) => [
    name,
    ...readings.map((one) => percentText(value(one))),
  ];
  return [
    '## Digits of many hands, and what is no digit',
    `The same pictures for each network: ${countedText(digits.images, 'test image')} of ${data.title}; ${countedText(generatedDigits.images, 'synthetic digit')} of all styles of the generator, held back; and ${nonDigits.all.kinds} kinds of pictures of no digit (scribbles, letters, signs, textures, two digits and others), ${nonDigits.heldBack.kinds} of which nothing was chosen by. What a network does not answer by the rules of its manifest is refused.`,
    table(
      ['', ...readings.map(({ name, version }) => [name, version].filter(Boolean).join(' '))],
      [
        row(`${data.title}: read right`, (one) => one.digits.accuracy),
        row('answered', (one) => one.digits.answered),
        row('wrong, of what is answered', (one) => one.digits.wrong),
        row('synthetic digits: read right', (one) => one.generatedDigits.accuracy),
        row('answered', (one) => one.generatedDigits.answered),
        row('wrong, of what is answered', (one) => one.generatedDigits.wrong),
        row('no digits: refused, mean of all kinds', (one) => one.nonDigits.all.refused),
        row('mean of the kinds that nothing was chosen by', (one) => one.nonDigits.heldBack.refused),
      ],
    ),
  ];
}

function robustnessText({ robustness, data }: Measurements): string {
  return `Share of ${countedText(robustness.images, 'test image')} of ${data.title}, spread evenly over the set, read right after each was distorted (seed ${robustness.seed}; direction, place and noise differ from image to image). First as they are, then after the normalisation that pictures go through: ink found, scaled to 20x20, centred by its mass. Undistorted: ${percentText(robustness.asIs)} as they are, ${percentText(robustness.normalised)} normalised.`;
}

function robustnessTables({ robustness }: Measurements): string[] {
  const rows = robustness.rows.map(({ kind, unit, strengths }) => [
    `${kind} (${unit})`,
    ...strengths.map(
      ({ strength, asIs, normalised }) =>
        `${strength}: ${percentText(asIs, 1).replace(' %', '')} / ${percentText(normalised, 1).replace(' %', '')}`,
    ),
  ]);
  return [
    table(['distortion', '1', '2', '3', '4', '5'], rows),
    'Each cell: strength: accuracy as they are / normalised, in %.',
  ];
}

const lossText = (loss: number) => loss.toFixed(4);
