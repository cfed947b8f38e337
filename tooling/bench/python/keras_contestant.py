"""Keras on TensorFlow as a contestant: `fit`, in the fastest of the ways that its guides recommend.

Settings: threads, steps, warmUpSteps, batchSize, learningRate. Run by src/peers/main.ts.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
import tensorflow as tf
from keras import layers

import mnist
from contestant import fastest, serve, settings

tf.config.threading.set_intra_op_parallelism_threads(settings["threads"])
tf.config.threading.set_inter_op_parallelism_threads(settings["threads"])
keras.utils.set_random_seed(1)

images, labels = mnist.load("train")
images = images[..., np.newaxis].astype(np.float32) / np.float32(255)  # [60000, 28, 28, 1]
labels = labels.astype(np.int32)
batch_size = settings["batchSize"]


class Candidate:
    def __init__(self, from_dataset=False, **options):
        self.from_dataset = from_dataset
        self.model = keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                layers.Conv2D(6, 5, activation="relu"),
                layers.MaxPooling2D(2),
                layers.Conv2D(16, 5, activation="relu"),
                layers.MaxPooling2D(2),
                layers.Flatten(),
                layers.Dense(120, activation="relu"),
                layers.Dense(84, activation="relu"),
                layers.Dense(10, activation="softmax"),
            ]
        )
        self.model.compile(
            optimizer=keras.optimizers.Adam(settings["learningRate"]),
            loss="sparse_categorical_crossentropy",
            **options,
        )
        self.datasets = {}

    def train(self, count):
        """count: of images."""
        if self.from_dataset:
            history = self.model.fit(self.dataset(count), verbose=0)
        else:
            history = self.model.fit(images[:count], labels[:count], batch_size=batch_size, verbose=0)
        return history.history["loss"][0]

    def dataset(self, count):
        if count not in self.datasets:
            whole = tf.data.Dataset.from_tensor_slices((images[:count], labels[:count]))
            self.datasets[count] = whole.shuffle(count).batch(batch_size).prefetch(tf.data.AUTOTUNE)
        return self.datasets[count]


candidates = {
    "arrays": Candidate(jit_compile=False),
    "arrays, jit_compile": Candidate(jit_compile=True),
    "arrays, 14 steps per execution": Candidate(jit_compile=False, steps_per_execution=14),
    "tf.data": Candidate(from_dataset=True, jit_compile=False),
    "tf.data, 14 steps per execution": Candidate(from_dataset=True, jit_compile=False, steps_per_execution=14),
}
# The half batch at the end is that of an epoch too: its shape is compiled here, not while the clock runs.
warm_up_count = settings["warmUpSteps"] * batch_size + batch_size // 2
for candidate in candidates.values():
    candidate.train(warm_up_count)
chosen = fastest(candidates, lambda candidate: candidate.train(warm_up_count))
model = candidates[chosen]
del candidates
count = min(settings["steps"] * batch_size, len(labels))
serve(f"Keras {keras.__version__} on TensorFlow {tf.__version__}", chosen, lambda: model.train(count))
