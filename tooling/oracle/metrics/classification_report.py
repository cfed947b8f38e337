"""Writes packages/core/src/metrics/classification-report.cases.json, what scikit-learn says of made-up answers.

Run: pip install -r requirements.txt && python classification_report.py FILE && biome check --write FILE
"""

import json
import sys
import warnings

import numpy as np
from sklearn.metrics import classification_report

warnings.simplefilter("ignore")  # Each undefined score warns; the cases are full of them.
generator = np.random.default_rng(20_261)


def scores(row):
    """Precision, recall, F1 and support."""
    return [round(row[name], 14) for name in ("precision", "recall", "f1-score")] + [int(row["support"])]


def case(title, labels, predictions, classes=None, names=None, digits=2, zero_division=0):
    labels, predictions = [int(x) for x in labels], [int(x) for x in predictions]
    reported = classes or sorted(set(labels) | set(predictions))
    options = {
        "labels": classes,
        "target_names": names and [names[label] for label in reported],
        "zero_division": zero_division,
    }
    report = classification_report(labels, predictions, output_dict=True, **options)
    expected = {
        "classes": [scores(report[names[label] if names else str(label)]) for label in reported],
        "macroAverage": scores(report["macro avg"]),
        "weightedAverage": scores(report["weighted avg"]),
    }
    if "accuracy" in report:
        expected["accuracy"] = round(report["accuracy"], 14)
    else:
        expected["microAverage"] = scores(report["micro avg"])
    given = {"classes": classes, "classNames": names, "zeroDivision": zero_division}
    return {
        "title": title,
        "labels": labels,
        "predictions": predictions,
        "options": {name: value for name, value in given.items() if value is not None},
        "digits": digits,
        "expected": expected,
        "text": classification_report(labels, predictions, digits=digits, **options).split("\n"),
    }


def answers(count, class_count, share_right):
    labels = generator.integers(class_count, size=count)
    guesses = generator.integers(class_count, size=count)
    return labels, np.where(generator.random(count) < share_right, labels, guesses)


DIGIT_NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
cases = [
    case("one image, right", [3], [3]),
    case("one image, wrong", [3], [4]),
    case("one image, wrong, undefined scores 1", [3], [4], zero_division=1),
    case("nothing right", [0, 1, 2], [1, 2, 0]),
    case("nothing right among those reported, but elsewhere", [0, 1, 2], [1, 0, 2], classes=[0, 1]),
    case("everything right", [0, 1, 2], [0, 1, 2]),
    case("always the same answer", [0, 1, 2, 3], [2, 2, 2, 2]),
    case("always the same answer, undefined scores 1", [0, 1, 2, 3], [2, 2, 2, 2], zero_division=1),
    case("one class only", [5, 5, 5], [5, 5, 5]),
    case("a class that is predicted but never actual", [0, 0, 1], [0, 7, 1]),
    case("a class that is actual but never predicted", [0, 7, 1], [0, 0, 1]),
    case("a class that never occurs", [0, 1, 1], [0, 1, 0], classes=[0, 1, 2]),
    case("a class that never occurs, undefined scores 1", [0, 1, 1], [0, 1, 0], classes=[0, 1, 2], zero_division=1),
    case("only a class that never occurs", [0, 1], [0, 0], classes=[9]),
    case("only a class that never occurs, undefined scores 1", [0, 1], [0, 0], classes=[9], zero_division=1),
    case("reported classes without an image", [1, 1, 1], [5, 2, 1], classes=[5, 6], zero_division=1),
    case("a subset of the classes", [1, 1, 1], [1, 1, 0], classes=[1, 2, 3]),
    case("all classes in another order", [0, 1, 2, 2], [0, 2, 2, 1], classes=[2, 0, 1]),
    case("a tie rounds to the even digit: .125", [0] * 8, [0] + [1] * 7),
    case("a tie rounds to the even digit: .375", [0] * 8, [0] * 3 + [1] * 5),
    case("a tie rounds to the even digit: .625 and .875", [0] * 8 + [1] * 8, [0] * 5 + [1] * 10 + [0]),
    case("a tie at no decimals", [0, 0, 1, 1], [0, 1, 1, 0], digits=0),
    case("a tie at 1 decimal", [0] * 4 + [1] * 4, [0, 1, 1, 1, 1, 1, 1, 0], digits=1),
    case("16 decimals", [0, 0, 0, 1, 1], [0, 1, 1, 1, 0], digits=16),
    case("names wider than those of the averages", *answers(20, 2, 0.8), names=["weighted averages", "digit"]),
    case("names beyond ASCII", [0, 1, 1], [0, 1, 0], names=["épée", "\N{INPUT SYMBOL FOR NUMBERS} digits and more"]),
    case("130 classes", *answers(400, 130, 0.6)),
]
for number in range(40):
    class_count = int(generator.choice([2, 3, 5, 8, 10, 10, 12, 17]))
    labels, predictions = answers(int(generator.integers(2, 31)), class_count, generator.random())
    given = {}
    if generator.random() < 0.25:
        subset = generator.permutation(class_count)[: generator.integers(1, class_count + 1)]
        given["classes"] = [int(label) for label in subset]
    if generator.random() < 0.2 and class_count <= 10:
        given["names"] = DIGIT_NAMES
    given["digits"] = int(generator.choice([1, 2, 2, 3, 4]))
    given["zero_division"] = int(generator.integers(2))
    cases.append(case(f"random {number + 1}", labels, predictions, **given))

with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(cases, file, ensure_ascii=False)
