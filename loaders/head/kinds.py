"""Of what kind a document is (loại văn bản), to which system it belongs, whether it sets norms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from luocdo.graph.numbers import DocumentNumber
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import unguarded
from luocdo.loaders.text.marks import KIND_LINE, MATTER_MARK, kind_of_line

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

_NORMATIVE = (
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Nghị định",
    "Thông tư",
    "Thông tư liên tịch",
    "Lệnh",
    "Nghị quyết liên tịch",
)
_ADDRESSED = re.compile(f"(?i){unguarded(Meaning.HEAD_MARK, 'addressed')}")
_MAY_BE_NORMATIVE = ("Quyết định", "Nghị quyết")


def printed_kind(text: str, part: Part) -> str | None:
    """Return the kind that the title begins with."""
    found = KIND_LINE.match(text, text.rfind("\n", 0, part.title.start) + 1)
    return kind_of_line(found["kind"]) if found else None


def kind_of(printed: str | None, number: DocumentNumber | None, *, letter: bool) -> str | None:
    """Return the kind: a consolidation by its symbol, else as printed, else a letter, else by the
    symbol.
    """
    told = number.kind if number else None
    if told == "Văn bản hợp nhất":
        return told
    return printed or ("Công văn" if letter else told)


def is_letter(text: str, part: Part) -> bool:
    """Return whether this is a letter: it names whom it is sent to, or what it is about."""
    head = text[part.span.start : part.body.start + 400]
    return _ADDRESSED.search(head) is not None or MATTER_MARK.search(head) is not None


def system_of(text: str, part: Part, number: str | None) -> Literal["state", "party", "front"]:
    """Return whether the State, the Party or the Front speaks."""
    head = text[part.span.start : part.title.end]
    if re.search(r"(?i)dang\s+cong\s+san", head) or re.match(r"\d+-[A-Z]", number or ""):
        return "party"
    return "front" if re.search(r"(?i)mat\s+tran\s+to\s+quoc|MTTQ", head[:400]) else "state"


def nature_of(
    kind: str | None, number: DocumentNumber | None, system: str
) -> Literal["normative", "individual", "administrative", "party"]:
    """Return whether a document sets norms, decides a case, administers or is the Party's."""
    if system == "party":
        return "party"
    if kind in _NORMATIVE or (
        kind in _MAY_BE_NORMATIVE and number is not None and number.year is not None
    ):
        return "normative"
    return "individual" if kind in _MAY_BE_NORMATIVE else "administrative"
