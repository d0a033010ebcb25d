"""A row becomes a task; its assignments carry roles, times, products and money, each with its
evidence.
"""

from __future__ import annotations

from functools import cache

import pytest

from luocdo.graph.records import HeaderRecord, TaskRecord, UnitMention
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.tasks.assignments import TableReading, read_annex_tables
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Annex, Part

HEADING = "TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\tSản phẩm\tGhi chú\n"
EMPTY = Span(0, 0)


@cache
def resolver() -> UnitResolver:
    return UnitResolver.load()


def read(
    body: str, heading: str = HEADING, before: str = "PHỤ LỤC\n", title: str | None = None
) -> TableReading:
    page = Page.of("kế hoạch.txt", before + heading + body)
    whole = Span(0, len(page.flat))
    start = page.flat.find("PHỤ LỤC")
    annex = Annex(
        Span(max(start, 0), whole.end), "Phụ lục", Span(max(start, 0), max(start, 0) + 7)
    )
    part = Part(whole, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, (annex,))
    units = UnitContext(None, {}, None, "kế hoạch.txt")
    return read_annex_tables(
        ReadingContext(page, part, HeaderRecord(title=title), resolver(), units)
    )


def task(body: str, heading: str = HEADING) -> TaskRecord:
    (only,) = read(body, heading).tasks
    return only


def units(record: TaskRecord, kind: str) -> list[str]:
    return [
        r.target.as_printed
        for r in record.relations
        if r.type == kind and isinstance(r.target, UnitMention)
    ]


def test_a_row_with_one_assignment_is_its_own_leaf() -> None:
    record = task(
        "1\tLập kế hoạch.\tBộ Tài chính\tBộ Nội vụ, Bộ Công an\t31/12/2025\tKế hoạch\t\n"
    )
    assert (record.place, record.code, record.text) == ("Phụ lục › 1", "1", "Lập kế hoạch.")
    assert record.parts == ()
    assert units(record, "LED_BY") == ["Bộ Tài chính"]
    assert units(record, "COORDINATED_BY") == ["Bộ Nội vụ", "Bộ Công an"]
    assert [deadline.end_date for deadline in record.deadlines] == ["2025-12-31"]
    assert [product.text for product in record.deliverables] == ["Kế hoạch"]


def test_roles_of_a_task_with_several_assignments_hang_on_its_parts_only() -> None:
    rows = "1\tLập\tBộ Tài chính\tBộ Nội vụ\t2025\tA\tQuyết định số 131/QĐ-TTg\n\t\tBộ Công an\t\t2026\tB\t\n"
    record = task(rows)
    assert {relation.type for relation in record.relations} == {"BASED_ON"}
    assert not record.deadlines
    assert [part.place for part in record.parts] == ["Phụ lục › 1 › 1", "Phụ lục › 1 › 2"]
    assert [units(part, "LED_BY") for part in record.parts] == [["Bộ Tài chính"], ["Bộ Công an"]]
    assert not any(
        relation.type == "BASED_ON" for part in record.parts for relation in part.relations
    )


def test_what_a_merged_cell_lends_is_marked_and_quotes_the_cell_above() -> None:
    record = task("1\tLập\tBộ Tài chính\tBộ Nội vụ\t2025\tA\t\n\t\tBộ Công an\t\t\tB\t\n")
    partner = next(r for r in record.parts[1].relations if r.type == "COORDINATED_BY")
    assert (partner.evidence.reading, partner.evidence.quote) == ("inherited", "Bộ Nội vụ")
    assert record.parts[1].deadlines[0].evidence.reading == "inherited"
    assert record.parts[0].deadlines[0].evidence.reading == "stated"


def test_the_quote_of_a_cell_cut_by_a_page_joins_its_pieces() -> None:
    record = task(
        "1\tLập\tBộ Tài chính\tcác đơn vị thuộc\t2025\tA\t\n\n" + HEADING + "\t\t\tBộ\t\t\t\n"
    )
    (partner,) = (r for r in record.relations if r.type == "COORDINATED_BY")
    assert partner.evidence.quote == "các đơn vị thuộc … Bộ"
    assert partner.evidence.as_printed == "các đơn vị thuộc Bộ"


