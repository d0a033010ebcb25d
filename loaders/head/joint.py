"""Joint documents (văn bản liên tịch, phối hợp): several bodies in one letterhead, joined by a
dash.

Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 (nghị quyết, thông tư liên tịch); plans of
bodies that work together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASH = re.compile(r"\s+[-–]\s+")


def joint_bodies(page: Page, line: Span) -> tuple[Span, ...]:
    """Return the bodies of a letterhead's line: one, or those that a dash joins where each begins
    as a body's name does.

    "LAO ĐỘNG - THƯƠNG BINH" is within one name.
    """
    pieces = tuple(_pieces(page, line))
    return (
        pieces
        if all(starts_with_head(page.text(piece).capitalize()) for piece in pieces)
        else (line,)
    )


def _pieces(page: Page, line: Span) -> Iterator[Span]:
    start = line.start
    for dash in _DASH.finditer(page.flat, line.start, line.end):
        yield page.trim(Span(start, dash.start()))
        start = dash.end()
    yield page.trim(Span(start, line.end))
