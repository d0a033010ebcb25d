"""Which kinds of documents may change others (loại văn bản nào sửa được loại nào): one list, from
the vocabulary.

Any kind may say of itself that it replaces another ("Chỉ thị này thay thế …"); a letter or a
proposal changes nothing by a clause alone, it asks for it; plans and notices never change what
only the centre issues.
"""

from __future__ import annotations

import re

from luocdo.graph.vocabulary import document_kinds
from luocdo.loaders.text.bare import bare

CHANGING = frozenset(kind.name for kind in document_kinds() if kind.changes)
DECIDING = frozenset(kind.name for kind in document_kinds() if kind.changes and not kind.asks)
_CENTRAL = frozenset(kind.name for kind in document_kinds() if kind.central)
_RULING = frozenset(
    kind.name for kind in document_kinds() if kind.nature in ("normative", "individual")
) | {"Nghị quyết"}


def _pattern(kinds: frozenset[str]) -> str:
    return "|".join(
        r"\s+".join(bare(kind).lower().split()) for kind in sorted(kinds, key=len, reverse=True)
    )


ENACTING = _RULING & DECIDING
ANY_KIND = _pattern(CHANGING)
RULING_KIND = _pattern(ENACTING)
THIS_DOCUMENT = rf"\b(?:{ANY_KIND})\s+nay\b"
THIS = re.compile(f"(?i){THIS_DOCUMENT}")


def may_change(subject: str | None, target: str | None) -> bool:
    """Return whether a document of kind ``subject`` can change one of kind ``target`` by what its
    title says.
    """
    if subject not in DECIDING:
        return False
    return target not in _CENTRAL or subject in _RULING
