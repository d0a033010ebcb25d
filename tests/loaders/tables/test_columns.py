"""Columns are known by their headings, whatever their order and wording."""

from __future__ import annotations

import pytest

from luocdo.loaders.tables.column_headings import is_numbering, read_columns
from luocdo.loaders.tables.subheadings import with_subheadings

HEADINGS = [
    # the layout of ministries: number, words, lead, partners, time, product, note
    (
        "TT|Nội dung nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành|Sản phẩm|Ghi chú",
        "code text lead coordinate deadline product basis",
    ),
    # another order, other words for each
    (
        "STT|Cơ quan chủ trì|Cơ quan phối hợp|Tên công việc|Lộ trình|Kết quả đầu ra",
        "code lead coordinate text deadline product",
    ),
    # who approves is no lead
    (
        "STT|Nội dung công việc|Cơ quan chủ trì|Cấp trình phê duyệt|Thời hạn",
        "code text lead approver deadline",
    ),
    # a monitoring notice: time limit, result and state are three columns
    (
        "STT|Tên nhiệm vụ|Đơn vị chủ trì|Thời hạn|Kết quả thực hiện|Tiến độ",
        "code text lead deadline result progress",
    ),
    # whoever of the leaders looks after a task does not lead it; who submits a draft does
    (
        "TT|Tên văn bản|Lãnh đạo Bộ phụ trách|Cơ quan trình|Cơ quan phối hợp|Thời gian trình",
        "code text tracker lead coordinate deadline",
    ),
    ("TT|Nội dung công việc|Cơ quan, đơn vị thực hiện|Thời gian", "code text lead deadline"),
    # of two times the end is the time limit
    ("TT|Nhiệm vụ|Chủ trì|Thời gian bắt đầu|Thời gian kết thúc", "code text lead other deadline"),
    # "Tiến độ" alone is the time limit
    ("TT|Nhiệm vụ|Đơn vị thực hiện|Tiến độ", "code text lead deadline"),
    # the document that gives the task is its basis
    (
        "STT|Nhiệm vụ|Văn bản giao nhiệm vụ|Cơ quan chủ trì|Thời hạn",
        "code text basis lead deadline",
    ),
    # products may be mentioned beside the task
    (
        "TT|Nội dung|Chủ trì|Thời gian|Nhiệm vụ / Sản phẩm chủ yếu",
        "code text lead deadline product",
    ),
    # a column for those who carry out, beside the partners, stays with the partners
    (
        "TT|Tên nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp/đơn vị thực hiện",
        "code text lead coordinate",
    ),
    # rows in groups of units: the words that say so do not make the column one of units
    ("STT|Nhiệm vụ theo đơn vị chủ trì|Đơn vị phối hợp|Thời hạn", "code text coordinate deadline"),
    # what a row rests on
    ("TT|Nội dung|Chủ trì|Cơ sở thực hiện|Thời gian", "code text lead basis deadline"),
    (
        "TT|Nội dung|Phòng thực hiện|Dự kiến hoàn thành|Theo văn bản",
        "code text lead deadline basis",
    ),
    # quarters and months, for crosses
    ("TT|Nội dung|Chủ trì|Quý I|Quý II/2026|Tháng 3|T12", "code text lead mark mark mark mark"),
    # headings of tracking sheets: who handles, what has to be done, how it stands
    (
        "TT|Việc cần làm|Đơn vị xử lý|Đơn vị hỗ trợ|Ngày đến hạn|Tình trạng",
        "code text lead coordinate deadline progress",
    ),
    ("TT|Hạng mục|CT|PH|TGHT", "code text lead coordinate deadline"),
    # how a work stands is no time limit, though no other column has one
    ("TT|Nhiệm vụ|Chủ trì|Trạng thái", "code text lead progress"),
    # a calendar: its days are the limits; beside a time limit they are not
    ("Ngày|Nội dung|Người thực hiện|Phối hợp", "deadline text lead coordinate"),
    ("TT|Ngày|Nội dung|Chủ trì|Thời hạn", "code day text lead deadline"),
    # when it was given, and done in fact, is no limit; a year in which something is submitted is
    # one
    (
        "TT|Nhiệm vụ|Chủ trì|Ngày giao|Hạn xử lý|Ngày hoàn thành thực tế",
        "code text lead other deadline other",
    ),
    ("TT|Tên đề án|Cơ quan chủ trì|Năm trình", "code text lead deadline"),
    # units head columns, a mark says what each does
    ("TT|Nội dung|Hạn|Sở Y tế|Sở Nội vụ", "code text deadline party party"),
    # foot notes in a heading do not hide it
    ("STT|Nội dung|Cơ quan chủ trì[1]|Thời gian thực hiện[2]", "code text lead deadline"),
    (  # English, by its words
        "No.|Key tasks|Responsible unit|Supporting units|Due date|Expected outputs",
        "code text lead coordinate deadline product",
    ),
    # a person in charge leads where nobody else does; a beginning is no limit
    ("#|Activities|PIC|Start date|End date", "code text lead other deadline"),
    # two wordings in one heading, told by one of them
    (
        "TT|Nội dung|Phân công thực hiện|Hỗ trợ/phối hợp|Deadline (hạn)",
        "code text lead coordinate deadline",
    ),
    ("TT|Việc|Giao cho|Bao giờ xong", "code text lead deadline"),
    # a word that no list has leaves an English heading untold
    ("No.|Task|Lead agency|Amendment", "code text lead other"),
]


