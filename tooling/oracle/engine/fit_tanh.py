"""Fits tanh(x) = x P(x²) / Q(x²), P of degree 6 and Q of degree 3 in x², for packages/engine/assembly/generic/activations.ts.

Lawson's iteration on the linearised problem: least squares of (x P - tanh Q) / (tanh Q of the round before), with
weights that grow where the error is largest, until the largest relative error no longer falls. Prints the
coefficients as float32 and the largest errors of a float32 evaluation.

Run: pip install -r requirements.txt && python fit_tanh.py
"""

import numpy as np

# Above it float32 cannot tell tanh from 1.
LIMIT = 9.0109
NUMERATOR, DENOMINATOR = 6, 3

nodes = np.longdouble(LIMIT) * (1 - np.cos(np.pi * (np.arange(6000) + 0.5) / 6000)) / 2
square = (nodes * nodes).astype(np.float64)
ratio = (np.tanh(nodes) / nodes).astype(np.float64)
scale = LIMIT**2
powers = np.vander(square / scale, NUMERATOR + 1, increasing=True)
weights = np.ones_like(square)
q = np.ones_like(square)
best = None
for _ in range(400):
    matrix = np.concatenate([powers, -ratio[:, None] * powers[:, 1 : DENOMINATOR + 1]], axis=1)
    row = np.sqrt(weights) / (ratio * q)
    solution, *_ = np.linalg.lstsq(matrix * row[:, None], ratio * row, rcond=1e-17)
    p = powers @ solution[: NUMERATOR + 1]
    q = 1 + powers[:, 1 : DENOMINATOR + 1] @ solution[NUMERATOR + 1 :]
    error = np.abs(p / q / ratio - 1)
    if best is None or error.max() < best[0]:
        best = (error.max(), solution.copy())
    weights *= error / error.mean()
    weights = np.maximum(weights / weights.mean(), 1e-12)
largest, solution = best
units = scale ** -np.arange(7.0)
top = (solution[:7] * units).astype(np.float32)
bottom = (np.concatenate([[1.0], solution[7:]]) * units[:4]).astype(np.float32)
print("relative error of the fit", largest)
print("P", [float(c) for c in top])
print("Q", [float(c) for c in bottom])


def evaluate(x):
    within = np.clip(x, np.float32(-LIMIT), np.float32(LIMIT))
    squares = within * within
    p = np.full_like(squares, top[6])
    for coefficient in top[5::-1]:
        p = p * squares + coefficient
    q = np.full_like(squares, bottom[3])
    for coefficient in bottom[2::-1]:
        q = q * squares + coefficient
    return within * p / q


x = np.concatenate([np.linspace(-12, 12, 4_000_001), 10.0 ** np.linspace(-30, 1, 200_001)]).astype(np.float32)
received, right = evaluate(x).astype(np.float64), np.tanh(x.astype(np.float64))
away = np.abs(received - right)
print("largest absolute error", away.max(), "relative", (away / np.maximum(np.abs(right), 1e-300))[right != 0].max())
print("beyond 1:", np.abs(received).max())