PRODUCTS = [
    ("Kế hoạch của Bộ", ["Kế hoạch của Bộ"]),  # one cell, one product
    ("- Kế hoạch; - Báo cáo.", ["Kế hoạch", "Báo cáo."]),  # bullets in one line
    (
        "<ul> <li>- Kế hoạch</li> <li>- Báo cáo</li> </ul>",
        ["Kế hoạch", "Báo cáo"],
    ),  # marks of a web page
    (
        "Hợp tác công - tư năm 2025 - 2028",
        ["Hợp tác công - tư năm 2025 - 2028"],
    ),  # a dash is no bullet
    (
        "Thông tư về A được ban hành. Thông tư về B được ban hành",
        ["Thông tư về A được ban hành.", "Thông tư về B được ban hành"],
    ),
    (
        "Nền tảng số; cơ sở dữ liệu",
        ["Nền tảng số; cơ sở dữ liệu"],
    ),  # a semicolon alone parts nothing
]


@pytest.mark.parametrize(("cell", "products"), PRODUCTS)
def test_each_printed_item_is_a_product(cell: str, products: list[str]) -> None:
    record = task(f"1\tLập\tBộ Tài chính\t\t2025\t{cell}\t\n")
    assert [product.text for product in record.deliverables] == products


BOTH_IN_ONE = [
    "Bộ Tài chính chủ trì, phối hợp với Bộ Công an",
    "Chủ trì: Bộ Tài chính; Phối hợp: Bộ Công an",
    "Bộ Tài chính chủ trì; Bộ Công an phối hợp",
]


@pytest.mark.parametrize("cell", BOTH_IN_ONE)
def test_one_cell_may_name_lead_and_partner(cell: str) -> None:
    record = task(f"1\tLập\t{cell}\t2025\n", "TT\tNội dung\tĐơn vị thực hiện\tThời hạn\n")
    assert units(record, "LED_BY") == ["Bộ Tài chính"]
    assert units(record, "COORDINATED_BY") == ["Bộ Công an"]


def test_a_partner_in_the_words_is_named_not_coordinator() -> None:
    record = task("1\tPhối hợp với Bộ Công an rà soát quy định\tBộ Tài chính\t\t2025\tA\t\n")
    assert units(record, "NAMED_PARTNER") == ["Bộ Công an"]
    assert not units(record, "COORDINATED_BY")


def test_the_group_heading_gives_the_lead_where_no_column_does() -> None:
    heading = "TT\tNội dung\tThời hạn\tSản phẩm\n"
    record = task("Nhiệm vụ giao Bộ Công an chủ trì\n1\tLập\t2025\tA\n", heading)
    (lead,) = (relation for relation in record.relations if relation.type == "LED_BY")
    assert (lead.evidence.as_printed, lead.evidence.reading) == ("Bộ Công an", "inherited")


def test_the_words_give_the_lead_where_no_column_does() -> None:
    record = task(
        "1\tBộ Công an chủ trì, lập kế hoạch\t2025\tA\n", "TT\tNội dung\tThời hạn\tSản phẩm\n"
    )
    assert units(record, "LED_BY") == ["Bộ Công an"]


BASES = [
    ("Quyết định số 131/QĐ-TTg ngày 25/01/2022", "own"),  # a document
    ("Thực hiện các nhiệm vụ được giao", "none"),  # a note that names none
    ("", "none"),
]


@pytest.mark.parametrize(("note", "basis"), BASES)
def test_a_note_is_a_basis_when_it_names_a_document(note: str, basis: str) -> None:
    assert task(f"1\tLập\tBộ Tài chính\t\t2025\tA\t{note}\n").basis == basis


def test_words_in_a_column_for_the_basis_that_name_nothing_known_stay_unresolved() -> None:
    heading = "TT\tNội dung\tVăn bản giao nhiệm vụ\tChủ trì\tThời hạn\n"
    assert (
        task("1\tLập\tÝ kiến tại cuộc họp giao ban\tBộ Tài chính\t2025\n", heading).basis
        == "own_unresolved"
    )


def test_a_unit_in_both_roles_is_reported() -> None:
    reading = read("1\tLập\tBộ Tài chính\tBộ Công an, Bộ Tài chính\t2025\tA\t\n")
    assert [issue.kind for issue in reading.issues] == ["both_roles"]


def test_a_jump_in_the_numbers_is_reported_with_its_place() -> None:
    reading = read(
        "I\tCHUNG\t\t\t\t\t\n1\tLập\tBộ Tài chính\t\t\t\t\n9\tSửa\tBộ Tài chính\t\t\t\t\n"
    )
    assert [(issue.kind, issue.place) for issue in reading.issues] == [
        ("numbering_gap", "Phụ lục › I › 9")
    ]


