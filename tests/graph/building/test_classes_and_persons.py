"""Classes of bodies of the state hang on no issuer and have members; a person is known by name and
body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from luocdo.graph.building.graph import build_graph
from luocdo.graph.records import (
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    PersonMention,
    Relation,
    UnitMention,
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Graph

PROVINCES = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def paper(file: str, issuer: str, date: str, *targets: UnitMention | PersonMention) -> FileRecord:
    evidence = Evidence(place="", quote="x", from_char=0, to_char=1)
    kinds = {UnitMention: "SENT_TO", PersonMention: "SIGNED_BY"}
    relations = tuple(
        Relation(type=kinds[type(one)], target=one, evidence=evidence) for one in targets
    )
    header = HeaderRecord(kind="Công văn", issuer=issuer, body=issuer, date=date, title=file)
    return FileRecord(
        file=file,
        digest="",
        reader="",
        documents=(DocumentRecord(header=header, relations=relations),),
    )


def addressed(words: str) -> UnitMention:
    return UnitMention(as_printed=words, name=words)


def members(graph: Graph, group: str) -> set[str]:
    names = {node.id: str(node.properties.get("name")) for node in graph.nodes}
    return {
        names[edge.start] for edge in graph.edges if edge.type == "MEMBER_OF" and edge.end == group
    }


def test_a_class_of_the_state_is_one_whoever_addresses_it(resolver: UnitResolver) -> None:
    files = [
        paper(
            "a.txt",
            "Bộ Nội vụ",
            "2025-08-08",
            addressed(f"UBND {PROVINCES.removeprefix('Ủy ban nhân dân ')}"),
        ),
        paper("b.txt", "Bộ Tài chính", "2025-09-09", addressed(PROVINCES)),
    ]
    graph = build_graph(files, resolver)
    groups = [node for node in graph.nodes if node.properties.get("kind") == "nhóm"]
    assert [(node.properties["name"], node.properties["display"]) for node in groups] == [
        (PROVINCES, PROVINCES)
    ]
    assert len(members(graph, groups[0].id)) == 34


def test_a_class_has_the_members_of_the_day_of_the_paper(resolver: UnitResolver) -> None:
    before = build_graph(
        [paper("a.txt", "Bộ Nội vụ", "2025-06-01", addressed("UBND các tỉnh"))], resolver
    )
    assert len(members(before, "unit:uy-ban-nhan-dan-cac-tinh")) == 63
    ministries = build_graph(
        [paper("a.txt", "Bộ Nội vụ", "2025-06-01", addressed("Các bộ"))], resolver
    )
    assert len(members(ministries, "unit:cac-bo")) == 14


def test_what_a_province_calls_its_localities_are_not_the_provinces(
    resolver: UnitResolver,
) -> None:
    own = paper("a.txt", "Ủy ban nhân dân tỉnh Nghệ An", "2025-08-08", addressed("Các địa phương"))
    (group,) = [
        node.id
        for node in build_graph([own], resolver).nodes
        if node.properties.get("kind") == "nhóm"
    ]
    assert group.startswith("unit:uy-ban-nhan-dan-tinh-nghe-an/")


def test_two_bodies_may_have_a_person_of_one_name_each(resolver: UnitResolver) -> None:
    signer = PersonMention(name="Nguyễn Văn An", title="CHỦ TỊCH")
    files = [
        paper("a.txt", "Ủy ban nhân dân tỉnh Nghệ An", "2025-08-08", signer),
        paper("b.txt", "Ủy ban nhân dân tỉnh Lai Châu", "2025-08-08", signer),
        paper("c.txt", "Ủy ban nhân dân tỉnh Lai Châu", "2025-09-08", signer),
    ]
    persons = [node for node in build_graph(files, resolver).nodes if node.label == "Person"]
    assert sorted(str(node.properties["body"]) for node in persons) == [
        "Ủy ban nhân dân tỉnh Lai Châu",
        "Ủy ban nhân dân tỉnh Nghệ An",
    ]


def test_the_posts_of_one_government_are_one_body(resolver: UnitResolver) -> None:
    signer = PersonMention(name="Trần Văn Bình", title="PHÓ THỦ TƯỚNG")
    files = [
        paper(f"{at}.txt", body, "2025-08-08", signer)
        for at, body in enumerate(("Chính phủ", "Thủ tướng Chính phủ"))
    ]
    assert [
        node.properties["body"]
        for node in build_graph(files, resolver).nodes
        if node.label == "Person"
    ] == ["Chính phủ"]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("PTTg Trần Văn Bình", "Phó Thủ tướng Chính phủ"),
        ("TTg", "Thủ tướng Chính phủ"),
        ("PCTr Trần Văn Bình", "Phó Chủ tịch Ủy ban nhân dân tỉnh Nghệ An"),
        ("PCT UBND tỉnh Trần Văn Bình", "Phó Chủ tịch Ủy ban nhân dân tỉnh Nghệ An"),
    ],
)
def test_a_post_before_a_name_is_the_post(words: str, unit: str, resolver: UnitResolver) -> None:
    graph = build_graph(
        [paper("a.txt", "Ủy ban nhân dân tỉnh Nghệ An", "2025-08-08", addressed(words))], resolver
    )
    ends = {edge.end for edge in graph.edges if edge.type == "SENT_TO"}
    assert [node.properties["name"] for node in graph.nodes if node.id in ends] == [unit]


@pytest.mark.parametrize(
    "words", ["Sở Y tế", "Các Sở Y tế", "Sở Y tế các tỉnh, thành phố trực thuộc Trung ương"]
)
def test_a_department_in_a_paper_of_the_centre_is_that_of_every_province(
    words: str, resolver: UnitResolver
) -> None:
    graph = build_graph([paper("a.txt", "Bộ Y tế", "2025-08-08", addressed(words))], resolver)
    (group,) = [node for node in graph.nodes if node.properties.get("kind") == "nhóm"]
    assert group.properties["display"] == words
    assert sum(edge.type == "MEMBER_OF" and edge.end == group.id for edge in graph.edges) == 34
    own = build_graph(
        [paper("a.txt", "Ủy ban nhân dân tỉnh Nghệ An", "2025-08-08", addressed("Sở Y tế"))],
        resolver,
    )
    assert not [node for node in own.nodes if node.properties.get("kind") == "nhóm"]


@pytest.mark.parametrize(
    ("day", "left"),
    [("2025-02-01", {"Bảo hiểm xã hội Việt Nam"}), ("2025-03-01", set())],
    ids=("while it was one of them", "when it belonged to the ministry"),
)
def test_a_body_is_of_its_class_as_long_as_it_was(
    day: str, left: set[str], resolver: UnitResolver
) -> None:
    graph = build_graph(
        [paper("a.txt", "Chính phủ", day, addressed("Các cơ quan thuộc Chính phủ"))], resolver
    )
    found = members(graph, "unit:cac-co-quan-thuoc-chinh-phu")
    assert "Đài Tiếng nói Việt Nam" in found
    assert {"Bảo hiểm xã hội Việt Nam"} & found == left


def test_the_communes_of_a_province_are_those_that_papers_name(resolver: UnitResolver) -> None:
    names = (
        "UBND các xã, phường, đặc khu",
        "UBND xã Đại Huệ",
        "UBND phường Vinh Phú",
        "UBND cấp xã có liên quan",
    )
    other = paper(
        "b.txt",
        "Ủy ban nhân dân tỉnh Quảng Ninh",
        "2025-08-09",
        addressed("Ủy ban nhân dân đặc khu Cô Tô"),
    )
    state = paper("c.txt", "Bộ Nội vụ", "2025-08-10", addressed("Ủy ban nhân dân cấp xã"))
    here = paper("a.txt", "Ủy ban nhân dân tỉnh Nghệ An", "2025-08-08", *map(addressed, names))
    graph = build_graph([here, other, state], resolver)
    own = {"Ủy ban nhân dân xã Đại Huệ", "Ủy ban nhân dân phường Vinh Phú"}
    assert (
        members(graph, "unit:uy-ban-nhan-dan-tinh-nghe-an/uy-ban-nhan-dan-cac-xa-phuong-dac-khu")
        == own
    )
    assert members(graph, "unit:uy-ban-nhan-dan-cap-xa") == own | {"Ủy ban nhân dân đặc khu Cô Tô"}


def test_the_leaders_of_a_body_are_one_whether_it_is_named_or_not(resolver: UnitResolver) -> None:
    own = paper(
        "a.txt", "Bộ Y tế", "2025-08-08", addressed("Lãnh đạo Bộ"), addressed("Lãnh đạo Bộ Y tế")
    )
    other = paper("b.txt", "Chính phủ", "2025-08-09", addressed("Lãnh đạo Bộ Y tế"))
    department = paper(
        "c.txt", "Sở Y tế tỉnh Nghệ An", "2025-08-09", addressed("Lãnh đạo Sở Y tế")
    )
    groups = [
        node.properties["display"]
        for node in build_graph([own, other, department], resolver).nodes
        if node.properties.get("kind") == "nhóm"
    ]
    assert groups == [
        "Lãnh đạo Bộ · Bộ Y tế",
        "Lãnh đạo Sở · Sở Y tế · Ủy ban nhân dân tỉnh Nghệ An",
    ]


@pytest.mark.parametrize("body", ["Chính phủ", "Bộ Nội vụ", "Ủy ban nhân dân tỉnh Nghệ An"])
def test_the_portal_of_the_government_is_one_whoever_sends_to_it(
    body: str, resolver: UnitResolver
) -> None:
    graph = build_graph(
        [paper("a.txt", body, "2025-08-08", addressed("Cổng Thông tin điện tử Chính phủ"))],
        resolver,
    )
    assert "unit:chinh-phu/van-phong-chinh-phu/cong-thong-tin-dien-tu-chinh-phu" in {
        node.id for node in graph.nodes
    }


def test_a_class_that_a_document_defines_for_itself_covers_nobody_by_the_registry(
    resolver: UnitResolver,
) -> None:
    words = "Ủy ban nhân dân các tỉnh, thành phố"
    defined = paper(
        "a.txt",
        "Chính phủ",
        "2025-08-08",
        addressed(words),
        addressed(f"{words} trực thuộc trung ương"),
    )
    document = msgspec.structs.replace(
        defined.documents[0], abbreviations={"các tỉnh, thành phố": "các tỉnh, thành phố"}
    )
    graph = build_graph([msgspec.structs.replace(defined, documents=(document,))], resolver)
    groups = {
        str(node.properties["name"]): node.id
        for node in graph.nodes
        if node.properties.get("kind") == "nhóm"
    }
    assert members(graph, groups[words]) == set()
    assert len(members(graph, groups[f"{words} trực thuộc trung ương"])) == 34


@pytest.mark.parametrize(
    ("words", "provinces"),
    [
        (
            "Ủy ban nhân dân các tỉnh: Gia Lai, Đắk Lắk và Khánh Hòa",
            {"Gia Lai", "Đắk Lắk", "Khánh Hòa"},
        ),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Huế", {"Hà Tĩnh", "Huế"}),
        (
            "Ủy ban nhân dân các tỉnh: Gia Lai, Đất Mới",
            set(),
        ),  # one that nobody knows: nothing is guessed
    ],
)
def test_a_class_that_names_its_provinces_covers_them(
    words: str, provinces: set[str], resolver: UnitResolver
) -> None:
    graph = build_graph(
        [paper("a.txt", "Thủ tướng Chính phủ", "2025-11-08", addressed(words))], resolver
    )
    (group,) = [node.id for node in graph.nodes if node.properties.get("kind") == "nhóm"]
    assert {
        name.split(" tỉnh ")[-1].split(" thành phố ")[-1] for name in members(graph, group)
    } == provinces
