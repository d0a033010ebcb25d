"""Which document a mention means: never a guess, and the same whatever the order of
the records.
"""

from __future__ import annotations

from itertools import permutations
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
    encode,
)
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Graph

CITED = "Quyết định số 131/QĐ-TTg"


@pytest.fixture(scope="module")
def resolver() -> UnitResolver:
    return UnitResolver.load()


def mention(number: str | None = None, **facts: object) -> DocumentMention:
    return DocumentMention(as_printed=number or str(facts.get("name")), number=number, **facts)  # type: ignore[arg-type]


def file(
    name: str,
    *mentions: DocumentMention,
    type: str = "CITES",  # noqa: A002 - the record's own word
    **header: object,
) -> FileRecord:
    relations = tuple(
        Relation(
            type=type,
            target=target,
            evidence=Evidence(
                place="",
                quote=target.as_printed,
                from_char=at,
                to_char=at,
                as_printed=target.as_printed,
            ),
        )
        for at, target in enumerate(mentions)
    )
    facts = {
        "kind": "Kế hoạch",
        "issuer": "Bộ Giáo dục và Đào tạo",
        "title": name,
        "year": 2025,
        **header,
    }
    document = DocumentRecord(header=HeaderRecord(**facts), relations=relations)  # type: ignore[arg-type]
    return FileRecord(file=name, digest="", reader="", documents=(document,))


def cited(graph: Graph) -> dict[str, dict[str, object]]:
    return {
        node.id: dict(node.properties)
        for node in graph.nodes
        if node.label == "Document" and node.properties["status"] == "cited"
    }


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        # an undated mention joins the one dated candidate
        (
            [mention("131/QĐ-TTg", date="2022-01-25"), mention("131/QĐ-TTg")],
            ["doc:chinh-phu/thu-tuong-chinh-phu/131-qd-ttg/2022"],
        ),
        # of two years none is guessed: the undated one is a node of its own
        (
            [
                mention("131/QĐ-TTg", date="2022-01-25"),
                mention("131/QĐ-TTg", date="2011-01-20"),
                mention("131/QĐ-TTg"),
            ],
            [
                "doc:chinh-phu/thu-tuong-chinh-phu/131-qd-ttg",
                "doc:chinh-phu/thu-tuong-chinh-phu/131-qd-ttg/2011",
                "doc:chinh-phu/thu-tuong-chinh-phu/131-qd-ttg/2022",
            ],
        ),
        # spellings of one number: Ð U+00D0, spaces, leading zeros
        (
            [
                mention("03/NQ-CP", date="2025-01-09"),
                mention("3 / NQ-CP"),
                mention("03/NQ-CP", date="2025-01-09"),
            ],
            ["doc:chinh-phu/3-nq-cp/2025"],
        ),
        # short forms: by kind and serial, by what the title says was approved
        (
            [
                mention(
                    "131/QĐ-TTg",
                    kind="Quyết định",
                    date="2022-01-25",
                    title="phê duyệt Đề án nhà trường số",
                ),
                mention(name="QĐ 131"),
                mention(name="Đề án 131"),
            ],
            ["doc:chinh-phu/thu-tuong-chinh-phu/131-qd-ttg/2022"],
        ),
    ],
)
def test_mentions_are_joined_only_where_one_candidate_is_left(
    mentions: list[DocumentMention], expected: list[str], resolver: UnitResolver
) -> None:
    graph = build_graph([file("ke-hoach.txt", *mentions)], resolver)
    assert sorted(cited(graph)) == expected


def test_a_short_form_with_two_candidates_stays_unresolved_and_is_reported(
    resolver: UnitResolver,
) -> None:
    mentions = [
        mention("131/QĐ-TTg", kind="Quyết định", date="2022-01-25"),
        mention("131/QĐ-BGDĐT", kind="Quyết định", date="2024-01-10"),
        mention(name="QĐ 131"),
    ]
    graph = build_graph([file("ke-hoach.txt", *mentions)], resolver)
    assert len([edge for edge in graph.edges if edge.type == "CITES"]) == 2
    assert [issue.kind for _, issue in graph.issues] == ["unresolved_document"]


