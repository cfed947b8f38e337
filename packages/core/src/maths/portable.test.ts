import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { portableExp } from './portable-exp.js';
import { portableLog } from './portable-log.js';
import { portableTanh } from './portable-tanh.js';
import { portableCos, portableSin } from './portable-trigonometry.js';
import { grid, hashOf, ulps } from './testing/bits.js';

const functions = { portableExp, portableLog, portableSin, portableCos, portableTanh };

test.each([
  ['portableExp', Math.exp, [-745, 709.7]],
  ['portableExp', Math.exp, [-2, 2]],
  ['portableLog', Math.log, [0, 4]],
  ['portableLog', Math.log, [1e-308, 1e308]],
  ['portableSin', Math.sin, [-10, 10]],
  ['portableSin', Math.sin, [-823_549, 823_549]],
  ['portableCos', Math.cos, [-10, 10]],
  ['portableCos', Math.cos, [-823_549, 823_549]],
] as const)(
  '%s is within one unit in the last place of the built-in, case %#',
  (name, reference, [first, last]) => {
    const worst = grid(first, last, 50_000).map((x) => ulps(functions[name](x), reference(x)));
    expect(Math.max(...worst)).toBeLessThanOrEqual(1);
  },
);

// tooling/oracle/portable_maths.py
test.each([
  ['portableExp', -744.5, 5e-324],
  ['portableExp', -708.5, 2.006132305331306e-308],
  ['portableExp', -20.25, 1.6052280551856116e-9],
  ['portableExp', -0.4, 0.6703200460356393],
  ['portableExp', 0.35, 1.4190675485932571],
  ['portableExp', 1.1, 3.0041660239464334],
  ['portableExp', 12.75, 344551.8961378237],
  ['portableExp', 709.5, 1.3549863193146328e308],
  ['portableLog', 3e-320, -735.7286286023058],
  ['portableLog', 1e-10, -23.025850929940457],
  ['portableLog', 0.3, -1.2039728043259361],
  ['portableLog', 0.99, -0.01005033585350145],
  ['portableLog', 1.41, 0.34358970439007686],
  ['portableLog', 1.5, 0.4054651081081644],
  ['portableLog', 98765.4321, 11.500502944984172],
  ['portableLog', 7e300, 692.721438047269],
  ['portableSin', -0.7, -0.644217687237691],
  ['portableSin', 0.8, 0.7173560908995228],
  ['portableSin', 2.5, 0.5984721441039565],
  ['portableSin', -4.0, 0.7568024953079282],
  ['portableSin', 22.0, -0.008851309290403876],
  ['portableSin', 355.0, -3.014435335948845e-5],
  ['portableSin', 12345.678, -0.7040813137533816],
  ['portableSin', 573204.0, 0.9999999999999568],
  ['portableCos', -0.7, 0.7648421872844885],
  ['portableCos', 0.8, 0.6967067093471654],
  ['portableCos', 2.5, -0.8011436155469337],
  ['portableCos', -4.0, -0.6536436208636119],
  ['portableCos', 11.0, 0.004425697988050785],
  ['portableCos', 344.0, -0.004395553927897717],
  ['portableCos', 12345.678, 0.7101193587160628],
  ['portableCos', 573204.0, -2.938899864407033e-7],
  ['portableTanh', -1e-5, -9.999999999666668e-6],
  ['portableTanh', 0.1, 0.09966799462495582],
  ['portableTanh', -0.3, -0.2913126124515909],
  ['portableTanh', 0.549, 0.4997703566046211],
  ['portableTanh', 0.55, 0.5005202111902353],
  ['portableTanh', -0.8, -0.664036770267849],
  ['portableTanh', 1.0, 0.7615941559557649],
  ['portableTanh', 2.5, 0.9866142981514303],
  ['portableTanh', 19.0, 0.9999999999999999],
] as const)('%s of %d is within one unit in the last place of %d', (name, x, expected) => {
  expect(ulps(functions[name](x), expected)).toBeLessThanOrEqual(1);
});

// The hashes are the identity across engines: a change of any bit in any of 20,000 results shows.
test.each([
  ['portableExp', [-745.1, 709.7], 1926633202],
  ['portableLog', [0, 10], 4164488375],
  ['portableSin', [-1000, 1000], 1962524224],
  ['portableCos', [-1000, 1000], 1829157456],
  ['portableTanh', [-3, 3], 2450659397],
] as const)('%s gives the pinned bits from %j', (name, [first, last], hash) => {
  expect(hashOf(grid(first, last, 20_000).map(functions[name]))).toBe(hash);
});

test.each([
  ['portableExp', 0, 1],
  ['portableExp', 1, Math.E],
  ['portableExp', 1e-10, 1 + 1e-10],
  ['portableExp', 709.782712893384, 1.7976931348622732e308],
  ['portableExp', 709.7827128933841, Infinity],
  ['portableExp', -745.1332191019411, 5e-324],
  ['portableExp', -745.1332191019412, 0],
  ['portableExp', Infinity, Infinity],
  ['portableExp', -Infinity, 0],
  ['portableExp', NaN, NaN],
  ['portableLog', 1, 0],
  ['portableLog', 2, Math.LN2],
  ['portableLog', 1024, 10 * Math.LN2],
  ['portableLog', 1 + 2 ** -30, 2 ** -30 - 2 ** -61],
  ['portableLog', Number.MAX_VALUE, 709.782712893384],
  ['portableLog', 5e-324, -744.4400719213812],
  ['portableLog', 0, -Infinity],
  ['portableLog', -0, -Infinity],
  ['portableLog', -1, NaN],
  ['portableLog', Infinity, Infinity],
  ['portableLog', NaN, NaN],
  ['portableSin', 0, 0],
  ['portableSin', -0, -0],
  ['portableSin', Math.PI / 2, 1],
  ['portableSin', Math.PI, 1.2246467991473532e-16],
  ['portableSin', -1e-9, -1e-9],
  ['portableSin', Infinity, NaN],
  ['portableSin', NaN, NaN],
  ['portableCos', 0, 1],
  ['portableCos', Math.PI / 2, 6.123233995736766e-17],
  ['portableCos', Math.PI, -1],
  ['portableCos', -Infinity, NaN],
  ['portableCos', NaN, NaN],
  ['portableTanh', 0, 0],
  ['portableTanh', -0, -0],
  ['portableTanh', 1e-300, 1e-300],
  ['portableTanh', -5e-324, -5e-324],
  ['portableTanh', 20, 1],
  ['portableTanh', -800, -1],
  ['portableTanh', Infinity, 1],
  ['portableTanh', -Infinity, -1],
  ['portableTanh', NaN, NaN],
] as const)('%s of %d is %d', (name, x, expected) => {
  expect(functions[name](x)).toBe(expected);
});

test.each([portableSin, portableCos])('%o refuses an angle past the range of its reduction', (of) => {
  expect(() => of(1e6)).toThrow(
    new InvalidArgumentError({
      argument: 'x',
      received: 1e6,
      message:
        'Sine or cosine: expected an angle from -823549 to 823549 radians, got 1000000. Take whole turns off first.',
    }),
  );
});
