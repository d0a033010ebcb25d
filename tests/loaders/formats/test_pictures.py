"""A scanned page is made ready before it is read: its seals are taken out, its lines are level,
its head is up.
"""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from luocdo.loaders.formats.ocr import _numeral
from luocdo.loaders.formats.pictures import ready
from luocdo.loaders.source import decode_source

DPI = 100.0
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
RED = (220, 40, 40)
LINES = (
    "BỘ Y TẾ",
    "Số: 88/BYT-VP",
    "Kính gửi: Sở Y tế các tỉnh, thành phố",
    "Sở Y tế rà soát tủ thuốc của các trường học trên địa bàn.",
    "Báo cáo kết quả về Bộ trước ngày 30 tháng 6 năm 2026.",
)


def sheet(size: int = 17) -> Image.Image:
    """A page of a few lines; ``size`` is that of the letters, in pixels."""
    picture = Image.new("RGB", (50 * size, 70 * size), "white")
    font = ImageFont.truetype(FONT, size)
    for number in range(20):
        ImageDraw.Draw(picture).text(
            (6 * size, (6 + 3 * number) * size), LINES[number % 5], fill="black", font=font
        )
    return picture


def inked(picture: Image.Image) -> int:
    return int((np.asarray(picture.convert("L")) < 200).sum())


def test_a_seal_is_taken_out_and_the_words_below_it_stay() -> None:
    plain = sheet()
    ink = Image.new("RGB", plain.size, "white")
    ImageDraw.Draw(ink).ellipse((300, 300, 440, 440), outline=RED, width=6)
    sealed = ImageChops.multiply(plain, ink)
    before = inked(plain)
    assert inked(sealed) > before + 500
    assert abs(inked(ready(sealed, DPI)) - before) < before * 0.02


def test_red_print_that_is_no_seal_stays() -> None:
    picture = sheet()
    ImageDraw.Draw(picture).text(
        (500, 900), "Số: 889", fill=RED, font=ImageFont.truetype(FONT, 17)
    )
    assert inked(ready(picture, DPI)) == inked(picture)


@pytest.mark.parametrize("slope", [0.0, 1.0, -2.0])
def test_the_lines_of_a_page_are_made_level(slope: float) -> None:
    tilted = sheet().rotate(slope, fillcolor="white", resample=Image.Resampling.BICUBIC)
    rows = (np.asarray(ready(tilted, DPI)) < 128).sum(axis=1)
    assert (rows == 0).mean() > 0.4, "white stands between the lines again"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("II1/2026", "III/2026"),
        ("lI", "II"),
        ("1V/2026;", "IV/2026;"),
        ("I.", "I."),
        ("2/2026", "2/2026"),  # a figure
        ("tới", "tới"),
    ],
)
def test_strokes_of_the_number_of_a_quarter_are_strokes(read: str, meant: str) -> None:
    assert _numeral(read) == meant


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_on_its_side_or_on_its_head_is_read(turn: int) -> None:
    data = io.BytesIO()
    sheet(34).rotate(turn, expand=True).save(data, "PNG", dpi=(200, 200))
    assert (
        "Sở Y tế rà soát tủ thuốc của các trường học"
        in decode_source("a.png", data.getvalue()).text
    )
