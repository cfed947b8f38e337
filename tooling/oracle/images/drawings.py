"""Random drawings, as bytes, and how they are written into JSON."""

import base64

import numpy as np

generator = np.random.default_rng(28_20)


def drawing(height, width, pen):
    """One bent stroke with soft edges, full ink 255."""
    points = generator.uniform((0.15 * width, 0.15 * height), (0.85 * width, 0.85 * height), (4, 2))
    t = np.linspace(0, 1, 200)[:, None]
    curve = ((1 - t) ** 3) * points[0] + 3 * t * (1 - t) ** 2 * points[1]
    curve = curve + 3 * t**2 * (1 - t) * points[2] + t**3 * points[3]
    y, x = np.mgrid[:height, :width]
    distance = np.sqrt((x[..., None] - curve[:, 0]) ** 2 + (y[..., None] - curve[:, 1]) ** 2).min(axis=-1)
    return np.rint(255 * np.clip(pen / 2 - distance + 0.5, 0, 1)).astype(np.uint8)


def encode(image):
    return {
        "pixels": base64.b64encode(image.astype(np.uint8).tobytes()).decode(),
        "height": image.shape[0],
        "width": image.shape[1],
    }
