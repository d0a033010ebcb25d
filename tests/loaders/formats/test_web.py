"""Web pages: the document's paragraphs and cells, none of the site around it, whatever the
character set.
"""

from __future__ import annotations

import pytest

from luocdo.loaders.source import decode_source

HEAD = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 5/KH-BYT</p>"


def text(body: str) -> str:
    return decode_source("trang.html", f"<html><body>{body}</body></html>".encode()).text


def test_only_br_breaks_a_line_not_the_line_ends_of_the_source() -> None:
    assert text("<p>Ban hành Kế hoạch\n  của <b>Bộ</b>\n<i>Y tế</i><br/>năm 2025</p>") == (
        "Ban hành Kế hoạch của Bộ Y tế\nnăm 2025\n"
    )


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Giao Sở Khoa học và", "Công nghệ chủ trì.", True),  # within a name
        ("Giao Văn phòng Ủy ban", "nhân dân tỉnh theo dõi.", True),
        ("Giao các đơn vị:", "lập danh mục.", False),  # a list
        ("Sở Y tế lập sổ.", "theo mẫu", False),
        ("ỦY BAN NHÂN DÂN", "tỉnh Hà Tĩnh", False),  # a letterhead
        ("Giao Sở Nội vụ", "a) Lập danh mục", False),
        ("Giao Sở Nội vụ", "Lập danh mục", False),
    ],
)
def test_a_sentence_that_a_page_breaks_over_two_paragraphs_is_one(
    above: str, below: str, *, whole: bool
) -> None:
    between = " " if whole else "\n"
    assert text(f"<p>{above}</p><p>{below}</p>") == f"{above}{between}{below}\n"


def test_paragraphs_follow_one_another_as_in_other_formats() -> None:
    assert text("<p>Một.</p>\n<p></p>\n<p>Hai.</p>") == "Một.\nHai.\n"


def test_merged_cells_are_read_once() -> None:
    rows = "<tr><td rowspan=2>1</td><td>a<br>b</td></tr><tr><td>c</td></tr><tr><td colspan=2>d</td></tr>"
    assert text(f"<table>{rows}</table>") == "1\ta <br> b\n\tc\nd\t\n"


@pytest.mark.parametrize("around", ["nav", "header", "footer", "aside", "form", "script"])
def test_the_site_around_the_document_is_dropped(around: str) -> None:
    assert text(f"<{around}>Đăng nhập</{around}><div>{HEAD}</div>").startswith("CỘNG HÒA")


def test_hidden_words_are_no_text() -> None:
    assert "ẩn" not in text(f"{HEAD}<p style='display: none'>chữ ẩn</p>")
