"""Documents named without a number: by title and day, by title and year, by title alone."""

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
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Graph

LAND = "Luật Đất đai"


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def law(name: str, **facts: object) -> DocumentMention:
    return DocumentMention(as_printed=name, name=name, kind="Luật", **facts)  # type: ignore[arg-type]


def act(year: int, *mentions: DocumentMention, issuer: str = "Bộ Tài chính") -> FileRecord:
    relations = tuple(
        Relation(
            type="CITES",
            target=one,
            evidence=Evidence(place="", quote="x", from_char=at, to_char=at),
        )
        for at, one in enumerate(mentions)
    )
    header = HeaderRecord(kind="Kế hoạch", issuer=issuer, title=f"năm {year}", year=year)
    return FileRecord(
        file=f"{year}.txt",
        digest="",
        reader="",
        documents=(DocumentRecord(header=header, relations=relations),),
    )


def cited(graph: Graph) -> list[str]:
    return sorted(
        node.id
        for node in graph.nodes
        if node.label == "Document" and node.properties["status"] == "cited"
    )


NUMBERED = "doc:quoc-hoi/31-2024-qh/2024"
CASES = [
    # a law by its number, by its day, by its year, and by its name in the same act
    ([act(2025, law(LAND, number="31/2024/QH15"), law(LAND, date="2024-01-18"))], [NUMBERED]),
    ([act(2025, law(LAND, number="31/2024/QH15"), law(LAND, year=2024))], [NUMBERED]),
    ([act(2025, law(LAND, date="2024-01-18"), law(LAND))], [NUMBERED]),
    # the registry knows which number that day has, whether or not a text says so
    ([act(2024, law(LAND, date="2024-01-18")), act(2025, law(LAND, year=2024))], [NUMBERED]),
    # an undated name is no law that is younger than the act that names it
    (
        [act(2020, law(LAND)), act(2025, law(LAND, number="31/2024/QH15"))],
        ["doc:luat-dat-dai", NUMBERED],
    ),
    # nor one that another of that name had followed by then
    (
        [act(2014, law(LAND, year=2013)), act(2025, law(LAND))],
        ["doc:luat-dat-dai", "doc:quoc-hoi/45-2013-qh/2013"],
    ),
    # it joins the one that is left
    ([act(2014, law(LAND, year=2013)), act(2018, law(LAND))], ["doc:quoc-hoi/45-2013-qh/2013"]),
    # a law that nobody knows by number: its day is what it is known by
    (
        [
            act(
                2025,
                law("Luật Hội", date="2024-05-05"),
                law("Luật Hội"),
                law("Luật Hội", year=2024),
            )
        ],
        ["doc:luat-hoi/2024-05-05"],
    ),
    (
        [
            act(
                2025,
                law("Luật Hội", date="2024-05-05"),
                law("Luật Hội", date="2019-05-05"),
                law("Luật Hội"),
            )
        ],
        ["doc:luat-hoi", "doc:luat-hoi/2019-05-05", "doc:luat-hoi/2024-05-05"],
    ),
    # what stands in the title of an act of 2019 is not younger than that
    (
        [
            act(2025, law("Luật Hội", date="2024-05-05")),
            act(2026, law("Luật Hội", not_after="2019-11-22")),
        ],
        ["doc:luat-hoi", "doc:luat-hoi/2024-05-05"],
    ),
]


@pytest.mark.parametrize(("files", "expected"), CASES)
def test_a_law_by_title_and_day_by_title_and_year_and_by_number_is_one_document(
    files: list[FileRecord], expected: list[str], resolver: UnitResolver
) -> None:
    assert cited(build_graph(files, resolver)) == expected


def test_an_act_is_found_by_the_title_of_what_it_issues(resolver: UnitResolver) -> None:
    title = "ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 21-NQ/TW ngày 01 tháng 02 năm 2024"
    issued = DocumentMention(
        as_printed="08/NQ-CP", number="08/NQ-CP", date="2024-03-03", title=title
    )
    named = "Chương trình hành động của Chính phủ thực hiện Nghị quyết 21-NQ/TW"
    by_title = DocumentMention(as_printed=named, kind="Chương trình", title=named, name=named)
    assert cited(build_graph([act(2025, issued), act(2026, by_title)], resolver)) == [
        "doc:chinh-phu/8-nq-cp/2024"
    ]


def test_a_title_of_another_provinces_plan_is_not_the_one_that_is_meant(
    resolver: UnitResolver,
) -> None:
    title = "Kế hoạch phát triển thương mại điện tử giai đoạn 2026 - 2030"
    theirs = DocumentMention(
        as_printed="9/KH-UBND", number="9/KH-UBND", date="2024-03-03", title=title
    )
    by_title = DocumentMention(as_printed=title, kind="Kế hoạch", title=title, name=title)
    files = [
        act(2025, theirs, issuer="Ủy ban nhân dân tỉnh Nghệ An"),
        act(2026, by_title, issuer="Ủy ban nhân dân tỉnh Lai Châu"),
    ]
    assert len(cited(build_graph(files, resolver))) == 2
