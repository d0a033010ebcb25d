"""Where the title of a cited document ends before the next of a list (trích yếu và văn bản kế
tiếp).

In "Pháp lệnh số 31/2007 sửa đổi … và Pháp lệnh số 04/2008 sửa đổi …" the second is no part of the
first one's title: a title names nothing that is younger than its act.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from luocdo.loaders.citations.citation import Citation, is_younger
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Page

_JOINS = (" va", ",", ";")


def until_younger(page: Page, text: str, found: list[Citation]) -> list[Citation]:
    """Return ``found``, each title ended before the first document of the list that is younger
    than its own.
    """
    numbered = sorted((one for one in found if one.mention.number), key=_place)
    return [_until(page, text, one, numbered) for one in found]


def _place(one: Citation) -> int:
    return one.name.start


def _until(page: Page, text: str, one: Citation, numbered: list[Citation]) -> Citation:
    if one.title is None:
        return one
    first = bisect_left(numbered, one.title.start, key=_place)
    last = bisect_left(numbered, one.title.end, key=_place)
    younger = (
        inner
        for inner in numbered[first:last]
        if is_younger(inner.mention, one.mention)
        and text[one.title.start : inner.name.start].rstrip().endswith(_JOINS)
    )
    cut = next(younger, None)
    return _cut(page, text, one, cut.name.start) if cut else one


def _cut(page: Page, text: str, one: Citation, at: int) -> Citation:
    start = one.title.start if one.title else at
    kept = text[start:at].rstrip().removesuffix("va").rstrip(" ,;\n")
    if not kept:
        return one
    title = Span(start, start + len(kept))
    mention = msgspec.structs.replace(one.mention, title=page.text(title))
    return replace(one, title=title, span=Span(one.span.start, title.end), mention=mention)
