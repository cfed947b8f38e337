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
classic_lenet_5 = keras.Sequential(
    [
        keras.Input((32, 32, 1)),
        layers.Conv2D(6, 5, activation="tanh", name="conv2d"),
        layers.AveragePooling2D(2, name="average_pooling2d"),
        layers.Conv2D(16, 5, activation="tanh", name="conv2d_1"),
        layers.AveragePooling2D(2, name="average_pooling2d_1"),
        layers.Flatten(name="flatten"),
        layers.Dense(120, activation="tanh", name="dense"),
        layers.Dense(84, activation="tanh", name="dense_1"),
        layers.Dense(10, activation="softmax", name="dense_2"),
    ],
    name="classic-lenet-5",
)
beginner_cnn = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu", name="conv2d"),
        layers.MaxPooling2D(2, name="max_pooling2d"),
        layers.Dropout(0.25, name="dropout"),
        layers.Conv2D(64, 3, activation="relu", name="conv2d_1"),
        layers.MaxPooling2D(2, name="max_pooling2d_1"),
        layers.Dropout(0.25, name="dropout_1"),
        layers.Flatten(name="flatten"),
        layers.Dense(128, activation="relu", name="dense"),
        layers.Dropout(0.5, name="dropout_2"),
        layers.Dense(10, activation="softmax", name="dense_1"),
    ],
    name="beginner-cnn",
)
dense_baseline = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(name="flatten"),
        layers.Dense(128, activation="relu", name="dense"),
        layers.Dense(10, activation="softmax", name="dense_1"),
    ],
    name="dense-baseline",
)
# Every kind of layer, with names that Keras gives, same padding and windows that overlap.
keras.utils.clear_session()
own = keras.Sequential(
    [
        keras.Input((21, 17, 3)),
        layers.AveragePooling2D(3, strides=2, padding="same"),
        layers.Conv2D(8, 3, strides=2, padding="same", activation="sigmoid"),
        layers.MaxPooling2D(2, padding="same"),
        layers.Conv2D(8, 2, padding="same"),
        layers.AveragePooling2D(2, strides=1),
        layers.MaxPooling2D(2, strides=1, padding="same"),
        layers.Dropout(0.1),
        layers.Flatten(),
        layers.Dense(7, activation="tanh"),
        layers.Dropout(0.2),
        layers.Dense(3),
    ],
    name="own",
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
for model in (lenet_report, classic_lenet_5, beginner_cnn, dense_baseline, own, wide, tie):
    texts = []
    model.summary(print_fn=texts.append)
    summaries[model.name] = "".join(texts).split("\n")
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(summaries, file, ensure_ascii=False)
