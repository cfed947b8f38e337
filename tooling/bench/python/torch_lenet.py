"""The network of the LeNet report in PyTorch, 44,426 parameters, and its data, for both PyTorch scripts."""

import torch
from torch import nn
from torch.nn import functional

import mnist


def load(kind):
    """kind: train or t10k. Returns float32 images [count, 1, 28, 28] from 0 to 1, int64 labels [count]."""
    pixels, classes = mnist.load(kind)
    return torch.from_numpy(pixels).unsqueeze(1).float().div_(255), torch.from_numpy(classes).long()


class Lenet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.dense1 = nn.Linear(256, 120)
        self.dense2 = nn.Linear(120, 84)
        self.dense3 = nn.Linear(84, 10)
        for layer in self.children():
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, images):  # [batch, 1, 28, 28]
        # relu after pooling gives the same numbers as before it, from a quarter of the work.
        maps = functional.relu_(functional.max_pool2d(self.conv1(images), 2))  # [batch, 6, 12, 12]
        maps = functional.relu_(functional.max_pool2d(self.conv2(maps), 2))  # [batch, 16, 4, 4]
        units = functional.relu_(self.dense1(maps.flatten(1)))  # [batch, 120]
        return self.dense3(functional.relu_(self.dense2(units)))  # [batch, 10]
