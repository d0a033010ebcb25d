"""Changes between documents over all records: which can be, from which day, what they end."""

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
    Value,
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Graph


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def changing(
    kind: str,
    target: DocumentMention,
    *,
    date: str | None = "2025-03-01",
    effective_from: str | None = None,
    draft: bool = False,
    **properties: Value,
) -> FileRecord:
    relation = Relation(
        type=kind,
        target=target,
        evidence=Evidence(place="Điều 2", quote="bãi bỏ", from_char=0, to_char=6),
        properties={"extent": "whole", **properties},
    )
    header = HeaderRecord(
        number="5/QĐ-UBND",
        kind="Quyết định",
        issuer="Ủy ban nhân dân tỉnh Nghệ An",
        date=date,
        effective_from=effective_from,
        draft=draft,
    )
    return FileRecord(
        file="a.txt",
        digest="",
        reader="",
        documents=(DocumentRecord(header=header, relations=(relation,)),),
    )


def old(date: str | None) -> DocumentMention:
    return DocumentMention(as_printed="9/QĐ-UBND", number="9/QĐ-UBND", date=date)


def edge(graph: Graph) -> tuple[str, object, object]:
    (found,) = [
        one for one in graph.edges if one.type in ("REPEALS", "REPLACES", "AMENDS", "CITES")
    ]
    return found.type, found.properties.get("effective_on"), found.properties.get("effective_by")


def ends(graph: Graph) -> list[object]:
    return [
        node.properties["effective_to"]
        for node in graph.nodes
        if "effective_to" in node.properties
    ]


def test_what_changes_another_is_not_older_than_that_and_a_reading_that_says_so_is_an_issue(
    resolver: UnitResolver,
) -> None:
    graph = build_graph([changing("AMENDS", old("2026-01-01"))], resolver)
    assert edge(graph)[0] == "CITES"
    assert [issue.kind for _, issue in graph.issues] == ["backwards_change"]


@pytest.mark.parametrize("date", ["2020-01-01", "2025-03-01", None])
def test_an_older_or_undated_one_is_changed(date: str | None, resolver: UnitResolver) -> None:
    graph = build_graph([changing("AMENDS", old(date))], resolver)
    assert edge(graph)[0] == "AMENDS"
    assert graph.issues == ()


def test_a_repeal_without_a_day_counts_from_the_repealing_acts_day_of_effect_else_its_date(
    resolver: UnitResolver,
) -> None:
    by_force = build_graph(
        [changing("REPEALS", old("2020-01-01"), effective_from="2025-04-01")], resolver
    )
    assert (edge(by_force), ends(by_force)) == (
        ("REPEALS", "2025-04-01", "own_force"),
        ["2025-04-01"],
    )
    by_date = build_graph([changing("REPEALS", old("2020-01-01"))], resolver)
    assert (edge(by_date), ends(by_date)) == (
        ("REPEALS", "2025-03-01", "own_date"),
        ["2025-03-01"],
    )
    unknown = build_graph([changing("REPEALS", old("2020-01-01"), date=None)], resolver)
    assert (edge(unknown), ends(unknown)) == (("REPEALS", None, None), [])


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("AMENDS", {}),
        ("REPEALS", {"extent": "part"}),
        ("REPLACES", {"planned": True}),
        ("REPEALS", {"draft": True}),
    ],
)
def test_nothing_ends_by_an_amendment_a_part_a_plan_or_a_draft(
    kind: str, facts: dict[str, bool], resolver: UnitResolver
) -> None:
    assert ends(build_graph([changing(kind, old("2020-01-01"), **facts)], resolver)) == []  # type: ignore[arg-type]
