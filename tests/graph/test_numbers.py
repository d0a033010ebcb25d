"""Numbers of documents: every spelling of one number is one number, and printing and parsing
round-trip.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luocdo.graph.numbers import ISSUERS, KINDS, DocumentNumber

SPELLINGS = [
    # text, printed, kind, issuer_symbol, style
    ("131/QĐ-TTg", "131/QĐ-TTg", "Quyết định", "TTg", "state"),  # as the decree has it
    (
        "131/QÐ-TTg",
        "131/QĐ-TTg",
        "Quyết định",
        "TTg",
        "state",
    ),  # Icelandic Eth, common in old fonts
    ("131/QD-TTg", "131/QĐ-TTg", "Quyết định", "TTg", "state"),  # OCR without the bar
    ("131/Qb-\nTTg", "131/QĐ-TTg", "Quyết định", "TTg", "state"),  # OCR, broken by a line
    ("131/qđ-ttg", "131/QĐ-TTg", "Quyết định", "TTg", "state"),  # as people type it
    (
        "1897 /SGDĐT-VP",
        "1897/SGDĐT-VP",
        "Công văn",
        "SGDĐT",
        "state",
    ),  # a letter has no kind symbol
    ("78/2021/NĐ -CP", "78/2021/NĐ-CP", "Nghị định", "CP", "state"),  # a blank inside
    (
        "04/TTr-BKHCN-BTTTT",
        "04/TTr-BKHCN-BTTTT",
        "Tờ trình",
        "BKHCN-BTTTT",
        "state",
    ),  # two issuers
    (
        "12/2007/TTLT/BTC-BTP",
        "12/2007/TTLT/BTC-BTP",
        "Thông tư liên tịch",
        "BTC-BTP",
        "state",
    ),  # a slash as joint
    ("515/KH-BCA-BNN&MT", "515/KH-BCA-BNN&MT", "Kế hoạch", "BCA-BNN&MT", "state"),  # an ampersand
    ("57-NQ/TW", "57-NQ/TW", "Nghị quyết", "TW", "party"),  # the Party
    ("10-CTr/TU", "10-CTr/TU", "Chương trình", "TU", "party"),  # small letters in the kind
    ("02-KH/BCĐTW", "02-KH/BCĐTW", "Kế hoạch", "BCĐTW", "party"),
    (
        "08/2012/QH13",
        "08/2012/QH13",
        None,
        "QH",
        "assembly",
    ),  # a law or a resolution: the symbol does not say
    ("1663/NQ-UBTVQH15", "1663/NQ-UBTVQH15", "Nghị quyết", "UBTVQH", "state"),
    ("TCVN 14423:2025", "TCVN 14423:2025", "Tiêu chuẩn quốc gia", None, "standard"),
]


@pytest.mark.parametrize(("text", "printed", "kind", "issuer", "style"), SPELLINGS)
def test_a_number_says_its_kind_issuer_and_style(
    text: str, printed: str, kind: str | None, issuer: str | None, style: str
) -> None:
    number = DocumentNumber.parse(text)
    assert number is not None
    assert (str(number), number.kind, number.issuer_symbol, number.style) == (
        printed,
        kind,
        issuer,
        style,
    )


@pytest.mark.parametrize(
    "text", ["", "24/7", "25/01/2022", "2022-2025", "/QĐ-BGDĐT", "Quyết định", "131", "NQ/TW"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert DocumentNumber.parse(text) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("03/NQ-CP", "3/NQ-CP", True),  # a leading zero
        ("6541/BGDĐT-KHCNTT", "6541/BGDDT-KHCNTT", True),  # OCR
        ("131/QĐ-TTg", "131/2022/QĐ-TTg", False),  # the year is part of a normative number
        ("57-NQ/TW", "57/NQ-TW", True),  # the joint alone
        ("131/QĐ-TTg", "1311/QĐ-TTg", False),
    ],
)
def test_numbers_compare_by_key(one: str, other: str, *, same: bool) -> None:
    first, second = DocumentNumber.parse(one), DocumentNumber.parse(other)
    assert first is not None
    assert second is not None
    assert (first.key == second.key) is same


@given(
    serial=st.integers(1, 99999),
    year=st.none() | st.integers(1945, 2099),
    kind=st.sampled_from([symbol for symbol, _, _ in KINDS]),
    issuer=st.sampled_from(ISSUERS),
)
def test_printing_and_parsing_round_trip(
    serial: int, year: int | None, kind: str, issuer: str
) -> None:
    number = DocumentNumber(str(serial), f"{kind}-{issuer}", year)
    assert DocumentNumber.parse(str(number)) == number


@given(serial=st.integers(1, 9999), kind=st.sampled_from(["NQ", "CT", "KL", "HD", "TB"]))
def test_party_numbers_round_trip(serial: int, kind: str) -> None:
    number = DocumentNumber(str(serial), f"{kind}/TW", None, "party")
    assert DocumentNumber.parse(str(number)) == number
