"""The words of administrative Vietnamese (từ vựng), as data with witnesses: the ground floor of
all reading.

`terms` gives the rows of a meaning, `alternation` a piece of a pattern, `phrases` a finder for
whole meanings. A list of such words stands nowhere else. Sources stand in each row: Nghị định
30/2020/NĐ-CP, Luật Tổ chức Chính phủ 63/2025/QH15, usage.
"""

from luocdo.graph.vocabulary.kinds import DocumentKind, document_kinds
from luocdo.graph.vocabulary.matching import alternation, value_of
from luocdo.graph.vocabulary.phrases import Found, Phrases, phrases
from luocdo.graph.vocabulary.rows import prints, terms
from luocdo.graph.vocabulary.term import Meaning, Scope, Term

__all__ = [
    "DocumentKind",
    "Found",
    "Meaning",
    "Phrases",
    "Scope",
    "Term",
    "alternation",
    "document_kinds",
    "phrases",
    "prints",
    "terms",
    "value_of",
]
