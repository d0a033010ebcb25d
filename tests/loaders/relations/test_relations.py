"""How a document stands to others: who rests on, carries out, changes or merely names whom,
decided by its words.
"""

from __future__ import annotations

from typing import cast

import pytest

from luocdo.graph.records import DocumentMention, HeaderRecord, Relation
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.citations.finding import find_citations
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.relations.citing_manner import manner_of, manner_of_document
from luocdo.loaders.relations.relations import basis_relations, read_relations, task_relations
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Annex, Part


def document(  # noqa: PLR0913 - the zones of a document
    *,
    title: str = "",
    preamble: str = "",
    body: str = "",
    annex: str = "",
    kind: str = "Quyết định",
    number: str | None = None,
    draft: bool = False,
    effective_from: str | None = None,
    issuer: str | None = None,
) -> ReadingContext:
    text, spans = "", []
    for zone in (title, preamble, body, annex):
        spans.append(Span(len(text), len(text) + len(zone)))
        text += zone + "\n\n"
    nothing = Span(0, 0)
    annexes = (Annex(spans[3], "Phụ lục", Span(spans[3].start, spans[3].start)),) if annex else ()
    part = Part(Span(0, len(text)), nothing, spans[0], spans[1], spans[2], nothing, annexes)
    header = HeaderRecord(
        kind=kind,
        number=number,
        title=title,
        draft=draft,
        effective_from=effective_from,
        issuer=issuer,
    )
    units = UnitContext(None, {}, None, None)
    return ReadingContext(Page.of("x.txt", text), part, header, cast("UnitResolver", None), units)


def named(relation: Relation) -> str:
    target = cast("DocumentMention", relation.target)
    return target.number or target.name or ""


def ties(context: ReadingContext) -> list[tuple[str, str]]:
    return [(one.type, named(one)) for one in read_relations(context).relations]


BASES = [
    # preamble, (number or name, sort of basis)
    (
        "Căn cứ Nghị định số 86/2022/NĐ-CP ngày 24/10/2022 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn của Bộ A;",
        [("86/2022/NĐ-CP", "competence")],  # founds the issuer
    ),
    (
        "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
        [("Luật Tổ chức Chính phủ", "competence")],
    ),
    ("Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;", [("Luật Dữ liệu", "content")]),
    (
        "Căn cứ Nghị định số 1/2020/NĐ-CP; Nghị định số 2/2021/NĐ-CP và Thông tư số 3/2022/TT-BTC;",
        [
            ("1/2020/NĐ-CP", "content"),
            ("2/2021/NĐ-CP", "content"),
            ("3/2022/TT-BTC", "content"),
        ],  # one line, three
    ),
    (
        "ỦY BAN NHÂN DÂN TỈNH Căn cứ Luật Giá ngày 19/6/2023; Căn cứ Nghị định số 1/2020/NĐ-CP về giá; Theo đề nghị của Sở",
        [("Luật Giá", "content"), ("1/2020/NĐ-CP", "content")],  # a preamble in one line
    ),
    (
        "Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát; số 92/2017/NĐ-CP ngày 07/8/2017",
        [("63/2010/NĐ-CP", "content"), ("92/2017/NĐ-CP", "content")],  # the kind once
    ),
    (
        "Căn cứ Nghị định số 48/2013/NĐ-CP sửa đổi, bổ sung các Nghị định về kiểm soát và Nghị định số 92/2017/NĐ-CP;",
        [
            ("48/2013/NĐ-CP", "content"),
            ("92/2017/NĐ-CP", "content"),
        ],  # a class is changed, the second is a basis
    ),
    ("Theo đề nghị của Giám đốc Sở tại Tờ trình số 4/TTr-SKHCN ngày 02/01/2025;", []),  # no basis
]


@pytest.mark.parametrize(("preamble", "expected"), BASES)
def test_each_can_cu_is_a_basis_with_its_sort(
    preamble: str, expected: list[tuple[str, str]]
) -> None:
    found = [
        one
        for one in read_relations(document(preamble=preamble)).relations
        if one.type == "BASED_ON"
    ]
    assert [(named(one), one.properties["basis_kind"]) for one in found] == expected
    assert all(
        one.properties["derives"] is (one.properties["basis_kind"] == "content") for one in found
    )


def test_a_proposal_is_cited_not_a_basis() -> None:
    context = document(
        preamble="Theo đề nghị của Giám đốc Sở tại Tờ trình số 4/TTr-SKHCN ngày 02/01/2025;"
    )
    assert ties(context) == [("CITES", "4/TTr-SKHCN")]


def test_nothing_derives_from_a_draft() -> None:
    context = document(preamble="Căn cứ Nghị định số 1/2020/NĐ-CP về giá;", draft=True)
    assert [one.properties["derives"] for one in read_relations(context).relations] == [False]