def test_a_cell_whose_beginning_is_lost_is_completed_from_its_column() -> None:
    whole = "1\tLập\tBộ Khoa học và Công nghệ\tBộ Công an\t2025\t\t\n\n"
    lost = (
        "\tdụng dữ liệu mở\tọc và Công nghệ\tBộ Y tế\t2025\t\t\n9\tSơ kết\tBộ Nội vụ\t\t2025\t\t\n"
    )
    record = read(whole + lost).tasks[1]
    (lead,) = (relation for relation in record.relations if relation.type == "LED_BY")
    assert isinstance(lead.target, UnitMention)
    assert lead.target.name == "Bộ Khoa học và Công nghệ"
    assert (lead.evidence.quote, lead.evidence.as_printed) == (
        "ọc và Công nghệ",
        "ọc và Công nghệ",
    )
    assert lead.evidence.reading == "corrected"


MONEY = (
    "TT\tNhiệm vụ\tChủ trì\tThời gian\tKinh phí và nguồn vốn\t\t\n\t\t\t\t2023\t2024\tNguồn vốn\n"
)
ROW = "1\tLập\tBộ Tài chính\t2023-2024\t1.125\t500\tNSĐP\n"


def test_money_is_read_by_year_in_the_unit_above_the_table() -> None:
    (record,) = read(ROW, MONEY, "PHỤ LỤC\nĐVT: triệu đồng\n").tasks
    assert [(money.year, money.amount, money.sources) for money in record.allocations] == [
        (2023, 1_125_000_000, "NSĐP"),
        (2024, 500_000_000, "NSĐP"),
    ]


def test_money_without_a_unit_has_no_amount() -> None:
    (record,) = read(ROW, MONEY).tasks
    assert [(money.text, money.amount) for money in record.allocations] == [
        ("1.125", None),
        ("500", None),
    ]


def test_columns_by_source_are_the_parts_of_the_sum() -> None:
    heading = (
        "TT\tNhiệm vụ\tChủ trì\tThời gian\tTổng kinh phí\tNgân sách trung ương\tNgân sách tỉnh\n"
    )
    row = "1\tLập cổng dữ liệu\tBộ Tài chính\t2024\t12,5\t7,5\t5\n"
    (record,) = read(row, heading, "PHỤ LỤC\nĐVT: tỷ đồng\n").tasks
    (whole,) = record.allocations
    assert (whole.amount, whole.unit, whole.sources) == (12_500_000_000, "tỷ đồng", None)
    assert [(part.amount, part.sources) for part in whole.parts] == [
        (7_500_000_000, "Ngân sách trung ương"),
        (5_000_000_000, "Ngân sách tỉnh"),
    ]


@pytest.mark.parametrize(
    ("cell", "amount", "unit"),
    [
        ("200 triệu đồng", 200_000_000, "triệu đồng"),  # its own unit, not the table's
        ("1,5 tỷ", 1_500_000_000, "tỷ đồng"),
        ("khoảng 3 tỷ đồng", 3_000_000_000, "tỷ đồng"),
        ("1.500 triệu đồng (15 tỷ đồng)", None, "triệu đồng"),  # two units that contradict
        ("1.500 triệu đồng (1,5 tỷ đồng)", 1_500_000_000, "triệu đồng"),
        ("2 - 3 tỷ đồng", None, "tỷ đồng"),  # a range
        ("1.125", 1_125_000_000, "triệu đồng"),
    ],
)
def test_a_cell_of_money_may_tell_its_own_unit(cell: str, amount: int | None, unit: str) -> None:
    heading = "TT\tNội dung\tCơ quan chủ trì\tThời hạn\tKinh phí\n"
    reading = read(
        f"1\tLập cổng dữ liệu\tBộ Tài chính\t2024\t{cell}\n", heading, "PHỤ LỤC\nĐVT: triệu đồng\n"
    )
    ((sum_,),) = [task.allocations for task in reading.tasks]
    assert (sum_.text, sum_.amount, sum_.unit) == (cell, amount, unit)
    told_twice = "(15 tỷ" in cell
    assert [one.kind for one in reading.issues] == ["suspect_money"] * told_twice


