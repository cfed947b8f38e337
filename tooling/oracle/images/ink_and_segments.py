"""Ink of photographs and digits taken apart, with numpy and scipy, for packages/core/src/images.

Run: python tooling/oracle/images/ink_and_segments.py > packages/core/src/images/ink-and-segments.cases.json
Needs requirements.txt. Written from the description of the method, not from the TypeScript: closings are
scipy's maximum and minimum filters, the surface is numpy's least squares, bilinear sampling is scipy's.
"""

import json

import numpy as np
from scipy import ndimage

from drawings import drawing, encode, generator


def light_is_even(means, reach):
    variations = np.ptp(closing(means, reach)), np.ptp(opening(means, reach))
    return min(variations) < (4 if 16 <= max(variations) < 64 else 16)


def closing(values, reach):
    size = 2 * reach + 1
    return ndimage.minimum_filter(ndimage.maximum_filter(values, size, mode="nearest"), size, mode="nearest")


def opening(values, reach):
    size = 2 * reach + 1
    return ndimage.maximum_filter(ndimage.minimum_filter(values, size, mode="nearest"), size, mode="nearest")


def reach_of(values, share=0.1):
    return int(np.ceil(share * min(values.shape)))


def cell_means(grey, side):
    rows, columns = -(-grey.shape[0] // side), -(-grey.shape[1] // side)
    cells = [
        [grey[r * side : (r + 1) * side, c * side : (c + 1) * side].mean() for c in range(columns)]
        for r in range(rows)
    ]
    return np.array(cells)


def surface(values):
    rows, columns = values.shape
    y, x = np.meshgrid((2 * np.arange(rows) + 1) / rows - 1, (2 * np.arange(columns) + 1) / columns - 1, indexing="ij")
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1).reshape(-1, 6)
    weights = np.ones(values.size)
    for _ in range(12):
        root = np.sqrt(weights)[:, None]
        solution = np.linalg.lstsq(terms * root, values.ravel() * root[:, 0], rcond=None)[0]
        fitted = terms @ solution
        residuals = np.abs(values.ravel() - fitted)
        scale = 4 * max(0.5, np.sort(residuals)[values.size // 2])
        weights = np.where(residuals < scale, (1 - (residuals / scale) ** 2) ** 2, 0)
    return fitted.reshape(values.shape)


def even_light(grey, is_dark):
    shorter = min(grey.shape)
    coarse = cell_means(grey, -(-shorter // 32))
    if light_is_even(coarse, reach_of(coarse, 0.25)):
        return grey, False
    side = -(-shorter // 128)
    means = cell_means(grey, side)
    slow = surface(means)
    flat = means - slow
    fill, nearer = (closing, np.minimum) if is_dark else (opening, np.maximum)
    sloping = fill(flat, reach_of(flat)) + slow
    paper = np.maximum(1, nearer(sloping, fill(means, reach_of(means))))
    level = np.sort(paper.ravel())[paper.size // 2]
    y, x = np.mgrid[: grey.shape[0], : grey.shape[1]]
    light = ndimage.map_coordinates(paper, [(y + 0.5) / side - 0.5, (x + 0.5) / side - 0.5], order=1, mode="nearest")
    return (grey * level / light if is_dark else grey - light + level), True


def border(values):
    return np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])


def quantile(values, share):
    return np.sort(values)[int(share * (values.size - 1))]


def ink_of(grey, is_dark):
    even, was_uneven = even_light(grey.astype(float), is_dark)
    paper = quantile(border(even), 0.5)
    strength = np.maximum(0, paper - even if is_dark else even - paper)
    grain = quantile(border(strength), 0.95)
    strongest = strength.max()
    if strongest < max(32, 3 * grain):
        return np.zeros(grey.shape, np.uint8)
    grains = 2.5 if was_uneven else 1
    least, ripple = (max(grains * grain, share * strongest) for share in (0.04, 0.2))
    beside = ndimage.maximum_filter(strength, 3, mode="nearest") > ripple
    return np.where((strength > least) & beside, np.rint(255 * strength / strongest), 0).astype(np.uint8)


def photograph(ink, light, is_dark):
    paper, pen = (235, 60) if is_dark else (45, 215)
    share = ink / 255
    return np.clip(np.rint((paper * (1 - share) + pen * share) * light), 0, 255).astype(np.uint8)


def photograph_cases():
    height, width = 72, 64
    y, x = np.mgrid[:height, :width]
    lights = {
        "even": np.ones((height, width)),
        "from the left": 1 - 0.5 * x / width,
        "darker corners": 1 - 0.5 * ((x - width / 2) ** 2 + (y - height / 2) ** 2) / (width**2 / 2),
        "a shadow": np.where(x + y > 90, 0.65, 1.0),
    }
    for name, light in lights.items():
        for is_dark in (True, False):
            ink = np.zeros((height, width), np.uint8)
            ink[16:56, 14:50] = drawing(40, 36, 5)
            picture = photograph(ink, light, is_dark)
            yield {
                "light": name,
                "polarity": "dark-on-light" if is_dark else "light-on-dark",
                "picture": encode(picture),
                "ink": encode(ink_of(picture, is_dark)),
            }


def segment_cases():
    """Strokes with known places; what belongs to one digit is put together by hand."""
    for count in (1, 3, 5):
        page = np.zeros((60, 10 + 44 * count), np.uint8)
        digits = []
        for position in range(count):
            left, top = 8 + 44 * position, 8 + int(generator.integers(0, 8))
            stroke = np.zeros_like(page)
            rows = np.zeros(1)
            while np.ptp(rows) < 28:  # lower strokes might be of another line
                stroke[top : top + 40, left : left + 28] = drawing(40, 28, 4)
                rows, columns = np.nonzero(stroke)
            page = np.maximum(page, stroke)
            box = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
            digits.append(
                {
                    "box": [int(edge) for edge in box],
                    "ink": encode(stroke[box[1] : box[3], box[0] : box[2]]),
                }
            )
        yield {"page": encode(page), "digits": digits}


print(json.dumps({"photographs": list(photograph_cases()), "pages": list(segment_cases())}))
