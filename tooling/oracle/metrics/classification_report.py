"""Expected numbers and texts of the classification report, made by scikit-learn.

    pip install -r tooling/oracle/metrics/requirements.txt
    python tooling/oracle/metrics/classification_report.py > packages/core/src/metrics/testing/scikit-learn-cases.json

60 random cases and degenerate ones: one class, a class never predicted, a class never actual, all wrong,
one image, long class names, other digits, zero_division 1, scores that are exact ties when rounded.
"""

import json
import warnings

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix

warnings.filterwarnings("ignore")


def case(labels, predictions, class_count, digits=2, zero_division=0, names=None):
    labels, predictions = np.asarray(labels), np.asarray(predictions)
    present = sorted(set(labels.tolist()) | set(predictions.tolist()))
    target_names = None if names is None else [names[label] for label in present]
    options = dict(digits=digits, zero_division=zero_division, target_names=target_names)
    return {
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        "classCount": class_count,
        "digits": digits,
        "zeroDivision": zero_division,
        "classNames": names,
        "accuracy": accuracy_score(labels, predictions),
        "confusionMatrix": confusion_matrix(labels, predictions, labels=range(class_count)).tolist(),
        "report": classification_report(labels, predictions, output_dict=True, **options),
        "text": classification_report(labels, predictions, **options),
    }


random = np.random.default_rng(1)
cases = []
for index in range(60):
    class_count = int(random.integers(2, 11))
    count = int(random.integers(1, 60))
    labels = random.integers(0, class_count, count)
    wrong = random.random(count) < random.random()
    predictions = np.where(wrong, random.integers(0, class_count, count), labels)
    cases.append(case(labels, predictions, class_count, digits=int(random.integers(1, 6)), zero_division=index % 2))
cases += [
    case([0], [0], 2),
    case([0], [1], 2),
    case([3, 3, 3], [3, 3, 3], 10),
    case([0, 1, 2], [1, 2, 0], 3),
    case([0, 0, 1, 1], [0, 0, 0, 0], 2),
    case([0, 0, 1, 1], [0, 0, 0, 0], 2, zero_division=1),
    case([0, 0, 0, 0], [0, 1, 0, 1], 2),
    case([0] * 8, [0] + [1] * 7, 2),
    case([0] * 8 + [1], [0] * 3 + [1] * 5 + [1], 2),
    case([0] * 16, [0] * 5 + [1] * 11, 2, digits=3),
    case([0, 1, 1], [0, 1, 0], 2, names=["a class with a long name", "b"]),
    case([0, 1, 1], [0, 1, 0], 2, digits=15),
]
print(json.dumps({"madeBy": f"scikit-learn {sklearn.__version__}", "cases": cases}, separators=(",", ":")))