IMPLEMENTS = [
    # zones, numbers
    (
        {"title": "KẾ HOẠCH Thực hiện Nghị quyết số 3/NQ-CP ngày 09/01/2025 của Chính phủ"},
        ["3/NQ-CP"],
    ),
    (
        {"title": "V/v báo cáo tổng kết thực hiện Quyết định số 131/QĐ-TTg ngày 25/01/2022"},
        ["131/QĐ-TTg"],
    ),
    (
        {
            "preamble": "Thực hiện Nghị quyết số 3/NQ-CP của Chính phủ ban hành Chương trình thực hiện Nghị quyết số 57-NQ/TW,"
        },
        ["3/NQ-CP"],  # 57-NQ/TW is carried out by 3/NQ-CP
    ),
    (
        {
            "body": "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Quyết định số 1/QĐ-TTg ngày 25/01/2022; "
            "Quyết định số 2/QĐ-TTg ngày 03/06/2020 (gọi chung là Kế hoạch), gồm:"
        },
        ["1/QĐ-TTg", "2/QĐ-TTg"],  # the first article's own words, a list
    ),
    (
        {"body": "1. Các Sở tổ chức thực hiện Quyết định số 1/QĐ-TTg ngày 25/01/2022."},
        [],
    ),  # an order to others
    (
        {"title": "V/v góp ý dự thảo Kế hoạch thực hiện Quyết định số 1/QĐ-TTg"},
        [],
    ),  # the letter asks for opinions
]


@pytest.mark.parametrize(("zones", "expected"), IMPLEMENTS)
def test_only_the_documents_own_words_say_that_it_carries_out(
    zones: dict[str, str], expected: list[str]
) -> None:
    assert [name for kind, name in ties(document(**zones)) if kind == "IMPLEMENTS"] == expected


def test_a_telegram_opens_behind_its_title() -> None:
    title = (
        "CÔNG ĐIỆN VỀ VIỆC ỨNG PHÓ MƯA LŨ BỘ XÂY DỰNG điện:\n- Sở Xây dựng các tỉnh. "
        "Triển khai chỉ đạo của Thủ tướng tại Công điện số 7/CĐ-TTg ngày 02/11/2025, Bộ yêu cầu:"
    )
    found = ties(document(title=title, body="1. Rà soát phương án.", kind="Công điện"))
    assert found == [("IMPLEMENTS", "7/CĐ-TTg")]


def test_the_evidence_of_a_later_item_quotes_the_verb_too() -> None:
    context = document(
        body="Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Quyết định số 1/QĐ-TTg; Quyết định số 2/QĐ-TTg, gồm:"
    )
    (second,) = [one for one in read_relations(context).relations if named(one) == "2/QĐ-TTg"]
    assert "Kế hoạch thực hiện" in second.evidence.quote
    assert second.evidence.as_printed in second.evidence.quote


