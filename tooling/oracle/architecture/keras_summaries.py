"""Writes packages/core/src/architecture/keras-summaries.json, the lines of Keras's model.summary().

Run: pip install -r requirements.txt && KERAS_BACKEND=jax python keras_summaries.py FILE && biome check --write FILE
"""

import json
import os
import sys

os.environ["COLUMNS"] = "80"

import keras
from keras import layers

lenet_report = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(6, 5, activation="relu", name="conv2d"),
        layers.MaxPooling2D(2, name="max_pooling2d"),
        layers.Conv2D(16, 5, activation="relu", name="conv2d_1"),
        layers.MaxPooling2D(2, name="max_pooling2d_1"),
        layers.Flatten(name="flatten"),
        layers.Dense(120, activation="relu", name="dense"),
        layers.Dense(84, activation="relu", name="dense_1"),
        layers.Dense(10, activation="softmax", name="dense_2"),
    ],
    name="lenet-report",
)
# Strides and same padding, texts that are too long for their columns, a size in MB.
wide = keras.Sequential(
    [
        keras.Input((1200, 1300, 3)),
        layers.Conv2D(128, 3, padding="same", name="a_layer_with_a_name_as_long_as_a_line"),
        layers.MaxPooling2D(3, strides=2, name="max_pooling_of_three_by_two"),
        layers.Conv2D(1024, 7, strides=4, padding="same", name="conv2d"),
    ],
    name="wide",
)
# 288 parameters are 1.125 KB, a tie.
tie = keras.Sequential([keras.Input((5, 7, 1)), layers.Flatten(name="flatten"), layers.Dense(8, name="dense")], name="tie")

summaries = {}
for model in (lenet_report, wide, tie):
    texts = []
    model.summary(print_fn=texts.append)
    summaries[model.name] = "".join(texts).split("\n")
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(summaries, file, ensure_ascii=False)
