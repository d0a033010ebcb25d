"""The sample documents: each of the ten decisions stands whole and shows what rests on it; none
stands beside its original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.graph.stores.opening import open_store
from luocdo.queries.lineage import lineage
from luocdo.queries.naming import find_document
from luocdo.queries.owners import owners

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

PRIME_MINISTER = "Thủ tướng Chính phủ"
# number, day, issuer, words of the title, signer where one is known
DECISIONS = [
    ("749/QĐ-TTg", "2020-06-03", PRIME_MINISTER, "Chương trình chuyển đổi số quốc gia", None),
    ("1907/QĐ-TTg", "2020-11-23", PRIME_MINISTER, "kiến thức về an toàn thông tin", None),
    ("127/QĐ-TTg", "2021-01-26", PRIME_MINISTER, "trí tuệ nhân tạo đến năm 2030", "Vũ Đức Đam"),
    (
        "942/QĐ-TTg",
        "2021-06-15",
        PRIME_MINISTER,
        "Chính phủ điện tử hướng tới Chính phủ số",
        "Vũ Đức Đam",
    ),
    (
        "131/QĐ-TTg",
        "2022-01-25",
        PRIME_MINISTER,
        "chuyển đổi số trong giáo dục và đào tạo",
        "Vũ Đức Đam",
    ),
    (
        "146/QĐ-TTg",
        "2022-01-28",
        PRIME_MINISTER,
        "nguồn nhân lực chuyển đổi số quốc gia",
        "Vũ Đức Đam",
    ),
    ("411/QĐ-TTg", "2022-03-31", PRIME_MINISTER, "kinh tế số và xã hội số", None),
    ("142/QĐ-TTg", "2024-02-02", PRIME_MINISTER, "Chiến lược dữ liệu quốc gia", "Trần Lưu Quang"),
    ("57-NQ/TW", "2024-12-22", "Bộ Chính trị", "đột phá phát triển khoa học", None),
    (
        "03/NQ-CP",
        "2025-01-09",
        "Chính phủ",
        "Chương trình hành động của Chính phủ",
        "Nguyễn Hòa Bình",
    ),
]
LETTER = """BỘ GIÁO DỤC VÀ ĐÀO TẠO
Số: 4268/QĐ-BGDĐT
Hà Nội, ngày 30 tháng 12 năm 2024

QUYẾT ĐỊNH
Ban hành Kế hoạch dữ liệu và trí tuệ nhân tạo của ngành

BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO

Căn cứ Quyết định số 127/QĐ-TTg ngày 26 tháng 01 năm 2021 của Thủ tướng Chính phủ;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
Điều 2. Cục Công nghệ thông tin chịu trách nhiệm thi hành Quyết định này.
"""


@pytest.fixture(scope="module")
def today() -> datetime.date:
    from datetime import date

    return date(2025, 11, 23)


@pytest.mark.parametrize(("number", "day", "issuer", "title", "signer"), DECISIONS)
def test_each_of_the_ten_decisions_stands_whole(
    sample_store: str, number: str, day: str, issuer: str, title: str, signer: str | None
) -> None:
    with open_store(sample_store) as store:
        (node,) = find_document(store, number).matches
    assert (node.status, node.date, node.issuer) == ("loaded", day, issuer)
    assert title in node.title
    assert node.signer == signer or signer is None
    assert node.condensed


@pytest.mark.parametrize("number", [one[0] for one in DECISIONS])
def test_each_of_them_shows_what_rests_on_it(
    sample_store: str, number: str, today: datetime.date
) -> None:
    with open_store(sample_store) as store:
        (node,) = find_document(store, number).matches
        below = [
            row
            for table in lineage(store, node, today).tables
            for row in table.rows
            if row[0] == "xuống"
        ]
        derived = owners(store, node, today).block("stated", "inferred")
    assert below
    assert derived
    assert all(one.via and one.via_quote for one in derived)


def test_a_sample_does_not_stand_beside_its_original(sample_store: str, tmp_path: Path) -> None:
    original = tmp_path / "ban-goc.txt"
    original.write_text(LETTER, encoding="utf-8")
    result = CliRunner().invoke(main, ["load", str(original), "--store", sample_store])
    assert result.exit_code == 3
    assert "4268-qd-bgddt.txt là bản rút gọn của văn bản mà ban-goc.txt đã có" in result.output
    with open_store(sample_store) as store:
        assert "ban-goc.txt" not in store.records()