CHANGES = [
    # title, body, and per edge: type, number, extent, part
    (
        "QUYẾT ĐỊNH Sửa đổi Quy chế",
        "Điều 1. Thay thế cụm từ “Quyết định số 4/QĐ-UBND” bằng cụm từ “Quyết định số 6/QĐ-UBND” tại Điều 3.",
        [],  # documents within a phrase are words
    ),
    (
        "QUYẾT ĐỊNH Ban hành Quy chế",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 942/QĐ-TTg ngày 15/6/2021.",
        [("REPLACES", "942/QĐ-TTg", "whole", None)],
    ),
    (
        "QUYẾT ĐỊNH Ban hành Quy chế",
        "Điều 2. Quyết định số 9/2020/QĐ-UBND ngày 01/02/2020 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
        [("REPEALS", "9/2020/QĐ-UBND", "whole", None)],  # the passive of the article on force
    ),
    (
        "QUYẾT ĐỊNH Bãi bỏ văn bản",
        "Điều 1. Bãi bỏ Quyết định số 1/QĐ-UBND ngày 01/02/2020; Quyết định số 2/QĐ-UBND ngày 02/02/2020.",
        [("REPEALS", "1/QĐ-UBND", "whole", None), ("REPEALS", "2/QĐ-UBND", "whole", None)],
    ),
    (
        "QUYẾT ĐỊNH Sửa đổi Quy định",
        "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 Quyết định số 1/QĐ-UBND ngày 01/02/2020.",
        [("AMENDS", "1/QĐ-UBND", "part", "khoản 2 Điều 5")],
    ),
    (
        "QUYẾT ĐỊNH Ban hành Quy chế",
        "Điều 3. Bãi bỏ Điều 7 Quyết định số 1/QĐ-UBND ngày 01/02/2020.",
        [("REPEALS", "1/QĐ-UBND", "part", "Điều 7")],
    ),
    (
        "QUYẾT ĐỊNH Ban hành bảng giá năm 2026",
        "Điều 5. Hiệu lực thi hành\n2. Bãi bỏ cụm từ “cấp huyện” tại khoản 1 Điều 3 Quyết định số 1/2024/QĐ-UBND.",
        # an item of the article on force
        [("REPEALS", "1/2024/QĐ-UBND", "part", "cụm từ “cấp huyện” tại khoản 1 Điều 3")],
    ),
    (
        "QUYẾT ĐỊNH Phê duyệt danh mục thủ tục",
        (
            "\nĐiều 1. Phê duyệt danh mục kèm theo.\nBãi bỏ thủ tục cấp tỉnh có số thứ tự 3, 4 và thủ tục cấp xã có số thứ tự 1 "
            "tại Quyết định số 5/QĐ-UBND ngày 01/02/2025."
        ),
        # a paragraph of its own; all its parts
        [
            (
                "REPEALS",
                "5/QĐ-UBND",
                "part",
                "số thứ tự 3, 4 và thủ tục cấp xã có số thứ tự 1",
            )
        ],
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        (
            "\nĐiều 4. Hiệu lực thi hành\n2. Bãi bỏ:\na) Khoản 2, khoản 3 Điều 2 và khoản 1, khoản 2, khoản 5, khoản 6, khoản 7, "
            "khoản 10, khoản 11 Điều 3 Quyết định số 6/QĐ-TTg ngày 07/7/2020;\nb) Quyết định số 7/QĐ-TTg ngày 08/7/2020."
        ),
        # a list that is opened by the verb alone, an item of many parts
        [
            (
                "REPEALS",
                "6/QĐ-TTg",
                "part",
                "Khoản 2, khoản 3 Điều 2 và khoản 1, khoản 2, khoản 5, khoản 6, khoản 7, khoản 10, khoản 11 Điều 3",
            ),
            ("REPEALS", "7/QĐ-TTg", "whole", None),
        ],
    ),
    (
        "QUYẾT ĐỊNH Công bố thủ tục",
        "\nĐiều 2. Quyết định này có hiệu lực từ ngày ký. Bãi bỏ danh mục tại mục A Phần I kèm theo Quyết định số 7/QĐ-BYT.",
        [
            ("REPEALS", "7/QĐ-BYT", "part", "mục A Phần I")
        ],  # a second sentence of the article on force
    ),
    (
        "QUYẾT ĐỊNH Công bố thủ tục",
        "Điều 2. Quyết định này sửa đổi, bổ sung một số thủ tục được công bố kèm theo Quyết định số 8/QĐ-BTP.",
        [("AMENDS", "8/QĐ-BTP", "part", None)],  # what is issued with a decision is a part of it
    ),
    (
        "QUYẾT ĐỊNH Công bố thủ tục",
        "Điều 3. Quy định tại Điều 8 của Quyết định số 9/QĐ-UBND chấm dứt hiệu lực kể từ ngày Quyết định này có hiệu lực.",
        [("REPEALS", "9/QĐ-UBND", "part", "Quy định tại Điều 8")],  # other words for the end
    ),
    (
        "QUYẾT ĐỊNH Công bố thủ tục",
        "Điều 3. Nội dung tại số thứ tự 2 Quyết định số 9/QĐ-UBND của Sở Y tế hết hiệu lực từ ngày Quyết định này có hiệu lực.",
        [("REPEALS", "9/QĐ-UBND", "part", "Nội dung tại số thứ tự 2")],
    ),
    (
        "QUYẾT ĐỊNH Công bố thủ tục",
        (
            "\nĐiều 2. Quyết định này có hiệu lực từ ngày ký, các thủ tục về hộ tịch tại Quyết định số 3/QĐ-BTP hết hiệu lực "
            "từ ngày Quyết định này có hiệu lực."
        ),
        [("REPEALS", "3/QĐ-BTP", "part", "các thủ tục về hộ tịch")],  # not all that it published
    ),
    (
        "QUYẾT ĐỊNH Công bố thủ tục",
        "\nĐiều 2. Bãi bỏ Danh mục và quy trình tại phần II ban hành kèm theo Quyết định số 4/QĐ-BTP.",
        [("REPEALS", "4/QĐ-BTP", "part", "phần II")],  # "mục và" is no section
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        "\n2. Quyết định số 6/2024/QĐ-UBND quy định giá; tỷ lệ (trừ loại A) hết hiệu lực từ ngày Quyết định này có hiệu lực.",
        [
            ("REPEALS", "6/2024/QĐ-UBND", "whole", None)
        ],  # a title that a semicolon and brackets cut
    ),
    (
        "NGHỊ QUYẾT VỀ VIỆC SỬA ĐỔI, BỔ SUNG QUY ĐỊNH VỀ PHÍ THAM QUAN CÔNG TRÌNH TẠI NGHỊ QUYẾT SỐ 16/2023/NQ-HĐND",
        "",
        [("AMENDS", "16/2023/NQ-HĐND", "part", None)],  # "công trình" is no "trình"
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        "\n2. Điều 3 Quyết định số 6/2024/QĐ-UBND hết hiệu lực từ ngày Quyết định này có hiệu lực.",
        [("REPEALS", "6/2024/QĐ-UBND", "part", "Điều 3")],  # a short part is one too
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        (
            "\n2. Quyết định số 6/2019/QĐ-UBND (sau đây gọi là Quyết định số 6/2019/QĐ-UBND) đã được sửa đổi tại Quyết định số "
            "8/2021/QĐ-UBND và Quyết định số 3/2015/QĐ-UBND hết hiệu lực từ ngày Quyết định này có hiệu lực."
        ),
        [
            ("REPEALS", "6/2019/QĐ-UBND", "whole", None),
            ("REPEALS", "3/2015/QĐ-UBND", "whole", None),  # too old to have changed the first
        ],
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        (
            "\n2. Quyết định số 6/2007/QĐ-UBND sửa đổi Quyết định số 2/2002/QĐ-UBND và Quyết định số 4/2008/QĐ-UBND sửa đổi "
            "Quyết định số 2/2002/QĐ-UBND hết hiệu lực từ ngày Quyết định này có hiệu lực."
        ),
        [
            ("REPEALS", "6/2007/QĐ-UBND", "whole", None),
            ("REPEALS", "4/2008/QĐ-UBND", "whole", None),  # no part of the older one's title
        ],
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        (
            "\nĐiều 8. Sửa đổi, bổ sung một số điều của các quyết định có liên quan\n1. Bổ sung khoản 3 vào sau khoản 2 Điều 7 của "
            "Quyết định số 6/2024/QĐ-UBND như sau: “3. Kho lưu trữ”."
        ),
        [
            ("AMENDS", "6/2024/QĐ-UBND", "part", "khoản 3 vào sau khoản 2 Điều 7")
        ],  # the heading says so
    ),
    (
        "QUYẾT ĐỊNH Quy định danh mục",
        (
            "\n2. Quy định tại Điều 8 của Quyết định số 6/2024/QĐ-UBND ngày 19/02/2024 của Ủy ban nhân dân tỉnh quy định về kho chấm dứt "
            "hiệu lực từ ngày Quyết định này có hiệu lực."
        ),
        [("REPEALS", "6/2024/QĐ-UBND", "part", "Quy định tại Điều 8")],  # the title ends there
    ),
    (
        "QUYẾT ĐỊNH Ban hành Kế hoạch",
        "\nĐiều 2. Nhiệm vụ của các sở\n1. Thay thế Quyết định số 1/QĐ-UBND ngày 01/02/2020 trước tháng 6.",
        [],  # an order to others
    ),
    (
        "QUYẾT ĐỊNH Ban hành bảng giá",
        "Điều 1. Nội dung ngoài Quyết định này theo Thông tư số 1/2015/TT-BTC được sửa đổi bởi Thông tư số 2/2016/TT-BTC.",
        [],  # 2/2016 amends, this decision does not
    ),
    (
        "QUYẾT ĐỊNH Ban hành Kế hoạch",
        "Điều 1. Kế hoạch gồm:\n1. Rà soát, sửa đổi Quyết định số 1/QĐ-UBND ngày 01/02/2020.",
        [],  # a task, not a change
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), CHANGES)
def test_changes_are_decided_by_the_subject_of_the_verb(
    title: str, body: str, expected: list[tuple[str, str, str, str | None]]
) -> None:
    found = [
        (one.type, named(one), one.properties["extent"], one.properties.get("part"))
        for one in read_relations(document(title=title, body=body)).relations
        if one.type != "CITES"
    ]
    assert found == expected