@pytest.mark.parametrize(
    ("number", "body", "issuer"),
    [
        ("179/KH-UBND", "Ủy ban nhân dân tỉnh Nghệ An", "Ủy ban nhân dân tỉnh Nghệ An"),
        ("12/NQ-HĐND", "Ủy ban nhân dân tỉnh Nghệ An", "Hội đồng nhân dân tỉnh Nghệ An"),
        ("10-CTr/TU", "Ủy ban nhân dân tỉnh Nghệ An", "Tỉnh ủy Nghệ An"),
        ("10-CTr/TU", "Ủy ban nhân dân thành phố Cần Thơ", "Thành ủy thành phố Cần Thơ"),
    ],
)
def test_a_provincial_number_belongs_to_the_province_that_cites_it(
    number: str, body: str, issuer: str, resolver: UnitResolver
) -> None:
    graph = build_graph(
        [file("ke-hoach.txt", mention(number, date="2025-03-03"), issuer=body)], resolver
    )
    assert [facts["issuer"] for facts in cited(graph).values()] == [issuer]


@pytest.mark.parametrize("named", ["Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", None])
def test_a_party_number_is_one_document_whoever_is_named_as_its_issuer(
    named: str | None, resolver: UnitResolver
) -> None:
    mentions = [mention("07-KH/TU", date="2025-07-25"), mention("07-KH/TU", issuer=named)]
    graph = build_graph(
        [file("ke-hoach.txt", *mentions, issuer="Ủy ban nhân dân tỉnh Bắc Ninh")], resolver
    )
    assert len(cited(graph)) == 1


def test_a_law_that_names_itself_by_its_title_means_itself(resolver: UnitResolver) -> None:
    laws = [
        file(
            f"{at}.txt",
            mention(name="Luật Thư viện"),
            number=number,
            kind="Luật",
            issuer="Quốc hội",
            title=title,
            date=day,
        )
        for at, (number, title, day) in enumerate(
            [
                ("46/2019/QH14", "THƯ VIỆN", "2019-11-21"),
                ("70/2025/QH15", "Luật Thư viện", "2025-06-16"),
            ]
        )
    ]
    graph = build_graph(laws, resolver)
    assert len([node for node in graph.nodes if node.label == "Document"]) == len(laws)
    assert not [edge for edge in graph.edges if edge.type == "CITES"]


def test_the_same_number_of_two_provinces_is_two_documents(resolver: UnitResolver) -> None:
    files = [
        file(
            "a.txt",
            mention("179/KH-UBND", date="2025-03-03"),
            issuer="Ủy ban nhân dân tỉnh Nghệ An",
        ),
        file(
            "b.txt",
            mention("179/KH-UBND", date="2025-03-03"),
            issuer="Ủy ban nhân dân tỉnh Lai Châu",
        ),
    ]
    assert len(cited(build_graph(files, resolver))) == 2


def test_a_documents_own_text_wins_over_what_others_say_of_it(resolver: UnitResolver) -> None:
    own = file(
        "goc.txt",
        number="131/QĐ-TTg",
        kind="Quyết định",
        issuer="Thủ tướng Chính phủ",
        date="2022-01-25",
    )
    other = file(
        "khac.txt",
        mention("131/QĐ-TTg", date="2022-01-25", title="một cách gọi dài hơn nhiều so với tên"),
    )
    nodes = [
        node
        for node in build_graph([own, other], resolver).nodes
        if node.label == "Document" and node.properties.get("number") == "131/QĐ-TTg"
    ]
    assert [(node.properties["status"], node.properties["title"]) for node in nodes] == [
        ("loaded", "goc.txt")
    ]


def test_the_graph_is_the_same_in_any_order_of_records_and_when_one_is_there_twice(
    resolver: UnitResolver,
) -> None:
    files = [
        file("a.txt", mention("131/QĐ-TTg", date="2022-01-25", title="phê duyệt Đề án")),
        file("b.txt", mention("131/QĐ-TTg"), mention(name="QĐ 131"), type="IMPLEMENTS"),
        file(
            "c.txt",
            mention("131/QĐ-TTg", date="2022-01-25", title="phê duyệt Đề án nhà trường số"),
        ),
    ]
    assert len({encode(one) for one in files}) == 3
    graphs = [build_graph(order, resolver) for order in permutations(files)]
    assert all(graph == graphs[0] for graph in graphs)
    assert build_graph([*files, files[1]], resolver) == graphs[0]


