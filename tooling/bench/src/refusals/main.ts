// What two published networks answer and refuse, and how often they are wrong in what they answer. Writes a section of
// docs/recognition.md and docs/images/risk-coverage.svg.
//
// How to run: pnpm run bench:refusals [MODEL MODEL]   (drawn-digits lenet-best; LENET_DATA_DIR names the folder of MNIST)
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../markdown-table.ts';
import { replaceSection } from '../replace-section.ts';
import { type RiskCurve, riskFigure } from './risk-figure.ts';

const root = new URL('../../../../', import.meta.url);
const named = process.argv.slice(2).filter((argument) => argument !== '--');
const models = named.length > 0 ? named : ['drawn-digits', 'lenet-best'];
const TOLD = [1, 0.995, 0.99, 0.985, 0.98, 0.965, 0.95, 0.9];

/** What is read here of the JSON of `lenet evaluate --refusals`. */
interface Evaluated {
  readonly model: { readonly name: string; readonly version: string };
  readonly refusals: {
    readonly digits: Answers;
    readonly generatedDigits: Answers;
    readonly curve: RiskCurve['points'];
    readonly kinds: readonly {
      readonly name: string;
      readonly use: 'choosing' | 'measuring';
      readonly refused: number;
    }[];
  };
}
interface Answers {
  readonly images: number;
  readonly accuracy: number;
  readonly answered: number;
  readonly wrong: number;
}

const evaluated = models.map((model): Evaluated => {
  process.stderr.write(`${model} ...\n`);
  const program = fileURLToPath(new URL('apps/trainer/dist/bin.js', root));
  const args = [program, 'evaluate', model, '--data', 'mnist', '--refusals', '--json'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 }));
});
const names = evaluated.map(({ model }) => `\`${model.name}\` ${model.version}`);
const [first] = evaluated;

const percent = (share: number, digits = 2) => (100 * share).toFixed(digits);
const row = (name: string, value: (of: Evaluated['refusals']) => string) => [
  name,
  ...evaluated.map(({ refusals }) => value(refusals)),
];
const answerRows = (name: string, of: (refusals: Evaluated['refusals']) => Answers) => [
  row(`${name}: read right, whatever the thresholds`, (refusals) => percent(of(refusals).accuracy)),
  row('answered', (refusals) => percent(of(refusals).answered)),
  row('wrong, of what is answered', (refusals) => percent(of(refusals).wrong)),
];
const mean = ({ kinds }: Evaluated['refusals'], use?: 'measuring') => {
  const some = kinds.filter((kind) => use === undefined || kind.use === use);
  return percent(some.reduce((sum, { refused }) => sum + refused, 0) / some.length, 1);
};
const { digits, generatedDigits, kinds } = first.refusals;
const answers = markdownTable(
  [
    ['percent', ...names],
    ...answerRows(`${digits.images.toLocaleString('en')} test images of MNIST`, (of) => of.digits),
    ...answerRows(
      `${generatedDigits.images.toLocaleString('en')} held-back generated digits`,
      (of) => of.generatedDigits,
    ),
    ...kinds.map(({ name, use }, index) =>
      row(
        `refused: ${name.replace(/ \(.*| [A-Z] .*/, '')}${use === 'measuring' ? ', held back' : ''}`,
        (of) => percent(of.kinds[index].refused, 1),
      ),
    ),
    row('mean of all kinds', (of) => mean(of)),
    row('mean of those held back', (of) => mean(of, 'measuring')),
  ],
  names.map((_, index) => index + 1),
);
const risks = markdownTable(
  [
    ['answered, percent', ...TOLD.map((coverage) => String(100 * coverage))],
    ...evaluated.map(({ refusals }, index) => [
      `wrong, ${names[index]}`,
      ...TOLD.map((told) => percent(refusals.curve.find(({ coverage }) => coverage === told)!.risk)),
    ]),
  ],
  TOLD.map((_, index) => index + 1),
);
const figure = riskFigure(
  evaluated.map(({ model, refusals }) => ({ name: model.name, points: refusals.curve })),
);
writeFileSync(new URL('docs/images/risk-coverage.svg', root), figure.svg);
const page = new URL('docs/recognition.md', root);
const content = `${answers}

Where the most probable answers alone are given, MNIST's test set:

${risks}

![${figure.description}](images/risk-coverage.svg)

Both tables and the figure: \`pnpm run bench:refusals\`.`;
writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), 'refusals', content));