@pytest.mark.parametrize(("headings", "roles"), HEADINGS)
def test_headings_give_the_roles_of_a_table_of_tasks(headings: str, roles: str) -> None:
    columns = read_columns(headings.split("|"))
    assert columns is not None
    assert columns.kind == "tasks"
    assert [column.role for column in columns.all] == roles.split()


def test_a_table_of_targets_has_values_units_and_trackers() -> None:
    columns = read_columns(
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi, đánh giá"]
    )
    assert columns is not None
    assert columns.kind == "targets"
    assert [column.role for column in columns.all] == [
        "code",
        "target",
        "unit",
        "value",
        "tracker",
    ]


NO_HEADINGS = [
    # a list of procedures
    "STT|Tên thủ tục hành chính|Thời hạn giải quyết|Cơ quan thực hiện|Phí, lệ phí",
    "TT|Trình tự thực hiện|Trách nhiệm thực hiện|Thời gian|Sản phẩm",  # the steps of one
    # whose hands a file goes through
    "TT|Cơ quan, bộ phận, người thực hiện|Nội dung công việc|Thời gian",
    "1|Xây dựng kế hoạch|Văn phòng|2025",  # a row
    "TT|Họ và tên|Ngày sinh",  # a list of people
    "Nơi nhận|TM. ỦY BAN NHÂN DÂN",  # two cells of a signature block
    "TT|Dự án|Công suất|Địa điểm|Thời gian vận hành|Ghi chú",  # a list of works
    "TT|Tên điểm quan trắc|Vị trí|Ghi chú",  # no one is to do anything
    "TT|Tên văn bản|Cơ quan ban hành|Thời điểm có hiệu lực|Ghi chú",  # a list of documents
    "TT|Nội dung chi|Đơn vị thực hiện|Dự toán 2026|Ghi chú",  # expenses
    "TT|Tiêu chí|Nội dung đánh giá|Điểm|Đơn vị đánh giá",  # marks
]


@pytest.mark.parametrize("headings", NO_HEADINGS)
def test_other_rows_are_no_heading(headings: str) -> None:
    assert read_columns(headings.split("|")) is None


def test_years_below_a_spread_heading_are_columns_of_money() -> None:
    columns = read_columns(
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí và nguồn vốn", "", ""]
    )
    assert columns is not None
    joined = with_subheadings(columns, ["", "", "", "", "2023", "2024", "Nguồn vốn"])
    assert joined is not None
    assert [(column.role, column.year) for column in joined.all[4:]] == [
        ("money", 2023),
        ("money", 2024),
        ("sources", None),
    ]


def test_lower_headings_replace_the_one_that_spans_them() -> None:
    columns = read_columns(["TT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời gian"])
    assert columns is not None
    joined = with_subheadings(columns, ["Chủ trì", "Phối hợp"])
    assert joined is not None
    assert [column.role for column in joined.all] == [
        "code",
        "text",
        "lead",
        "coordinate",
        "deadline",
    ]


