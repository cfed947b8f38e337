"""Makes apps/trainer/src/formats/onnx/torch-lenet.json: a small LeNet as PyTorch writes it to ONNX, and what PyTorch
computes with it.

Run: python torch_onnx.py > ../../../apps/trainer/src/formats/onnx/torch-lenet.json
with the packages of requirements-torch.txt.
"""
import base64
import io
import json
import sys
import warnings

import numpy as np
import torch
from torch import nn
from torch.nn import functional

warnings.simplefilter("ignore")
torch.manual_seed(1)


class SmallLenet(nn.Module):
    """As tutorials write it: activations behind the pooling, and log_softmax at the end."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 2, 5, padding=2)
        self.conv2 = nn.Conv2d(2, 3, 3)
        self.drop = nn.Dropout(0.5)
        self.dense1 = nn.Linear(3 * 3 * 2, 5)
        self.dense2 = nn.Linear(5, 4)

    def forward(self, images):
        maps = functional.relu(functional.max_pool2d(self.conv1(images), 2))  # [count, 2, 5, 4]
        maps = functional.relu(self.conv2(maps))  # [count, 3, 3, 2]
        hidden = functional.relu(self.dense1(torch.flatten(maps, 1)))
        return functional.log_softmax(self.dense2(self.drop(hidden)), dim=1)


network = SmallLenet().eval()
pixels = np.random.default_rng(1).integers(0, 256, (3, 10, 8, 1), dtype=np.uint8)
images = torch.from_numpy(pixels.astype(np.float32) / 255).permute(0, 3, 1, 2)
with torch.no_grad():
    probabilities = network(images).exp()

written = io.BytesIO()
stdout, sys.stdout = sys.stdout, sys.stderr
torch.onnx.export(
    network,
    (images[:1],),
    written,
    input_names=["images"],
    dynamic_axes={"images": {0: "count"}},
    opset_version=17,
    dynamo=False,
)
sys.stdout = stdout
print(
    json.dumps(
        {
            "torch": torch.__version__,
            "pixels": pixels.ravel().tolist(),
            "probabilities": [round(float(value), 7) for value in probabilities.ravel()],
            "file": base64.b64encode(written.getvalue()).decode(),
        }
    )
)