def test_a_change_takes_effect_when_the_document_does() -> None:
    body = "Điều 2. Quyết định này thay thế Quyết định số 942/QĐ-TTg."
    (found,) = read_relations(document(body=body, effective_from="2025-12-01")).relations
    assert found.properties["effective_on"] == "2025-12-01"


DAYS = [
    # what the document says, its day of effect, the day of the change and what it was counted from
    (
        "Điều 2. Quyết định này thay thế Quyết định số 942/QĐ-TTg.",
        "2025-12-01",
        ("2025-12-01", "own_force"),
    ),
    (
        "Điều 2. Bãi bỏ Quyết định số 9/QĐ-UBND kể từ ngày 01/7/2026.",
        "2025-12-01",
        ("2026-07-01", "stated"),
    ),
    (
        "Điều 2. Hiệu lực thi hành\nQuyết định số 9/QĐ-UBND hết hiệu lực từ ngày 01/7/2026.",
        None,
        ("2026-07-01", "stated"),
    ),
    (
        "Điều 2. Quyết định này có hiệu lực từ ngày 01/3/2026 và thay thế Quyết định số 9/QĐ-UBND.",
        "2026-03-01",
        ("2026-03-01", "own_force"),
    ),
    ("Điều 2. Bãi bỏ Quyết định số 9/QĐ-UBND ngày 05/4/2020.", None, (None, None)),
]


@pytest.mark.parametrize(("body", "effective_from", "expected"), DAYS)
def test_a_change_counts_from_its_own_day_else_from_the_documents_day_of_effect(
    body: str, effective_from: str | None, expected: tuple[str | None, str | None]
) -> None:
    (found,) = read_relations(document(body=body, effective_from=effective_from)).relations
    assert (found.properties.get("effective_on"), found.properties.get("effective_by")) == expected


PARTS = [
    (
        "Bãi bỏ số thứ tự 2, 3, 4 Phụ lục I ban hành kèm theo Quyết định số 1/QĐ-UBND.",
        "số thứ tự 2, 3, 4 Phụ lục I",
    ),
    (
        "Bãi bỏ khoản 7 Điều 15 và Phụ lục I Quyết định số 1/QĐ-UBND.",
        "khoản 7 Điều 15 và Phụ lục I",
    ),
    (
        "Bãi bỏ điểm a, b khoản 2 Điều 3 Chương II của Quyết định số 1/QĐ-UBND.",
        "điểm a, b khoản 2 Điều 3 Chương II",
    ),
    ("Sửa đổi, bổ sung Mẫu số 04 Phụ lục II Quyết định số 1/QĐ-UBND.", "Mẫu số 04 Phụ lục II"),
]


@pytest.mark.parametrize(("clause", "part"), PARTS)
def test_annex_item_and_article_of_a_part_are_kept(clause: str, part: str) -> None:
    (found,) = read_relations(
        document(title="QUYẾT ĐỊNH Sửa đổi", body=f"\nĐiều 1. {clause}")
    ).relations
    assert found.properties.get("part") == part


@pytest.mark.parametrize(
    "kind", ["Chỉ thị", "Kế hoạch", "Thông báo", "Hướng dẫn", "Công văn", "Quy chế"]
)
def test_any_kind_may_say_that_it_replaces_another(kind: str) -> None:
    body = f"\n{kind} này thay thế {kind} số 10/CT-UBND ngày 05 tháng 4 năm 2020."
    assert ties(document(kind=kind, body=body)) == [("REPLACES", "10/CT-UBND")]


