"""Who took over from whom: in chains, when a body moves with its province, and by nobody where a
level ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.building.graph import build_graph
from luocdo.graph.records import (
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Relation,
    UnitMention,
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Graph


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def paper(body: str, *units: str) -> FileRecord:
    relations = tuple(
        Relation(
            type="SENT_TO",
            target=UnitMention(as_printed=name, name=name),
            evidence=Evidence(place="", quote=name, from_char=0, to_char=1),
        )
        for name in units
    )
    header = HeaderRecord(kind="Công văn", issuer=body, body=body, date="2024-05-05", title="x")
    return FileRecord(
        file="a.txt",
        digest="",
        reader="",
        documents=(DocumentRecord(header=header, relations=relations),),
    )


def steps(graph: Graph) -> list[tuple[str, str, str, str]]:
    shown = {node.id: str(node.properties.get("display")) for node in graph.nodes}
    return sorted(
        (str(p["date"]), shown[edge.start], shown[edge.end], str(p["by"]))
        for edge in graph.edges
        if edge.type == "SUCCEEDED_BY" and (p := edge.properties)
    )


def test_a_body_moves_with_its_province_in_a_chain(resolver: UnitResolver) -> None:
    graph = build_graph(
        [paper("Ủy ban nhân dân tỉnh Kon Tum", "Sở Thông tin và Truyền thông")], resolver
    )
    chain = [(day, old, new) for day, old, new, _ in steps(graph) if "Khoa học" in new]
    kon_tum, quang_ngai = "Ủy ban nhân dân tỉnh Kon Tum", "Ủy ban nhân dân tỉnh Quảng Ngãi"
    assert chain == [
        (
            "2025-03-01",
            f"Sở Thông tin và Truyền thông · {kon_tum}",
            f"Sở Khoa học và Công nghệ · {kon_tum}",
        ),
        (
            "2025-07-01",
            f"Sở Khoa học và Công nghệ · {kon_tum}",
            f"Sở Khoa học và Công nghệ · {quang_ngai}",
        ),
    ]
    assert ("2025-07-01", kon_tum, quang_ngai, "202/2025/QH15") in steps(graph)


def test_a_ministry_that_was_divided_has_several_successors_each_for_a_part(
    resolver: UnitResolver,
) -> None:
    graph = build_graph([paper("Bộ Nội vụ", "Bộ Lao động - Thương binh và Xã hội")], resolver)
    found = [edge.properties for edge in graph.edges if edge.type == "SUCCEEDED_BY"]
    assert len(found) > 1
    assert {facts["scope"] for facts in found} == {"một phần"}
    assert {facts["by"] for facts in found} == {"176/2025/QH15"}


@pytest.mark.parametrize(
    "name",
    [
        "UBND huyện Đắk Hà",
        "UBND các huyện, thị xã, thành phố",
        "Phòng Giáo dục và Đào tạo",
        "UBND cấp huyện",
    ],
)
def test_districts_and_their_offices_ended_and_nobody_took_over(
    name: str, resolver: UnitResolver
) -> None:
    graph = build_graph([paper("Ủy ban nhân dân tỉnh Nghệ An", name)], resolver)
    ended = {edge.end for edge in graph.edges if edge.type == "SENT_TO"}
    assert [node.properties.get("active_to") for node in graph.nodes if node.id in ended] == [
        "2025-06-30"
    ]
    assert not [
        edge for edge in graph.edges if edge.type == "SUCCEEDED_BY" and edge.start in ended
    ]


@pytest.mark.parametrize("name", ["UBND cấp xã", "UBND tỉnh", "Sở Giáo dục và Đào tạo"])
def test_what_goes_on_has_no_end(name: str, resolver: UnitResolver) -> None:
    graph = build_graph([paper("Ủy ban nhân dân tỉnh Nghệ An", name)], resolver)
    going_on = {edge.end for edge in graph.edges if edge.type == "SENT_TO"}
    assert [node.properties.get("active_to") for node in graph.nodes if node.id in going_on] == [
        None
    ]
