"""Expected summaries of models in the layout of Keras 2.6, printed by Keras's own code.

Keras 2.6 asks for a Python and a TensorFlow that are no longer to be had, so its `print_summary` alone is taken out of
its wheel, and gets layers that answer what it asks.

How to run: pip download keras==2.6.0 --no-deps
            python make_keras_2_summaries.py keras-2.6.0-py2.py3-none-any.whl > ../../../apps/trainer/src/reproduction/keras-2-summaries.json
"""

import json
import sys
import types
import zipfile

NETWORKS = {
    "beginner-cnn": [
        ("conv2d", "Conv2D", (26, 26, 32), 320),
        ("max_pooling2d", "MaxPooling2D", (13, 13, 32), 0),
        ("dropout", "Dropout", (13, 13, 32), 0),
        ("conv2d_1", "Conv2D", (11, 11, 64), 18496),
        ("max_pooling2d_1", "MaxPooling2D", (5, 5, 64), 0),
        ("dropout_1", "Dropout", (5, 5, 64), 0),
        ("flatten", "Flatten", (1600,), 0),
        ("dense", "Dense", (128,), 204928),
        ("dropout_2", "Dropout", (128,), 0),
        ("dense_1", "Dense", (10,), 1290),
    ],
    "dense-baseline": [
        ("flatten", "Flatten", (784,), 0),
        ("dense", "Dense", (128,), 100480),
        ("dense_1", "Dense", (10,), 1290),
    ],
}


class Weight:
    def __init__(self, size):
        self.shape = types.SimpleNamespace(as_list=lambda: [size], num_elements=lambda: size)


def layer_of(name, kind, shape, count):
    cls = type(kind, (), {})
    layer = cls()
    layer.name = name
    layer.built = True
    layer.output_shape = (None, *shape)
    layer.count_params = lambda: count
    layer._layers = []
    return layer


def summary(layers):
    lines = []
    model = type("Sequential", (), {})()
    model.name = "sequential"
    model.layers = [layer_of(*layer) for layer in layers]
    model._is_graph_network = True
    model.trainable_weights = [Weight(count) for *_, count in layers if count]
    model.non_trainable_weights = []
    module["print_summary"](model, print_fn=lines.append)
    return "\n".join(lines) + "\n"


source = zipfile.ZipFile(sys.argv[1]).read("keras/utils/layer_utils.py").decode()
start = source.index("def print_summary")
end = source.index("def convert_dense_weights_data_format")
module = {"count_params": lambda weights: sum(weight.shape.num_elements() for weight in weights)}
exec(source[start:end], module)
print(json.dumps({name: summary(layers) for name, layers in NETWORKS.items()}, indent=2))
