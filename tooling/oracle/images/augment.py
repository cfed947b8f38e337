"""Writes packages/core/src/images/augment.cases.json: drawings, changed by given numbers.

Run: pip install -r requirements.txt && python augment.py FILE && biome check --write FILE

Independent of the package: the forward map as a product of matrices, inverted by numpy, and sampled by
scipy in float64.
"""

import json
import math
import sys

import numpy as np
from drawings import drawing, encode, generator
from scipy.ndimage import map_coordinates


def move_edges(image, move):
    """Each pixel goes the part `move` of the way to its strongest neighbour (down if `move` is below 0)."""
    background = np.pad(image, 1)
    height, width = image.shape
    sign = 1 if move > 0 else -1
    rise = np.zeros(image.shape)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            neighbour = background[1 + down : 1 + down + height, 1 + right : 1 + right + width]
            nearness = 1 / math.hypot(down, right) if down or right else 0
            rise = np.maximum(rise, sign * (neighbour - image) * nearness)
    return image + sign * np.floor(abs(move) * rise + 0.5)


def change_stroke_width(image, gain):
    passes = math.ceil(abs(gain) / 2)
    changed = image
    for _ in range(passes):
        changed = move_edges(changed, gain / 2 / passes)
    if gain < 0 and changed.max() > 0:
        changed = np.floor(changed * (image.max() / changed.max()) + 0.5)
    return changed


def smooth_grid(knots, height, width):
    """The 4x4 knots at the corners of 3x3 cells of the image, smoothstep between them."""

    def weights(size):
        place = 3 * np.arange(size) / max(1, size - 1)
        distance = np.abs(place[:, None] - np.arange(4))
        t = np.clip(1 - distance, 0, 1)
        return t * t * (3 - 2 * t)

    return weights(height) @ knots @ weights(width).T


def change_image(image, change):
    height, width = image.shape
    margin = 8
    padded = np.pad(image.astype(float), margin)
    if change["strokeWidth"] != 0:
        padded = change_stroke_width(padded, change["strokeWidth"])
    cos, sin = math.cos(change["rotation"]), math.sin(change["rotation"])
    turn = np.array([[cos, -sin], [sin, cos]])
    slant = np.array([[1, -change["shear"]], [0, 1]])
    back = np.linalg.inv(turn @ (change["scale"] * np.eye(2)) @ slant)
    y, x = np.mgrid[:height, :width].astype(float)
    centre_x, centre_y = (width - 1) / 2, (height - 1) / 2
    x, y = x - centre_x - change["shiftX"], y - centre_y - change["shiftY"]
    warp = np.array(change["warp"]).reshape(4, 4, 2)
    source_x = back[0, 0] * x + back[0, 1] * y + centre_x + smooth_grid(warp[..., 0], height, width)
    source_y = back[1, 0] * x + back[1, 1] * y + centre_y + smooth_grid(warp[..., 1], height, width)
    places = [source_y + margin, source_x + margin]
    changed = map_coordinates(padded, places, order=1, mode="grid-constant", cval=0)
    return np.floor(changed + 0.5)


IDENTITY = {"rotation": 0, "scale": 1, "shear": 0, "shiftX": 0, "shiftY": 0, "strokeWidth": 0}
cases = []


def case(title, size=(28, 28), warp=0.0, **changes):
    image = drawing(*size, generator.uniform(1.8, 4.5))
    knots = [round(float(knot), 4) for knot in generator.uniform(-warp, warp, 32)] if warp else [0] * 32
    change = {**IDENTITY, **changes, "warp": knots}
    expected = change_image(image, change)
    cases.append({"title": title, "image": encode(image), "change": change, "expected": encode(expected)})


case("nothing")
for rotation in (0.1, -0.17, math.pi / 2, 2.5):
    case(f"rotation {rotation:.2f}", rotation=rotation)
for scale in (0.9, 1.1, 0.5, 1.9):
    case(f"scale {scale}", scale=scale)
for shear in (0.1, -0.3):
    case(f"shear {shear}", shear=shear)
for shift in ((2, -3), (0.5, 0.25), (-1.7, 12.3)):
    case(f"shift {shift}", shiftX=shift[0], shiftY=shift[1])
for warp in (0.7, 1.2, 3.0):
    case(f"warp {warp}", warp=warp)
for gain in (0.4, 1.0, 2.6, -0.4, -1.0, -2.2):
    case(f"stroke width {gain}", strokeWidth=gain)
for index in range(12):
    case(
        f"all {index}",
        size=[(28, 28), (32, 32), (20, 37), (64, 48)][index % 4],
        warp=1.5,
        rotation=round(float(generator.uniform(-0.3, 0.3)), 4),
        scale=round(float(generator.uniform(0.85, 1.15)), 4),
        shear=round(float(generator.uniform(-0.2, 0.2)), 4),
        shiftX=round(float(generator.uniform(-2, 2)), 4),
        shiftY=round(float(generator.uniform(-2, 2)), 4),
        strokeWidth=round(float(generator.uniform(-1, 1)), 4),
    )

with open(sys.argv[1], "w") as file:
    json.dump(cases, file)
