import { LenetError } from './lenet-error.js';

/** Training diverged: the loss is infinite or not a number. The weights are of no use any more. */
export class NonFiniteLossError extends LenetError {
  override readonly name = 'NonFiniteLossError';
  /** Number of the step, counted from 0, whose loss it was. */
  readonly step: number;
  readonly loss: number;

  constructor(fields: { step: number; loss: number }) {
    super(
      `Training step ${fields.step}: expected a finite loss, got ${fields.loss}. The training has diverged; use a smaller learning rate.`,
    );
    this.step = fields.step;
    this.loss = fields.loss;
  }
}