MONEY_ISSUES = [
    # the total is wrong in one column
    (ROW + "\tTổng cộng\t\t\t1.125\t600\t\n", ["sum_mismatch"]),
    (ROW + "\tTổng cộng\t\t\t1.125\t500\t\n", []),
    # the cells of a row have slipped
    ("1\tLập\tBộ Tài chính\t4.000\t1.125\t500\tNSĐP\n", ["suspect_money"]),
    ("1\tLập\tBộ Tài chính\t2023\t1.125\t500\t500\tNSĐP\n", ["suspect_money"]),
    # … and what they add up to cannot be checked
    (
        "1\tLập\tBộ Tài chính\t4.000\t1.125\t500\tNSĐP\nTổng cộng\t\t\t\t1.125\t500\t\n",
        ["suspect_money", "sum_unchecked"],
    ),
    # one number is the sum of all years
    (ROW + "\tTổng giai đoạn\t\t\t1.625\t\t\n", []),
    (ROW + "\tTổng giai đoạn\t\t\t1.600\t\t\n", ["sum_mismatch"]),
    # a sum of a group counts the rows of the group
    ("I\tHẠ TẦNG\n" + ROW + "II\tĐÀO TẠO\n" + ROW + "Cộng mục II\t\t\t\t1.125\t500\t\n", []),
    (
        "I\tHẠ TẦNG\n" + ROW + "II\tĐÀO TẠO\n" + ROW + "Cộng mục II\t\t\t\t2.250\t500\t\n",
        ["sum_mismatch"],
    ),
]


@pytest.mark.parametrize(("body", "kinds"), MONEY_ISSUES)
def test_money_that_does_not_agree_is_reported_not_mended(body: str, kinds: list[str]) -> None:
    assert [
        issue.kind for issue in read(body, MONEY, "PHỤ LỤC\nĐVT: triệu đồng\n").issues
    ] == kinds


def test_a_total_told_in_another_unit_is_reported() -> None:
    before = "Tổng nhu cầu là 1.125 tỷ đồng.\nPHỤ LỤC\nĐVT: triệu đồng\n"
    reading = read(ROW + "\tTổng cộng\t\t\t1.125\t500\t\n", MONEY, before)
    assert [issue.kind for issue in reading.issues] == ["suspect_money"]


UPRIGHT = "TT\nNội dung\nCơ quan chủ trì\nThời hạn\nI\nTHỂ CHẾ\n1\nLập kế hoạch\nBộ Tài chính\n2025\n2\nSơ kết\nBộ Nội vụ\n"


def test_a_table_of_one_cell_to_a_line_is_read_where_its_rows_are_whole() -> None:
    reading = read(UPRIGHT + "2026\n", "")
    assert [(task.place, task.text, units(task, "LED_BY")) for task in reading.tasks] == [
        ("Phụ lục › I › 1", "Lập kế hoạch", ["Bộ Tài chính"]),
        ("Phụ lục › I › 2", "Sơ kết", ["Bộ Nội vụ"]),
    ]
    assert not reading.issues


def test_a_row_of_such_a_table_that_lacks_a_cell_is_read_by_what_its_cells_hold_and_said() -> None:
    reading = read(UPRIGHT, "")
    assert [units(task, "LED_BY") for task in reading.tasks] == [["Bộ Tài chính"], ["Bộ Nội vụ"]]
    assert [issue.kind for issue in reading.issues] == ["rebuilt_row"]


def test_a_ditto_mark_repeats_the_cell_above() -> None:
    rows = "1\tLập\tBộ Tài chính\tBộ Nội vụ\t2025\tA\tQuyết định số 131/QĐ-TTg\n2\tSửa\tnt\t-nt-\tNhư trên\tB\tnt\n"
    first, second = read(rows).tasks
    for kind in ("LED_BY", "COORDINATED_BY"):
        assert units(second, kind) == units(first, kind)
    assert second.deadlines[0].end_date == "2025-12-31"
    assert second.deadlines[0].evidence.reading == "inherited"
    assert [r.type for r in second.relations if r.type == "BASED_ON"] == ["BASED_ON"]


@pytest.mark.parametrize("mark", ["nt", "n.t", "n/t.", "(nt)", "-nt-", "Như trên", '"', "“”"])
def test_a_ditto_mark_has_many_prints(mark: str) -> None:
    _, second = read(f"1\tLập\tBộ Tài chính\t\t2025\tA\t\n2\tSửa\t{mark}\t\t2026\tB\t\n").tasks
    assert units(second, "LED_BY") == ["Bộ Tài chính"]


