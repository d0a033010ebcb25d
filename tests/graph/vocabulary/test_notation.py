"""The notation of rules of time: what it matches, and with which words that begins."""

from __future__ import annotations

import re

import pytest

from luocdo.graph.vocabulary.notation import (
    ANY,
    FIGURE,
    NOTHING,
    Term,
    beginnings,
    pattern_of,
    term_of,
)

TERMS = {
    "digit": Term(r"(?:\d)", frozenset({(FIGURE,)})),
    "word": Term(r"(?:[^\W\d_]+)", frozenset({(ANY,)})),
}
TERMS["month"] = term_of("tháng {digit}", TERMS)


@pytest.mark.parametrize(
    ("notation", "text", "matched"),
    [
        ("[định kỳ ]hằng quý", "hang quy", "hang quy"),  # what may be left out
        ("[định kỳ ]hằng quý", "dinh  ky\nhang quy", "dinh  ky\nhang quy"),  # blanks, line ends
        ("(đầu|cuối) {month}", "cuoi thang 3", "cuoi thang 3"),  # one of several, a term
        (
            "{month}[, {month}]*2",
            "thang 1, thang 2, thang 3, thang 4",
            "thang 1, thang 2, thang 3",
        ),
        ("từ~{digit}", "tu3", "tu3"),  # white space or none
        ("quý", "quyen", None),  # a word is whole
        ("năm!( học)", "nam hoc", None),  # what must not follow
        ("theo &({month}){word}", "theo thang 3", "theo thang"),  # what must follow
        ("(~/| trên ){digit}", " / 3", None),  # a blank where the notation has one
    ],
)
def test_a_notation_matches_text_without_accents(
    notation: str, text: str, matched: str | None
) -> None:
    hit = re.match(pattern_of(notation, TERMS), text)
    assert (hit and hit[0]) == matched


def test_what_a_maker_asks_for_has_its_name() -> None:
    hit = re.match(pattern_of("part=(đầu|cuối) of={month}", TERMS), "cuoi thang 3")
    assert hit is not None
    assert (hit["part"], hit["of"]) == ("cuoi", "thang 3")


@pytest.mark.parametrize(
    ("notation", "begins"),
    [
        ("hằng quý này", {("hang", "quy")}),  # two words at most
        ("[mỗi ]{month}", {("moi", "thang"), ("thang", FIGURE)}),
        ("[mỗi ]*2quý", {("moi", "moi"), ("moi", "quy"), ("quy",)}),  # it may come again
        ("(đầu|cuối)!( năm) 3", {("dau", FIGURE), ("cuoi", FIGURE)}),  # what follows is not read
        ("~,", NOTHING),
    ],
)
def test_it_tells_with_which_words_a_match_begins(
    notation: str, begins: set[tuple[str, ...]]
) -> None:
    assert beginnings(notation, TERMS) == begins
