"""Draws the first page of an HWPX file.

usage: hwpx.py FILE.hwpx PICTURE.png
"""

import io
import sys

import rhwp
from PIL import Image


def main():
    """Draws the page and keeps few colours, which is enough for a text."""
    picture = Image.open(io.BytesIO(rhwp.parse(sys.argv[1]).render_png(0))).convert("RGB")
    if picture.width > 1100:
        picture = picture.resize((1100, round(picture.height * 1100 / picture.width)), Image.Resampling.LANCZOS)
    picture.quantize(64, dither=Image.Dither.NONE).save(sys.argv[2], optimize=True)


if __name__ == "__main__":
    main()
