"""A page of a PDF gives the same words whether its letters are described whole or as far as words
need them.
"""

from __future__ import annotations

import io

import pdfplumber
import pytest
from small_pdf import pdf_of

from luocdo.loaders.formats.letters import PageOfLetters

LINES = (
    ("KE HOACH", "1. Van phong chu tri soan thao.", "2. Thanh tra phoi hop."),
    ("3. Vu Phap che tham dinh.",),
)
PRINTED = b"/MediaBox [0 0 595 842]"
PAGES = {
    "as it is printed": PRINTED,
    "its corner elsewhere": b"/MediaBox [9 7 599 842]",
    "cropped": b"/MediaBox [0 0 595 842] /CropBox [0 40 595 842]",
    "turned": b"/MediaBox [0 0 595 842] /Rotate 90",
}


@pytest.mark.parametrize("box", PAGES.values(), ids=PAGES)
def test_words_and_their_places_are_those_of_whole_letters(box: bytes) -> None:
    with pdfplumber.open(io.BytesIO(pdf_of(*LINES).replace(PRINTED, box))) as document:
        for page in document.pages:
            lean = PageOfLetters.of(page)
            words = page.extract_words(x_tolerance=2, y_tolerance=3)
            assert words
            assert lean.extract_words(x_tolerance=2, y_tolerance=3) == words
            assert (lean.width, lean.height) == (page.width, page.height)
