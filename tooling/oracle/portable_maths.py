"""Expected values of portable.test.ts and portable-pow.test.ts in packages/core/src/maths, rounded once
from 60 digits.

Run: pip install mpmath==1.3.0 && python portable_maths.py
"""

import mpmath

mpmath.mp.dps = 60

ARGUMENTS = {
    "portableExp": [-744.5, -708.5, -20.25, -0.4, 0.35, 1.1, 12.75, 709.5],
    "portableLog": [3e-320, 1e-10, 0.3, 0.99, 1.41, 1.5, 98765.4321, 7e300],
    # 22, 355 and 573204 are close to whole numbers of quarter turns: the reduction cancels most digits.
    "portableSin": [-0.7, 0.8, 2.5, -4.0, 22.0, 355.0, 12345.678, 573204.0],
    "portableCos": [-0.7, 0.8, 2.5, -4.0, 11.0, 344.0, 12345.678, 573204.0],
    # 0.549 and 0.55 are on both sides of the change of formula.
    "portableTanh": [-1e-5, 0.1, -0.3, 0.549, 0.55, -0.8, 1.0, 2.5, 19.0],
}

for name, arguments in ARGUMENTS.items():
    function = getattr(mpmath, name.removeprefix("portable").lower())
    for argument in arguments:
        print(f"  ['{name}', {argument!r}, {float(function(mpmath.mpf(argument)))!r}],")

# Bases next to 1 with large exponents, and results next to both ends of the range, need the logarithm's tail.
POWERS = [
    (0.9, 1.0),
    (0.9, 6000.0),
    (0.999, 100_000.0),
    (1.0000001, 7.09e9),
    (0.99999999, -1e10),
    (10.0, 0.3),
    (10.0, -308.5),
    (0.1, 323.0),
    (1.5, 1750.0),
    (2.0, 0.5),
    (2.5, -810.25),
    (123.456, 7.89),
    (-7.0, -33.0),
    (-1.1, 7400.0),
    (3e-320, 0.25),
    (1.7e308, 0.99),
]
for base, exponent in POWERS:
    print(f"  [{base!r}, {exponent!r}, {float(mpmath.mpf(base) ** mpmath.mpf(exponent))!r}],")