STATEMENTS = [
    (
        "theo Nghị định số 82/2024/NĐ-CP ngày 10/7/2024 sửa đổi, bổ sung một số điều của Nghị định số 73/2019/NĐ-CP.",
        [("82/2024/NĐ-CP", "AMENDS", "73/2019/NĐ-CP")],
    ),
    (
        "Nghị định số 63/2010/NĐ-CP được sửa đổi bởi Nghị định số 48/2013/NĐ-CP, Nghị định số 92/2017/NĐ-CP;",
        [
            ("48/2013/NĐ-CP", "AMENDS", "63/2010/NĐ-CP"),
            ("92/2017/NĐ-CP", "AMENDS", "63/2010/NĐ-CP"),
        ],
    ),
    (
        "Nghị định số 11/2016/NĐ-CP được sửa đổi tại Nghị định số 140/2018/NĐ-CP và Nghị định số 75/2014/NĐ-CP;",
        [("140/2018/NĐ-CP", "AMENDS", "11/2016/NĐ-CP")],  # the last is older than what is changed
    ),
    (
        "Nghị quyết số 3/NQ-CP ban hành Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW về đột phá.",
        [("3/NQ-CP", "IMPLEMENTS", "57-NQ/TW")],
    ),
    (
        "Nghị định số 1/2024/NĐ-CP quy định chi tiết một số điều của Luật Đất đai được sửa đổi bởi Nghị định số 2/2025/NĐ-CP.",
        # a decree amends the decree, not the law it guides
        [("1/2024/NĐ-CP", "GUIDES", "Luật Đất đai"), ("2/2025/NĐ-CP", "AMENDS", "1/2024/NĐ-CP")],
    ),
    (
        "Nghị định số 2/2025/NĐ-CP sửa đổi các nghị định quy định chi tiết thi hành Luật Đất đai.",
        [],  # neither amends nor guides the law itself
    ),
    (
        "Nghị định số 73/2019/NĐ-CP ngày 05/9/2019 (sửa đổi, bổ sung tại khoản 2 Điều 1 Nghị định số 82/2024/NĐ-CP).",
        [("82/2024/NĐ-CP", "AMENDS", "73/2019/NĐ-CP")],  # without "được"
    ),
    (
        "Nghị định số 5/2024/NĐ-CP quy định về lưu trữ (đã sửa đổi theo Nghị định số 6/2025/NĐ-CP) có nêu.",
        [("6/2025/NĐ-CP", "AMENDS", "5/2024/NĐ-CP")],  # within the title of what is changed
    ),
    (
        "Nghị định số 64/2007/NĐ-CP đã được Nghị định số 90/2020/NĐ-CP sửa đổi, bổ sung một số điều.",
        [("90/2020/NĐ-CP", "AMENDS", "64/2007/NĐ-CP")],  # who changed it stands before the verb
    ),
    (
        "Thông tư số 10/2019/TT-BNV (thay thế Thông tư số 03/2015/TT-BNV) có hiệu lực.",
        [("10/2019/TT-BNV", "REPLACES", "03/2015/TT-BNV")],  # what it does stands in brackets
    ),
    (
        "Quyết định số 7/QĐ-BNV ngày 02/3/2022 (được điều chỉnh, bổ sung bởi Quyết định số 9/QĐ-BNV ngày 05/4/2024) có nêu.",
        [("9/QĐ-BNV", "AMENDS", "7/QĐ-BNV")],  # any verb of change has its passive
    ),
    (
        "Thông tư số 4/2021/TT-BNV bị đình chỉ bởi Thông tư số 8/2023/TT-BNV.",
        [],  # a suspension leaves its words as they were
    ),
    (
        "Nghị quyết số 12/2020/NQ-HĐND, sửa đổi bởi Nghị quyết số 15/2024/NQ-HĐND.",
        [("15/2024/NQ-HĐND", "AMENDS", "12/2020/NQ-HĐND")],
    ),
    (
        (
            "Quyết định số 38/2025/QĐ-TTg ngày 13/10/2025 sửa đổi Quy chế ban hành kèm theo Quyết định số 25/2016/QĐ-TTg ngày "
            "27/6/2016, được sửa đổi, bổ sung tại Quyết định số 29/2019/QĐ-TTg ngày 03/10/2019."
        ),
        # the nearest that is not younger is meant
        [
            ("38/2025/QĐ-TTg", "AMENDS", "25/2016/QĐ-TTg"),
            ("29/2019/QĐ-TTg", "AMENDS", "25/2016/QĐ-TTg"),
        ],
    ),
    (
        (
            "Nghị định số 70/2025/NĐ-CP ngày 20/3/2025 sửa đổi một số điều của Nghị định số 123/2020/NĐ-CP và Thông tư số "
            "32/2025/TT-BTC ngày 31/5/2025."
        ),
        [("70/2025/NĐ-CP", "AMENDS", "123/2020/NĐ-CP")],  # what is younger is no part of the title
    ),
    (
        "Kế hoạch số 15/KH-UBND ngày 01/02/2025 sửa đổi, bổ sung Kế hoạch số 3/KH-UBND ngày 05/01/2025.",
        [("15/KH-UBND", "AMENDS", "3/KH-UBND")],  # any kind may change its like
    ),
    (
        "Kế hoạch số 15/KH-UBND ngày 01/02/2025 sửa đổi, bổ sung Nghị định số 3/2020/NĐ-CP.",
        [],  # but a plan no decree
    ),
    (
        (
            "Nghị quyết số 71/NQ-CP ngày 01/4/2025 sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện "
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024."
        ),
        [
            (
                "71/NQ-CP",
                "AMENDS",
                "Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024",
            ),
            ("71/NQ-CP", "IMPLEMENTS", "57-NQ/TW"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), STATEMENTS)
def test_what_is_said_of_other_documents_is_a_statement_about_them(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    found = read_relations(document(body=body)).statements
    assert [
        (one.subject.number or one.subject.name, one.relation.type, named(one.relation))
        for one in found
    ] == expected


def test_a_document_is_cited_once_and_not_beside_a_stronger_tie() -> None:
    context = document(
        preamble="Căn cứ Quyết định số 1/QĐ-TTg ngày 25/01/2022 về dữ liệu;",
        body="1. Theo Quyết định số 1/QĐ-TTg và Quyết định số 2/QĐ-TTg.\n2. Theo Quyết định số 2/QĐ-TTg ngày 03/02/2024.",
    )
    assert ties(context) == [("BASED_ON", "1/QĐ-TTg"), ("CITES", "2/QĐ-TTg")]
    cited = cast("DocumentMention", read_relations(context).relations[1].target)
    assert cited.date == "2024-02-03"  # the naming that says most


def test_the_documents_own_number_is_no_citation() -> None:
    assert (
        ties(
            document(body="(Kèm theo Quyết định số 7/QĐ-UBND ngày 01/02/2025)", number="7/QĐ-UBND")
        )
        == []
    )


def test_rows_of_annex_tables_are_left_to_the_tasks() -> None:
    context = document(
        annex="PHỤ LỤC theo Quyết định số 1/QĐ-TTg\n1\tViệc theo Quyết định số 2/QĐ-TTg\tSở A"
    )
    assert ties(context) == [("CITES", "1/QĐ-TTg")]


TASKS = [
    # words of a task, [(edge, document, planned or manner)]
    ("Sửa đổi, bổ sung Quyết định số 89/QĐ-TTg về giảng viên", [("AMENDS", "89/QĐ-TTg", True)]),
    (
        "Xây dựng Nghị định về học phí (thay thế Nghị định số 81/2021/NĐ-CP và Nghị định số 97/2023/NĐ-CP)",
        [("REPLACES", "81/2021/NĐ-CP", True), ("REPLACES", "97/2023/NĐ-CP", True)],
    ),
    (
        "Sửa đổi hoặc ban hành thay thế Quyết định số 37/2018/QĐ-TTg",
        [
            ("REPLACES", "37/2018/QĐ-TTg", True),
            ("AMENDS", "37/2018/QĐ-TTg", True),
        ],  # either may come of it
    ),
    (
        "Sửa đổi các luật: Luật Viên chức, Luật Giá",
        [("AMENDS", "Luật Viên chức", True), ("AMENDS", "Luật Giá", True)],
    ),
    (
        "Triển khai nhiệm vụ theo Quyết định số 131/QĐ-TTg",
        [("CITES", "131/QĐ-TTg", "carries_out")],
    ),
    (
        "Mua sắm theo quy định tại Nghị định số 42/2022/NĐ-CP",
        [("CITES", "42/2022/NĐ-CP", "procedure")],
    ),
    ("Tổng kết Đề án 131 tại địa phương", [("CITES", "Đề án 131", "about")]),
    (
        "Xây dựng Luật Viên chức (sửa đổi)",
        [("AMENDS", "Luật Viên chức", True)],
    ),  # the law that exists
    ("Xây dựng Luật Giá (thay thế)", [("REPLACES", "Luật Giá", True)]),
    ("Xây dựng Luật Nhà giáo", []),  # a law still to be made
    ("Thực hiện các nhiệm vụ được giao", []),
]


@pytest.mark.parametrize(("words", "expected"), TASKS)
def test_a_tasks_words_plan_changes_or_cite(
    words: str, expected: list[tuple[str, str, object]]
) -> None:
    context = document(annex=words)
    found = task_relations(context, (context.part.annexes[0].span,), "Phụ lục › 1")
    said = [
        (one.type, named(one), one.properties.get("planned") or one.properties.get("manner"))
        for one in found
    ]
    assert said == expected


def test_a_basis_cut_by_a_page_is_one_basis_and_quotes_both_pieces() -> None:
    context = document(annex="Quyết định số 131/QĐ-TTg\tkhác\nngày 25/01/2022;\tkhác")
    start = context.part.annexes[0].span.start
    text = context.page.flat
    pieces = (Span(start, text.index("\t")), Span(text.index("ngày"), text.index(";") + 1))
    (found,) = basis_relations(context, pieces, "Phụ lục › 1")
    target = cast("DocumentMention", found.target)
    assert (found.type, target.number, target.date) == ("BASED_ON", "131/QĐ-TTg", "2022-01-25")
    assert found.evidence.quote == "Quyết định số 131/QĐ-TTg … ngày 25/01/2022;"


def test_a_short_form_is_completed_by_the_one_document_of_the_text_that_answers() -> None:
    context = document(body="theo Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025.", annex="Kế hoạch 02")
    (found,) = basis_relations(context, (context.part.annexes[0].span,), "Phụ lục › 1")
    assert named(found) == "02-KH/BCĐTW"
    assert found.evidence.as_printed == "Kế hoạch 02"


def test_a_short_form_that_two_documents_answer_stays_as_printed() -> None:
    context = document(
        body="Kế hoạch số 02-KH/BCĐTW; Kế hoạch số 02/KH-UBND.", annex="Kế hoạch 02"
    )
    (found,) = basis_relations(context, (context.part.annexes[0].span,), "Phụ lục › 1")
    assert named(found) == "Kế hoạch 02"


def test_words_that_name_no_document_are_no_basis() -> None:
    context = document(annex="Thực hiện các nhiệm vụ được giao")
    assert basis_relations(context, (context.part.annexes[0].span,), "Phụ lục › 1") == ()


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("thực hiện nhiệm vụ theo Quyết định số 1/QĐ-TTg", "carries_out"),
        ("sơ kết Quyết định số 1/QĐ-TTg", "about"),
        ("theo đúng quy định của Nghị định số 1/2020/NĐ-CP", "procedure"),
        ("Quyết định số 1/QĐ-TTg nêu rõ", "mention"),
        (
            "điều này đã được sửa đổi, bổ sung một số điều theo Nghị định số 1/2020/NĐ-CP",
            "mention",
        ),  # what changed it
        ("được giải quyết theo các nguyên tắc do Nghị định số 1/2020/NĐ-CP quy định", "procedure"),
        (
            "theo đề nghị của Sở Nội vụ tại Tờ trình số 1/TTr-SNV",
            "mention",
        ),  # a proposal is not carried out
        (
            "Thực hiện tốt việc này. Quyết định số 1/QĐ-TTg nêu rõ",
            "mention",
        ),  # another sentence's verb
    ],
)
def test_the_last_words_before_a_naming_say_how_it_is_spoken_of(
    sentence: str, manner: str
) -> None:
    page = Page.of("x.txt", sentence)
    whole = Span(0, len(page.flat))
    assert manner_of(page, whole, find_citations(page, whole)[0]) == manner


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("Tiếp tục triển khai Quyết định số 12/QĐ-TTg ngày 5/1/2025.", "carries_out"),
        (
            "Theo đề nghị của Sở A tại Văn bản số 12/STC-VP ngày 5/1/2025.",
            "mention",
        ),  # where a proposal stands
        (
            "Tại khoản 2 Điều 4 Nghị định số 12/2025/NĐ-CP ngày 5/1/2025 có quy định.",
            "mention",
        ),  # a letter explains
        ("Phụ lục ban hành kèm theo Quyết định số 12/QĐ-TTg ngày 5/1/2025.", "mention"),
        ("Rà soát Quyết định số 12/QĐ-TTg ngày 5/1/2025.", "about"),
    ],
)
def test_a_document_that_only_points_at_another_carries_nothing_out(
    sentence: str, manner: str
) -> None:
    page = Page.of("x.txt", sentence)
    whole = Span(0, len(page.flat))
    assert manner_of_document(page, whole, find_citations(page, whole)[0]) == manner


