"""Pieces of one passage read as one (ô bị trang cắt): a page of their own, each place traceable to
the page they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Passage:
    """``pieces`` of ``source`` in order, one line each, in ``page``; of a single piece that is
    ``source`` itself.
    """

    source: Page
    pieces: tuple[Span, ...]
    page: Page

    @classmethod
    def of(cls, source: Page, pieces: Sequence[Span]) -> Passage:
        """Join ``pieces``; a single one is read where it stands."""
        if len(pieces) == 1:
            return cls(source, tuple(pieces), source)
        flat = source.flat
        text = "\n".join(flat[piece.start : piece.end] for piece in pieces)
        return cls(source, tuple(pieces), Page.of(source.name, text, format=source.format))

    @property
    def whole(self) -> Span:
        """All of the joined pieces, in ``page``."""
        return self.pieces[0] if self.page is self.source else Span(0, len(self.page.flat))

    def back(self, span: Span) -> tuple[Span, ...]:
        """Return where ``span`` of the joined page stands in the source, one span a piece."""
        if self.page is self.source:
            return (span,)
        found, offset = [], 0
        for piece in self.pieces:
            size = piece.end - piece.start
            start, end = max(span.start - offset, 0), min(span.end - offset, size)
            if start < end:
                found.append(Span(piece.start + start, piece.start + end))
            offset += size + 1
        return tuple(found) or self.pieces
