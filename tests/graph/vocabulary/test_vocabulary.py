"""The vocabulary: every row is witnessed, no word is claimed twice, what is found is what the rows
say.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from luocdo.graph.vocabulary import (
    Meaning,
    Scope,
    Term,
    alternation,
    document_kinds,
    phrases,
    prints,
    terms,
    value_of,
)
from luocdo.graph.vocabulary.matching import alone

ROWS = [
    pytest.param(term, id=f"{meaning}: {term.term}")
    for meaning in Meaning
    for term in terms(meaning)
]


@pytest.mark.parametrize("term", ROWS)
def test_a_row_matches_its_witness_and_not_its_counter(term: Term) -> None:
    assert alone(term).search(term.witness), "the witness does not hold the term"
    assert not term.counter or not alone(term).search(term.counter), "the counter is matched"
    assert term.source, "a row says where its word is from"
    assert term.scopes, "a row says where its word counts"


@pytest.mark.parametrize("term", ROWS)
def test_a_finder_of_the_meaning_finds_the_witness(term: Term) -> None:
    found = [hit.term for hit in phrases(term.meaning, accents=True).find(term.witness)]
    assert any(term.term.lower() in longer.term.lower() for longer in found), (
        "neither it nor a term that holds it"
    )


@pytest.mark.parametrize("meaning", list(Meaning))
def test_no_word_is_claimed_twice_in_one_meaning(meaning: Meaning) -> None:
    claimed = Counter(one.lower() for term in terms(meaning) for one in term.prints)
    assert [word for word, times in claimed.items() if times > 1] == []


def test_a_pattern_spans_a_broken_line_and_holds_whole_words() -> None:
    pattern = re.compile(alternation(Meaning.LEADS))
    assert pattern.search("So A lam\ndau  moi tong hop")
    assert not pattern.search("So A chu trii")


def test_accents_count_where_they_are_asked_for() -> None:
    pattern = re.compile(alternation(Meaning.ACTS, accents=True))
    assert pattern.search("Sở A lập danh mục")
    assert not pattern.search("thế hệ lắp ráp, lấp đầy")
    assert pattern.search("Sở A cụ thể hoá nghị quyết"), "both places of a tone are read"


def test_words_around_forbid_a_term() -> None:
    found = phrases(Meaning.REPORTS)
    assert [hit.term.term for hit in found.find("to trinh, chuong trinh, qua trinh")] == []
    assert [hit.term.term for hit in found.find("so a trinh bo b")] == ["trình"]
    assert [hit.start for hit in phrases(Meaning.ACTS).find("vu to chuc can bo")] == []


def test_the_longest_term_is_found() -> None:
    found = list(
        phrases(Meaning.LABEL_LEAD, Meaning.LABEL_COORDINATE).find(
            "don vi phoi hop thuc hien: so a"
        )
    )
    assert [(hit.start, hit.end, hit.term.meaning) for hit in found] == [
        (0, 25, Meaning.LABEL_COORDINATE)
    ]


def test_values_and_scopes() -> None:
    assert value_of(Meaning.UNIT_HEAD, "Sở") == "sở"
    assert value_of(Meaning.ASSIGNS, "ĐỀ NGHỊ") == "đề nghị"
    assert value_of(Meaning.ASSIGNS, "rà soát") is None
    assert "phối hợp" in prints(Meaning.COORDINATES, Scope.LABEL)
    assert terms(Meaning.ACTS, Scope.LABEL) == ()


def test_every_kind_at_the_head_of_a_document_has_its_nature() -> None:
    kinds = {kind.name: kind for kind in document_kinds()}
    assert kinds["Chỉ thị"].changes
    assert kinds["Nghị định"].nature == "normative"
    assert "KH" in kinds["Kế hoạch"].symbols
    assert {kind.nature for kind in kinds.values()} <= {
        "normative",
        "individual",
        "administrative",
        "party",
    }


def test_every_meaning_is_asked_for_by_code() -> None:
    """A module names it, or a table of wordings has it in braces."""
    root = Path(__file__).parents[3]
    folders = [root / name for name in ("graph", "loaders", "queries", "viz", "commands")]
    code = "".join(one.read_text("utf-8") for folder in folders for one in folder.rglob("*.py"))
    tables = "".join(
        one.read_text("utf-8") for folder in folders for one in folder.rglob("*.toml")
    )
    asked = {*re.findall(r"Meaning\.([A-Z_]+)\b", code)}
    asked |= {name.upper() for name in re.findall(r"\{([a-z_]+)[.!}]", tables)}
    assert {meaning.name for meaning in Meaning} - asked == set()
