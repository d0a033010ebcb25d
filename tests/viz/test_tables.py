"""Tables fit the terminal, keep each row on one line of a pipe, and lose nothing in either."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luocdo.viz import tables
from luocdo.viz.tables import markdown_table, shares, text_table

if TYPE_CHECKING:
    from collections.abc import Callable

HEADS = ("Hạn", "Việc")
LONG = " ".join(["xây dựng cổng dữ liệu mở"] * 12)
ROWS = (("31/12/2025", LONG), ("hằng năm", "báo cáo"))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    def wide(columns: int) -> None:
        monkeypatch.setattr(tables.sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(
            tables.shutil, "get_terminal_size", lambda _: os.terminal_size((columns, 40))
        )

    return wide


def test_on_a_pipe_each_row_is_one_line() -> None:
    lines = text_table(HEADS, ROWS, ("«câu trích» tệp", ""))
    assert len(lines) == 4
    assert LONG in lines[1]
    assert lines[2].strip() == "«câu trích» tệp"


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_on_a_terminal_no_line_is_wider_than_it_and_no_word_is_lost(
    terminal: Callable[[int], None], columns: int
) -> None:
    terminal(columns)
    lines = text_table(HEADS, ROWS, ("«câu trích dài hơn một dòng của màn hình hẹp» tệp",))
    assert max(map(len, lines)) <= columns
    assert sum(line.count("cổng") for line in lines) == LONG.count("cổng")


def test_many_columns_on_a_narrow_terminal_become_a_record_for_each_row(
    terminal: Callable[[int], None],
) -> None:
    terminal(40)
    lines = text_table(("a", "b", "c", "d", "e"), [("31/12/2025",) * 5])
    assert lines[:2] == [" a: 31/12/2025", " b: 31/12/2025"]


@given(st.lists(st.integers(1, 300), min_size=1, max_size=8), st.integers(40, 300))
def test_shares_never_exceed_the_room_and_never_give_more_than_wanted(
    wanted: list[int], room: int
) -> None:
    given_ = shares(wanted, room)
    assert sum(given_) <= max(room, 4 * len(wanted))
    assert all(one <= max(4, want) for one, want in zip(given_, wanted, strict=True))


def test_a_bar_within_a_cell_stays_a_bar() -> None:
    assert markdown_table(["a"], [["x|y\nz"]])[2] == "| x\\|y z |"
