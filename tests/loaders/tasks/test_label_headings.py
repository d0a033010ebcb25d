"""A label above its fields ("Cơ quan thực hiện:") is no body that is charged: the fields below it
say who is.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import UnitMention
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 88/KH-UBND\nLâm Đồng, ngày 12 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát triển dữ liệu\n\n"
    "II. NHIỆM VỤ\n{}\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình\n"
)


def roles(body: str) -> list[tuple[str, list[tuple[str, str]]]]:
    (document,) = read_record(decode_source("ke-hoach.txt", PLAN.format(body).encode())).documents
    leaves = [leaf for task in document.tasks for leaf in task.parts or (task,)]
    return [
        (
            leaf.text.split("\n")[0],
            [
                (one.type, one.target.name)
                for one in leaf.relations
                if isinstance(one.target, UnitMention)
            ],
        )
        for leaf in leaves
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "b) Cơ quan thực hiện:\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Sở Y tế.",
        "Phân công thực hiện:\n- Chủ trì: Sở Nội vụ\n- Phối hợp: Sở Y tế",
        "* Đơn vị thực hiện:\n+ Chủ trì: Sở Nội vụ;\n+ Phối hợp: Sở Y tế.",
        "- Trách nhiệm thực hiện:\n+ Cơ quan chủ trì: Sở Nội vụ\n+ Cơ quan phối hợp: Sở Y tế",
    ],
)
def test_the_fields_below_a_label_charge_and_the_label_does_not(fields: str) -> None:
    (read,) = roles(f"1. Lập kho dữ liệu của tỉnh\n{fields}")
    assert read[1] == [("LED_BY", "Sở Nội vụ"), ("COORDINATED_BY", "Sở Y tế")]


def test_items_below_a_label_that_name_their_own_bodies_stay_duties() -> None:
    read = roles(
        "1. Đơn vị thực hiện:\n- Sở Nội vụ: tổng hợp danh sách.\n- Sở Y tế: khám sức khỏe."
    )
    assert [units for _, units in read] == [[("LED_BY", "Sở Nội vụ")], [("LED_BY", "Sở Y tế")]]


@pytest.mark.parametrize(
    "item",
    [
        "1. Lập kho dữ liệu.\nCơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Y tế; thời gian: Quý III/2026.",
        "1. Lập kho dữ liệu (Chủ trì: Sở Nội vụ; Phối hợp: Sở Y tế; Hoàn thành: Quý III/2026).",
        "1. Lập kho dữ liệu. Đơn vị chủ trì: Sở Nội vụ. Đơn vị hỗ trợ: Sở Y tế. Thời gian thực hiện: Quý III/2026.",
        "1. Lập kho dữ liệu, chủ trì: Sở Nội vụ, phối hợp: Sở Y tế, thời hạn: Quý III/2026.",
        "1. Lập kho dữ liệu [Chủ trì: Sở Nội vụ - Phối hợp: Sở Y tế - Hạn cuối: 30/9/2026]",
        "1. Lập kho dữ liệu\nChủ trì: Sở Nội vụ          Phối hợp: Sở Y tế\nThời gian: Quý III/2026",
    ],
)
def test_fields_on_one_line_or_in_brackets_are_told_apart(item: str) -> None:
    (document,) = read_record(decode_source("ke-hoach.txt", PLAN.format(item).encode())).documents
    (task,) = document.tasks
    units = [
        (one.type, one.target.name)
        for one in task.relations
        if isinstance(one.target, UnitMention)
    ]
    assert units == [("LED_BY", "Sở Nội vụ"), ("COORDINATED_BY", "Sở Y tế")]
    assert task.text == "Lập kho dữ liệu"
    assert [limit.end_date for limit in task.deadlines] == ["2026-09-30"]


@pytest.mark.parametrize(
    "item",
    [
        "1. Sở Nội vụ rà soát quy trình (Thời gian: Quý III/2026; Kết quả: báo cáo).",
        "1. Sở Nội vụ rà soát quy trình. Thời gian: Quý III/2026.",
    ],
)
def test_a_sentence_that_charges_keeps_the_fields_behind_it(item: str) -> None:
    (read,) = roles(item)
    assert read[1] == [("LED_BY", "Sở Nội vụ")]


LABELS = [
    "- Giao thực hiện: Sở Nội vụ.\n- Phối hợp cùng: Sở Y tế.\n- Tiến độ: Quý III năm 2026.",
    "- Phân công: Sở Nội vụ.\n- Cùng làm: Sở Y tế.\n- Thời hạn phải xong: 30/9/2026.",
    "- Trách nhiệm chính: Sở Nội vụ.\n- Tham gia: Sở Y tế.\n- Kỳ hạn: 30/9/2026.",
    "- Giao phụ trách: Sở Nội vụ\n- Đơn vị liên quan: Sở Y tế\n- Hạn hoàn tất: 30/9/2026",
    "- Giao tham mưu: Sở Nội vụ\n- Phối hợp thực hiện cùng: Sở Y tế\n- Thời gian hoàn tất: 30/9/2026",
    "- Đơn vị được phân công: Sở Nội vụ\n- Đơn vị tham gia phối hợp: Sở Y tế\n- Thời gian xong: 30/9/2026",
    "- Đầu mối chủ trì: Sở Nội vụ\n- Các đơn vị tham gia: Sở Y tế\n- Thời điểm phải xong: 30/9/2026",
    "- Nơi chủ trì: Sở Nội vụ\n- Nơi phối hợp: Sở Y tế\n- Xong trong: Quý III/2026",
    # both roles behind one label, each behind the names that have it
    "- Phân công: Sở Nội vụ chủ trì; Sở Y tế phối hợp.\n- Lộ trình: Quý III/2026.",
    "- Phân công thực hiện: Sở Nội vụ chủ trì, Sở Y tế phối hợp\n- Thời gian: 30/9/2026",
]


@pytest.mark.parametrize("fields", LABELS)
def test_labels_say_who_leads_who_helps_and_when_in_many_words(fields: str) -> None:
    item = f"1. Lập kho dữ liệu\n{fields}"
    (document,) = read_record(decode_source("ke-hoach.txt", PLAN.format(item).encode())).documents
    (task,) = document.tasks
    units = [
        (one.type, one.target.name)
        for one in task.relations
        if isinstance(one.target, UnitMention)
    ]
    assert (task.text, units) == (
        "Lập kho dữ liệu",
        [("LED_BY", "Sở Nội vụ"), ("COORDINATED_BY", "Sở Y tế")],
    )
    assert [limit.end_date for limit in task.deadlines] == ["2026-09-30"]


@pytest.mark.parametrize(
    "fields",
    [
        "- Phân công: theo phụ lục kèm theo.",
        "- Tham gia: toàn thể đoàn viên.",
        "- Trách nhiệm chính: nêu gương.",
    ],
)
def test_a_label_that_names_no_body_charges_nobody(fields: str) -> None:
    assert roles(f"1. Nếp sống nơi công sở\n{fields}") == []


@pytest.mark.parametrize(
    "line",
    [
        "- Thành phần: Sở Nội vụ; Sở Y tế; Ban Quản lý chợ (chủ trì) và người dân.",
        "- Thành phần tham dự: Giám đốc Sở Nội vụ; Ủy ban nhân dân các xã, phường.",
        "- Đối tượng: Công an tỉnh, Sở Y tế chịu tác động của quy định.",
        "- Thành phần: Ban Thường trực; Ban Công tác mặt trận thôn (Chủ trì) và người dân.",
        "- Khách mời: Ban Giám đốc Sở Nội vụ; Bộ Y tế.",
        "- Đại biểu: Sở Nội vụ (chủ trì); Sở Y tế; Báo Lâm Đồng.",
    ],
)
def test_who_takes_part_is_charged_with_nothing(line: str) -> None:
    assert roles(f"1. Hội nghị sơ kết công tác dân vận\n{line}") == []
