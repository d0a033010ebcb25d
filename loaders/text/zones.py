"""The zones of one document within a file (các phần thể thức): letterhead, title, preamble, body,
closing, annexes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from luocdo.loaders.text.page import Span


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex of a document (phụ lục): ``label`` as the place names it ("Phụ lục",
    "Phụ lục II").
    """

    span: Span
    label: str
    heading: Span


@dataclass(frozen=True, slots=True)
class Part:
    """One document within a file, cut into the zones of Nghị định 30/2020/NĐ-CP, Phụ lục I.

    Zones follow one another and may be empty: ``letterhead`` (issuer, number, place and date),
    ``title`` (kind and trích yếu, or V/v and Kính gửi), ``preamble`` (căn cứ … up to the enacting
    words), ``body`` (điều, mục, khoản, up to the recipients), ``closing`` (nơi nhận, signature
    block), ``annexes``. ``enclosure_of`` is the ordinal of the document that carries this one
    ("gửi kèm": sent_with, "ban hành kèm theo" with a number or signature of its own: issued_with);
    ``enclosure_name`` is how the text names that one there ("Công văn này").
    """

    span: Span
    letterhead: Span
    title: Span
    preamble: Span
    body: Span
    closing: Span
    annexes: tuple[Annex, ...] = ()
    enclosure_of: int | None = None
    enclosure_mode: Literal["issued_with", "sent_with"] | None = None
    enclosure_span: Span | None = None
    enclosure_name: Span | None = None
