"""What the programs that files of networks are for compute with them: onnxruntime, Keras, and numpy with what safetensors
reads.

Run: python probabilities.py FOLDER IMAGES HEIGHT WIDTH
with the packages of requirements.txt. IMAGES holds one byte a pixel, 0 background to 255 ink, image after image. For each
.onnx, .keras and .safetensors file in FOLDER it writes FILE.probabilities: float32, one row an image.
"""
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
import numpy as np

BATCH = 1000


def from_onnx(path, images):
    import onnxruntime

    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (source,) = session.get_inputs()
    assert source.name == "images" and source.type == "tensor(float)", source
    nchw = images.transpose(0, 3, 1, 2)
    assert source.shape == ["count", *nchw.shape[1:]], source.shape
    return lambda at: session.run(["probabilities"], {"images": nchw[at]})[0]


def from_keras(path, images):
    import keras

    model = keras.saving.load_model(path)
    return lambda at: model.predict(images[at], verbose=0)


def from_safetensors(path, images):
    """The layers come from the metadata, the numbers from the tensors; arithmetic in numpy."""
    from safetensors import safe_open

    with safe_open(path, framework="numpy") as file:
        architecture = json.loads(file.metadata()["lenet.manifest"])["architecture"]
        tensors = {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}
    return lambda at: forward(architecture["layers"], tensors, images[at])


def windows(maps, size, stride):
    """[count, height, width, channels] to [count, height, width, channels, size, size], without padding."""
    view = np.lib.stride_tricks.sliding_window_view(maps, (size, size), axis=(1, 2))
    return view[:, ::stride, ::stride]


def forward(layers, tensors, values):
    for layer in layers:
        kind, name = layer["kind"], layer["name"]
        assert layer.get("padding", "valid") == "valid", layer
        if kind == "conv2d":
            view = windows(values, layer["kernelSize"], layer["stride"])
            kernel = tensors[f"{name}/kernel"]  # [height, width, in, out]
            values = np.tensordot(view, kernel, axes=([4, 5, 3], [0, 1, 2])) + tensors[f"{name}/bias"]
        elif kind in ("maxPooling2d", "averagePooling2d"):
            view = windows(values, layer["poolSize"], layer["stride"])
            values = (np.max if kind == "maxPooling2d" else np.mean)(view, axis=(4, 5))
        elif kind == "flatten":
            values = values.reshape(len(values), -1)
        elif kind == "dense":
            values = values @ tensors[f"{name}/kernel"] + tensors[f"{name}/bias"]
        values = ACTIVATIONS[layer.get("activation", "linear")](values)
    return values


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


ACTIVATIONS = {
    "linear": lambda values: values,
    "relu": lambda values: np.maximum(values, 0),
    "tanh": np.tanh,
    "softmax": softmax,
}
LOADERS = {".onnx": from_onnx, ".keras": from_keras, ".safetensors": from_safetensors}

folder, images_file, height, width = sys.argv[1:]
pixels = np.fromfile(images_file, np.uint8).reshape(-1, int(height), int(width), 1)
images = pixels.astype(np.float32) / np.float32(255)
for path in sorted(Path(folder).iterdir()):
    if path.suffix not in LOADERS:
        continue
    compute = LOADERS[path.suffix](str(path), images)
    rows = [compute(slice(first, first + BATCH)) for first in range(0, len(images), BATCH)]
    np.concatenate(rows).astype(np.float32).tofile(f"{path}.probabilities")