def test_a_programme_named_by_title_is_what_the_one_act_of_the_text_approves() -> None:
    context = document(
        body="Quyết định số 131/QĐ-TTg ngày 25/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án “Dạy và học số đến năm 2030”.",
        annex="Triển khai Đề án “Dạy và học số đến năm 2030” tại trường",
    )
    (found,) = task_relations(context, (context.part.annexes[0].span,), "Phụ lục › 1")
    assert named(found) == "131/QĐ-TTg"


def test_the_plan_that_the_document_issues_is_not_cited() -> None:
    context = document(
        title="Phê duyệt Chương trình “Dữ liệu mở của tỉnh”",
        body="Điều 2. Chương trình “Dữ liệu mở của tỉnh” được công bố.",
    )
    assert ties(context) == []


def test_two_dates_of_one_document_are_reported() -> None:
    body = "1. Theo Quyết định số 1/QĐ-TTg ngày 01/02/2024.\n2. Theo Quyết định số 1/QĐ-TTg ngày 02/02/2024."
    (issue,) = read_relations(document(body=body)).issues
    assert issue.kind == "two_dates"
    assert "2024-02-01" in issue.message


DATED_ELSEWHERE = [
    # body, the date of the first document named without one
    (
        "Theo Nghị quyết số 57-NQ/TW.\nNgày 22/12/2024, Bộ Chính trị ban hành Nghị quyết số 57-NQ/TW.",
        "2024-12-22",
    ),
    (
        "Theo Luật số 71/2025/QH15.\nLuật số 71/2025/QH15 ngày 14/6/2025 của Quốc hội.",
        "2025-06-14",
    ),
    ("Theo Kết luận 77-KL/TW.\nKết luận số 77-KL/TW, ngày 02/5/2024.", "2024-05-02"),
    (
        "Theo Phương án 026/PA-UBND.\nPhương án số 026/PA-UBND ngày 18/8/2025 của UBND tỉnh.",
        "2025-08-18",
    ),
    (
        "Theo Công điện 8/CĐ-UBND.\nCông điện số 008/CĐ-UBND ngày 19 tháng 11 năm 2025.",
        "2025-11-19",
    ),
    (
        "Theo Quyết định số 5/QĐ-STC của Sở Tài chính.\nQuyết định số 5/QĐ-STC ngày 03/3/2026.",
        "2026-03-03",
    ),
    # two bodies count alike; two dates; a year that its number does not bear
    (
        "Theo Quyết định số 5/QĐ-UBND của UBND tỉnh A.\nQuyết định số 5/QĐ-UBND ngày 03/3/2026 của UBND tỉnh B.",
        None,
    ),
    (
        "Theo Kế hoạch số 6/KH-BYT.\nKế hoạch số 6/KH-BYT ngày 03/3/2026.\nKế hoạch số 6/KH-BYT ngày 04/3/2026.",
        None,
    ),
    ("Theo Thông báo số 7/TB-VP.\nThông báo số 7/TB-VP của Sở A trước ngày 04/3/2026.", None),
]


