"""The clause and the article in which a change is said (câu và điều nói việc sửa đổi): where it
begins, its mark, what stands between the documents of a list.
"""

from __future__ import annotations

import re

# The article that says what ends and begins: "Điều 5. Hiệu lực thi hành", "Điều 2. Quyết định này
# có hiệu lực từ …".
_ARTICLE = re.compile(r"\n(?:[^\S\n]|[*#>])*(?:Dieu|DIEU)\s+\d+[a-z]?\s*[.:](?P<words>[^\n]*)")
_OF_FORCE = re.compile(r"(?i)\b(?:hieu\s+luc|dieu\s+khoan\s+thi\s+hanh)\b")
_LONGEST_ARTICLE = 4000
MARK = re.compile(
    r"[\s*#>\-+]*(?:(?P<article>(?:Dieu|DIEU)\s+\d+[a-z]?)\s*[.:]\s*|\d+(?:\.\d+)*\s*[.)]\s*|[a-z]\)\s*)?[\s*]*"
)
LIST = re.compile(
    r"(?i)[\s,;*\-+]*(?:\d+[.)]\s*|[a-z]\)\s*)?(?:va\s+)?(?:cac\s+)?"
    r"(?:mot\s+so\s+(?:dieu|noi\s+dung)\s+(?:cua\s+)?|(?:diem|khoan|dieu|phu\s+luc|chuong)\s[^.;]{0,60}?\s(?:cua\s+|tai\s+)?)?"
)
_CLAUSE = re.compile(r"\n(?=\s*(?:\n|[\dDA-Za-z*\-+]))|[.;:](?<![\dIVX].)\s")


def under_force(text: str, start: int) -> bool:
    """Return whether the nearest article above speaks of force: what stands there is the
    document's own act.
    """
    articles = list(_ARTICLE.finditer(text, max(0, start - _LONGEST_ARTICLE), start))
    return bool(articles) and _OF_FORCE.search(articles[-1]["words"]) is not None


def clause_start(text: str, least: int, at: int) -> int:
    """Return where the clause around ``at`` begins, not before ``least``."""
    start = max(least, at - 700)
    for hit in _CLAUSE.finditer(text[start:at]):
        least = start + hit.end()
    return max(least, start)