def test_below_a_spread_time_the_end_is_the_time_limit() -> None:
    columns = read_columns(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian", ""])
    assert columns is not None
    joined = with_subheadings(columns, ["", "", "", "Bắt đầu", "Kết thúc"])
    assert joined is not None
    assert [column.role for column in joined.all] == ["code", "text", "lead", "other", "deadline"]


MARKED = [
    ("Thời gian thực hiện", ["Quý I", "Quý II"], [(None, (1, 3)), (None, (4, 6))]),
    ("Thời gian thực hiện năm 2026 (quý)", ["I", "IV"], [(2026, (1, 3)), (2026, (10, 12))]),
    ("Thời gian (tháng)", ["1", "12"], [(None, (1, 1)), (None, (12, 12))]),
    ("Lộ trình", ["2026", "2027"], [(2026, (1, 12)), (2027, (1, 12))]),
]


@pytest.mark.parametrize(("above", "below", "marked"), MARKED)
def test_quarters_months_and_years_below_a_time_are_columns_for_crosses(
    above: str, below: list[str], marked: list[tuple[int | None, tuple[int, int]]]
) -> None:
    columns = read_columns(["TT", "Nhiệm vụ", "Chủ trì", above, ""])
    assert columns is not None
    joined = with_subheadings(columns, ["", "", "", *below])
    assert joined is not None
    assert [
        (column.year, column.months) for column in joined.all[3:] if column.role == "mark"
    ] == marked


def test_quarters_below_money_are_columns_of_money() -> None:
    columns = read_columns(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí", ""])
    assert columns is not None
    joined = with_subheadings(columns, ["", "", "", "", "Quý I", "Quý II"])
    assert joined is not None
    assert [column.role for column in joined.all[4:]] == ["money", "money"]


def test_the_first_row_of_a_table_is_no_second_heading() -> None:
    columns = read_columns(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"])
    assert columns is not None
    assert with_subheadings(columns, ["1", "Lập kế hoạch", "Văn phòng", "2025"]) is None


@pytest.mark.parametrize(
    ("cells", "numbering"),
    [
        (["(1)", "(2)", "(3)", "(4)"], True),
        (["1", "2", "3"], True),
        (["1", "Lập kế hoạch", "3"], False),  # a task
        (["500", "500", "500"], False),  # money
    ],
)
def test_a_row_that_numbers_the_columns_is_known(cells: list[str], *, numbering: bool) -> None:
    assert is_numbering(cells) is numbering


def test_lower_headings_are_spread_over_units_and_times_although_empty_cells_are_not_printed() -> (
    None
):
    columns = read_columns(["TT", "Nội dung", "Sản phẩm", "Cơ quan thực hiện", "", "Thời gian"])
    assert columns is not None
    roles = ["code", "text", "product", "lead", "coordinate", "other", "deadline"]
    full = with_subheadings(columns, ["", "", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc"])
    web = read_columns(["TT", "Nội dung", "Sản phẩm", "Cơ quan thực hiện", "Thời gian"])
    assert web is not None
    bare = with_subheadings(web, ["Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc"])
    for joined in (full, bare):
        assert joined is not None
        assert [column.role for column in joined.all] == roles


def test_a_column_of_units_may_have_no_other_word_but_a_measure_has_no_tasks() -> None:
    columns = read_columns(["STT", "Đơn vị", "Nhiệm vụ được giao", "Thời gian"])
    assert columns is not None
    assert [column.role for column in columns.all] == ["code", "lead", "text", "deadline"]
    assert read_columns(["STT", "Nội dung", "Đơn vị", "Khối lượng", "Thành tiền"]) is None


def test_the_first_column_below_those_who_do_it_is_theirs_whatever_it_is_called() -> None:
    columns = read_columns(["TT", "Nội dung", "Đơn vị thực hiện", "", "Thời hạn"])
    assert columns is not None
    joined = with_subheadings(columns, ["", "", "Chính", "Phối hợp", ""])
    assert joined is not None
    assert [column.role for column in joined.all] == [
        "code",
        "text",
        "lead",
        "coordinate",
        "deadline",
    ]
