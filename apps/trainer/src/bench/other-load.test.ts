import { expect, test } from 'vitest';
import { watchOtherLoad } from './other-load.js';

test('the share of all cores that others used', () => {
  let cores = { busy: 100, idle: 50 };
  let own = 10;
  const share = watchOtherLoad(
    () => cores,
    () => own,
  );
  expect(share()).toBe(0);
  // 8 seconds of two cores over 4 seconds: 5 busy, of which 3 of this process.
  cores = { busy: 105, idle: 53 };
  own = 13;
  expect(share()).toBe(0.25);
  own = 16;
  expect(share()).toBe(0);
});
