"""Writes packages/core/src/quantization/float16-cases.json: numbers and their 16 bits, by numpy.

Ties and their neighbours at random places, small numbers and large ones.

Run: pip install -r requirements.txt && python float16_cases.py FILE && biome check --write FILE
"""

import json
import sys

import numpy as np

random = np.random.default_rng(1)
halves = random.integers(0, 0x7C00, 200).astype(np.uint16).view(np.float16).astype(np.float32)
next_halves = np.nextafter(halves.astype(np.float16), np.float16(np.inf)).astype(np.float32)
next_halves[np.isinf(next_halves)] = 65536
ties = (halves + next_halves) / 2
values = np.concatenate(
    [
        halves,
        ties,
        np.nextafter(ties, np.float32(0)),
        np.nextafter(ties, np.float32(np.inf)),
        np.float32([0, 65504, 65519, 65519.996, 65520, 1e9, 2**-24, 2**-25, 2**-25 * 1.0001, 2**-26, 1e-30]),
    ]
).astype(np.float32)
values[::3] *= -1
with np.errstate(over="ignore"):
    expected = values.astype(np.float16).view(np.uint16)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump({"float32Bits": values.view(np.uint32).tolist(), "float16Bits": expected.tolist()}, file)
