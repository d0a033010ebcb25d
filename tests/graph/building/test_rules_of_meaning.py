"""Rules of meaning that the building of the graph keeps, by their numbers: what an edge conveys,
and what it never does.
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
    Value,
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Edge, Graph

BODY = "Ủy ban nhân dân tỉnh Nghệ An"
PROOF = Evidence(place="", quote="x", from_char=0, to_char=1)


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def tie(kind: str, number: str, **properties: Value) -> Relation:
    target = DocumentMention(as_printed=number, number=number, date="2020-01-01")
    return Relation(type=kind, target=target, evidence=PROOF, properties=properties)


def paper(
    *relations: Relation, tasks: tuple[TaskRecord, ...] = (), **header: object
) -> DocumentRecord:
    told = {
        "number": "5/KH-UBND",
        "kind": "Kế hoạch",
        "issuer": BODY,
        "body": BODY,
        "date": "2025-03-01",
        **header,
    }
    return DocumentRecord(header=HeaderRecord(**told), relations=relations, tasks=tasks)  # type: ignore[arg-type]


def built(resolver: UnitResolver, *documents: DocumentRecord) -> Graph:
    return build_graph(
        [FileRecord(file="a.txt", digest="", reader="", documents=documents)], resolver
    )


def the_edge(graph: Graph, kind: str) -> Edge:
    (found,) = [edge for edge in graph.edges if edge.type == kind]
    return found


@pytest.mark.parametrize(("kind", "derives"), [("content", True), ("competence", False)])
def test_rule_1_only_a_basis_of_content_conveys_derivation(
    kind: str,
    derives: bool,  # noqa: FBT001 - a row of the table
    resolver: UnitResolver,
) -> None:
    graph = built(resolver, paper(tie("BASED_ON", "9/QĐ-TTg", basis_kind=kind)))
    assert the_edge(graph, "BASED_ON").properties["derives"] is derives


@pytest.mark.parametrize(("mode", "derives"), [("issued_with", True), ("sent_with", False)])
def test_rule_5_only_what_is_issued_with_an_act_is_part_of_it(
    mode: str,
    derives: bool,  # noqa: FBT001 - a row of the table
    resolver: UnitResolver,
) -> None:
    carried = DocumentRecord(
        header=HeaderRecord(
            number="6/QC-UBND", kind="Quy chế", issuer=BODY, body=BODY, date="2025-03-01"
        ),
        enclosure_of=0,
        enclosure_mode=mode,  # type: ignore[arg-type]
        enclosure_evidence=PROOF,
    )
    assert (
        the_edge(built(resolver, paper(), carried), "ATTACHED_TO").properties["derives"] is derives
    )


def test_rule_5_nothing_derives_through_a_draft(resolver: UnitResolver) -> None:
    graph = built(resolver, paper(tie("IMPLEMENTS", "9/QĐ-TTg"), draft=True))
    assert the_edge(graph, "IMPLEMENTS").properties["derives"] is False


def test_rule_6_a_mandate_retold_is_the_named_documents(resolver: UnitResolver) -> None:
    giver = DocumentMention(as_printed="9/QĐ-TTg", number="9/QĐ-TTg", date="2020-01-01")
    task = TaskRecord(
        place="1", text="Lập danh mục dữ liệu", origin="body", evidence=PROOF, mandated_by=giver
    )
    mandate = the_edge(built(resolver, paper(tasks=(task,))), "MANDATES")
    assert mandate.start == "doc:chinh-phu/thu-tuong-chinh-phu/9-qd-ttg/2020"
    assert mandate.properties["source"] == "a.txt"


def test_rule_7_what_a_task_is_to_change_touches_no_status(resolver: UnitResolver) -> None:
    planned = tie("REPEALS", "9/QĐ-TTg", extent="whole", planned=True)
    task = TaskRecord(
        place="1", text="Bãi bỏ quy định cũ", origin="body", evidence=PROOF, relations=(planned,)
    )
    graph = built(resolver, paper(tasks=(task,)))
    assert the_edge(graph, "REPEALS").start.startswith("task:")
    assert not [node for node in graph.nodes if "effective_to" in node.properties]


def test_rule_8_nothing_ends_with_its_period_or_its_basis(resolver: UnitResolver) -> None:
    first = paper(tie("BASED_ON", "9/QĐ-TTg"), period_start="2020-01-01", period_end="2024-12-31")
    ending = paper(
        tie("REPEALS", "9/QĐ-TTg", extent="whole"), number="7/QĐ-UBND", kind="Quyết định"
    )
    ended = [
        node.id
        for node in built(resolver, first, ending).nodes
        if "effective_to" in node.properties
    ]
    assert ended == ["doc:chinh-phu/thu-tuong-chinh-phu/9-qd-ttg/2020"]


def test_rule_10_a_document_carries_its_system_and_nature(resolver: UnitResolver) -> None:
    graph = built(
        resolver, paper(number="7-KH/TU", issuer="Tỉnh ủy Nghệ An", system="party", nature="party")
    )
    (node,) = [node for node in graph.nodes if node.label == "Document"]
    assert (node.properties["system"], node.properties["nature"]) == ("party", "party")


def test_rule_22_a_document_without_number_is_joined_to_none_that_has_one(
    resolver: UnitResolver,
) -> None:
    title = "Phát triển dữ liệu dùng chung của tỉnh đến năm 2030"
    named = DocumentMention(
        as_printed="38/KH-UBND", number="38/KH-UBND", date="2025-02-20", title=title, issuer=BODY
    )
    cites = Relation(type="CITES", target=named, evidence=PROOF)
    graph = built(
        resolver,
        paper(number=None, date=None, year=2025, title=title, unnumbered=True),
        paper(cites),
    )
    assert len([node for node in graph.nodes if node.label == "Document"]) == 3
    assert [issue.kind for _, issue in graph.issues] == ["possible_document"]
