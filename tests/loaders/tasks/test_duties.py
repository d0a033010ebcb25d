"""Clauses that give a named unit a duty become tasks; purposes, goals and principles do not; what
is left is reported.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.records import HeaderRecord, TaskRecord, UnitMention
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.reading import read_file
from luocdo.loaders.tasks.duties import DutyReading, read_duties
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Part

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = Span(0, 0)


@cache
def resolver() -> UnitResolver:
    return UnitResolver.load()


def reading(body: str, nature: str = "administrative", kind: str = "Kế hoạch") -> DutyReading:
    page = Page.of("kế hoạch.txt", body)
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, whole, Span(whole.end, whole.end))
    header = HeaderRecord(kind=kind, nature=nature)  # type: ignore[arg-type]  # one of its four words
    return read_duties(
        ReadingContext(page, part, header, resolver(), UnitContext(None, {}, None, page.name))
    )


def roles(tasks: tuple[TaskRecord, ...]) -> list[tuple[str, str]]:
    return [
        (relation.type, relation.target.name)
        for task in tasks
        for relation in task.relations
        if isinstance(relation.target, UnitMention)
    ]


def test_who_leads_and_who_coordinates() -> None:
    found = roles(
        reading("1. Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính rà soát quy chế.").tasks
    )
    assert ("LED_BY", "Bộ Nội vụ") in found
    assert ("COORDINATED_BY", "Bộ Tài chính") in found


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        (
            "1. Các bộ gửi Bộ Nội vụ trước ngày 05/6/2030 để tổng hợp, báo cáo Chính phủ.",
            [["2030-06-05"], []],  # the day is that of whoever sends
        ),
        (
            "1. Các bộ gửi Bộ Nội vụ tổng hợp, báo cáo Chính phủ trước ngày 10/6/2030.",
            [[], ["2030-06-10"]],  # the day of whoever gathers
        ),
        (
            (
                "1. Các bộ gửi Bộ Nội vụ trước ngày 05/6/2030 để tổng hợp, báo cáo Chính phủ "
                "trước ngày 10/6/2030."
            ),
            [["2030-06-05"], ["2030-06-10"]],
        ),
        (
            "1. Hằng năm, các bộ gửi Bộ Nội vụ tổng hợp, báo cáo Chính phủ.",
            [[None], [None]],  # what returns does so at every station
        ),
        (
            "1. Hằng năm, trước ngày 25/12, các bộ gửi Bộ Nội vụ tổng hợp, báo cáo Chính phủ.",
            [[None], []],  # the day of each year is that of whoever sends
        ),
    ],
)
def test_each_station_of_a_chain_has_its_own_days(
    text: str, limits: list[list[str | None]]
) -> None:
    found = [[one.end_date for one in task.deadlines] for task in reading(text).tasks]
    assert found == limits


def test_the_actor_may_stand_in_the_heading() -> None:
    found = reading(
        "1. Bộ Nội vụ\na) Chủ trì rà soát quy chế.\nb) Hướng dẫn các địa phương thực hiện."
    ).tasks
    assert roles(found).count(("LED_BY", "Bộ Nội vụ")) == len(found) == 2
    assert all(task.origin == "body" for task in found)


def test_purposes_and_goals_are_no_duties() -> None:
    assert not reading("I. MỤC ĐÍCH\n1. Bộ Nội vụ chủ trì rà soát để nâng cao hiệu quả.").tasks


def test_a_sentence_of_duty_without_a_unit_is_reported() -> None:
    found = reading("II. NHIỆM VỤ\n1. Chủ trì biên soạn tài liệu tập huấn.")
    assert not found.tasks
    assert [(issue.kind, issue.place) for issue in found.issues] == [("unread_duty", "II › 1")]


def test_a_label_is_no_unit() -> None:
    assert ("LED_BY", "Cơ quan") not in roles(
        reading("1. Rà soát quy chế.\n- Cơ quan chủ trì: Bộ Nội vụ.").tasks
    )


def test_names_of_a_list_stay_with_its_verb() -> None:
    clause = "Điều 3. Chánh Văn phòng Bộ; Giám đốc Sở Nội vụ; Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành."
    printed = [name for kind, name in roles(reading(clause).tasks) if kind == "LED_BY"]
    assert len(printed) == 3


def test_a_class_before_a_colon_names_its_members() -> None:
    found = roles(reading("2. Các Bộ: Nội vụ, Tài chính kịp thời hướng dẫn các địa phương.").tasks)
    assert found == [("LED_BY", "Bộ Nội vụ"), ("LED_BY", "Bộ Tài chính")]


def test_who_is_asked_acts_and_not_who_asks() -> None:
    found = roles(
        reading("3. Bộ trưởng Bộ Nội vụ yêu cầu Cục Văn thư khẩn trương rà soát quy trình.").tasks
    )
    assert found == [("LED_BY", "Cục Văn thư")]


def test_a_matter_may_stand_before_the_charge() -> None:
    found = roles(
        reading("1. Về biên chế: Giao Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính rà soát.").tasks
    )
    assert ("LED_BY", "Bộ Nội vụ") in found


def test_a_charge_may_stand_as_the_heading() -> None:
    found = roles(reading("1. Giao Sở Nội vụ\n- Theo dõi tiến độ.\n- Tổng hợp vướng mắc.").tasks)
    assert found == [("LED_BY", "Sở Nội vụ")] * 2


def test_a_letter_may_convey_an_instruction_to_a_named_unit() -> None:
    words = "Kính gửi: Bộ Nội vụ.\nPhó Thủ tướng Chính phủ có ý kiến như sau: Bộ Nội vụ chủ trì rà soát biên chế."
    assert roles(reading(words, kind="Công văn").tasks) == [("LED_BY", "Bộ Nội vụ")]


def test_labelled_lines_below_an_item_make_it_a_task() -> None:
    plan = """II. NHIỆM VỤ
