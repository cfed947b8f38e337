"""Writes packages/engine/src/testing/torch-lenet.json: LeNet of the report in PyTorch, float64.

Weights and pixels are made by a formula that src/testing/made-up-weights.ts repeats, so that the file holds
results only: the logits of four images, the mean loss, and of each gradient its norm and some of its values.

Run: pip install -r requirements.txt && python torch_lenet.py FILE && biome check --write FILE
"""

import json
import sys

import numpy as np
import torch
from torch.nn import functional

SHAPES = {
    "conv2d/kernel": [5, 5, 1, 6],
    "conv2d/bias": [6],
    "conv2d_1/kernel": [5, 5, 6, 16],
    "conv2d_1/bias": [16],
    "dense/kernel": [256, 120],
    "dense/bias": [120],
    "dense_1/kernel": [120, 84],
    "dense_1/bias": [84],
    "dense_2/kernel": [84, 10],
    "dense_2/bias": [10],
}


def scrambled(count, salt):
    """Numbers from 0 to below 1, of 32-bit integer arithmetic only."""
    numbers = (np.arange(count, dtype=np.uint64) + np.uint64(salt * 100_003)) * np.uint64(2_654_435_761)
    numbers &= np.uint64(0xFFFFFFFF)
    numbers ^= numbers >> np.uint64(15)
    numbers = (numbers * np.uint64(2_246_822_519)) & np.uint64(0xFFFFFFFF)
    numbers ^= numbers >> np.uint64(13)
    return numbers.astype(np.float64) / 2**32


weights = {}
for salt, (name, shape) in enumerate(SHAPES.items(), start=1):
    fan_in = int(np.prod(shape[:-1])) if len(shape) > 1 else 25
    values = (scrambled(int(np.prod(shape)), salt) - 0.5) * 3 / np.sqrt(fan_in)
    weights[name] = torch.tensor(values.astype(np.float32).astype(np.float64).reshape(shape), requires_grad=True)
pixels = np.floor(scrambled(4 * 784, 99) * 256)
images = torch.tensor((pixels.astype(np.float32) / np.float32(255)).astype(np.float64).reshape(4, 1, 28, 28))
labels = torch.tensor([3, 1, 4, 1])

maps = images
for layer in ("conv2d", "conv2d_1"):
    maps = functional.conv2d(maps, weights[f"{layer}/kernel"].permute(3, 2, 0, 1), weights[f"{layer}/bias"])
    maps = functional.max_pool2d(functional.relu(maps), 2)
values = maps.permute(0, 2, 3, 1).flatten(1)
for layer in ("dense", "dense_1", "dense_2"):
    values = values @ weights[f"{layer}/kernel"] + weights[f"{layer}/bias"]
    if layer != "dense_2":
        values = functional.relu(values)
loss = functional.cross_entropy(values, labels)
loss.backward()

gradients = []
for name, tensor in weights.items():
    gradient = tensor.grad.ravel()
    places = [index * (len(gradient) - 1) // 4 for index in range(5)]
    gradients.append(
        {
            "name": name,
            "norm": gradient.norm().item(),
            "places": places,
            "values": [gradient[place].item() for place in places],
        }
    )
result = {
    "torch": torch.__version__.split("+")[0],
    "labels": labels.tolist(),
    "logits": values.detach().ravel().tolist(),
    "loss": loss.item(),
    "gradients": gradients,
}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(result, file)