@pytest.mark.parametrize(("body", "date"), DATED_ELSEWHERE)
def test_a_document_named_again_has_the_date_that_the_text_gives_elsewhere(
    body: str, date: str | None
) -> None:
    context = document(body=body)
    first = Span(context.part.body.start, context.part.body.start + body.index("\n"))
    (found,) = task_relations(context, (first,), "1")
    assert cast("DocumentMention", found.target).date == date


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("NGHỊ ĐỊNH Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Giá", ""),
        (
            "NGHỊ ĐỊNH Về giá",
            "Điều 1. Nghị định này quy định chi tiết một số điều của Luật Giá về thẩm định.",
        ),
    ],
)
def test_a_decree_guides_the_law_that_its_title_or_first_article_names(
    title: str, body: str
) -> None:
    assert ties(document(kind="Nghị định", title=title, body=body)) == [("GUIDES", "Luật Giá")]


LISTS = [
    # the article that opens the list, its items
    (
        "Điều 1. Bãi bỏ các quyết định sau đây:\n1. Quyết định số 7/2020/QĐ-UBND về chợ;\n2. Quyết định số 8/2021/QĐ-UBND.",
        "REPEALS",
    ),
    (
        "Điều 2. Quyết định này thay thế các quyết định sau:\na) Quyết định số 7/2020/QĐ-UBND;\nb) Quyết định số 8/2021/QĐ-UBND.",
        "REPLACES",
    ),
    (
        "Điều 2. Các quyết định sau hết hiệu lực từ ngày này:\na) Quyết định số 7/2020/QĐ-UBND;\nb) Quyết định số 8/2021/QĐ-UBND.",
        "REPEALS",
    ),
]


