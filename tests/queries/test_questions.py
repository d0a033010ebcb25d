"""Every named question: its header is true, it speaks of what the schema has, and its example has
an answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from luocdo.graph.errors import QueryError
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.base import bare
from luocdo.graph.stores.opening import open_store
from luocdo.queries import document_rows, joined_rows, task_rows, text_rows, unit_rows
from luocdo.queries.asking import ask
from luocdo.queries.catalog import Question, parse, questions
from luocdo.queries.naming import Found, find_document, find_unit
from luocdo.queries.runner import name_of, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from luocdo.graph.stores.base import Store

QUESTIONS = list(questions().values())
NAMES = [question.name for question in QUESTIONS]
STRUCTS = {
    name_of(value): value
    for module in (document_rows, joined_rows, task_rows, text_rows, unit_rows)
    for name, value in vars(module).items()
    if name.endswith("Row") and not name.startswith("_")
}
LABELS = re.compile(r"\(\w*:(\w+)")
TYPES = re.compile(r"\[\w*:([\w|]+)")
PROPERTIES = re.compile(r"\b\w+\.(\w+)\b(?!\()|[{,]\s*(\w+)\s*:")
KNOWN = {one.name for node in NODE_TYPES.values() for one in node.properties} | {
    one.name for edge in EDGE_TYPES.values() for one in edge.all_properties
}


@pytest.fixture(scope="module")
def store(sample_store: str) -> Iterator[Store]:
    with open_store(sample_store) as opened:
        yield opened


def only(find: Callable[[Store, str], Found[Any]]) -> Callable[[Store, str], str]:
    def found(store: Store, words: str) -> str:
        (match,) = find(store, words).matches
        return str(match.id)

    return found


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_it_speaks_only_of_what_the_schema_has(question: Question) -> None:
    text = bare(question.text)
    assert set(LABELS.findall(text)) <= set(NODE_TYPES)
    assert {name for found in TYPES.findall(text) for name in found.split("|")} <= set(EDGE_TYPES)
    assert {first or second for first, second in PROPERTIES.findall(text)} <= KNOWN


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_it_is_bounded_and_ordered(question: Question) -> None:
    assert re.search(r"\bLIMIT \d+\s*$", bare(question.text))
    assert "ORDER BY" in question.text


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_its_example_has_an_answer_under_the_columns_that_it_declares(
    question: Question, store: Store
) -> None:
    given = {parameter.name: parameter.example for parameter in question.parameters}
    rows = ask(
        store, question.name, given, find_document=only(find_document), find_unit=only(find_unit)
    )
    assert rows.rows
    assert sorted(rows.columns) == sorted(name for name, _ in question.columns)
    assert rows.columns == tuple(get_type_hints(STRUCTS[question.name]))
    assert len(typed(STRUCTS[question.name], rows)) == len(rows.rows)


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_it_is_told_in_both_languages(question: Question) -> None:
    vietnamese, english, *_ = question.summary
    assert not vietnamese.isascii()
    assert english.isascii()


WRONG = [
    (
        "// a\n// param x text = 1 : lời\nRETURN 1",
        "khai báo hai lần hoặc không dùng",
    ),  # never used
    ("// a\nRETURN $x", r"sai.cypher:2: \$x chưa khai báo"),
    ("// a\n// param x number = 1 : lời\nRETURN $x", "kiểu tham số lạ: number"),
    ("// a\n// param x text\nRETURN $x", "dòng khai báo sai dạng"),
    ("// a\n// param x text = 1 : l\n// param x text = 2 : l\nRETURN $x", "khai báo hai lần"),
]


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_a_header_that_does_not_agree_with_its_text_is_refused_with_file_and_line(
    text: str, reason: str
) -> None:
    with pytest.raises(QueryError, match=reason):
        parse("sai", text)


def test_parameters_are_asked_for_by_name_and_example(store: Store) -> None:
    with pytest.raises(QueryError, match="thiếu tham số: -p id=131/QĐ-TTg"):
        ask(store, "owners", {}, find_document=only(find_document), find_unit=only(find_unit))
    with pytest.raises(QueryError, match="không có tham số x"):
        ask(
            store,
            "owners",
            {"x": "1"},
            find_document=only(find_document),
            find_unit=only(find_unit),
        )
