"""Two sorts of căn cứ (legal basis): what gives the issuer its competence, and what the document
carries out.

Decided from the title as printed, or from the law's name; whatever is not listed is a basis of
content. Source: Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 and Nghị định 78/2025/NĐ-CP
(căn cứ ban hành văn bản: the document that gives the competence, and the one of higher force that
rules the content); Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention

BasisKind = Literal["competence", "content"]

# (pattern over folded words, why it gives competence)
COMPETENCE: tuple[tuple[str, str], ...] = (
    (
        r"chuc nang nhiem vu",
        "founds a body: functions, tasks, powers (quy định chức năng, nhiệm vụ, quyền hạn)",
    ),
    (r"nhiem vu quyen han", "the same, worded without functions"),
    (r"co cau to chuc", "organisation of a body"),
    (
        r"^(?:luat|hien phap) ?(?:sua doi bo sung mot so dieu cua luat )?to chuc ",
        "organic law of a body (luật tổ chức)",
    ),
    (r"^hien phap", "the Constitution"),
    (r"ban hanh van ban quy pham phap luat", "procedure of making law (luật hình thức)"),
    (
        r"quy che lam viec|quy che to chuc va hoat dong|dieu le dang",
        "rules of working of the issuer",
    ),
    (
        r"^(?:quyet dinh )?thanh lap |thanh lap (?:so|ban|cuc|vu|chi cuc|uy ban|ban chi dao)\b",
        "founds the issuer",
    ),
    (r"cong tac van thu", "procedure of drafting and issuing papers"),
    (r"uy quyen|phan cong nhiem vu", "hands over competence to sign"),
)
_PATTERNS = tuple((re.compile(pattern), why) for pattern, why in COMPETENCE)


def basis_kind(mention: DocumentMention) -> BasisKind:
    """Return the sort of basis that ``mention`` is, by its title or name as printed."""
    words = (fold(mention.title or ""), fold(mention.name or ""))
    return (
        "competence"
        if any(p.search(text) for text in words if text for p, _ in _PATTERNS)
        else "content"
    )
