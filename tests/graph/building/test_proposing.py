"""A paper without number or day is offered as the one that others cite by its very title; a reader
decides.
"""

from __future__ import annotations

import pytest

from luocdo.graph.building.graph import build_graph
from luocdo.graph.records import (
    DocumentMention,
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Issue,
    Relation,
)
from luocdo.graph.units.resolving import UnitResolver

TITLE = "Phát triển dữ liệu dùng chung của tỉnh đến năm 2030"
BODY = "Ủy ban nhân dân tỉnh Nghệ An"


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def unnumbered(**facts: object) -> FileRecord:
    told = {
        "kind": "Kế hoạch",
        "issuer": BODY,
        "body": BODY,
        "title": TITLE,
        "year": 2025,
        "unnumbered": True,
        **facts,
    }
    header = HeaderRecord(**told)  # type: ignore[arg-type]
    return FileRecord(
        file="ke-hoach.docx", digest="", reader="", documents=(DocumentRecord(header=header),)
    )


def citing(
    number: str = "38/KH-UBND", title: str = TITLE, date: str | None = "2025-02-20"
) -> FileRecord:
    named = DocumentMention(
        as_printed=number, number=number, kind="Kế hoạch", date=date, title=title, issuer=BODY
    )
    cites = Relation(
        type="CITES",
        target=named,
        evidence=Evidence(place="", quote=number, from_char=0, to_char=9),
    )
    header = HeaderRecord(
        number="9/BC-STC",
        kind="Báo cáo",
        issuer="Bộ Tài chính",
        date="2026-01-05",
        title="Kết quả",
    )
    return FileRecord(
        file="bao-cao.txt",
        digest="",
        reader="",
        documents=(DocumentRecord(header=header, relations=(cites,)),),
    )


def proposals(files: list[FileRecord], resolver: UnitResolver) -> list[Issue]:
    return [
        issue
        for _, issue in build_graph(files, resolver).issues
        if issue.kind == "possible_document"
    ]


def test_the_one_that_is_cited_by_its_very_title_is_offered_and_not_joined(
    resolver: UnitResolver,
) -> None:
    files = [unnumbered(), citing()]
    (found,) = proposals(files, resolver)
    assert "có thể là 38/KH-UBND ngày 20/02/2025" in found.message
    assert "luocdo identify 'ke-hoach.docx' 38/KH-UBND --date 2025-02-20" in found.message
    plans = [
        node
        for node in build_graph(files, resolver).nodes
        if node.properties.get("kind") == "Kế hoạch"
    ]
    assert len(plans) == 2


@pytest.mark.parametrize(
    "files",
    [
        [unnumbered(), citing(title="Phát triển dữ liệu dùng chung của tỉnh")],  # another title
        [unnumbered(year=2024), citing()],  # another year
        [unnumbered(kind="Quyết định"), citing()],  # another kind
        [unnumbered(issuer="Bộ Y tế", body="Bộ Y tế"), citing()],  # another body
        [unnumbered(), citing(date=None)],  # nobody says of which day
        [unnumbered(number="40/KH-UBND", date="2025-03-01"), citing()],  # it has number and day
    ],
)
def test_nothing_is_offered_that_the_paper_itself_speaks_against(
    files: list[FileRecord], resolver: UnitResolver
) -> None:
    assert proposals(files, resolver) == []
