import { countedText, countText } from '../report/number-text.js';
import type { DataIdentity } from './data-identity.js';

/** `15,000 of 120,000 synthetic digits in each epoch` */
export function mixtureText({ perEpoch, count }: NonNullable<DataIdentity['mixture']>): string {
  return `${countText(perEpoch)} of ${countedText(count, 'synthetic digit')} in each epoch`;
}
