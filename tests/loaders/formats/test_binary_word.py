"""A .doc of Word 97 to 2003 is read without LibreOffice; what is none is refused with
the remedy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rendered_papers import PLAN, convert, set_as_word

from luocdo.graph.errors import SourceError
from luocdo.loaders.formats import office, word

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    "TT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tThời gian hoàn thành",
    "1\tXây dựng học liệu mở\tVụ Giáo dục Đại học\tTháng 9/2025",
    "2\tRà soát dữ liệu người học\tCục Công nghệ thông tin\tQuý IV/2025",
)


@pytest.mark.office
def test_its_text_and_tables_are_those_of_the_docx(
    soffice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = set_as_word("\n".join((*PLAN, *ROWS)), tmp_path / "plan.docx")
    (made,) = convert(soffice, [paper], "doc", tmp_path / "doc")
    monkeypatch.setenv("PATH", "")  # no LibreOffice
    read = office.read("plan.doc", made.read_bytes())
    assert read.text == word.read("plan.docx", paper.read_bytes()).text
    assert read.format == "doc"


def test_a_broken_one_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError, match="LibreOffice"):
        office.read("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096)
