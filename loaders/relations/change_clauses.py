"""The clause and the article in which a change is said (câu và điều nói việc sửa đổi): where it
begins, its mark, what stands between the documents of a list.
"""

from __future__ import annotations

import re

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.wording import capitalised, of, optional
from luocdo.loaders.citations.changing import AND, ARTICLES, OF_PART

# The article that says what ends and begins: "Điều 5. Hiệu lực thi hành", "Điều 2. Quyết định này
# có hiệu lực từ …".
_MARKED = rf"{capitalised(Meaning.DIVISION, 'article')}\s+\d+[a-z]?"
_ARTICLE = re.compile(rf"\n(?:[^\S\n]|[*#>])*{_MARKED}\s*[.:](?P<words>[^\n]*)")
_OF_FORCE = re.compile(f"(?i){of(Meaning.IN_FORCE, 'named')}")
_LONGEST_ARTICLE = 4000
MARK = re.compile(
    rf"[\s*#>\-+]*(?:(?P<article>{_MARKED})\s*[.:]\s*|\d+(?:\.\d+)*\s*[.)]\s*|[a-z]\)\s*)?[\s*]*"
)
LIST = re.compile(rf"(?i)[\s,;*\-+]*(?:\d+[.)]\s*|[a-z]\)\s*)?{optional(AND)}{OF_PART}")
PART = re.compile(f"(?i){of(Meaning.DIVISION, *ARTICLES, 'content', 'rule')}")
_CALLED, _LONGEST_CALLED = "(sau day ", 200
_CLAUSE = re.compile(r"\n(?=\s*(?:\n|[\dDA-Za-z*\-+]))|[.;:](?<![\dIVX].)\s")


def without_short_names(text: str) -> str:
    """Return ``text`` with what gives a document its short name blanked ("(sau đây gọi là …)"), of
    the same length.
    """
    at = text.find(_CALLED)
    while at >= 0:
        end = text.find(")", at, at + _LONGEST_CALLED) + 1
        if end:
            text = text[:at] + " " * (end - at) + text[end:]
        at = text.find(_CALLED, at + 1)
    return text


def under_force(text: str, start: int) -> bool:
    """Return whether the nearest article above speaks of force: what stands there is the
    document's own act.
    """
    articles = list(_ARTICLE.finditer(text, max(0, start - _LONGEST_ARTICLE), start))
    return bool(articles) and _OF_FORCE.search(articles[-1]["words"]) is not None


def continues_article(text: str, start: int) -> bool:
    """Return whether an article stands above: a paragraph without a number goes on with it."""
    return _ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start) is not None


def clause_start(text: str, least: int, at: int) -> int:
    """Return where the clause around ``at`` begins, not before ``least``."""
    start = max(least, at - 700)
    for hit in _CLAUSE.finditer(text[start:at]):
        least = start + hit.end()
    return max(least, start)
