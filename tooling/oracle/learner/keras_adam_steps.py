"""Writes packages/core/src/tfjs/testing/keras-adam-steps.json, three steps of Adam on a tiny network by Keras.

With the defaults, with an epsilon so large that its place in the formula shows, and with decoupled weight decay
and a limit that the gradients exceed.

Run: pip install -r requirements.txt && KERAS_BACKEND=jax python keras_adam_steps.py FILE && biome check --write FILE
"""

import json
import sys

import keras
import numpy as np
from keras import layers

generator = np.random.default_rng(20_261)

model = keras.Sequential(
    [
        keras.Input((6, 6, 1)),
        layers.Conv2D(2, 3, activation="relu", name="conv2d"),  # [4, 4, 2]
        layers.MaxPooling2D(2, name="pool"),  # [2, 2, 2]
        layers.Flatten(name="flatten"),  # [8]
        layers.Dense(3, activation="softmax", name="dense"),
    ]
)
conv_kernel = generator.uniform(-0.5, 0.5, (3, 3, 1, 2))
# A filter of zeros makes all values of each window equal: the pool's gradient must go to the first.
conv_kernel[..., 0] = 0
model.set_weights(
    [
        conv_kernel,
        np.array([0.2, 0.05]),
        generator.uniform(-0.7, 0.7, (8, 3)),
        np.array([0.1, -0.2, 0.0]),
    ]
)
pixels = generator.integers(0, 256, (4, 6, 6), dtype=np.uint8)
labels = np.array([0, 2, 1, 2])


def tensors(variables, names):
    """Exactly, as float32 values in the shortest decimals of their float64."""
    return [
        {"name": name, "shape": list(variable.shape), "values": np.asarray(variable).astype(float).ravel().tolist()}
        for variable, name in zip(variables, names, strict=True)
    ]


weight_names = ["conv2d/kernel", "conv2d/bias", "dense/kernel", "dense/bias"]
initial_weights = tensors(model.weights, weight_names)

runs = []
for constants in (
    {},
    {"beta1": 0.8, "beta2": 0.98, "epsilon": 0.01},
    {"weightDecay": 0.5, "gradientClipNorm": 0.3, "epsilon": 0.01},
):
    for variable, tensor in zip(model.weights, initial_weights, strict=True):
        variable.assign(np.reshape(tensor["values"], tensor["shape"]))
    names = {
        "beta1": "beta_1",
        "beta2": "beta_2",
        "epsilon": "epsilon",
        "weightDecay": "weight_decay",
        "gradientClipNorm": "global_clipnorm",
    }
    kind = keras.optimizers.AdamW if "weightDecay" in constants else keras.optimizers.Adam
    optimizer = kind(**{names[name]: value for name, value in constants.items()})
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    steps = []
    for learning_rate in (0.01, 0.02, 0.005):
        optimizer.learning_rate.assign(learning_rate)
        # On the same batch before the step: train_on_batch reports a running mean.
        loss = model.evaluate(pixels[..., None] / 255, labels, verbose=0)
        model.train_on_batch(pixels[..., None] / 255, labels)
        weights = tensors(model.weights, weight_names)
        steps.append({"learningRate": learning_rate, "loss": float(loss), "weights": weights})
    runs.append({"optimizer": {"kind": "adam", **constants}, "steps": steps})

with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(
        {
            "pixels": pixels.ravel().tolist(),
            "labels": labels.tolist(),
            "initialWeights": initial_weights,
            "runs": runs,
        },
        file,
    )
