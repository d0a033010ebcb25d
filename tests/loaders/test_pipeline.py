"""The spaCy frame: the text comes back unchanged, and spans stand where the page has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luocdo.loaders.pipeline import CITATIONS, DEADLINES, UNITS, SpaceTokenizer, reading_pipeline

NLP = reading_pipeline({"Bộ Tài chính": "bo-tai-chinh", "Bộ Tài": "bo-tai", "Sở A": "so-a"})


@given(st.text(alphabet="abĐệ \n\t.", max_size=60))
def test_tokens_give_the_text_back(text: str) -> None:
    assert SpaceTokenizer(NLP.vocab)(text).text == text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Căn cứ Quyết định số 131/QĐ-TTg ngày 25/01/2022", ["131/QĐ-TTg"]),
        ("Quyết định số 1/QĐ-\nTTg\tvà Nghị quyết 57-NQ/TW", ["1/QĐ-\nTTg", "57-NQ/TW"]),  # over lines, beside a tab
        ("trực 24/7 trong năm 2025", []),
    ],
)
def test_numbers_become_spans(text: str, numbers: list[str]) -> None:
    doc = NLP(text)
    assert [span.text for span in doc.spans[CITATIONS]] == numbers


def test_the_longest_name_of_a_unit_wins_and_only_as_whole_words() -> None:
    doc = NLP("giao bộ tài chính và Sở An chủ trì")
    assert [(span.text, span.label_) for span in doc.spans[UNITS]] == [("bộ tài chính", "bo-tai-chinh")]


def test_times_become_spans() -> None:
    doc = NLP("trước 25/01/2022 và trong năm 2025 ; tháng 3 năm 2026")
    assert [span.text for span in doc.spans[DEADLINES]] == ["25/01/2022", "2025", "3 năm 2026"]
