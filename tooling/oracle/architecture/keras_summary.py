"""The summary table of the LeNet report as Keras 3 prints it.

    pip install keras==3.15.1 "jax[cpu]"
    KERAS_BACKEND=jax python tooling/oracle/architecture/keras_summary.py

Pinned in packages/core/src/architecture/summarize.test.ts.
"""

from keras import Input, Sequential, layers

model = Sequential(name="lenet-report")
model.add(Input((28, 28, 1)))
model.add(layers.Conv2D(6, 5, activation="relu", name="conv2d"))
model.add(layers.MaxPooling2D(2, name="max_pooling2d"))
model.add(layers.Conv2D(16, 5, activation="relu", name="conv2d_1"))
model.add(layers.MaxPooling2D(2, name="max_pooling2d_1"))
model.add(layers.Flatten(name="flatten"))
model.add(layers.Dense(120, activation="relu", name="dense"))
model.add(layers.Dense(84, activation="relu", name="dense_1"))
model.add(layers.Dense(10, activation="softmax", name="dense_2"))
model.summary()
