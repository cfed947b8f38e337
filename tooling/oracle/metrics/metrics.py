"""Writes packages/core/src/metrics/metrics.cases.json: what scikit-learn, SciPy, NumPy and Keras make of made-up
answers. What none of them has (calibration error, risk and coverage, thresholds, the bootstrap of the
counter-based generator) is computed here on its own, in another way than in TypeScript.

Run: pip install -r requirements.txt && KERAS_BACKEND=numpy python metrics.py FILE && biome check --write FILE
"""

import json
import math
import sys
import warnings

import keras
import numpy as np
from made_up_answers import made_up_answers
from scipy.optimize import brentq
from scipy.special import logsumexp, softmax
from scipy.stats import beta, binom, binomtest
from sklearn import metrics

warnings.simplefilter("ignore")  # Undefined scores warn; the cases are full of them.
assert keras.backend.backend() == "numpy", "Keras computes in float64 with NumPy alone."

SCORE_KINDS = ["fine", "coarse", "certain", "narrow", "fine", "uniform", "inverted"]


def plain(value):
    """For JSON, as short as it gets: 15 digits, whole numbers as such, null for NaN."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, (float, np.floating)):
        return None if math.isnan(value) else int(value) if value % 1 == 0 else float(f"{value:.15g}")
    return int(value) if isinstance(value, np.integer) else value


def top_k(labels, probabilities, k):
    class_count = probabilities.shape[1]
    if class_count > 2:
        return metrics.top_k_accuracy_score(labels, probabilities, k=k, labels=range(class_count))
    # scikit-learn takes one column for two classes; the order is the one it has for more.
    best = np.argsort(probabilities, axis=1, kind="mergesort")[:, ::-1][:, :k]
    return (best == labels[:, None]).any(axis=1).mean()


def roc_auc(labels, probabilities):
    class_count = probabilities.shape[1]
    if class_count > 2:
        given = {"multi_class": "ovr", "labels": range(class_count)}
        area = lambda average: metrics.roc_auc_score(labels, probabilities, average=average, **given)
        return {"classes": area(None), "macro": area("macro"), "weighted": area("weighted")}
    classes = [metrics.roc_auc_score(labels == c, probabilities[:, c]) for c in range(2)]
    return {"classes": classes, "macro": np.mean(classes), "weighted": np.mean(classes)}


def calibration(confidences, is_right, bin_count, binning):
    """Bins [count, confidence, accuracy] and the expected calibration error."""
    if binning == "width":
        edges = np.arange(bin_count + 1) / bin_count
        bins = np.maximum(np.searchsorted(edges, confidences, side="left") - 1, 0)
    else:
        less_confident = np.searchsorted(np.sort(confidences), confidences, side="left")
        bins = less_confident * bin_count // len(confidences)
    found, error = [], 0
    for number in range(bin_count):
        inside = bins == number
        if inside.any():
            confidence, accuracy = confidences[inside].mean(), is_right[inside].mean()
            error += inside.mean() * abs(confidence - accuracy)
            found.append([int(inside.sum()), confidence, accuracy])
        elif binning == "width":
            found.append([0, 0, 0])
    return found, error


def risk_coverage(confidences, is_right):
    """Points [threshold, answered, wrong] and the area."""
    points = [
        [threshold, int((confidences >= threshold).sum()), int((~is_right[confidences >= threshold]).sum())]
        for threshold in np.unique(confidences)[::-1]
    ]
    given = np.arange(1, len(confidences) + 1)
    wrong = np.interp(given, [0] + [point[1] for point in points], [0] + [point[2] for point in points])
    return points, (wrong / given).mean()


def answer_threshold(points, target, level=None):
    """[threshold, answered, wrong, bound] or None."""
    if level is None:
        fitting = [point for point in points if point[2] / point[1] <= target]
        return fitting[-1] if fitting else None
    # Ranks to start from: all answers, half of them, and so on, while no wrong one would be enough.
    ranks, rank = [], points[-1][1]
    while rank >= 1 and risk_bound(0, rank, level) <= target:
        ranks.append(rank)
        rank //= 2
    starts = sorted({min(i for i, point in enumerate(points) if point[1] >= rank) for rank in ranks}, reverse=True)
    bounds = [risk_bound(wrong, answered, 1 - (1 - level) / max(1, len(starts))) for _, answered, wrong in points]
    for last in starts:
        if bounds[last] <= target:
            while last + 1 < len(points) and bounds[last + 1] <= target:
                last += 1
            return [*points[last], bounds[last]]
    return None


def risk_bound(wrong, answered, level):
    return 1.0 if wrong == answered else float(beta.ppf(level, wrong + 1, answered - wrong))


def temperature(logits, labels):
    """[outcome, temperature, loss]"""
    label_logits = logits[np.arange(len(labels)), labels]
    slope = lambda scale: ((softmax(logits * scale, axis=1) * logits).sum(axis=1) - label_logits).mean()
    loss = lambda scale: (logsumexp(logits * scale, axis=1) - label_logits * scale).mean()
    if (label_logits == logits.max(axis=1)).all():
        return ["all-right", 1, loss(1)]
    if slope(0.05) >= 0:
        return ["limit", 20, loss(0.05)]
    if slope(20) <= 0:
        return ["limit", 0.05, loss(20)]
    scale = brentq(slope, 0.05, 20, xtol=1e-15, rtol=1e-15)
    return ["minimum", 1 / scale, loss(scale)]


def case(seed):
    class_count = [2, 3, 4, 5, 10][seed % 5]
    given = {
        "seed": seed,
        "count": [1, 2, 3, 6, 12, 20, 31, 40][seed % 8],
        "classCount": class_count,
        "labelKind": ["all", "all", "few", "one"][seed // 7 % 4],
        "scoreKind": SCORE_KINDS[seed % 7],
        "skill": [0, 30, 60, 90, 100][seed // 5 % 5],
    }
    labels, scores = made_up_answers(*given.values())
    _, second_scores = made_up_answers(*{**given, "seed": seed + 1000}.values())
    probabilities = scores / scores.sum(axis=1, keepdims=True)
    predictions, second = scores.argmax(axis=1), second_scores.argmax(axis=1)
    confidences, is_right = probabilities.max(axis=1), predictions == labels
    points, area = risk_coverage(confidences, is_right)
    only_first = int((is_right & (second != labels)).sum())
    only_second = int((~is_right & (second == labels)).sum())
    zero_division = [0, 1, np.nan][seed % 3]
    prf = lambda average: metrics.precision_recall_fscore_support(
        labels, predictions, average=average, zero_division=zero_division
    )
    one_hot = np.eye(class_count)[labels]
    soft = second_scores / second_scores.sum(axis=1, keepdims=True)
    crossing = lambda target, output, from_logits: np.mean(
        keras.ops.categorical_crossentropy(target, output, from_logits=from_logits)
    )
    logits = scores / (256 if scores.max() > 100 else 1)
    expected = {
        "accuracy": metrics.accuracy_score(labels, predictions),
        "topK": [top_k(labels, probabilities, k) for k in range(1, min(class_count, 3) + 1)],
        "zeroDivision": zero_division,
        "averages": [prf(average)[:3] for average in ("micro", "macro", "weighted")],
        "balancedAccuracy": metrics.balanced_accuracy_score(labels, predictions),
        "kappa": [metrics.cohen_kappa_score(labels, predictions, weights=w) for w in (None, "linear", "quadratic")],
        "matthews": metrics.matthews_corrcoef(labels, predictions),
        "logLoss": metrics.log_loss(labels, probabilities, labels=range(class_count)),
        "brier": [
            metrics.brier_score_loss(labels, probabilities, labels=range(class_count), scale_by_half=half)
            for half in ("auto", False)
        ],
        "rocAuc": roc_auc(labels, probabilities),
        "calibrationErrors": [
            calibration(confidences, is_right, bins, binning)[1] for binning in ("width", "mass") for bins in (10, 15)
        ],
        "riskCoverageArea": area,
        "thresholds": [answer_threshold(points, *given) for given in ((0,), (0.1,), (0.3,), (0.3, 0.8), (0.5, 0.95))],
        "mcnemar": [only_first, only_second, binomtest(only_first, max(1, only_first + only_second)).pvalue]
        if only_first + only_second
        else [0, 0, 1],
        "crossEntropy": [
            np.mean(keras.ops.sparse_categorical_crossentropy(labels, logits, from_logits=True)),
            crossing(one_hot, logits, True),
            crossing(soft, logits, True),
            crossing(one_hot, probabilities, False),
            crossing(soft, scores.astype(float), False),
        ],
        "temperature": temperature(logits, labels),
    }
    if seed % 8 == 5:
        expected["classes"] = np.array(prf(None)).T
        expected["bins"] = [calibration(confidences, is_right, 4, binning)[0] for binning in ("width", "mass")]
        expected["points"] = points
        expected["confusion"] = {
            name: metrics.confusion_matrix(labels, predictions, labels=range(class_count), normalize=name)
            for name in ("true", "pred", "all")
        }
    if seed % 9 == 2:
        expected["text"] = metrics.classification_report(
            labels, predictions, digits=3, zero_division=zero_division
        ).split("\n")
    return {"given": list(given.values()), "expected": expected}


def philox(counter, key):
    """Philox 4x32-10 (Salmon et al., 2011)."""
    c, k = list(counter), list(key)
    for _ in range(10):
        first, second = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [second >> 32 ^ c[1] ^ k[0], second & 0xFFFFFFFF, first >> 32 ^ c[3] ^ k[1], first & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def bootstrap(values, seed, resamples, level):
    """Percentile interval of the mean; [lower, upper]."""
    purpose = 0x811C9DC5
    for letter in "bootstrap":
        purpose = (purpose ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    limit = 2**32 - 2**32 % len(values)
    means = []
    for item in range(resamples):
        drawn, block = [], 0
        while len(drawn) < len(values):
            words = philox([block, item, 0, 0], [seed, purpose])
            drawn += [word % len(values) for word in words if word < limit]
            block += 1
        means.append(np.mean(np.array(values)[drawn[: len(values)]]))
    return np.quantile(means, [(1 - level) / 2, (1 + level) / 2])


def binomials():
    """[successes, trials, probability, of at most so many]"""
    for trials in (1, 2, 7, 30, 200, 5000):
        for successes in sorted({0, 1, trials // 50, trials // 5, trials // 2, trials - 1, trials}):
            for probability in (0.001, 0.05, 0.5, 0.9):
                yield [successes, trials, probability, binom.cdf(successes, trials, probability)]


def bootstraps():
    for seed, count, resamples, level in [(1, 5, 20, 0.9), (2, 10, 50, 0.95), (3, 33, 100, 0.99), (4, 1, 1, 0.5)]:
        values = [number * number % 7 / 8 for number in range(1, count + 1)]
        yield [seed, count, resamples, level, *bootstrap(values, seed, resamples, level)]


output = {
    "cases": [case(seed) for seed in range(1, 221)],
    "mcnemar": [
        [b, c, binomtest(b, b + c).pvalue]
        for b, c in [(5, 5), (0, 1), (0, 10), (9, 1), (12, 30), (41, 40), (200, 260), (1000, 1100), (3, 300), (0, 900)]
    ],
    "binomials": list(binomials()),
    "riskBounds": [
        [wrong, answered, level, risk_bound(wrong, answered, level)]
        for wrong, answered in [(0, 1), (1, 1), (0, 20), (1, 20), (3, 300), (40, 5000), (0, 5000), (4999, 5000)]
        for level in (0.5, 0.95, 0.999)
    ],
    "bootstraps": list(bootstraps()),
}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(plain(output), file)
