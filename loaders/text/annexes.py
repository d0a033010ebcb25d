"""Annexes of a document (phụ lục, phần kèm theo): what heads one, what says with which document
something goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, either, of
from luocdo.loaders.text.lines import first_line, line_end, line_start
from luocdo.loaders.text.marks import (
    KIND_LINE,
    in_capitals,
    is_capitals,
    kind_of_line,
)
from luocdo.loaders.text.page import Span
from luocdo.loaders.text.zones import Annex

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST = re.compile(in_capitals(Meaning.DIVISION, "list"))  # heads what is read otherwise
_HEADS_ANNEX = either(
    capitalised(Meaning.DIVISION, "annex").removeprefix(r"(?<!\w)"), _LIST.pattern
)
_NUMBER = rf"(?:{of(Meaning.FIGURE_OPENS, 'number')}\s+)?"
_ANNEX = re.compile(
    rf"(?m)^(?:[^\w\n]|_)*(?P<label>{_HEADS_ANNEX}(?:\s+(?i:{_NUMBER})"
    r"(?:[IVXLC]{1,6}|\d{1,3}[A-Za-z]?|[A-Z])(?=[\s.:(-]|$))?)"
)
_ATTACHED = re.compile(
    rf"(?i)\(?\s{{0,20}}{of(Meaning.ATTACHED, 'issued', 'beside')}\s+{of(Meaning.DOCUMENT_KIND)}"
)


def is_lone_annex(text: str, span: Span) -> bool:
    """Return whether an annex came without its document: it begins with its heading,
    and says what it goes with.
    """
    first = _ANNEX.match(text, first_line(text, span))
    return (
        first is not None
        and _heads_annex(text, first)
        and _ATTACHED.search(text, first.end(), min(span.end, first.end() + 1500)) is not None
    )


def is_attached(text: str, span: Span) -> bool:
    """Return whether these are words that say with which document something goes: "(Kèm theo Kế
    hoạch số …)".
    """
    return _ATTACHED.search(text, span.start, span.end) is not None


def first_annex(text: str, start: int, end: int) -> int | None:
    """Return where the first annex between ``start`` and ``end`` begins."""
    return next(
        (one.start() for one in _ANNEX.finditer(text, start, end) if _heads_annex(text, one)), None
    )


def _heads_annex(text: str, found: re.Match[str]) -> bool:
    """Return whether this is the heading of an annex, not a mention of one: it stands alone, in
    capitals, or is followed by "(Kèm theo".
    """
    line = text[found.start() : line_end(text, found.start())]
    bare_line = re.sub(r"[\W_]+", " ", line).strip()
    if _LIST.match(found["label"]):
        return False
    return is_capitals(bare_line) or len(bare_line.split()) <= 4 or bool(_ATTACHED.search(line))  # noqa: PLR2004


def attached_start(text: str, start: int, end: int) -> int | None:
    """Find a plan or programme printed behind the signature without the word annex: its kind line
    before "(Kèm theo …".
    """
    said = _ATTACHED.search(text, start, end)
    if said is None:
        return None
    kinds = [one.start("kind") for one in KIND_LINE.finditer(text, start, said.start())]
    return kinds[-1] if kinds else line_start(text, said.start())


def read_annexes(text: str, closing: Span, end: int) -> Iterator[Annex]:
    """Yield the annexes behind ``closing``, up to ``end``."""
    starts: list[tuple[int, str]] = []
    first = closing.end
    if first < end and not _ANNEX.match(text, line_start(text, first)):
        starts.append((first, ""))
    starts += [
        (one.start(), one["label"])
        for one in _ANNEX.finditer(text, first, end)
        if _heads_annex(text, one)
    ]
    if not starts:
        return
    for (start, label), after in zip(starts, [*(at for at, _ in starts[1:]), end], strict=True):
        heading = Span(start, line_end(text, start))
        yield Annex(Span(start, after), _label(text, label, heading), heading)


def _label(text: str, label: str, heading: Span) -> str:
    if label:
        return " ".join(["Phụ lục", *label.split()[2:]])
    kind = KIND_LINE.match(text, line_start(text, heading.start))
    return (kind_of_line(kind["kind"]) if kind else None) or "Phần kèm theo"
