"""Writes packages/core/src/tfjs/testing/torch-optimizer-steps.json, three steps of PyTorch's optimizers in float64.

The network, images and first weights are those of keras-adam-steps.json, which KERAS_FILE names. Weight decay of
SGD is decoupled by hand, as PyTorch has it for Adam only.

Run: pip install -r requirements-torch.txt && python torch_optimizer_steps.py KERAS_FILE FILE && biome check --write FILE
"""

import json
import sys

import numpy as np
import torch
from torch.nn import functional

with open(sys.argv[1], encoding="utf-8") as file:
    oracle = json.load(file)
images = torch.tensor(np.reshape(oracle["pixels"], (4, 1, 6, 6)) / 255)
labels = torch.tensor(oracle["labels"])


def loss_of(weights):
    conv_kernel, conv_bias, dense_kernel, dense_bias = weights
    maps = functional.relu(functional.conv2d(images, conv_kernel.permute(3, 2, 0, 1), conv_bias))
    pooled = functional.max_pool2d(maps, 2).permute(0, 2, 3, 1).flatten(1)
    return functional.cross_entropy(pooled @ dense_kernel + dense_bias, labels)


runs = []
for options in (
    {"kind": "adam", "epsilonPlacement": "pytorch", "epsilon": 0.01},
    {"kind": "adam", "epsilonPlacement": "pytorch", "epsilon": 0.01, "weightDecay": 0.5, "gradientClipNorm": 0.3},
    {"kind": "adam", "epsilonPlacement": "pytorch", "gradientClipNorm": 1000},
    {"kind": "momentum"},
    {"kind": "momentum", "momentum": 0},
    {"kind": "momentum", "momentum": 0.5, "weightDecay": 2, "gradientClipNorm": 0.3},
):
    weights = [
        torch.tensor(np.reshape(tensor["values"], tensor["shape"]), requires_grad=True)
        for tensor in oracle["initialWeights"]
    ]
    decay = options.get("weightDecay", 0)
    if options["kind"] == "adam":
        optimizer = torch.optim.AdamW(weights, weight_decay=decay, eps=options.get("epsilon", 1e-7))
    else:
        optimizer = torch.optim.SGD(weights, momentum=options.get("momentum", 0.9))
    steps = []
    for learning_rate in (0.01, 0.02, 0.005):
        optimizer.param_groups[0]["lr"] = learning_rate
        optimizer.zero_grad()
        loss = loss_of(weights)
        loss.backward()
        if "gradientClipNorm" in options:
            torch.nn.utils.clip_grad_norm_(weights, options["gradientClipNorm"])
        if options["kind"] == "momentum":
            with torch.no_grad():
                for weight in weights:
                    weight.mul_(1 - learning_rate * decay)
        optimizer.step()
        tensors = [
            {"name": tensor["name"], "values": [round(value, 9) for value in weight.detach().ravel().tolist()]}
            for weight, tensor in zip(weights, oracle["initialWeights"], strict=True)
        ]
        steps.append({"learningRate": learning_rate, "loss": round(loss.item(), 9), "weights": tensors})
    runs.append({"optimizer": options, "steps": steps})

with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump({"runs": runs}, file)
