"""Makes apps/trainer/src/formats/keras/keras-files.json: one small network as Keras saves it, in three kinds of files (gzip, base64), and
what Keras computes with it.

Run: KERAS_BACKEND=jax python keras_files.py > ../../../apps/trainer/src/formats/keras/keras-files.json
with the packages of requirements.txt.
"""
import base64
import gzip
import json
import os
import tempfile

os.environ.setdefault("KERAS_BACKEND", "jax")
import keras
import numpy as np

layers = keras.layers
keras.utils.set_random_seed(1)
model = keras.Sequential(
    [
        layers.Input((7, 6, 1)),
        # The names are not those that Keras would give, nor in the order of the groups in the file.
        layers.Conv2D(2, 3, padding="same", activation="relu", name="conv2d_7"),
        layers.MaxPooling2D(2, name="pool"),
        layers.Conv2D(3, 2, activation="tanh", bias_initializer="random_normal", name="conv2d"),
        layers.Dropout(0.25, name="drop"),
        layers.AveragePooling2D(2, strides=1, padding="same", name="mean"),
        layers.Flatten(name="flat"),
        layers.Dense(4, activation="softmax", bias_initializer="random_normal", name="scores"),
    ],
    name="small",
)
pixels = np.random.default_rng(1).integers(0, 256, (3, 7, 6, 1), dtype=np.uint8)
probabilities = model.predict(pixels.astype(np.float32) / 255, verbose=0)

files = {}
with tempfile.TemporaryDirectory() as folder:
    for name in ("small.keras", "small.h5", "small.weights.h5"):
        path = os.path.join(folder, name)
        (model.save_weights if name.endswith(".weights.h5") else model.save)(path)
        with open(path, "rb") as file:
            files[name] = base64.b64encode(gzip.compress(file.read(), mtime=0)).decode()
print(
    json.dumps(
        {
            "keras": keras.__version__,
            "pixels": pixels.ravel().tolist(),
            "probabilities": [round(float(value), 7) for value in probabilities.ravel()],
            "files": files,
        }
    )
)
