"""Reads the four files of MNIST, gzip or not, from the folder that LENET_DATA_DIR names."""

import gzip
import os

import numpy as np


def load(kind):
    """kind: train or t10k. Returns uint8 images [count, 28, 28] and uint8 labels [count], both writable."""
    images = _read(f"{kind}-images-idx3-ubyte", offset=16).reshape(-1, 28, 28)
    labels = _read(f"{kind}-labels-idx1-ubyte", offset=8)
    return images, labels


def _read(name, offset):
    path = os.path.join(os.environ["LENET_DATA_DIR"], name)
    if os.path.exists(path):
        with open(path, "rb") as file:
            return np.frombuffer(bytearray(file.read()), np.uint8, offset=offset)
    with gzip.open(f"{path}.gz") as file:
        return np.frombuffer(bytearray(file.read()), np.uint8, offset=offset)
