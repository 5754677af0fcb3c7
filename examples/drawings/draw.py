"""Redraws the pictures of the example briefs: ``python examples/drawings/draw.py [NAME ...]``.

Needs Pillow and resvg-py (both on PyPI), which the library itself does not use. A picture is written as PNG with a
palette of 256 colours into examples/photos; ``--svg FOLDER`` writes the SVG as well.
"""

from __future__ import annotations

import argparse
import importlib
import io
from pathlib import Path

from PIL import Image

PHOTOS = Path(__file__).resolve().parent.parent / "photos"
PICTURES = {
    "lam-dong/khen-thuong": "khen_thuong",
    "lam-dong/to-bao-ve": "to_bao_ve",
    "lam-dong/camera": "camera_lam_dong",
    "quang-nam/buoi-lam-viec": "buoi_lam_viec",
    "quang-nam/camera-tien-canh": "camera_tien_canh",
    "quang-nam/giup-do": "giup_do",
    "quang-nam/dua-dan-tranh-lu": "dua_dan_tranh_lu",
    "quang-nam/nop-vu-khi": "nop_vu_khi",
    "quang-nam/phat-bieu": "phat_bieu",
}


def main() -> None:
    """Draw the named pictures, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as lam-dong/camera")
    parser.add_argument("--svg", type=Path, help="a folder for the SVG files")
    options = parser.parse_args()
    for name in options.names or PICTURES:
        svg = str(importlib.import_module(PICTURES[name]).draw().svg())
        if options.svg:
            options.svg.mkdir(parents=True, exist_ok=True)
            (options.svg / f"{PICTURES[name]}.svg").write_text(svg, encoding="utf-8")
        target = PHOTOS / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(png(svg))
        print(f"{target.relative_to(PHOTOS)}: {target.stat().st_size // 1024} KB")


def png(svg: str) -> bytes:
    """``svg`` as a PNG with a palette."""
    rendered = importlib.import_module("resvg_py").svg_to_bytes(svg_string=svg, background="#ffffff")
    image = Image.open(io.BytesIO(bytes(rendered))).convert("RGB")
    out = io.BytesIO()
    palette = image.quantize(256, method=Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE)
    palette.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