1. Biên soạn tài liệu tập huấn cho cán bộ cấp xã
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Sở Tài chính, Sở Y tế.
- Thời gian thực hiện: trước ngày 15 tháng 3 năm 2026."""
    (task,) = reading(plan).tasks
    assert task.text == "Biên soạn tài liệu tập huấn cho cán bộ cấp xã"
    assert roles((task,)) == [
        ("LED_BY", "Sở Nội vụ"),
        ("COORDINATED_BY", "Sở Tài chính"),
        ("COORDINATED_BY", "Sở Y tế"),
    ]
    assert [one.end_date for one in task.deadlines] == ["2026-03-15"]


def test_the_post_before_a_class_belongs_to_each_member() -> None:
    clause = "Điều 3. Chánh Văn phòng Bộ; Giám đốc các Sở: Nội vụ, Tài chính; Thủ trưởng các đơn vị chịu trách nhiệm thi hành."
    found = [name for kind, name in roles(reading(clause).tasks) if kind == "LED_BY"]
    assert found[1:3] == ["Sở Nội vụ", "Sở Tài chính"]


def test_the_heading_of_an_article_may_be_glued_to_its_sentence() -> None:
    clause = "Điều 3. Trách nhiệm thi hành Bộ Nội vụ và Bộ Tài chính chịu trách nhiệm thi hành Thông tư này."
    assert roles(reading(clause).tasks) == [("LED_BY", "Bộ Nội vụ"), ("LED_BY", "Bộ Tài chính")]


def test_a_condition_stands_before_who_acts() -> None:
    clause = "6. Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung nội dung, các bộ chủ động đề xuất với Bộ Nội vụ."
    assert roles(reading(clause).tasks)[0] == ("LED_BY", "các bộ")


def test_who_acts_reports_too() -> None:
    clause = "3. Bộ Nội vụ tập trung rà soát, định kỳ 6 tháng báo cáo về Bộ Tài chính, Bộ Công an trước ngày 15 tháng 6."
    assert [role for role in roles(reading(clause).tasks) if role[0] == "LED_BY"] == [
        ("LED_BY", "Bộ Nội vụ")
    ] * 2


def test_a_verb_may_be_part_of_a_name() -> None:
    found = roles(
        reading("7. Cục Kinh tế - Quản lý đầu tư xây dựng chủ trì rà soát định mức.").tasks
    )
    assert found == [("LED_BY", "Cục Kinh tế - Quản lý đầu tư xây dựng")]


def test_a_glued_heading_opens_a_list_and_a_verb_may_stand_in_a_class() -> None:
    clause = (
        "Điều 4. Trách nhiệm thi hành Chánh Văn phòng Bộ; Giám đốc Sở Nội vụ; Thủ trưởng các tổ chức hành chính khác; "
        "Sở Y tế chịu trách nhiệm thi hành Quyết định này."
    )
    assert [name for _, name in roles(reading(clause).tasks)] == [
        "Chánh Văn phòng Bộ",
        "Giám đốc Sở Nội vụ",
        "Thủ trưởng các tổ chức hành chính khác",
        "Sở Y tế",
    ]


def test_places_end_a_class_and_an_owner_is_said_once() -> None:
    clause = (
        "Điều 3. Thủ trưởng các Vụ, Cục thuộc Bộ Nội vụ, Chủ tịch Ủy ban nhân dân các xã, phường, cơ quan, tổ chức, "
        "cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."
    )
    assert [name for _, name in roles(reading(clause).tasks)] == [
        "Thủ trưởng các Vụ, Cục thuộc Bộ Nội vụ",
        "Chủ tịch Ủy ban nhân dân các xã, phường",
        "cơ quan, tổ chức, cá nhân có liên quan",
    ]


def test_words_of_functions_before_a_duty_to_coordinate() -> None:
    found = roles(
        reading(
            "3. Sở Nội vụ, Sở Y tế căn cứ chức năng, nhiệm vụ để phối hợp rà soát hồ sơ."
        ).tasks
    )
    assert found == [("COORDINATED_BY", "Sở Nội vụ"), ("COORDINATED_BY", "Sở Y tế")]


def test_who_acts_may_stand_behind_several_conditions() -> None:
    clause = "4. Khi mức giá thay đổi, trên cơ sở đề xuất của các xã, phường, Sở Tài chính chủ trì, phối hợp với Sở Y tế báo cáo."
    assert roles(reading(clause).tasks)[:2] == [
        ("LED_BY", "Sở Tài chính"),
        ("COORDINATED_BY", "Sở Y tế"),
    ]


def test_a_class_in_a_condition_does_not_act() -> None:
    clause = "2. Trên cơ sở đề nghị của các Bộ, cơ quan liên quan, Bộ Tài chính khẩn trương rà soát nguồn vốn."
    assert roles(reading(clause).tasks) == [("LED_BY", "Bộ Tài chính")]


def test_what_a_class_does_may_tell_who_is_meant() -> None:
    clause = "2. Doanh nghiệp thực hiện dự án thí điểm có trách nhiệm báo cáo kết quả."
    assert roles(reading(clause).tasks)[0] == ("LED_BY", "Doanh nghiệp thực hiện dự án thí điểm")


def test_a_charge_that_only_opens_its_items_is_no_duty_of_its_own() -> None:
    body = "Điều 2. Giao Sở Y tế có trách nhiệm:\n1. Xây dựng, ban hành quy trình.\n2. Rà soát danh mục."
    found = reading(body).tasks
    assert [(task.place, *roles((task,))) for task in found] == [
        ("Điều 2 › 1", ("LED_BY", "Sở Y tế")),
        ("Điều 2 › 2", ("LED_BY", "Sở Y tế")),
    ]


def test_who_gathers_reports_once() -> None:
    clause = "5. Sở Nội vụ tổng hợp tình hình thực hiện, báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 01 năm 2026."
    assert [role for role in roles(reading(clause).tasks) if role[0] == "LED_BY"] == [
        ("LED_BY", "Sở Nội vụ")
    ]


def test_who_gathers_what_others_report_is_bound_too() -> None:
    clause = "6. Các sở, ngành hằng năm báo cáo kết quả thực hiện về Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh."
    assert [name for kind, name in roles(reading(clause).tasks) if kind == "LED_BY"] == [
        "Các sở, ngành",
        "Sở Nội vụ",
    ]


def test_parts_and_reports_are_no_bodies() -> None:
    assert not roles(
        reading("3. Các bộ phận tạo thành thủ tục được thực hiện theo quy định.").tasks
    )
    assert not roles(
        reading("4. Các báo cáo nêu trên gửi Bộ Nội vụ trước ngày 05 tháng 12 năm 2025.").tasks
    )


def test_what_a_letter_retells_or_quotes_is_no_request_of_its_own() -> None:
    letter = (
        "Kính gửi: Ủy ban nhân dân tỉnh Hà Tĩnh.\nCử tri nêu: “Cử tri đề nghị ban hành khung giá dịch vụ.” "
        "Bộ Tài chính trả lời như sau:\n- Khung giá đang được rà soát để trình ban hành."
    )
    assert not roles(reading(letter, kind="Công văn").tasks)


def test_a_quotation_mark_that_recognition_left_open_hides_no_request() -> None:
    letter = (
        'Kính gửi: Ủy ban nhân dân tỉnh Hà Tĩnh.\nThực hiện Đề án “Dạy học số" đến năm 2030, đề nghị Quý Ủy ban gửi báo cáo '
        "về Bộ Giáo dục và Đào tạo trước ngày 15/11/2025."
    )
    assert ("LED_BY", "Ủy ban nhân dân tỉnh Hà Tĩnh") in roles(
        reading(letter, kind="Công văn").tasks
    )


def test_partners_may_be_parted_by_a_semicolon() -> None:
    clause = "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; cơ quan, đơn vị có liên quan thực hiện kiểm thử hệ thống."
    assert roles(reading(clause).tasks) == [
        ("LED_BY", "Sở Nội vụ"),
        ("COORDINATED_BY", "Sở Tài chính"),
        ("COORDINATED_BY", "cơ quan, đơn vị có liên quan"),
    ]


def test_ministries_behind_a_class_of_bodies_are_each_one() -> None:
    clause = "8. Các Bộ, cơ quan: Tài chính, Văn hóa, Thể thao và Du lịch, Ngoại giao theo chức năng khẩn trương rà soát."
    assert [name for _, name in roles(reading(clause).tasks)] == [
        "Bộ Tài chính",
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Bộ Ngoại giao",
    ]


def test_heads_and_staff_end_a_class() -> None:
    clause = "1. Bí thư tỉnh ủy, Chủ tịch Ủy ban nhân dân các tỉnh và lãnh đạo các Bộ, ngành theo chức năng tập trung ứng phó."
    assert [name for _, name in roles(reading(clause).tasks)] == [
        "Bí thư tỉnh ủy",
        "Chủ tịch Ủy ban nhân dân các tỉnh",
        "lãnh đạo các Bộ, ngành",
    ]


def test_a_named_unit_may_stand_behind_a_condition() -> None:
    clause = "Điều 2. Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung, Bộ Nội vụ rà soát, đề xuất điều chỉnh danh mục."
    assert roles(reading(clause).tasks)[0] == ("LED_BY", "Bộ Nội vụ")


def test_an_article_that_charges_somebody_binds_in_a_norm_too() -> None:
    body = (
        "Điều 3. Định mức\n1. Sở Y tế quyết định định mức.\nĐiều 4. Giám đốc Sở Nội vụ có trách nhiệm:\n1. Tổ chức thực hiện."
        "\nĐiều 6. Trách nhiệm tổ chức thực hiện\nCác cơ quan được phân cấp có trách nhiệm:\n1. Công khai định mức."
    )
    found = reading(body, nature="normative", kind="Quyết định").tasks
    assert [(task.place, *roles((task,))) for task in found] == [
        ("Điều 4 › 1", ("LED_BY", "Giám đốc Sở Nội vụ")),
        ("Điều 6 › 1", ("LED_BY", "Các cơ quan được phân cấp")),
    ]


def test_the_first_sentence_is_no_part_of_those_addressed() -> None:
    letter = (
        "Kính gửi: Ủy ban nhân dân các tỉnh, thành phố Triển khai việc phân bổ kinh phí, Bộ Nội vụ có ý kiến sau.\n"
        "1. Vì vậy, đề nghị Ủy ban nhân dân các tỉnh, thành phố trình Hội đồng nhân dân tỷ lệ chi."
    )
    leads = [
        name for kind, name in roles(reading(letter, kind="Công văn").tasks) if kind == "LED_BY"
    ]
    assert leads == ["Ủy ban nhân dân các tỉnh, thành phố"]


def test_a_clause_that_opens_its_items_gives_them_who_leads_and_who_coordinates() -> None:
    found = reading(
        "2. Sở Nội vụ chủ trì, phối hợp với Sở Y tế:\n- Rà soát quy chế.\n- Lồng ghép nội dung tập huấn."
    ).tasks
    assert roles(found) == [("LED_BY", "Sở Nội vụ"), ("COORDINATED_BY", "Sở Y tế")] * 2


def test_a_plain_line_with_a_colon_opens_the_points_below_it() -> None:
    found = reading(
        "1.2. Nhà ở\nBộ Nội vụ:\na) Rà soát quỹ nhà.\nb) Hướng dẫn các địa phương."
    ).tasks
    assert roles(found) == [("LED_BY", "Bộ Nội vụ")] * 2


def test_a_topic_among_topics_is_no_actor() -> None:
    topics = "1. Hạ tầng\na) Phát triển mạng lưới.\n2. Doanh nghiệp số\na) Triển khai chương trình hỗ trợ."
    assert not reading(topics).tasks


def test_a_sentence_without_a_subject_returns_to_the_heading() -> None:
    clause = "1. Bộ Nội vụ\na) Rà soát quy chế. UBND cấp xã chú trọng công khai kết quả. Phối hợp với Bộ Y tế theo dõi."
    found = [role for role in roles(reading(clause).tasks) if role[0] != "NAMED_PARTNER"]
    assert found == [
        ("LED_BY", "Bộ Nội vụ"),
        ("LED_BY", "UBND cấp xã"),
        ("COORDINATED_BY", "Bộ Nội vụ"),
    ]


def test_who_is_asked_may_stand_behind_a_purpose() -> None:
    clause = "Để sớm ổn định đời sống, khôi phục sản xuất, Chính phủ yêu cầu Bộ Nội vụ, Bộ Y tế tập trung rà soát."
    assert roles(reading(clause).tasks) == [("LED_BY", "Bộ Nội vụ"), ("LED_BY", "Bộ Y tế")]


def test_those_given_a_task_are_named_with_it() -> None:
    found = roles(
        reading("1. Các đơn vị được giao nhiệm vụ có trách nhiệm theo dõi tiến độ.").tasks
    )
    assert found == [("LED_BY", "Các đơn vị được giao nhiệm vụ")]


def test_a_report_may_go_to_several() -> None:
    found = roles(
        reading(
            "1. Bộ Nội vụ tổng hợp kết quả, gửi Bộ Y tế, Bộ Công an trước ngày 08 tháng 12 năm 2026."
        ).tasks
    )
    assert [name for kind, name in found if kind == "REPORTS_TO"] == ["Bộ Y tế", "Bộ Công an"]


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        # by way of whom, in brackets or not
        (
            "Sở Nội vụ gửi báo cáo về Bộ Tài chính (qua Cục Thuế).",
            [("Sở Nội vụ", "Bộ Tài chính", "Cục Thuế")],
        ),
        (
            "Sở Nội vụ báo cáo Bộ Tài chính ( thông qua Cục Thuế ).",
            [("Sở Nội vụ", "Bộ Tài chính", "Cục Thuế")],
        ),
        (
            "Sở Nội vụ báo cáo Bộ Tài chính qua Cục Thuế.",
            [("Sở Nội vụ", "Bộ Tài chính", "Cục Thuế")],
        ),
        ("Sở Nội vụ báo cáo Bộ Tài chính qua thư điện tử.", [("Sở Nội vụ", "Bộ Tài chính", None)]),
        # several verbs of reporting before whom they name
        (
            "Sở Nội vụ tổng hợp, báo cáo, đề xuất Bộ Tài chính xem xét.",
            [("Sở Nội vụ", "Bộ Tài chính", None)],
        ),
        # submitted for signing, then sent
        (
            "Sở Nội vụ lập danh sách, trình Bộ Tài chính ký gửi Bộ Y tế.",
            [("Sở Nội vụ", "Bộ Tài chính", None), ("Sở Nội vụ", "Bộ Y tế", "Bộ Tài chính")],
        ),
        # station after station
        (
            "Sở Nội vụ lập dự toán gửi Sở Tài chính tổng hợp báo cáo Bộ Tài chính.",
            [("Sở Nội vụ", "Sở Tài chính", None), ("Sở Tài chính", "Bộ Tài chính", None)],
        ),
    ],
)
def test_who_reports_to_whom_by_way_of_whom(
    words: str, reported: list[tuple[str, str, str | None]]
) -> None:
    found = [
        (lead.target.name, to.target.name, to.properties.get("through"))
        for task in reading(f"1. {words}").tasks
        for lead in task.relations
        for to in task.relations
        if (lead.type, to.type) == ("LED_BY", "REPORTS_TO")
    ]
    assert found == reported


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("1. Bộ Nội vụ phối hợp với Bộ Tài chính kiểm kê kho.", "COORDINATED_BY"),
        (
            "1. Bộ Nội vụ thường xuyên phối hợp với Bộ Tài chính để nắm tình hình.",
            "COORDINATED_BY",
        ),
        # of their own accord, or with a verb of their own behind the comma
        ("1. Bộ Nội vụ chủ động phối hợp với Bộ Tài chính để kiểm kê kho.", "LED_BY"),
        ("1. Bộ Nội vụ phối hợp chặt chẽ với Bộ Tài chính, tăng cường kiểm tra kho.", "LED_BY"),
    ],
)
def test_who_works_with_others_of_their_own_accord_does_not_only_help(
    words: str, part: str
) -> None:
    assert [kind for kind, unit in roles(reading(words).tasks) if unit == "Bộ Nội vụ"] == [part]


def test_a_field_may_say_what_each_does() -> None:
    found = reading(
        "1. Rà soát kho sách\n"
        "- Cơ quan thực hiện: Bộ Nội vụ tiến hành kiểm kê; Bộ Tài chính thẩm định giá.\n"
        "- Thời gian: tháng 5/2025"
    )
    assert roles(found.tasks) == [("LED_BY", "Bộ Nội vụ"), ("LED_BY", "Bộ Tài chính")]


def test_fields_below_a_charge_say_when_and_what() -> None:
    body = "\n- Thời gian: trước ngày 30/6/2025.\n- Sản phẩm: Sổ tay."
    for charge in ("1. Giao Bộ Nội vụ chủ trì:", "1. Bộ Nội vụ biên soạn sổ tay."):
        (task,) = reading(charge + body).tasks
        assert roles((task,)) == [("LED_BY", "Bộ Nội vụ")]
        assert [limit.end_date for limit in task.deadlines] == ["2025-06-30"]
        assert [product.text for product in task.deliverables] == ["Sổ tay"]


def test_the_words_of_an_item_with_fields_are_told_once() -> None:
    found = reading(
        "1. Các cơ quan, đơn vị ưu tiên mua sách.\nĐơn vị chủ trì: Các cơ quan, đơn vị."
    )
    assert roles(found.tasks) == [("LED_BY", "Các cơ quan, đơn vị")]


def test_a_station_that_is_charged_itself_is_bound_once() -> None:
    found = reading(
        "1. Các bộ gửi Bộ Nội vụ tổng hợp, báo cáo Chính phủ. Bộ Nội vụ tổng hợp, báo cáo Chính phủ."
    )
    assert roles(found.tasks).count(("LED_BY", "Bộ Nội vụ")) == 1


def test_an_abbreviation_ends_a_sentence() -> None:
    found = roles(
        reading(
            "Trên đây là Kế hoạch của Bộ GD&ĐT. Các đơn vị thuộc Bộ Nội vụ nghiêm túc thực hiện."
        ).tasks
    )
    assert found == [("LED_BY", "Các đơn vị thuộc Bộ Nội vụ")]


def test_items_are_numbered_beyond_ninety_nine() -> None:
    assert roles(reading("100. Bộ Nội vụ lập sổ.\n101. Bộ Y tế lập sổ.").tasks) == [
        ("LED_BY", "Bộ Nội vụ"),
        ("LED_BY", "Bộ Y tế"),
    ]


def test_a_ministry_orders_in_its_own_letter_and_retells_what_others_order() -> None:
    head = "BỘ Y TẾ\nKính gửi: Các bệnh viện trực thuộc Bộ.\n"
    page = Page.of(
        "công văn.txt", f"{head}Bộ Y tế yêu cầu Giám đốc các bệnh viện kiểm kê kho thuốc."
    )
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, whole, Span(whole.end, whole.end))
    issuer = UnitContext("unit:bo-y-te", {}, None, page.name)
    found = read_duties(
        ReadingContext(page, part, HeaderRecord(kind="Công văn"), resolver(), issuer)
    )
    assert roles(found.tasks) == [("LED_BY", "Giám đốc các bệnh viện")]
    retold = f"{head}Thủ tướng Chính phủ yêu cầu Giám đốc các bệnh viện kiểm kê kho thuốc."
    assert not roles(reading(retold, kind="Công văn").tasks)


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("1. Bộ Y tế: (i) mua thuốc trước ngày 05/6/2030; (ii) thuê kho trước ngày 30/9/2030.", 2),
        ("1. Bộ Y tế a) rà soát máy móc; b) dự trù hóa chất trong tháng 9/2030.", 2),
        ("1. Bộ Y tế: (i) rà soát máy móc; (ii) dự trù hóa chất; (iii) mở lớp tập huấn.", 1),
        ("1. Bộ Y tế hoàn thiện các báo cáo: (i) Báo cáo năm; (ii) Báo cáo chuyên đề.", 1),
        ("1. Bộ Y tế thông báo tới các bộ, ngành lịch họp.", 1),
        ("1. Bộ Y tế rà soát máy móc (nếu có); dự trù hóa chất trong tháng 9/2030.", 1),
    ],
)
def test_numbered_orders_of_a_clause_are_told_apart_where_they_have_their_own_time(
    text: str, orders: int
) -> None:
    found = reading(text).tasks
    assert len(found) == orders
    assert {role for role in roles(found) if role[0] == "LED_BY"} == {("LED_BY", "Bộ Y tế")}


LETTER = """BỘ NỘI VỤ
Số: 402/BNV-VP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 03 tháng 9 năm 2030

