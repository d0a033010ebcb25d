"""What a footnote names is cited: its mark stands in the text, its words behind the signature."""

from __future__ import annotations

import pytest

from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 88/KH-UBND\nLâm Đồng, ngày 12 tháng 02 năm 2026\n\n"
    "KẾ HOẠCH\nPhòng, chống cháy rừng\n\n"
)
BODY = "1. Sở Nội vụ rà soát theo các văn bản đã giao[1], báo cáo trước ngày 30/6/2026[2].\n\n"
CLOSING = "Nơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình\n\n"


def cited(notes: str) -> dict[str, str]:
    record = read_record(decode_source("ke-hoach.txt", (HEAD + BODY + CLOSING + notes).encode()))
    (document,) = record.documents
    return {
        getattr(one.target, "number", None) or "": one.evidence.place
        for one in document.relations
        if one.type == "CITES"
    }


@pytest.mark.parametrize(
    "notes",
    [
        "[1] Công văn số 15/SNV-VP ngày 05/01/2026; Công văn số 16/SNV-VP ngày 06/01/2026.\n[2] Quyết định số 749/QĐ-TTg.",
        "[1] Các công văn: số 15/SNV-VP ngày 05/01/2026, số 16/SNV-VP\n\n[2] Theo Quyết định số 749/QĐ-TTg ngày 03/6/2020",
        "  [1] Công văn 15/SNV-VP và\nCông văn 16/SNV-VP.\n  [2] Quyết định 749/QĐ-TTg.",
    ],
)
def test_each_note_names_its_documents(notes: str) -> None:
    assert cited(notes) == {
        "15/SNV-VP": "Chú thích 1",
        "16/SNV-VP": "Chú thích 1",
        "749/QĐ-TTg": "Chú thích 2",
    }


def test_a_bracket_without_its_mark_in_the_text_is_no_note() -> None:
    assert cited("[7] Quyết định số 749/QĐ-TTg.") == {}


def test_a_paper_without_notes_is_read_as_before() -> None:
    assert cited("") == {}
