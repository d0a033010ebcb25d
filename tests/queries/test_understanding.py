"""Questions in words are mapped to commands; none is answered that was not understood."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.stores.opening import open_store
from luocdo.queries.understanding import NotUnderstood, Understood, understand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
ASKED = Path(__file__).with_name("asked.tsv")
BOTH_WAYS = ("conflicts",)  # the order of its documents says nothing


@pytest.fixture(scope="module")
def store(sample_store: str) -> Iterator[Store]:
    with open_store(sample_store) as opened:
        yield opened


def asked() -> list[tuple[str, str, str]]:
    lines = (line for line in ASKED.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [
        (row["half"], row["question"], row["command"])
        for row in csv.DictReader(lines, delimiter="\t")
    ]


def meant(store: Store, question: str) -> str:
    """Return the command as asked.tsv writes it: units without their body, options in order of
    their names.
    """
    found = understand(store, question, TODAY)
    if isinstance(found, NotUnderstood):
        return "?"
    arguments = sorted(found.arguments) if found.command in BOTH_WAYS else found.arguments
    options = sorted((name, value.partition(" · ")[0]) for name, value in found.options)
    said = (one.partition(" · ")[0] for one in arguments)
    return " ".join(
        [found.command, *said, *(f"{name} {value}".strip() for name, value in options)]
    )


def test_nine_in_ten_are_mapped_right_and_none_is_answered_wrongly(store: Store) -> None:
    rows = asked()
    got = [(half, question, wanted, meant(store, question)) for half, question, wanted in rows]
    wrong = [one for one in got if one[3] not in (one[2], "?")]
    missed = [one for one in got if one[3] == "?" != one[2]]
    assert not wrong
    assert len(rows) >= 100
    assert len(rows) - len(missed) >= 0.9 * len(rows), missed


@pytest.mark.parametrize(
    "question",
    [
        # what "nhiều nhất" asks no command counts
        "Đơn vị nào chủ trì nhiều việc nhất theo QĐ 131?",
        "Việc nào của QĐ 131 không do Cục CNTT chủ trì?",  # a negation turns the question round
        "Ai chủ trì các việc ngoài QĐ 131?",
        "Cục CNTT chủ trì việc gì trừ năm 2024?",
        "Kinh phí cho việc của Cục CNTT là bao nhiêu?",
        "Văn phòng phải làm gì?",  # several units are called so
        "QĐ 131 và QĐ 9999 khác gì nhau?",  # one of them is not in the store
        "Cục CNTT làm gì trong tháng 13?",  # no month
        "việc về trẻ em quá hạn",  # a topic cannot be narrowed by time
        "",
        "???",
    ],
)
def test_what_is_not_wholly_understood_is_not_answered(store: Store, question: str) -> None:
    found = understand(store, question, TODAY)
    assert isinstance(found, NotUnderstood), found
    assert found.reason


def test_words_that_are_not_understood_are_named_with_what_may_be_meant(store: Store) -> None:
    found = understand(store, "Ai chủ trì các việc ngoài QĐ 131?", TODAY)
    assert found == NotUnderstood("không hiểu: ngoài", Understood("owners", ("131/QĐ-TTg",)))


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("tháng này", {"--month": "2025-11"}),
        ("tháng tới", {"--month": "2025-12"}),
        ("quý này", {"--quarter": "IV/2025"}),
        ("năm nay", {"--within": "2025"}),
        ("năm tới", {"--within": "2026"}),
        ("tuần này", {"--within-days": "7"}),
        ("trong vòng 15 ngày tới", {"--within-days": "15"}),
        ("quý 3/2025", {"--quarter": "III/2025"}),
        ("tháng 6/2025", {"--month": "2025-06"}),
        ("trước ngày 1/1/2026", {"--to": "2025-12-31"}),
        ("trước năm 2026", {"--to": "2025-12-31"}),
        ("quý sau", {"--quarter": "I/2026"}),
        ("tháng 12", {"--month": "2025-12"}),
        ("ngày mai", {"--from": "2025-11-24", "--to": "2025-11-24"}),
        ("trong hai tuần tới", {"--within-days": "14"}),
        ("6 tháng đầu năm 2026", {"--from": "2026-01-01", "--to": "2026-06-30"}),
        ("nửa cuối năm 2026", {"--from": "2026-07-01", "--to": "2026-12-31"}),
        ("sau ngày 31/12/2025", {"--from": "2026-01-01"}),
        ("từ năm 2026", {"--from": "2026-01-01"}),
        ("giai đoạn 2026 - 2030", {"--from": "2026-01-01", "--to": "2030-12-31"}),
        ("từ tháng 1 đến tháng 3 năm 2026", {"--from": "2026-01-01", "--to": "2026-03-31"}),
        ("trước 30/6", {"--to": "2025-06-29"}),
        ("đến cuối năm", {"--from": "2025-11-23", "--to": "2025-12-31"}),
        ("by December 31, 2025", {"--to": "2025-12-31"}),
        ("in the next 10 days", {"--within-days": "10"}),
        ("từ 1/10/25 đến 31/12/25", {"--from": "2025-10-01", "--to": "2025-12-31"}),
    ],
)
def test_periods_are_those_of_the_day_of_the_question(
    store: Store, words: str, options: dict[str, str]
) -> None:
    found = understand(store, f"việc đến hạn {words}", TODAY)
    assert isinstance(found, Understood)
    assert dict(found.options) == options


def test_the_command_can_be_typed_again(store: Store) -> None:
    found = understand(store, "Cục CNTT có việc nào quá hạn không?", TODAY)
    assert isinstance(found, Understood)
    assert (
        found.line
        == 'luocdo due --unit "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo" --overdue'
    )