Kính gửi: Các bộ, ngành

BODY

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


@pytest.mark.parametrize(
    "body",
    [
        "Đề nghị các bộ, ngành cập nhật biểu mẫu, gửi về Bộ Nội vụ trước ngày 20/9/2030.",
        "Bộ Nội vụ yêu cầu các bộ, ngành rà soát, báo cáo về Bộ Nội vụ trước ngày 20/9/2030.",
        "Giao các bộ, ngành rà soát; báo cáo Bộ Nội vụ trước ngày 20/9/2030.",
        "Về việc này, yêu cầu các bộ, ngành rà soát, báo cáo Bộ Nội vụ trước ngày 20/9/2030.",
    ],
)
def test_a_letter_asks_in_whatever_place_its_request_stands(body: str, tmp_path: Path) -> None:
    path = tmp_path / "công văn.txt"
    path.write_text(LETTER.replace("BODY", body), "utf-8")
    tasks = read_file(path).documents[0].tasks
    assert {name.lower() for kind, name in roles(tasks) if kind == "LED_BY"} == {"các bộ, ngành"}
    assert ("REPORTS_TO", "Bộ Nội vụ") in roles(tasks)
    assert ["2030-09-20"] in [[one.end_date for one in task.deadlines] for task in tasks]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("II. TRÁCH NHIỆM CỦA BỘ Y TẾ\n1. Cấp danh mục thuốc.", "BỘ Y TẾ"),
        (
            "1. Bộ Nông nghiệp và\n\nMôi trường trồng cây chắn sóng.",
            "Bộ Nông nghiệp và Môi trường",
        ),
    ],
)
def test_a_name_in_capitals_or_over_two_paragraphs_is_whole(text: str, unit: str) -> None:
    assert ("LED_BY", unit) in [
        (kind, " ".join(name.split())) for kind, name in roles(reading(text).tasks)
    ]
