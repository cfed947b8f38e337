import {
  type Classifier,
  type ClassifierImages,
  classifyWithTest,
  decide,
  type LabelledImages,
} from '@lenet/core';
import { riskCoverage } from '@lenet/core/metrics';
import type { ModelManifest } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import {
  generateNonDigits,
  type NonDigitKind,
  type NonDigits,
  nonDigitKinds,
} from '../non-digits/generate-non-digits.js';

/** Coverages at which the risk is told: in steps of a thousandth down to 90 %. */
const COVERAGES = Array.from({ length: 101 }, (_, step) => (1000 - step) / 1000);
const OF_EACH_KIND = 200;
/** Other seeds than those that networks learn from and tests are fitted with; digits of the split that is held back. */
const SEED = 2_240_000;
const DIGITS_SEED = 999;
const GENERATED_DIGITS = 20_000;

/** What some images are taken for, and how sure of it one can be. */
interface Judged {
  readonly isAnswered: boolean;
  readonly digit: number;
  /** The largest probability, the energy and, where there is one, the score of the digit test. */
  readonly scores: Readonly<Record<string, number>>;
}

/** What becomes of some digits. */
export interface AnswerFigures {
  readonly images: number;
  /** Share whose most probable digit is right, whatever the rules of the manifest. */
  readonly accuracy: number;
  /** Share answered by the rules of the manifest. */
  readonly answered: number;
  /** Share of the answers that are wrong. */
  readonly wrong: number;
}

/** What a network refuses, and what that costs. */
export interface RefusalFigures {
  readonly digits: AnswerFigures;
  /** The same of generated digits of all styles. */
  readonly generatedDigits: AnswerFigures;
  /** Share of wrong answers where the images with the largest probabilities are answered. */
  readonly curve: readonly { readonly coverage: number; readonly risk: number }[];
  readonly kinds: readonly {
    readonly name: string;
    readonly use: 'choosing' | 'measuring';
    /** Share of the pictures that are not answered as a digit, by the rules of the manifest; blank ones are not. */
    readonly refused: number;
    /** The same by one score alone, its threshold where as many digits are refused as by the rules. */
    readonly refusedBy: Readonly<Record<string, number>>;
  }[];
}

/** What is shown to each network: the same pictures. To generate them takes longer than to classify them. */
export interface ShownPictures {
  readonly digits: LabelledImages;
  readonly generatedDigits: LabelledImages;
  readonly others: readonly { readonly kind: NonDigitKind; readonly images: NonDigits }[];
}

/** @param digits a test set */
export function picturesToShow(digits: LabelledImages): ShownPictures {
  return {
    digits,
    generatedDigits: generateDigits({ count: GENERATED_DIGITS, seed: DIGITS_SEED, split: 'test' }),
    others: nonDigitKinds.map((kind) => ({ kind, images: generateNonDigits(kind, OF_EACH_KIND, SEED) })),
  };
}

/** @param rules the manifest of the classifier's weights */
export async function measureRefusals(
  classifier: Classifier,
  rules: Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'>,
  { digits: test, generatedDigits: generated, others: shown }: ShownPictures,
): Promise<RefusalFigures> {
  const judge = (images: ClassifierImages) => judgeImages(classifier, rules, images);
  const digits = await judge(test);
  const isRight = digits.map(({ digit }, index) => digit === test.labels[index]);
  const { points } = riskCoverage(
    digits.map(({ scores }) => scores.probability),
    isRight,
  );
  const answered = digits.filter(({ isAnswered }) => isAnswered).length;
  const thresholds = Object.keys(digits[0].scores).map((score) => {
    const sorted = digits.map(({ scores }) => scores[score]).sort((a, b) => a - b);
    return [score, sorted[digits.length - answered] ?? Number.POSITIVE_INFINITY] as const;
  });
  const kinds: RefusalFigures['kinds'][number][] = [];
  for (const { kind, images: others } of shown) {
    const judged = await judge(others);
    const share = (isRefused: (one: Judged) => boolean) =>
      (judged.filter(isRefused).length + others.blank) / OF_EACH_KIND;
    kinds.push({
      name: kind.name,
      use: kind.use,
      refused: share((one) => !one.isAnswered),
      refusedBy: Object.fromEntries(
        thresholds.map(([score, least]) => [score, share(({ scores }) => scores[score] < least)]),
      ),
    });
  }
  return {
    digits: answerFigures(digits, test.labels),
    generatedDigits: answerFigures(await judge(generated), generated.labels),
    curve: COVERAGES.map((coverage) => {
      const { risk } = points.find((point) => point.coverage >= coverage)!;
      return { coverage, risk };
    }),
    kinds,
  };
}

function answerFigures(judged: readonly Judged[], labels: Uint8Array): AnswerFigures {
  const answered = judged.filter(({ isAnswered }) => isAnswered).length;
  const wrong = judged.filter(({ isAnswered, digit }, index) => isAnswered && digit !== labels[index]).length;
  const right = judged.filter(({ digit }, index) => digit === labels[index]).length;
  return {
    images: judged.length,
    accuracy: right / judged.length,
    answered: answered / judged.length,
    wrong: answered === 0 ? 0 : wrong / answered,
  };
}

async function judgeImages(
  classifier: Classifier,
  { temperature, thresholds, digitTest }: Parameters<typeof measureRefusals>[1],
  images: ClassifierImages,
): Promise<Judged[]> {
  if (images.count === 0) return [];
  const { logits, digitScores } = await classifyWithTest(classifier, digitTest, images);
  const classes = logits.length / images.count;
  return Array.from({ length: images.count }, (_, index) => {
    const own = logits.subarray(index * classes, (index + 1) * classes);
    const score = digitScores?.[index];
    const { decision, digit, probability } = decide(own, {
      ...(temperature !== undefined && { temperature }),
      ...(thresholds && { answerThreshold: thresholds.answer }),
      ...(score !== undefined && { digitScore: score }),
    });
    return {
      isAnswered: decision === 'digit',
      digit: digit!,
      scores: { probability, energy: energyOf(own), ...(score !== undefined && { 'digit test': score }) },
    };
  });
}

function energyOf(logits: Float32Array): number {
  const most = Math.max(...logits);
  return most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
}