QUARTERS = (
    "TT\tNội dung\tChủ trì\tThời gian thực hiện\t\t\t\n\t\t\tQuý I\tQuý II\tQuý III\tQuý IV\n"
)
CROSSES = [
    ("\tx\t\t", [("quarter", "2026-04-01", "2026-06-30")]),
    ("X\tX\t\t", [("period", "2026-01-01", "2026-06-30")]),
    ("x\tx\tx\tx", [("period", "2026-01-01", "2026-12-31")]),
    ("\t\t\t", []),
    ("\t250\t\t", []),  # an amount is no cross
]


@pytest.mark.parametrize(("cells", "times"), CROSSES)
def test_crosses_below_quarters_give_the_time(
    cells: str, times: list[tuple[str, str, str]]
) -> None:
    (record,) = read(
        f"1\tLập\tBộ Y tế\t{cells}\n", QUARTERS, title="Kế hoạch kiểm tra năm 2026"
    ).tasks
    assert [(due.kind, due.start_date, due.end_date) for due in record.deadlines] == times
    assert all(due.evidence.reading == "inferred" for due in record.deadlines)


def test_a_cross_below_a_quarter_of_no_known_year_has_no_dates() -> None:
    (record,) = read("1\tLập\tBộ Y tế\tx\t\t\t\n", QUARTERS).tasks
    assert [(due.kind, due.text, due.end_date) for due in record.deadlines] == [
        ("conditional", "Quý I", None)
    ]


def test_group_headings_give_the_time_where_no_column_does() -> None:
    heading = "TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\n"
    rows = "I\tNhiệm vụ hoàn thành trong tháng 12 năm 2025\t\t\n1\tLập\tBộ Tài chính\t\nII\tHạ tầng\t\t\n1\tXây\tBộ Nội vụ\t\n"
    first, second = read(rows, heading).tasks
    assert [(d.end_date, d.evidence.reading) for d in first.deadlines] == [
        ("2025-12-31", "inherited")
    ]
    assert not second.deadlines


def test_words_name_lead_and_coordinators_where_no_column_does() -> None:
    words = "Bộ Xây dựng chủ trì, phối hợp với Bộ Công an, UBND các tỉnh kiểm tra kho"
    record = task(f"1\t{words}\t2025\tBiên bản\n", "TT\tNội dung\tThời hạn\tSản phẩm\n")
    assert units(record, "LED_BY") == ["Bộ Xây dựng"]
    assert units(record, "COORDINATED_BY") == ["Bộ Công an", "UBND các tỉnh"]


CELLS = [
    "1",
    "Lập danh mục",
    "Sở Nội vụ",
    "Sở Tài chính; các sở, ban, ngành",
    "Quý I/2026",
    "Báo cáo",
]
NEXT = ["2", "Kiểm kê kho", "Sở Tài chính", "Sở Nội vụ", "30/6/2026", "Biên bản"]
COLUMNS = ["TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"]
PRINTS = [
    ("tabs", "\n".join("\t".join(row) for row in (COLUMNS, CELLS, NEXT))),
    ("pipes", "\n".join(f"| {' | '.join(row)} |" for row in (COLUMNS, ["---"] * 6, CELLS, NEXT))),
    ("pipes between cells only", "\n".join(" | ".join(row) for row in (COLUMNS, CELLS, NEXT))),
    ("one cell to a line", "\n".join(cell for row in (COLUMNS, CELLS, NEXT) for cell in row)),
    (
        "the number glued to the words",
        "\n".join(
            "\t".join(row)
            for row in (COLUMNS, *([f"{r[0]}. {r[1]}", *r[2:]] for r in (CELLS, NEXT)))
        ),
    ),
    *(
        (
            f"columns in another order {order}",
            "\n".join("\t".join(row[at] for at in order) for row in (COLUMNS, CELLS, NEXT)),
        )
        for order in (
            (0, 5, 4, 3, 2, 1),
            (0, 2, 1, 3, 4, 5),
            (0, 1, 4, 5, 2, 3),
            (1, 2, 3, 4, 5, 0),
        )
    ),
]


