"""The page on which a sentence is printed is found, the sentence framed and nothing else; what has
no pages has none.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image
from small_pdf import LEADING, pdf_of

from luocdo.loaders import facsimile

FIRST = (
    "KE HOACH",
    "Trien khai nhiem vu nam 2026",
    *(f"Dong chung thu {number} cua trang dau" for number in range(20)),
)
SECOND = (
    "PHU LUC",
    "1  So Y te ra soat tu thuoc cua truong hoc   So Y te",
    "   tren dia ban va bao cao Uy ban                2026",
    "2  So Noi vu lap danh sach nguoi day         So Noi vu",
)
PAPER = pdf_of(FIRST, SECOND)
ROW = "Sở Y tế rà soát tủ thuốc của trường học trên địa bàn và báo cáo Ủy ban"


def test_the_page_of_a_sentence_is_found_whatever_its_accents() -> None:
    found = facsimile.sheet(PAPER, ROW)
    assert found is not None
    assert (found.number, found.pages, found.width, found.height) == (2, 2, 595, 842)


def test_the_frame_holds_the_lines_of_the_sentence_and_no_other() -> None:
    found = facsimile.sheet(PAPER, ROW)
    assert found is not None
    ((left, top, right, bottom),) = found.frames
    first_line = 842 - 780 + LEADING  # the second line of the page, from the top
    assert first_line - 14 < top < first_line
    assert first_line + LEADING < bottom < first_line + 2 * LEADING - 5
    assert 72 <= left < right < 595


@pytest.mark.parametrize("quote", ["", "Bộ Quốc phòng tổ chức diễn tập tại đảo", "…"])
def test_what_is_not_printed_is_framed_nowhere(quote: str) -> None:
    found = facsimile.sheet(PAPER, quote)
    assert found is not None
    assert found.frames == ()


def test_another_page_may_be_turned_to() -> None:
    found = facsimile.sheet(PAPER, ROW, 1)
    assert found is not None
    assert (found.number, found.frames) == (1, ())


def test_a_page_is_a_picture_as_wide_as_a_screen_at_most() -> None:
    data = facsimile.picture(PAPER, 2)
    assert data is not None
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.width) == ("PNG", 1500)


@pytest.mark.parametrize("number", [0, -1, 3])
def test_there_is_no_picture_of_a_page_that_is_not(number: int) -> None:
    assert facsimile.picture(PAPER, number) is None


@pytest.mark.parametrize("data", [b"%PDF-1.4 broken", PAPER[:300], b"\x89PNG broken"])
def test_a_broken_file_has_no_pages(data: bytes) -> None:
    assert facsimile.is_paged(data)
    assert facsimile.picture(data, 1) is None


def test_a_text_has_no_pages() -> None:
    assert not facsimile.is_paged("Kế hoạch".encode())


def test_a_picture_is_a_page_of_its_own() -> None:
    out = io.BytesIO()
    Image.new("L", (827, 1169), 255).save(out, "PNG")
    found = facsimile.sheet(out.getvalue(), "")
    assert found is not None
    assert (found.pages, round(found.width)) == (1, 595)  # as wide as A4 where it does not say
