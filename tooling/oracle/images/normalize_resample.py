"""Writes packages/core/src/images/normalize-resample.cases.json: drawings, resampled and normalised.

Run: pip install -r requirements.txt && python normalize_resample.py FILE && biome check --write FILE

Independent of the package: areas are differences of the running integral of the image, where the package
adds up overlaps; growing is numpy's interp.
"""

import json
import sys

import numpy as np
from drawings import drawing, encode, generator


def resample_lines(image, pixel_size, count):
    """Resamples the rows of `image` to `count` pixels of `pixel_size` source pixels."""
    length = image.shape[0]
    edges = np.arange(count + 1) * pixel_size
    if pixel_size >= 1:
        integral = np.concatenate([np.zeros((1, image.shape[1])), np.cumsum(image, axis=0)])
        at = np.stack([np.interp(edges, np.arange(length + 1), line) for line in integral.T], axis=1)
        return np.diff(at, axis=0) / pixel_size
    middles = (edges[:-1] + edges[1:]) / 2 - 0.5
    grown = np.stack([np.interp(middles, np.arange(length), line) for line in image.T], axis=1)
    coverage = (np.minimum(edges[1:], length) - edges[:-1]) / pixel_size
    return grown * coverage[:, None]


def resample(image, height, width, row_size, column_size):
    narrowed = resample_lines(image.astype(float).T, column_size, width).T
    return resample_lines(narrowed, row_size, height)


def to_bytes(image):
    return np.floor(image + 0.5).astype(np.uint8)


def normalize(image, size=28, digit_size=20, threshold=0.0):
    rows, columns = np.nonzero(image > threshold * 255)
    digit = image[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    pixel_size = max(digit.shape) / digit_size
    height, width = (int(np.ceil(side / pixel_size - 1e-9)) for side in digit.shape)
    small = to_bytes(resample(digit, height, width, pixel_size, pixel_size))
    y, x = np.mgrid[:height, :width]
    top = np.floor(size / 2 - (small * y).sum() / small.sum() + 0.5)
    left = np.floor(size / 2 - (small * x).sum() / small.sum() + 0.5)
    top, left = (int(np.clip(at, 0, size - side)) for at, side in ((top, height), (left, width)))
    return np.pad(small, ((top, size - top - height), (left, size - left - width)))


normalized = []
for height, width, pen, options in [
    (64, 64, 5, {}),
    (64, 64, 9.3, {}),
    (57, 91, 4.2, {}),
    (91, 57, 7.7, {}),
    (120, 100, 12, {}),
    (28, 28, 2.4, {}),
    (20, 33, 2.1, {}),
    (14, 14, 1.6, {}),
    (9, 12, 1.2, {}),
    (64, 64, 6, {"size": 32, "digitSize": 24}),
    (70, 64, 5, {"size": 14, "digitSize": 10}),
    (64, 64, 6, {"size": 20, "digitSize": 20}),
]:
    image = drawing(height, width, pen)
    expected = normalize(image, options.get("size", 28), options.get("digitSize", 20))
    normalized.append({"image": encode(image), "options": options, "expected": encode(expected)})
# Specks in the corners, which the threshold leaves out of the box.
specks = drawing(60, 60, 6)
specks[0, 0], specks[59, 3], specks[5, 59] = 30, 12, 25
normalized.append(
    {
        "image": encode(specks),
        "options": {"threshold": 0.12},
        "expected": encode(normalize(specks, threshold=0.12)),
    }
)

resampled = []
for source, target in [
    ((28, 28), (14, 14)),
    ((28, 28), (20, 20)),
    ((28, 28), (9, 31)),
    ((28, 28), (45, 28)),
    ((17, 40), (23, 13)),
    ((40, 30), (1, 1)),
    ((1, 5), (3, 8)),
    ((50, 50), (28, 28)),
]:
    image = generator.integers(0, 256, source).astype(np.uint8)
    expected = resample(image, *target, source[0] / target[0], source[1] / target[1])
    resampled.append({"image": encode(image), "expected": encode(to_bytes(expected))})

padded = []
for source, target in [((28, 28), (32, 32)), ((5, 6), (8, 6)), ((4, 4), (9, 7))]:
    image = generator.integers(0, 256, source).astype(np.uint8)
    before = [(new - old) // 2 for new, old in zip(target, source)]
    after = [new - old - first for new, old, first in zip(target, source, before)]
    padded.append({"image": encode(image), "expected": encode(np.pad(image, list(zip(before, after))))})

with open(sys.argv[1], "w") as file:
    json.dump({"normalized": normalized, "resampled": resampled, "padded": padded}, file)
