"""Where the zones of a document begin and end, however short it is."""

from __future__ import annotations

import pytest

from luocdo.loaders.text.page import Page
from luocdo.loaders.text.parts import split_parts

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 88/KH-UBND\nLâm Đồng, ngày 12 tháng 02 năm 2026\n\n"
END = "Nơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình\n"


def zones(text: str) -> dict[str, str]:
    page = Page.of("x.txt", text)
    (part,) = split_parts(page)
    names = ("title", "body", "closing")
    return {name: page.text(getattr(part, name)).strip() for name in names}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("KẾ HOẠCH\nPhòng, chống cháy rừng", "1. Sở Nội vụ rà soát phương án."),
        ("KẾ HOẠCH\nPHÒNG, CHỐNG CHÁY RỪNG", "1. Sở Nội vụ rà soát phương án."),
        ("CHỈ THỊ\nVề phòng, chống cháy rừng", "I. NHIỆM VỤ\n1. Sở Nội vụ rà soát phương án."),
        ("KẾ HOẠCH\nPhòng, chống cháy rừng", "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ rà soát."),
    ],
)
def test_the_title_of_a_short_paper_is_no_signature(title: str, body: str) -> None:
    read = zones(f"{HEAD}{title}\n\n{body}\n\n{END}")
    assert read["title"] == title.replace("\n", " ")
    assert read["body"] == body.replace("\n", " ")
    assert read["closing"].startswith("Nơi nhận")


def test_the_post_above_the_recipients_belongs_to_the_closing() -> None:
    read = zones(
        f"{HEAD}KẾ HOẠCH\nPhòng cháy\n\n1. Sở Nội vụ rà soát.\n\nCHỦ TỊCH\nTrần Văn Bình\n\n{END}"
    )
    assert read["body"] == "1. Sở Nội vụ rà soát."
    assert read["closing"].startswith("CHỦ TỊCH")
