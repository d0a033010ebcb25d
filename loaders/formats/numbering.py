"""Numbering that Word makes itself (đánh số tự động): the labels are not in the text, they are
counted while reading.

WordprocessingML, ECMA-376 part 1, 17.9: a paragraph names a list and a level; each level has a
format and a pattern.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted."""

    levels: dict[tuple[str, int], _Level]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0] * _LEVELS)
    )

    @classmethod
    def of(cls, document: Any) -> Numbering:  # noqa: ANN401 - python-docx's document
        """Read the definitions of ``document``."""
        try:
            root = document.part.numbering_part.element
        except (NotImplementedError, KeyError, AttributeError):
            return cls({}, {})
        abstract = {one.get(f"{_W}abstractNumId"): one for one in root.findall(f"{_W}abstractNum")}
        levels: dict[tuple[str, int], _Level] = {}
        for number in root.findall(f"{_W}num"):
            reference = number.find(f"{_W}abstractNumId")
            definition = abstract.get(reference.get(f"{_W}val")) if reference is not None else None
            for level in [] if definition is None else definition.findall(f"{_W}lvl"):
                levels[number.get(f"{_W}numId"), int(level.get(f"{_W}ilvl", "0"))] = _level(level)
        return cls(levels, _styles(document))

    def label(self, paragraph: Any) -> str:  # noqa: ANN401 - an lxml element
        """Return the label that Word prints before ``paragraph`` ("1. ", "a) ", "- "), counting
        it.
        """
        place = self._place(paragraph)
        if place is None or place not in self.levels:
            return ""
        number, depth = place
        level, counts = self.levels[place], self.counts[number]
        if level.format == "bullet":
            return "- "
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        words = level.pattern
        for at in range(depth + 1):
            inner = self.levels.get((number, at), level)
            words = words.replace(f"%{at + 1}", _printed(counts[at] or inner.start, inner.format))
        return f"{words} " if words.strip() else ""

    def _place(self, paragraph: Any) -> tuple[str, int] | None:  # noqa: ANN401 - an lxml element
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return None
        mark = properties.find(f"{_W}numPr")
        style = properties.find(f"{_W}pStyle")
        if mark is None:
            return self.styles.get(style.get(f"{_W}val", "")) if style is not None else None
        return _marked(mark)


def _marked(mark: Any) -> tuple[str, int] | None:  # noqa: ANN401 - an lxml element
    number, level = mark.find(f"{_W}numId"), mark.find(f"{_W}ilvl")
    if number is None or number.get(f"{_W}val") == "0":
        return None
    return number.get(f"{_W}val", ""), min(
        _LEVELS - 1, int(level.get(f"{_W}val", "0"))
    ) if level is not None else 0


def _level(element: Any) -> _Level:  # noqa: ANN401 - an lxml element
    def value(name: str, default: str) -> str:
        found = element.find(f"{_W}{name}")
        return default if found is None else str(found.get(f"{_W}val", default))

    start = value("start", "1")
    return _Level(
        value("numFmt", "decimal"), value("lvlText", "%1."), int(start) if start.isdigit() else 1
    )


def _styles(document: Any) -> dict[str, tuple[str, int]]:  # noqa: ANN401 - python-docx's document
    found: dict[str, tuple[str, int]] = {}
    for style in document.styles.element.findall(f"{_W}style"):
        mark = style.find(f"{_W}pPr/{_W}numPr")
        place = _marked(mark) if mark is not None else None
        if place is not None:
            found[style.get(f"{_W}styleId", "")] = place
    return found


def _printed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letters = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words