@pytest.mark.parametrize(("why", "text"), PRINTS)
def test_the_same_table_gives_the_same_tasks_in_every_print(why: str, text: str) -> None:
    def said(record: TaskRecord) -> tuple[object, ...]:
        ends = [deadline.end_date for deadline in record.deadlines]
        products = [product.text for product in record.deliverables]
        return (
            record.text,
            units(record, "LED_BY"),
            units(record, "COORDINATED_BY"),
            ends,
            products,
        )

    assert [said(record) for record in read(text + "\n", "").tasks] == [
        (
            "Lập danh mục",
            ["Sở Nội vụ"],
            ["Sở Tài chính", "các sở, ban, ngành"],
            ["2026-03-31"],
            ["Báo cáo"],
        ),
        ("Kiểm kê kho", ["Sở Tài chính"], ["Sở Nội vụ"], ["2026-06-30"], ["Biên bản"]),
    ], why


ONE_CELL = [
    ("Chủ trì: Bộ Y tế; Phối hợp: Bộ Tài chính", ["Bộ Y tế"], ["Bộ Tài chính"]),
    (
        "Giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính và các đơn vị liên quan thực hiện",
        ["Bộ Y tế"],
        ["Bộ Tài chính", "các đơn vị liên quan"],
    ),
    (
        "Bộ Y tế (chủ trì); Bộ Tài chính, Bộ Nội vụ (phối hợp)",
        ["Bộ Y tế"],
        ["Bộ Tài chính", "Bộ Nội vụ"],
    ),
    ("Bộ Y tế (chủ trì), Bộ Tài chính, Bộ Nội vụ", ["Bộ Y tế"], ["Bộ Tài chính", "Bộ Nội vụ"]),
    ("- CQ chủ trì: Bộ Y tế. - CQ phối hợp: Bộ Tài chính", ["Bộ Y tế"], ["Bộ Tài chính"]),
    ("+ Chủ trì: Bộ Y tế + Phối hợp: Bộ Tài chính", ["Bộ Y tế"], ["Bộ Tài chính"]),
    ("CT: Bộ Y tế; PH: Bộ Tài chính", ["Bộ Y tế"], ["Bộ Tài chính"]),
    ("Bộ Y tế (CT); Bộ Tài chính (PH)", ["Bộ Y tế"], ["Bộ Tài chính"]),
    ("Bộ Y tế phối hợp với Bộ Tài chính", ["Bộ Y tế"], ["Bộ Tài chính"]),
    ("- Chủ trì: UBND các xã, phường", ["UBND các xã, phường"], []),
    ("Bộ Y tế/Bộ Tài chính", ["Bộ Y tế", "Bộ Tài chính"], []),
]


@pytest.mark.parametrize(("cell", "leads", "partners"), ONE_CELL)
def test_one_cell_may_hold_both_roles(cell: str, leads: list[str], partners: list[str]) -> None:
    record = task(f"1\tLập\t{cell}\t2025\n", "TT\tNội dung\tPhân công thực hiện\tThời hạn\n")
    assert units(record, "LED_BY") == leads
    assert units(record, "COORDINATED_BY") == partners


def test_a_line_between_rows_gives_them_their_lead_without_its_number() -> None:
    heading = "TT\tNội dung\tThời hạn\tCơ quan phối hợp\n"
    first, second = read(
        "I. Bộ Nội vụ\n1\tLập\t2025\tBộ Y tế\nII. Bộ Y tế\n1\tMua\t2026\t\n", heading
    ).tasks
    assert units(first, "LED_BY") == ["Bộ Nội vụ"]
    assert units(second, "LED_BY") == ["Bộ Y tế"]


PARTIES = "TT\tNội dung\tThời hạn\tSở Nội vụ\tSở Tài chính\tCông an tỉnh\n"


