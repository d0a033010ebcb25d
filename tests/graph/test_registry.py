"""The registry of units is whole: each unit has a source, each succession two units, each number
symbol one reading.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from luocdo.graph.registry import Entry, Registry, key_of
from luocdo.graph.text import fold

MOET = "unit:bo-giao-duc-va-dao-tao"
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def test_every_unit_names_its_source(registry: Registry) -> None:
    assert [entry.key for entry in registry.entries.values() if not entry.by] == []


def test_every_unit_stands_within_a_body_of_the_registry(registry: Registry) -> None:
    assert [
        e.key for e in registry.entries.values() if e.parent and e.parent not in registry.entries
    ] == []
    assert [
        e.key
        for e in registry.entries.values()
        if e.parent and not e.key.startswith(f"{e.parent}/")
    ] == []


def test_dates_are_days_and_in_order(registry: Registry) -> None:
    for entry in registry.entries.values():
        assert all(
            not day or ISO.fullmatch(day) for day in (entry.active_from, entry.active_to)
        ), entry.key
        assert (
            not (entry.active_from and entry.active_to) or entry.active_from <= entry.active_to
        ), entry.key


def test_one_name_within_a_body_is_one_unit_at_any_time(registry: Registry) -> None:
    """Two units of one body may share a name only if they never lived together; BCT alone is Bộ
    Công Thương or Bộ Chính trị.
    """
    clashes = []
    for parent, names in registry.children.items():
        for name, keys in names.items():
            for day in ("2024-01-01", "2025-08-01"):
                alive = [key for key in keys if registry.entries[key].alive(day)]
                clashes += [(parent, name, alive)] if len(alive) > 1 and name != "bct" else []
    assert clashes == [], clashes[:5]


def test_names_are_found_as_fold_writes_them(registry: Registry) -> None:
    missing = [
        (name, entry.key)
        for entry in registry.entries.values()
        for name in entry.names
        if entry.key not in registry.named(fold(name), entry.parent)
    ]
    assert missing == []


def test_there_are_63_provinces_before_and_34_after_the_merger(registry: Registry) -> None:
    bodies = [entry for entry in registry.entries.values() if entry.kind == "ubnd"]
    assert Counter(
        day for entry in bodies for day in ("2024-06-01", "2025-07-01") if entry.alive(day)
    ) == {
        "2024-06-01": 63,
        "2025-07-01": 34,
    }


def test_every_province_that_ended_has_a_successor_that_lives(registry: Registry) -> None:
    heirs = {succession.old: succession.new for succession in registry.successions}
    ended = [
        entry for entry in registry.entries.values() if entry.kind == "ubnd" and entry.active_to
    ]
    assert len(ended) == 63 - 34 + 1  # Thừa Thiên Huế became the city of Huế half a year before
    assert all(registry.entries[heirs[entry.key]].active_to == "" for entry in ended)


def test_a_successor_begins_no_later_than_the_day_of_succession(registry: Registry) -> None:
    late = [s for s in registry.successions if registry.entries[s.new].active_from > s.date]
    assert late == []
    early = [
        s
        for s in registry.successions
        if (end := registry.entries[s.old].active_to) and end >= s.date
    ]
    assert early == [], early[:3]


def test_successions_say_how_much_and_how_sure(registry: Registry) -> None:
    assert {s.scope for s in registry.successions} == {"toàn bộ", "một phần"}
    assert {s.reading for s in registry.successions} == {"stated", "inferred"}
    assert all(s.by and ISO.fullmatch(s.date) for s in registry.successions)
    several = Counter(s.old for s in registry.successions)
    assert all(s.scope == "một phần" for s in registry.successions if several[s.old] > 1)


def test_a_symbol_means_one_issuer_at_a_time(registry: Registry) -> None:
    def living(keys: tuple[str, ...]) -> list[Entry]:
        return [entry for key in keys if (entry := registry.entries[key]).alive("2024-06-01")]

    assert [
        symbol for symbol, keys in registry.symbols.central.items() if len(living(keys)) > 1
    ] == []


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2024-06-01", 23),  # Nghị định 86/2022/NĐ-CP, Điều 3
        ("2025-04-01", 18),  # Nghị định 37/2025/NĐ-CP, Điều 3
    ],
)
def test_the_ministry_of_education_has_as_many_units_as_its_decree_lists(
    registry: Registry, day: str, count: int
) -> None:
    listed = [
        e
        for e in registry.within(MOET)
        if e.alive(day) and "Điều 3" in e.by and "đơn vị trực thuộc" not in e.by
    ]
    assert len(listed) == count


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Tài chính",
        "Ban Bí thư",
        "Đài Tiếng nói Việt Nam",
        "Tập đoàn Điện lực Việt Nam",
        "Tổng Liên đoàn Lao động Việt Nam",
        "Ủy ban Công tác đại biểu",
    ],
)
def test_the_centre_is_there(registry: Registry, name: str) -> None:
    assert registry.entries[key_of(name)].name == name
