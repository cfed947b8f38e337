import { LenetError } from '@lenet/core';

/** Some runs could not be compared; the reason of each was told. */
export class RunsLeftOutError extends LenetError {
  override readonly name = 'RunsLeftOutError';
  readonly count: number;

  constructor(count: number) {
    super(
      `The comparison is not whole: ${count === 1 ? '1 run or sweep' : `${count} runs or sweeps`} left out, see above.`,
    );
    this.count = count;
  }
}
