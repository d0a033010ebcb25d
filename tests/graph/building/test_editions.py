"""One document in several files: each fact once, and nothing that only one of them
holds is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.building.graph import build_graph
from luocdo.graph.records import (
    DocumentMention,
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Relation,
    TaskRecord,
    UnitMention,
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Graph


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def proof(words: str) -> Evidence:
    return Evidence(place="Phụ lục", quote=words, from_char=0, to_char=len(words))


def task(code: str, text: str, lead: str) -> TaskRecord:
    led = Relation(
        type="LED_BY", target=UnitMention(as_printed=lead, name=lead), evidence=proof(lead)
    )
    return TaskRecord(
        place=f"Phụ lục › {code}",
        code=code,
        text=text,
        origin="annex",
        evidence=proof(text),
        relations=(led,),
    )


def edition(file: str, *tasks: TaskRecord, cites: tuple[str, ...] = ()) -> FileRecord:
    header = HeaderRecord(
        number="5/KH-UBND",
        kind="Kế hoạch",
        issuer="Ủy ban nhân dân tỉnh Nghệ An",
        date="2025-03-01",
    )
    named = tuple(
        Relation(
            type="CITES", target=DocumentMention(as_printed=one, number=one), evidence=proof(one)
        )
        for one in cites
    )
    document = DocumentRecord(header=header, tasks=tasks, relations=named)
    return FileRecord(file=file, digest="", reader="", documents=(document,))


def told(graph: Graph) -> list[tuple[str, str]]:
    texts = {node.id: str(node.properties["text"]) for node in graph.nodes if node.label == "Task"}
    names = {node.id: str(node.properties.get("name")) for node in graph.nodes}
    return sorted(
        (texts[edge.start], names[edge.end]) for edge in graph.edges if edge.type == "LED_BY"
    )


FIRST = task("1", "Số hóa hồ sơ đất đai", "Sở Nội vụ")
SECOND = task("2", "Tập huấn cho cán bộ", "Sở Tài chính")


def test_a_paper_that_was_loaded_twice_states_each_fact_once(resolver: UnitResolver) -> None:
    files = [
        edition("a.txt", FIRST, SECOND, cites=("9/QĐ-TTg",)),
        edition("b.txt", FIRST, SECOND, cites=("9/QĐ-TTg",)),
    ]
    graph = build_graph(files, resolver)
    assert told(graph) == told(build_graph(files[:1], resolver))
    assert len([edge for edge in graph.edges if edge.type in ("CITES", "MANDATES")]) == 3


def test_a_row_that_a_scan_misread_is_the_row_at_its_place(resolver: UnitResolver) -> None:
    scan = edition("b.txt", task("1", "So hoa ho so dat dal", "So Noi vu"))
    graph = build_graph([edition("a.txt", FIRST, SECOND), scan], resolver)
    assert [text for text, _ in told(graph)] == [FIRST.text, SECOND.text]


def test_what_only_the_other_file_holds_is_kept(resolver: UnitResolver) -> None:
    files = [
        edition("a.txt", FIRST, cites=("9/QĐ-TTg",)),
        edition("b.txt", SECOND, cites=("8/QĐ-TTg",)),
    ]
    graph = build_graph(files, resolver)
    assert [text for text, _ in told(graph)] == [FIRST.text, SECOND.text]
    assert len([edge for edge in graph.edges if edge.type == "CITES"]) == 2


def test_what_one_file_says_stays_when_the_better_one_is_forgotten(resolver: UnitResolver) -> None:
    assert told(build_graph([edition("b.txt", FIRST)], resolver)) == [(FIRST.text, "Sở Nội vụ")]


def test_a_row_may_be_printed_twice_in_one_file(resolver: UnitResolver) -> None:
    again = task("3", FIRST.text, "Sở Y tế")
    assert len(told(build_graph([edition("a.txt", FIRST, again)], resolver))) == 2
