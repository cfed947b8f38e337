"""Writes packages/core/src/idx/idx.cases.json: IDX files of every element type, made with numpy.

Run: pip install -r requirements.txt && python idx.py FILE && biome check --write FILE

The header is written with struct, after the description of the format on the page of MNIST (LeCun, Cortes,
Burges); numpy brings the elements into big-endian order.
"""

import base64
import json
import struct
import sys

import numpy as np

CODES = {"uint8": 0x08, "int8": 0x09, "int16": 0x0B, "int32": 0x0C, "float32": 0x0D, "float64": 0x0E}
SHAPES = [(8,), (2, 5), (3, 1, 3), (2, 1, 2, 1, 2), (0, 28, 28), (1,) * 8 + (7,)]
SPECIAL_FLOATS = [0.0, -0.0, np.inf, -np.inf, np.nan]


def values_of(name, count, random):
    if name.startswith("float"):
        values = random.normal(scale=1e3, size=count).astype(name)
        limits = np.finfo(name)
        special = [*SPECIAL_FLOATS, limits.smallest_subnormal, limits.max]
    else:
        limits = np.iinfo(name)
        values = random.integers(limits.min, limits.max, size=count, endpoint=True, dtype=name)
        special = [limits.min, limits.max]
    values[: len(special)] = special[: len(values)]
    return values


def base64_of(data):
    return base64.b64encode(data).decode()


random = np.random.default_rng(1)
cases = []
for name, code in CODES.items():
    for shape in SHAPES:
        values = values_of(name, int(np.prod(shape)), random)
        header = struct.pack(f">BBBB{len(shape)}I", 0, 0, code, len(shape), *shape)
        cases.append(
            {
                "type": name,
                "dimensions": list(shape),
                "file": base64_of(header + values.astype(values.dtype.newbyteorder(">")).tobytes()),
                "littleEndian": base64_of(values.astype(values.dtype.newbyteorder("<")).tobytes()),
            }
        )
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(cases, file)
