"""The spaCy frame: the text comes back unchanged, and spans stand where the page has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luocdo.loaders.text import pipeline
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.pipeline import (
    CITATIONS,
    DEADLINES,
    UNITS,
    WordTokenizer,
    found_in,
    reading_pipeline,
)

NLP = reading_pipeline({"Bộ Tài chính": "bo-tai-chinh", "Bộ Tài": "bo-tai", "Sở A": "so-a"})


@given(st.text(alphabet="abĐệ \n\t.&_(", max_size=60))
def test_tokens_give_the_text_back(text: str) -> None:
    assert WordTokenizer(NLP.vocab)(text).text == text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Căn cứ Quyết định số 131/QĐ-TTg ngày 25/01/2022", ["131/QD-TTg"]),
        (
            "Quyết định số 1/QĐ-\nTTg\tvà Nghị quyết 57-NQ/TW",
            ["1/QD-\nTTg", "57-NQ/TW"],
        ),  # over lines, beside a tab
        ("trực 24/7 trong năm 2025", []),
    ],
)
def test_numbers_become_spans(text: str, numbers: list[str]) -> None:
    doc = NLP(bare(text))
    assert [span.text for span in doc.spans[CITATIONS]] == numbers


def test_the_longest_name_of_a_unit_wins_and_only_as_whole_words() -> None:
    doc = NLP(bare("giao bộ tài chính và Sở An chủ trì"))
    assert [(span.text, span.label_) for span in doc.spans[UNITS]] == [
        ("bo tai chinh", "bo-tai-chinh")
    ]


def test_limits_become_spans_and_mere_dates_do_not() -> None:
    doc = NLP(bare("ký ngày 25/01/2022, xong trước ngày 30/6/2026 và báo cáo hằng năm."))
    assert [span.text for span in doc.spans[DEADLINES]] == [
        "xong truoc ngay 30/6/2026",
        "hang nam",
    ]


def test_a_finding_begins_and_ends_with_a_token_whatever_is_glued_to_it() -> None:
    doc = NLP(bare("(số 12/KH-UBND)ngày; “7/NQ-CP”, GD&ĐT"))
    assert [span.text for span in doc.spans[CITATIONS]] == ["12/KH-UBND", "7/NQ-CP"]
    assert doc[-1].text == "GD&DT"


def test_a_page_yields_only_what_stands_wholly_within_the_span() -> None:
    page = Page.of("a.txt", "theo Quyết định 1/QĐ-TTg và Quyết định 2/QĐ-TTg")
    first = Span(0, page.flat.index("và"))
    assert [page.text(span) for span in page.found(CITATIONS, first)] == ["1/QĐ-TTg"]
    assert [page.text(span) for span in page.found(CITATIONS, Span(0, len(page.flat)))] == [
        "1/QĐ-TTg",
        "2/QĐ-TTg",
    ]
    assert not list(page.found(CITATIONS, Span(0, len(page.flat) - 3)))[1:]


def test_a_page_read_window_by_window_gives_what_it_gives_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = (
        f"{at}. Căn cứ Quyết định số {at}/QĐ-\nTTg, hoàn thành trước ngày {at % 28 + 1}/12/2025 và quý IV năm 2026."
        for at in range(300)
    )
    text = bare("\n".join(lines))
    whole = found_in(text)
    monkeypatch.setattr(pipeline, "WINDOW", 997)
    assert found_in(text) == whole
    assert len(whole[CITATIONS]) == 300
