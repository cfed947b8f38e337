import type { LabelledImages } from '@lenet/core';
import { inkFromPhotograph, segmentDigits } from '@lenet/core/images';
import { toGrey } from './change-grey.ts';
import { generatedHand, mnistHand } from './hands.ts';
import { type Hand, writeNumber } from './numbers.ts';
import type { PictureReader } from './picture-reader.ts';

const LENGTHS = [2, 3, 4, 5, 6];
const GAPS = [
  ['apart (gaps of 0.1 to 0.5 of the height)', [0.1, 0.5]],
  ['close (gaps of 0.03 to 0.15)', [0.03, 0.15]],
  ['some touching (gaps of -0.06 to 0.3)', [-0.06, 0.3]],
] as const;

export const numberColumns = [
  ...LENGTHS.map((length, index) => (index === 0 ? `${length} digits` : String(length))),
  'all',
  'answered',
  'right of those',
  'taken apart right',
  'by form alone',
];

/** Numbers of one source and one width of gaps, as shares. */
export interface NumberRow {
  readonly name: string;
  /**
   * Read right, every digit, whatever the thresholds: by the number of digits, then all; answered, every digit, by the
   * rules of the manifest, and how many of those are right; taken apart right, with the network and by form alone.
   */
  readonly shares: readonly number[];
}

/**
 * Whole numbers of held-back digits of the generator, and of images of MNIST.
 *
 * @param mnist images that the network did not learn from; absent: none of these rows
 * @param count numbers of each length
 */
export async function measureNumbers(
  reader: PictureReader,
  mnist: LabelledImages | undefined,
  count: number,
  seed: number,
): Promise<NumberRow[]> {
  const sources: [name: string, handOf: (item: number) => Hand][] = [
    ['generated', (item) => generatedHand(seed, item)],
  ];
  if (mnist) sources.push(['MNIST', () => mnistHand(mnist)]);
  const rows: NumberRow[] = [];
  for (const [source, handOf] of sources) {
    for (const [name, gaps] of GAPS) {
      const rights: number[] = [];
      let [separated, byForm, answered, answeredRight] = [0, 0, 0, 0];
      for (const length of LENGTHS) {
        let right = 0;
        for (let item = 0; item < count; item++) {
          // Other hands for each length, or what a careless one writes counts five times.
          const hand = handOf(length * count + item);
          const { ink: drawn, digits } = writeNumber(hand, length, gaps, seed, item);
          const ink = inkFromPhotograph(toGrey(drawn), drawn.width, drawn.height);
          const decisions = await reader.readSeveral(ink);
          const isRight = decisions.map(({ digit }) => digit).join() === digits.join();
          const isAnswered = decisions.every(({ decision }) => decision === 'digit');
          byForm += Number(segmentDigits(ink).length === digits.length);
          separated += Number(decisions.length === digits.length);
          right += Number(isRight);
          answered += Number(isAnswered);
          answeredRight += Number(isAnswered && isRight);
        }
        rights.push(right);
      }
      const all = LENGTHS.length * count;
      const total = rights.reduce((sum, right) => sum + right);
      const shares = [
        ...rights.map((right) => right / count),
        total / all,
        answered / all,
        answeredRight / answered,
        separated / all,
        byForm / all,
      ];
      process.stderr.write(
        `${source}, ${name}: ${shares.map((share) => `${(100 * share).toFixed(1)} %`).join(', ')}\n`,
      );
      rows.push({ name: `${source}, ${name}`, shares });
    }
  }
  return rows;
}