@pytest.mark.parametrize(("body", "kind"), LISTS)
def test_each_item_of_a_list_of_ended_documents_is_one(body: str, kind: str) -> None:
    found = [one for one in read_relations(document(body=body)).relations if one.type == kind]
    assert [(named(one), one.properties["extent"]) for one in found] == [
        ("7/2020/QĐ-UBND", "whole"),
        ("8/2021/QĐ-UBND", "whole"),
    ]


def test_an_amending_act_behind_a_semicolon_has_its_number_alone() -> None:
    words = "Căn cứ Luật Giá số 16/2023/QH15 được sửa đổi theo Luật số 1/2024/QH15; Luật số 2/2025/QH15; Luật Phí số 9/2015/QH13;"
    found = [number for kind, number in ties(document(preamble=words)) if kind == "BASED_ON"]
    assert found == ["16/2023/QH15", "9/2015/QH13"]


def test_the_acts_that_amended_a_basis_are_no_bases() -> None:
    words = (
        "Căn cứ Luật Giá số 16/2023/QH15 được sửa đổi, bổ sung bởi Luật số 44/2024/QH15, Luật số 61/2024/QH15; "
        "Nghị định số 85/2024/NĐ-CP;"
    )
    found = ties(document(preamble=words))
    assert [number for kind, number in found if kind == "BASED_ON"] == [
        "16/2023/QH15",
        "85/2024/NĐ-CP",
    ]


def test_a_document_named_in_a_condition_is_no_subject() -> None:
    words = "Điều 9. Theo Nghị quyết này thì trước khi bãi bỏ Quyết định số 7/2020/QĐ-UBND phải lấy ý kiến."
    assert ("REPEALS", "7/2020/QĐ-UBND") not in ties(document(body=words))


TITLES = [
    # own title of a plan of Bộ Y tế, title of the document it names
    (
        "Kế hoạch thực hiện Quyết định số 12/QĐ-TTg về sữa học đường của Bộ Y tế",
        "về sữa học đường",
    ),  # its own plan
    (
        "Kế hoạch thực hiện Quyết định số 12/QĐ-TTg về sữa học đường của Bộ Công an",
        "về sữa học đường của Bộ Công an",
    ),
    (
        "Kế hoạch thực hiện Nghị định số 9/2025/NĐ-CP quy định chức năng, nhiệm vụ và cơ cấu tổ chức của Bộ Y tế",
        # the decree is about the ministry
        "quy định chức năng, nhiệm vụ và cơ cấu tổ chức của Bộ Y tế",
    ),
]


@pytest.mark.parametrize(("title", "named_title"), TITLES)
def test_the_issuer_at_the_end_of_its_own_title_is_no_part_of_what_it_names(
    title: str, named_title: str
) -> None:
    context = document(title=title, kind="Kế hoạch", issuer="Bộ Y tế")
    (relation,) = read_relations(context).relations
    assert cast("DocumentMention", relation.target).title == named_title
