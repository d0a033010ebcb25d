"""What the words of a match say (chữ trong văn bản), by the vocabulary."""

from __future__ import annotations

from luocdo.graph.vocabulary import Meaning, value_of


def number(printed: str) -> int:
    """Return 6 for "06" and "sáu"."""
    return int(printed) if printed.isdigit() else int(_value(Meaning.TIME_NUMBER, printed))


def unit(printed: str) -> str:
    """Return "quarter" for "quý"."""
    return _value(Meaning.TIME_UNIT, printed)


def part(printed: str) -> str:
    """Return "first" for "đầu", "first ten" for "thượng tuần"; nothing for other words."""
    return _value(Meaning.TIME_PART, printed)


def weekday(printed: str) -> str:
    """Return "FR" for "thứ Sáu" and "thứ 6", as RRULEs call it."""
    return _value(Meaning.WEEKDAY, printed)


def _value(meaning: Meaning, printed: str) -> str:
    return value_of(meaning, printed) or ""
