"""Labels and scores from a few small numbers, so that expected values can be kept without their inputs.

The same formula is in packages/core/src/metrics/testing/made-up-answers.ts; all of it is exact.
"""

import numpy as np


def draws(seed):
    """Upper halves of a linear congruential generator (Numerical Recipes' constants)."""
    state = seed
    while True:
        state = (state * 1_664_525 + 1_013_904_223) % 2**32
        yield state >> 16


def made_up_answers(seed, count, class_count, label_kind, score_kind, skill):
    """Returns labels [count] and scores [count, class_count], whole numbers with a sum above 0 in each row."""
    draw = draws(seed)
    half = (class_count + 1) // 2
    drawn = [next(draw) for _ in range(count)]
    labels = [{"all": d % class_count, "few": d % half, "one": seed % class_count}[label_kind] for d in drawn]
    rows = []
    for label in labels:
        values = [next(draw) for _ in range(class_count)]
        is_hit = next(draw) % 100 < skill
        other = next(draw) % class_count
        answer = label if is_hit else other
        bonus = [1 if is_hit and j == label else 0 for j in range(class_count)]
        row = {
            "fine": [v % 1000 + 1500 * b for v, b in zip(values, bonus)],
            "coarse": [v % 3 + 2 * b for v, b in zip(values, bonus)],
            "certain": [1 if j == answer else 0 for j in range(class_count)],
            "narrow": [v % 1000 + 1500 * b if j < half else 0 for j, (v, b) in enumerate(zip(values, bonus))],
            "uniform": [1] * class_count,
            "inverted": [0 if j == label else v % 7 + 1 for j, v in enumerate(values)],
        }[score_kind]
        if sum(row) == 0:
            row[label] = 1
        rows.append(row)
    return np.array(labels), np.array(rows)