CENTRAL = [
    # number, issuer: the symbol decides, whoever cites and whatever is printed beside it
    ("72/2025/QH15", "Quốc hội"),
    ("31/2024/QH15", "Quốc hội"),
    ("02/2020/UBTVQH14", "Ủy ban Thường vụ Quốc hội"),
    ("1660/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
    ("44/2002/PL-UBTVQH10", "Ủy ban Thường vụ Quốc hội"),
    ("11/2024/L-CTN", "Chủ tịch nước"),
    ("30/2020/NĐ-CP", "Chính phủ"),
    ("12/CT-TTg", "Thủ tướng Chính phủ"),
    ("15/2024/TT-BGDĐT", "Bộ Giáo dục và Đào tạo"),
    ("57-NQ/TW", "Bộ Chính trị"),
    ("90/VBHN-VPQH", "Văn phòng Quốc hội"),
    ("03/2021/TT-BKHĐT", "Bộ Kế hoạch và Đầu tư"),
    ("4255/QĐ-BNN-KHCN", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("33/2013/TTLT-BYT-BTC", "Bộ Y tế, Bộ Tài chính"),
]


@pytest.mark.parametrize(("number", "issuer"), CENTRAL)
def test_a_symbol_that_implies_its_issuer_decides_it_whoever_cites(
    number: str, issuer: str, resolver: UnitResolver
) -> None:
    files = [
        file("a.txt", mention(number, date="2020-03-03"), issuer="Ủy ban nhân dân tỉnh Nghệ An"),
        file(
            "b.txt",
            mention(number, issuer="Hội đồng nhân dân tỉnh Lai Châu"),
            issuer="Sở Nội vụ tỉnh Lai Châu",
        ),
        file("c.txt", mention(number, issuer="Quốc hội khóa XIV"), issuer="Bộ Tài chính"),
    ]
    assert [facts["issuer"] for facts in cited(build_graph(files, resolver)).values()] == [issuer]


def test_of_bodies_that_share_a_symbol_the_one_that_is_named_is_the_issuer(
    resolver: UnitResolver,
) -> None:
    named = mention("18-NQ/TW", date="2017-10-25", issuer="Ban Chấp hành Trung ương Đảng khóa XII")
    graph = build_graph([file("a.txt", named, mention("18-NQ/TW"))], resolver)
    assert [facts["issuer"] for facts in cited(graph).values()] == ["Ban Chấp hành Trung ương"]


def test_a_number_without_its_issuer_known_is_not_the_citing_provinces_where_only_the_centre_issues_it(
    resolver: UnitResolver,
) -> None:
    provinces = ("Ủy ban nhân dân tỉnh Nghệ An", "Ủy ban nhân dân tỉnh Lai Châu")
    files = [
        file(f"{at}.txt", mention("12/2005/TT-BXYZ"), issuer=body)
        for at, body in enumerate(provinces)
    ]
    assert [facts.get("issuer") for facts in cited(build_graph(files, resolver)).values()] == [
        None
    ]


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("12/2005/TT-BTM", "Bộ Thương mại"),
        ("3/2006/TT-BTS", "Bộ Thủy sản"),
        ("9/2004/QĐ-BVHTT", "Bộ Văn hóa - Thông tin"),
        ("7/2001/TT-BKHCNMT", "Bộ Khoa học, Công nghệ và Môi trường"),
    ],
)
def test_a_symbol_of_a_former_ministry_names_it(
    number: str, issuer: str, resolver: UnitResolver
) -> None:
    (facts,) = cited(build_graph([file("a.txt", mention(number))], resolver)).values()
    assert str(facts["issuer"]).removeprefix("Bộ trưởng ") == issuer


def test_the_term_behind_the_assemblys_symbol_may_be_left_out(resolver: UnitResolver) -> None:
    mentions = [
        mention("72/2025/QH15", date="2025-06-16"),
        mention("72/2025/QH", date="2025-06-16"),
    ]
    assert len(cited(build_graph([file("a.txt", *mentions)], resolver))) == 1


def test_a_number_joins_no_year_that_lies_after_the_act_that_cites_it(
    resolver: UnitResolver,
) -> None:
    files = [
        file("a.txt", mention("131/QĐ-TTg", date="2022-01-25")),
        file("b.txt", mention("131/QĐ-TTg"), year=2019),
    ]
    assert len(cited(build_graph(files, resolver))) == 2
