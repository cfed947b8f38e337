import { philox4x32 } from './philox.js';

/**
 * What a random draw is for. The same key gives the same numbers, whatever was drawn before, so that
 * neither the number of threads nor a resume can change a result.
 */
export interface RandomKey {
  /** uint32: the seed of the whole run. */
  readonly seed: number;
  /** What is drawn, e.g. `shuffle`. Different purposes are independent. */
  readonly purpose: string;
  /** uint32. @default 0 */
  readonly epoch?: number;
  /** uint32. @default 0 */
  readonly step?: number;
  /** uint32: the image, or any other item, that is drawn for. @default 0 */
  readonly item?: number;
}

/** The numbers of one key, in order. */
export interface KeyedRandom {
  /** Uniform integer, `0 … 2^32 - 1`. */
  nextUint32(): number;
  /** Uniform in `[0, 1)`, a multiple of 2^-32. */
  nextUniform(): number;
  /**
   * Uniform integer, `0 … bound - 1`, without bias (by rejection).
   *
   * @param bound `1 … 2^32`
   */
  nextBelow(bound: number): number;
}

const WORD = 2 ** 32;

/**
 * Random numbers of a key: Philox 4x32-10 with the seed and the purpose as its key and (block, item,
 * step, epoch) as its counter.
 *
 * @example
 * const random = createKeyedRandom({ seed: 1, purpose: 'shuffle', epoch: 3 });
 * random.nextBelow(10); // an integer from 0 to 9
 */
export function createKeyedRandom(key: RandomKey): KeyedRandom {
  const philoxKey = [key.seed >>> 0, hashPurpose(key.purpose)] as const;
  const { item = 0, step = 0, epoch = 0 } = key;
  let block = 0;
  let words: readonly number[] = [];
  let position = 4;

  function nextUint32(): number {
    if (position === 4) {
      words = philox4x32([block++, item, step, epoch], philoxKey);
      position = 0;
    }
    return words[position++];
  }

  return {
    nextUint32,
    nextUniform: () => nextUint32() / WORD,
    nextBelow(bound) {
      const limit = WORD - (WORD % bound);
      let word = nextUint32();
      while (word >= limit) word = nextUint32();
      return word % bound;
    },
  };
}

/**
 * The second word of a key's Philox key; the seed is the first. For those who draw the same numbers elsewhere.
 *
 * Source: Fowler, Noll, Vo, FNV-1a, 32 bits, over UTF-16 code units.
 *
 * @returns uint32
 * @example
 * import { hashPurpose } from '@lenet/core/training';
 *
 * console.log(hashPurpose('shuffle'));
 */
export function hashPurpose(purpose: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < purpose.length; index++) {
    hash = Math.imul(hash ^ purpose.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
