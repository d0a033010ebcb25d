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
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of

if TYPE_CHECKING:
    from luocdo.graph.records import DocumentMention

BasisKind = Literal["competence", "content"]

_COMPETENCE = re.compile(
    rf"^{of(Meaning.COMPETENCE, 'opens')}|{of(Meaning.COMPETENCE, 'body', '')}"
)


def basis_kind(mention: DocumentMention) -> BasisKind:
    """Return the sort of basis that ``mention`` is, by its title or name as printed."""
    words = (fold(mention.title or ""), fold(mention.name or ""))
    return "competence" if any(map(_COMPETENCE.search, words)) else "content"
