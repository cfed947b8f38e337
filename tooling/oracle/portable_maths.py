"""Expected values of packages/core/src/maths/portable.test.ts, rounded once from 60 digits.

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
}

for name, arguments in ARGUMENTS.items():
    function = getattr(mpmath, name.removeprefix("portable").lower())
    for argument in arguments:
        print(f"  ['{name}', {argument!r}, {float(function(mpmath.mpf(argument)))!r}],")
