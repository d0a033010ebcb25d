"""A sentence marked in markup (đánh dấu câu): found again by its letters, whatever stands between
them, cell after cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html

from luocdo.loaders.likeness.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUTS = re.compile(r" … |<br>|[\t\n|]")
_BULLETS = "-•+"
_ANCHOR = "cau"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words in front of an element's children, or (``behind``) those that follow
    the element.
    """

    element: html.HtmlElement
    behind: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.behind else self.element.text) or ""


def mark(root: html.HtmlElement, quote: str) -> None:
    """Mark each piece of ``quote`` below ``root``, in order; the first one is
    reachable as #cau.
    """
    held = list(_held(root))
    places = [
        (words, at, letter)
        for words in held
        for at, letter in enumerate(words.text)
        if not letter.isspace()
    ]
    letters = "".join(letter for _, _, letter in places)
    ranges: dict[_Words, list[tuple[int, int]]] = {}
    for start, end in _found(letters, quote):
        for words, at, _ in places[start:end]:
            _join(ranges.setdefault(words, []), at)
    first = True
    for words in (one for one in held if one in ranges):
        _wrap(words, ranges[words], anchored=first)
        first = False


def _held(root: html.HtmlElement) -> Iterator[_Words]:
    """Yield the words below ``root`` in the order in which they are read."""
    yield _Words(root, behind=False)
    for child in root:
        yield from _held(child)
        yield _Words(child, behind=True)


def _found(letters: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of ``quote`` stand in ``letters``, from behind the one before on,
    else anywhere.
    """
    behind = 0
    for piece in _CUTS.split(clean(quote)):
        wanted = "".join(piece.split()).lstrip(_BULLETS)
        start = letters.find(wanted, behind)
        if start < 0:
            start = letters.find(wanted)
        if wanted and start >= 0:
            behind = start + len(wanted)
            yield start, behind


def _join(ranges: list[tuple[int, int]], at: int) -> None:
    """Add a letter to the last range where it follows, or only spaces lie between,
    else begin one.
    """
    if ranges and at - ranges[-1][1] <= 1:
        ranges[-1] = (ranges[-1][0], at + 1)
    else:
        ranges.append((at, at + 1))


def _wrap(words: _Words, ranges: list[tuple[int, int]], *, anchored: bool) -> None:
    """Set the ranges of ``words`` into marks."""
    text, element = words.text, words.element
    above = element.getparent() if words.behind else element
    parent = element if above is None else above  # what has words behind it stands in something
    place = parent.index(element) + 1 if words.behind else 0
    ends = [start for start, _ in ranges[1:]] + [len(text)]
    before = text[: ranges[0][0]]
    if words.behind:
        element.tail = before
    else:
        element.text = before
    for number, ((start, end), following) in enumerate(zip(ranges, ends, strict=True)):
        made = html.Element("mark", {"id": _ANCHOR} if anchored and number == 0 else {})
        made.text, made.tail = text[start:end], text[end:following]
        parent.insert(place + number, made)
