"""How many of scikit-learn's own digits `lenet predict` reads: 1,797 scans of 8x8 pixels that no network here
has learned from, nor anything was chosen by. They come with scikit-learn and are not kept here.

How to run: pip install scikit-learn==1.9.1 pillow==13.0.0, then, at the root,
    python tooling/oracle/images/scikit_learn_digits.py [--model RUN] [--count 1797]

Source: E. Alpaydin, C. Kaynak, "Optical Recognition of Handwritten Digits", 1998 (UCI), CC BY 4.0.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy
from PIL import Image
from sklearn.datasets import load_digits

parser = argparse.ArgumentParser()
parser.add_argument("--model")
parser.add_argument("--count", type=int, default=1797)
parser.add_argument("--lenet", default="npm run --silent lenet --", help="the command")
options = parser.parse_args()
digits = load_digits()

KINDS = [
    (8, Image.Resampling.NEAREST, "as they are"),
    (32, Image.Resampling.BILINEAR, "bilinear"),
    (64, Image.Resampling.NEAREST, "nearest"),
    (128, Image.Resampling.BILINEAR, "bilinear"),
]
for side, resampling, name in KINDS:
    for polarity in ["dark on light", "light on dark"]:
        with tempfile.TemporaryDirectory() as folder:
            for index in range(options.count):
                ink = numpy.rint(digits.images[index] * 255 / 16).astype("uint8")
                grey = 255 - ink if polarity == "dark on light" else ink
                picture = Image.fromarray(grey).resize((side, side), resampling)
                picture.save(Path(folder) / f"{index:04d}.png")
            model = ["--model", options.model] if options.model else []
            command = [*options.lenet.split(), "predict", "--json", "--quiet", *model, folder]
            lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        answers = [json.loads(line) for line in lines]
        right = sum(answer["digit"] == digits.target[index] for index, answer in enumerate(answers))
        given = [index for index, answer in enumerate(answers) if answer["decision"] == "digit"]
        wrong = sum(answers[index]["digit"] != digits.target[index] for index in given)
        print(
            f"{side}x{side} {name}, {polarity}: {right} of {options.count} right, "
            f"{len(given)} answered, of them {wrong} wrong",
            flush=True,
        )
