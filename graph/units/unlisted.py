"""Units that the registry does not have (đơn vị ngoài danh bạ): kept under their own names."""

from __future__ import annotations

from luocdo.graph.registry import key_of
from luocdo.graph.text import fold
from luocdo.graph.units.grammar import kind_of
from luocdo.graph.units.model import GROUP, SHOWN, UnitRef

_CENTRAL_KINDS = frozenset({"bộ", "doanh nghiệp nhà nước", "doanh nghiệp", "ngân hàng", "đại học"})
_BY_LAW = frozenset(
    {"van phong", "thanh tra"}
)  # every administrative body has them: Nghị định 123/2016/NĐ-CP, 24/2014/NĐ-CP


def unlisted(words: str, own: str, body: UnitRef | None, *, named: bool) -> UnitRef:
    """Return the unit of the name ``own``, printed as ``words``, within ``body``; ``named`` tells
    that the name itself says the body.
    """
    name = own[:1].upper() + own[1:]
    kind = kind_of(name)
    inside = body if named or kind not in _CENTRAL_KINDS else None
    key = key_of(name or "khong-ro", inside.id if inside else None)
    display = f"{name}{SHOWN}{inside.display}" if inside else name
    parent = inside.id if inside else None
    if inside and inside.known and inside.kind != GROUP and fold(name) in _BY_LAW:
        return UnitRef(key, name, display, kind, parent)
    reason = f"không có «{words}» trong danh bạ" + (f" của {inside.name}" if inside else "")
    return UnitRef(
        key, name or words, display, kind, parent, known=False, reason=reason, aliases=(words,)
    )
