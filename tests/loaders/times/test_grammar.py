"""Every rule of time has witnesses, and reads what it prints: print, parse, print."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luocdo.loaders.text.bare import bare
from luocdo.loaders.times import grammar
from luocdo.loaders.times.grammar import in_cell, in_sentence
from luocdo.loaders.times.makers import MAKERS, nothing
from luocdo.loaders.times.rule import NEVER, Rule
from luocdo.loaders.times.table import RULES
from luocdo.loaders.times.time import Time

if TYPE_CHECKING:
    import re

YEAR = 2026
WITNESSES = [(rule, words, meant) for rule in RULES for words, meant in rule.must]
IN_PROSE = [
    row for row in WITNESSES if row[0].opening.match(bare(row[1])) and row[0].sentence != NEVER
]
FALSE_FRIENDS = [(rule, words) for rule in RULES for words in rule.must_not]


def _names(rows: list[tuple[Rule, str, str]] | list[tuple[Rule, str]]) -> list[str]:
    return [f"{row[0].name}: {row[1]}" for row in rows]


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_maker_makes_something_of_a_rule() -> None:
    assert {rule.make for rule in RULES} == set(MAKERS.values())


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_has_a_witness_and_no_long_pattern(rule: Rule) -> None:
    assert rule.must
    assert len(rule.words) <= 260


@pytest.mark.parametrize(("rule", "words", "meant"), WITNESSES, ids=_names(WITNESSES))
def test_a_witness_is_read_by_its_own_rule_as_what_it_means(
    rule: Rule, words: str, meant: str
) -> None:
    found = in_cell(bare(words))
    assert rule.name in {match.rule.name for match in found}
    assert "; ".join(str(time) for match in found for time in match.times(YEAR)) == meant


@pytest.mark.parametrize(("rule", "words"), FALSE_FRIENDS, ids=_names(FALSE_FRIENDS))
def test_a_sentence_that_only_looks_like_one_is_not_read(rule: Rule, words: str) -> None:
    assert rule.name not in {match.rule.name for match in in_sentence(bare(words))}


@pytest.mark.parametrize(
    ("rule", "words"),
    [(rule, words) for rule, words, _ in IN_PROSE],
    ids=_names(IN_PROSE),
)
def test_a_sentence_finds_what_a_cell_reads(rule: Rule, words: str) -> None:
    in_prose = [match.rule.name for match in in_sentence(f"giao so noi vu {bare(words)}, bao cao")]
    assert rule.name in in_prose or rule.make is nothing


@pytest.mark.parametrize(
    "meant", sorted({meant for _, _, meant in WITNESSES if meant and "; " not in meant})
)
def test_a_time_prints_what_it_parses(meant: str) -> None:
    assert str(Time.parse(meant)) == meant


def test_what_is_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="no time"):
        Time.parse("2026")


DAYS = st.dates(date(2020, 1, 1), date(2049, 12, 31))
DAY_PRINTS = (
    "{:%d/%m/%Y}",
    "ngày {:%d tháng %m năm %Y}",
    "{0.day}-{0.month}-{0.year}",
    "ngày {0.day}/{0.month} năm {0.year}",
)


@given(
    DAYS,
    st.sampled_from(DAY_PRINTS),
    st.sampled_from(["trước ", "chậm nhất ", "đến hết ", "không quá ", "xong trước "]),
)
def test_a_day_printed_in_any_form_behind_any_opener_is_that_day(
    day: date, form: str, opener: str
) -> None:
    words = opener + form.format(day)
    expected = Time("date", end=day.isoformat(), exclusive="trước" in opener)
    for read in (in_cell, in_sentence):
        assert [time for match in read(bare(words)) for time in match.times(None)] == [expected]


@given(DAYS, DAYS)
def test_a_span_of_days_begins_and_ends_with_them(one: date, other: date) -> None:
    first, last = sorted((one, other))
    words = f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
    found = [time for match in in_sentence(bare(words)) for time in match.times(None)]
    assert found == [Time("period", first.isoformat(), last.isoformat())]


@given(st.integers(2020, 2045), st.integers(1, 12), st.integers(1, 12))
def test_months_of_one_year_make_a_period(year: int, one: int, other: int) -> None:
    first, last = sorted((one, other))
    words = f"từ tháng {first} đến tháng {last}/{year}"
    (found,) = (time for match in in_sentence(bare(words)) for time in match.times(None))
    assert found.start == f"{year}-{first:02}-01"
    assert found.end is not None
    assert (date.fromisoformat(found.end) + timedelta(days=1)).month == last % 12 + 1


@given(st.integers(1, 4), st.integers(2020, 2045), st.booleans())
def test_a_quarter_is_its_three_months(quarter: int, year: int, roman: bool) -> None:  # noqa: FBT001 - drawn, not passed by hand
    name = ("I", "II", "III", "IV")[quarter - 1] if roman else quarter
    (found,) = (
        time for match in in_cell(bare(f"Quý {name} năm {year}")) for time in match.times(None)
    )
    assert found.kind == "quarter"
    assert (found.start or "")[:7] == f"{year}-{3 * quarter - 2:02}"


PIECES = (
    "trong ",
    "trước ngày ",
    "từ ngày ",
    "1/",
    "30/6/2026 ",
    "hằng năm, ",
    "định kỳ ",
    "quý ",
    "tháng 3, ",
    "đến ",
    "15 ngày ",
    "\n",
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_twice_the_text_takes_twice_the_attempts(pieces: list[str]) -> None:
    assert _attempts("".join(pieces) * 200) <= 2.2 * _attempts("".join(pieces) * 100) + 100


def _attempts(text: str) -> int:
    """Count how often a rule is tried."""
    tried: list[Rule] = []
    original = grammar.first_hit

    def counting(rule: Rule, text: str, places: list[int]) -> re.Match[str] | None:
        tried.append(rule)
        return original(rule, text, places)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "first_hit", counting)
        list(in_sentence(bare(text)))
    return len(tried)
