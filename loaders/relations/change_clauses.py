"""The clause and the article in which a change is said (câu và điều nói việc sửa đổi): where it
begins, its mark, what stands between the documents of a list.
"""

from __future__ import annotations

import re

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised, of, optional
from luocdo.loaders.citations.changing import AND, ARTICLES, CHANGING, OF_PART

# The article that says what ends and begins: "Điều 5. Hiệu lực thi hành", "Điều 2. Quyết định này
# có hiệu lực từ …".
_MARKED = rf"{capitalised(Meaning.DIVISION, 'article')}\s+\d+[a-z]?"
_ARTICLE = re.compile(rf"\n(?:[^\S\n]|[*#>])*{_MARKED}\s*[.:](?P<words>[^\n]*)")
_OF_FORCE = re.compile(f"(?i){of(Meaning.IN_FORCE, 'named')}")
_OF_CHANGE = re.compile(rf"(?i)\s*{CHANGING}")
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
    return _OF_FORCE.search(_article(text, start)) is not None


def under_changes(text: str, start: int) -> bool:
    """Return whether the nearest article above changes others by its heading: "Sửa đổi, bổ sung
    một số điều của các luật có liên quan".
    """
    return _OF_CHANGE.match(_article(text, start)) is not None


def _article(text: str, start: int) -> str:
    """Return the heading of the nearest article above; empty where there is none."""
    articles = list(_ARTICLE.finditer(text, max(0, start - _LONGEST_ARTICLE), start))
    return articles[-1]["words"] if articles else ""


def continues_article(text: str, start: int) -> bool:
    """Return whether an article stands above: a paragraph without a number goes on with it."""
    return _ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start) is not None


def clause_start(text: str, least: int, at: int) -> int:
    """Return where the clause around ``at`` begins, not before ``least``."""
    start = max(least, at - 700)
    for hit in _CLAUSE.finditer(text[start:at]):
        least = start + hit.end()
    return max(least, start)
