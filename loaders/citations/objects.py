"""What a title changes by its title alone (văn bản chỉ được gọi bằng tên trong trích yếu).

"… sửa đổi, bổ sung cập nhật |Chương trình hành động của Chính phủ thực hiện Nghị quyết số
57-NQ/TW|": the act that issued that programme is meant, which the graph finds by its title. Where
a number stands behind it ("ban hành kèm theo Quyết định số …") the number names it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import DocumentMention
from luocdo.loaders.citations import words
from luocdo.loaders.citations.changing import CHANGING
from luocdo.loaders.citations.citation import Citation, printed_words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.loaders.text.page import Page

_VERB = rf"(?:{CHANGING}|cap\s+nhat)"
_CHANGED = re.compile(
    rf"(?i)\b{_VERB}(?:[\s,]+(?:va\s+)?{_VERB})*\s+(?:mot\s+so\s+(?:noi\s+dung|dieu|nhiem\s+vu)\s+(?:cua|tai|trong)\s+)?"
    rf"(?P<name>(?P<kind>{words.NAMED.pattern})\s+(?!(?:cho|khi|de|nay|phu\s+hop|theo|tai|va|so|\d\S*)\s)[^.;\n“”\"]{{20,600}})"
)
_NUMBERED = re.compile(
    r"(?i)\b(?:kem\s+theo|tai|theo|phe\s+duyet|ban\s+hanh)\s+(?:cac\s+)?[\w\s]{0,24}?(?:so\s+)?\d+\s*[/-]"
)


def find_objects(page: Page, text: str, titles: Iterable[Span]) -> list[Citation]:
    """Find in each of ``titles`` the programme or plan that it changes and gives no number for."""
    found: list[Citation] = []
    for title in titles:
        hit = _CHANGED.search(text, title.start, title.end)
        kind = page.text(Span(*hit.span("kind"))) if hit else ""
        if (
            hit is None
            or kind.capitalize() not in words.PROGRAMMES
            or _NUMBERED.search(hit["name"])
        ):
            continue
        name = page.trim(Span(*hit.span("name")))
        named = page.text(name)
        mention = DocumentMention(
            as_printed=printed_words(page, name),
            kind=kind,
            title=named[len(kind) :].strip(),
            name=named,
        )
        found.append(Citation(name, mention, name, by_title=True))
    return found


def changing_titles(found: Iterable[Citation], text: str) -> list[Span]:
    """Return the titles of citations that begin with a change."""
    return [one.title for one in found if one.title and words.CHANGES.match(text, one.title.start)]