@pytest.mark.parametrize(
    ("heading", "row", "leads", "helpers"),
    [
        (
            PARTIES,
            "1\tLập đề án\t6/2026\tCT\tPH\t\n",
            ["Sở Nội vụ"],
            ["Sở Tài chính"],
        ),  # short forms
        (
            PARTIES,
            "1\tLập đề án\t6/2026\tPhối hợp\t\tChủ trì\n",
            ["Công an tỉnh"],
            ["Sở Nội vụ"],
        ),  # words
        (
            PARTIES,
            "1\tLập đề án\t6/2026\tx\t\tX\n",
            ["Sở Nội vụ", "Công an tỉnh"],
            [],
        ),  # crosses: who is to do it
        (
            # beside a column of leads a cross helps
            "TT\tNội dung\tChủ trì\tSở Nội vụ\tSở Tài chính\n",
            "1\tLập đề án\tSở Y tế\tx\t\n",
            ["Sở Y tế"],
            ["Sở Nội vụ"],
        ),
        (
            # below a heading that spans
            "TT\tNội dung\tĐơn vị thực hiện\t\tHạn\n\t\tPhòng Tổ chức\tVăn phòng\t\n",
            "1\tLập đề án\t\tx\t6/2026\n",
            ["Văn phòng"],
            [],
        ),
    ],
)
def test_a_mark_below_the_name_of_a_unit_gives_it_a_role(
    heading: str, row: str, leads: list[str], helpers: list[str]
) -> None:
    (record,) = read(row, heading).tasks
    assert (units(record, "LED_BY"), units(record, "COORDINATED_BY")) == (leads, helpers)
    assert all(str(one.evidence.as_printed) in one.evidence.quote for one in record.relations)


def test_a_legend_says_what_letters_below_units_mean() -> None:
    (record,) = read(
        "1\tLập đề án\t6/2026\tA\tB\t\n",
        PARTIES,
        "Chú thích: A: chủ trì; B: phối hợp\n\nPHỤ LỤC\n",
    ).tasks
    assert (units(record, "LED_BY"), units(record, "COORDINATED_BY")) == (
        ["Sở Nội vụ"],
        ["Sở Tài chính"],
    )


def test_figures_below_units_are_no_marks() -> None:
    assert read("1\tThóc giống\t6/2026\t120\t80\t\n", PARTIES).tasks == ()


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Bộ Y tế", ["Bộ Y tế"]),
        (
            "Ủy ban nhân dân các xã, phường",
            ["Ủy ban nhân dân các xã, phường"],
        ),  # a class of bodies
        ("Các giải pháp chung", []),  # a class of works
    ],
)
def test_a_group_heading_that_names_bodies_gives_them_its_rows(
    title: str, lead: list[str]
) -> None:
    heading = "TT\tNội dung nhiệm vụ\tThời hạn\tKết quả\n"
    (record,) = read(f"I\t{title}\t\t\n1\tLập danh sách\t6/2026\tDanh sách\n", heading).tasks
    assert units(record, "LED_BY") == lead


@pytest.mark.parametrize(
    ("cell", "units_of_it"),
    [
        ("1. Bộ Tài chính <br> 2. Bộ Công an", ["Bộ Tài chính", "Bộ Công an"]),
        ("1) Bộ Tài chính <br> 2) Bộ Công an", ["Bộ Tài chính", "Bộ Công an"]),
        ("+ Bộ Tài chính <br> + Bộ Công an", ["Bộ Tài chính", "Bộ Công an"]),
    ],
)
def test_numbers_of_a_list_are_no_part_of_names(cell: str, units_of_it: list[str]) -> None:
    assert units(task(f"1\tLập\t{cell}\t\t2025\t\t\n"), "LED_BY") == units_of_it


def test_a_bare_number_below_a_heading_of_months_is_one() -> None:
    heading = "TT\tTên đề án\tCơ quan soạn thảo\tTháng trình UBND tỉnh\n"
    (record,) = read(
        "1\tĐề án rừng\tBộ Nội vụ\t5\n", heading, title="Chương trình công tác năm 2026"
    ).tasks
    assert [(one.end_date, one.evidence.reading) for one in record.deadlines] == [
        ("2026-05-31", "inferred")
    ]


def test_another_heading_below_a_caption_is_another_table() -> None:
    first = "TT\tNhiệm vụ\tĐơn vị thực hiện\tTần suất\n1\tTrực\tBộ Y tế\tHằng ngày\n"
    second = "II. NHIỆM VỤ TRỌNG TÂM\nTT\tNhiệm vụ\tĐơn vị thực hiện\tThời gian\n1\tMở lớp\tBộ Y tế\t10/2026\n"
    assert [one.deadlines[0].end_date for one in read(second, first).tasks] == [None, "2026-10-31"]


def test_units_above_figures_are_reported_as_a_table_that_was_not_read() -> None:
    assert [
        issue.kind for issue in read("1\tThóc giống\t6/2026\t120\t80\t\n", PARTIES).issues
    ] == ["table_without_tasks"]
