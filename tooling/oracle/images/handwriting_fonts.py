"""How many digits of handwriting fonts `lenet predict` reads: 26 hands that no network here has learned from,
nor anything was chosen by. The fonts come from npm and are not kept here; most are under the SIL Open Font License.

How to run: pip install pillow==13.0.0 fonttools==4.68.0 brotli==1.2.1, then, at the root,
    python tooling/oracle/images/handwriting_fonts.py [--model MODEL] [--heights 200,40,20]
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

HANDS = (
    "architects-daughter bad-script beth-ellen caveat cedarville-cursive coming-soon gloria-hallelujah gochi-hand "
    "handlee homemade-apple indie-flower kalam la-belle-aurore mansalva marck-script nanum-pen-script "
    "nothing-you-could-do over-the-rainbow patrick-hand permanent-marker reenie-beanie rock-salt schoolbell "
    "sedgwick-ave shadows-into-light zeyada"
).split()
HEIGHT = 200
MARGIN = 40

parser = argparse.ArgumentParser()
parser.add_argument("--model")
parser.add_argument("--heights", default="200,40,20", help="of the digits in pixels")
parser.add_argument("--lenet", default="npm run --silent lenet --", help="the command")
options = parser.parse_args()


def draw(font_file: Path, digit: int) -> Image.Image:
    """Dark on light, `HEIGHT` pixels high from the top of its ink to the bottom."""

    def box(size):
        font = ImageFont.truetype(font_file, size)
        return font, font.getbbox(str(digit))

    _, (_, top, _, bottom) = box(HEIGHT)
    font, (left, top, right, bottom) = box(round(HEIGHT * HEIGHT / (bottom - top)))
    picture = Image.new("L", (right - left + 2 * MARGIN, bottom - top + 2 * MARGIN), 255)
    ImageDraw.Draw(picture).text((MARGIN - left, MARGIN - top), str(digit), font=font, fill=0)
    return picture


def read(folder: Path) -> list[dict]:
    model = ["--model", options.model] if options.model else []
    command = [*options.lenet.split(), "predict", "--json", "--quiet", *model, str(folder)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


with tempfile.TemporaryDirectory() as scratch:
    packages = [f"@fontsource/{hand}" for hand in HANDS]
    install = ["npm", "install", "--prefix", scratch, "--no-audit", "--no-fund", "--silent", *packages]
    subprocess.run(install, check=True)
    drawn = []
    for hand in HANDS:
        files = Path(scratch) / "node_modules/@fontsource" / hand / "files"
        font = TTFont(files / f"{hand}-latin-400-normal.woff2")
        font.flavor = None
        font.save(Path(scratch) / f"{hand}.ttf")
        drawn += [(f"{hand}.{digit}", draw(Path(scratch) / f"{hand}.ttf", digit)) for digit in range(10)]
    for height in [int(height) for height in options.heights.split(",")]:
        pictures = Path(scratch) / str(height)
        pictures.mkdir()
        for name, picture in drawn:
            size = [max(1, round(side * height / HEIGHT)) for side in picture.size]
            picture.resize(size, Image.Resampling.BOX).save(pictures / f"{name}.png")
        answers = [(Path(answer["file"]).stem, answer) for answer in read(pictures)]
        right = sum(answer["digit"] == int(name[-1]) for name, answer in answers)
        given = [(name, answer) for name, answer in answers if answer["decision"] == "digit"]
        wrong = [name for name, answer in given if answer["digit"] != int(name[-1])]
        print(f"{height} px: {right} of {len(answers)} right, {len(given)} answered, of them wrong: {wrong}", flush=True)
