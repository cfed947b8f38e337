"""Writes apps/trainer/src/comparison/compare-pairs.cases.json: the exact p-values of McNemar that statsmodels
computes for made-up answers of several networks, and what its correction by Holm makes of them.

Run: pip install -r requirements.txt && python compare_pairs.py FILE && biome check --write FILE
"""

import itertools
import json
import random
import sys

from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

IMAGES = 60
# Of every hundred answers so many are right, one number a network.
SHARES = [[90, 60], [95, 90, 50], [80, 80, 80, 80], [98, 70, 60, 97, 30]]


def answers(random_numbers, labels, share):
    return [label if random_numbers.random() * 100 < share else (label + 1) % 10 for label in labels]


def pair(labels, first, second):
    right = [(a == label, b == label) for label, a, b in zip(labels, first, second)]
    table = [[right.count((x, y)) for y in (True, False)] for x in (True, False)]
    return {
        "onlyFirstRight": table[0][1],
        "onlySecondRight": table[1][0],
        "pValue": float(mcnemar(table, exact=True).pvalue),
    }


def case(seed, shares):
    random_numbers = random.Random(seed)
    labels = [random_numbers.randrange(10) for _ in range(IMAGES)]
    predictions = [answers(random_numbers, labels, share) for share in shares]
    pairs = [pair(labels, *both) for both in itertools.combinations(predictions, 2)]
    corrected = multipletests([each["pValue"] for each in pairs], method="holm")[1]
    for each, p in zip(pairs, corrected):
        each["correctedPValue"] = float(p)
    return {"labels": labels, "predictions": predictions, "pairs": pairs}


def main():
    cases = [case(seed, shares) for seed, shares in enumerate(SHARES)]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(cases, file)


main()
