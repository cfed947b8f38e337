import { countParameters } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import type { Measurements } from '../measurements/measurements.js';
import { countedText, countText, percentText } from '../report/number-text.js';
import { settingText } from '../report/setting-text.js';
import { repeatCommand } from '../run/repeat-command.js';
import { measuredSections } from './measured-sections.js';
import type { RunRecord } from './run-record.js';
import { table } from './table.js';

/**
 * `MODEL_CARD.md`: for a person who asks what these weights are, how good, and where they came from.
 *
 * @param measurements what was measured besides accuracy and loss; without them the card has no word of it
 */
export function modelCard(manifest: ModelManifest, run: RunRecord, measurements?: Measurements): string {
  const { name, version, evaluation } = manifest;
  const { data } = evaluation;
  const [height, width] = manifest.input.shape;
  return `${[
    `# ${name} ${version}`,
    `Weights of the network \`${manifest.architecture.name}\` (${countText(countParameters(manifest.architecture))} parameters), which reads one handwritten digit from a grey image of ${height}x${width} pixels.`,
    `**${percentText(evaluation.accuracy)}** of ${countedText(data.count, 'test image')} of ${data.title} are read right (loss ${evaluation.loss.toFixed(4)}).`,
    '## Data',
    dataText(manifest, run),
    '## Training',
    trainingTable(manifest),
    '## Accuracy',
    `Measured once, on ${countedText(data.count, 'test image')} of ${data.title}, after the training.`,
    classTable(run.confusionMatrix),
    ...(measurements ? measuredSections(manifest, measurements) : []),
    '## Intended use',
    useText(manifest),
    '## Limits',
    limitsText(manifest, measurements),
    '## How to repeat it',
    repeatText(manifest, run),
  ].join('\n\n')}\n`;
}

function dataText({ training, evaluation }: ModelManifest, run: RunRecord): string {
  const { validationImages } = training.options;
  const held =
    typeof validationImages === 'number' && validationImages > 0
      ? `, of which ${countText(validationImages)} were held out for validation`
      : '';
  const files = [...training.data.files, ...evaluation.data.files];
  const rows = files.map(({ name, bytes, sha256 }) => [`\`${name}\``, countText(bytes), `\`${sha256}\``]);
  const texts = [
    `${training.data.title}: ${countedText(training.data.count, 'training image')}${held}, and ${countedText(evaluation.data.count, 'test image')}.`,
    ...(training.data.attribution ? [training.data.attribution] : []),
    ...(files.length > 0 ? [table(['file, decompressed', 'bytes', 'SHA-256'], rows)] : []),
    ...(run.data.kind === 'synthetic' ? [`The digits were made by the ${run.data.origin}.`] : []),
  ];
  return texts.join('\n\n');
}

function trainingTable({ training }: ModelManifest): string {
  const rows: [string, string][] = [
    ['recipe', training.recipe],
    ['seed', String(training.seed)],
    ...Object.entries(training.options).map(([name, value]): [string, string] => [name, settingText(value)]),
    ['computed by', training.backend],
    ...(training.commit ? [['commit', training.commit] as [string, string]] : []),
  ];
  return table(['', ''], rows);
}

/** Precision and recall of each class; a class that never occurs has none. */
function classTable(confusion: RunRecord['confusionMatrix']): string {
  const rows = confusion.map((row, digit) => {
    const right = row[digit];
    const actual = sum(row);
    const predicted = sum(confusion.map((other) => other[digit]));
    return [String(digit), countText(actual), shareText(right, actual), shareText(right, predicted)];
  });
  return table(['class', 'images', 'of them read right', 'of the answers, right'], rows);
}

function useText({ name, version, input }: ModelManifest): string {
  const [height, width] = input.shape;
  return [
    `To learn, teach and try: reading single digits in pictures that were normalised as MNIST's were (\`normalizeDigit\` of \`@lenet/core\`): ${height}x${width} pixels, light ink on black, the centre of mass in the middle.`,
    `\`loadModelFolder\` of \`@lenet/core\` reads this folder and checks it against \`manifest.json\`; \`tf.loadLayersModel\` reads \`model.json\` in any TensorFlow.js program, where the images are divided by ${input.normalisation.divisor} first. These are the weights "${name}", version ${version}; a program that depends on its answers should pin the version.`,
  ].join('\n\n');
}

function limitsText(
  { training, temperature, thresholds, digitTest }: ModelManifest,
  measurements: Measurements | undefined,
): string {
  const { syntheticImages = 0 } = training.options;
  const source =
    training.data.kind === 'mnist' && syntheticImages === 0
      ? "MNIST's digits were written with pens on paper by people in the United States; digits of other hands, crossed sevens or ones with a flag and a base say, and digits drawn with a mouse are read less well."
      : `It learned from ${training.data.title}; ${readingLimit(measurements)}`;
  return [
    source,
    digitTest
      ? 'It knows ten digits and nothing else. Most of what is none it refuses (`digitTest` in the manifest, for programs that use it), but not all: some letters and signs get one of the ten.'
      : 'It knows ten digits and nothing else: letters, several digits in one picture and scribbles get one of the ten as well.',
    ...(thresholds ? [] : ['It has no threshold below which it says that it is unsure.']),
    ...(temperature ? [] : ['Its probabilities are not calibrated.']),
    'Do not let it decide alone where a wrong digit does harm.',
  ]
    .map((text) => `- ${text}`)
    .join('\n');
}

function readingLimit(measurements: Measurements | undefined): string {
  const reading = measurements?.readings?.[0];
  return reading
    ? `of held-back synthetic digits of all styles ${percentText(reading.generatedDigits.accuracy)} are read right. Both only stand for the digits that people write and draw, which may be read less well.`
    : 'how well it reads anything else was not measured.';
}

function repeatText({ name, version, training }: ModelManifest, run: RunRecord): string {
  const { kind } = training.data;
  // Not the folder or "auto" of the run: what it stood for.
  const data = kind === 'idx' ? 'FOLDER' : kind;
  return [
    `\`\`\`sh\n${repeatCommand({ ...run.config, data })}\nlenet export RUN --name ${name} --version ${version}\n\`\`\``,
    training.backend.includes('strict')
      ? 'With the same data and the same versions the weights are the same, bit for bit, on any machine. `lenet retrain` with the name or the folder of these weights does it, and compares.'
      : 'With the same data and backend on the same kind of machine the weights are the same, bit for bit.',
  ].join('\n\n');
}

const shareText = (part: number, whole: number) => (whole === 0 ? 'none' : percentText(part / whole));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
