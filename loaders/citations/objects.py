"""What a title changes by its title alone (văn bản chỉ được gọi bằng tên trong trích yếu).

"… sửa đổi, bổ sung cập nhật |Chương trình hành động của Chính phủ thực hiện Nghị quyết số
57-NQ/TW|": the act that issued that programme is meant, which the graph finds by its title. Where
a number stands behind it ("ban hành kèm theo Quyết định số …") the number names it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import DocumentMention
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, optional
from luocdo.loaders.citations import words
from luocdo.loaders.citations.changing import AND, CHANGING, SOME_OF
from luocdo.loaders.citations.citation import Citation, printed_words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.loaders.text.page import Page

_VERB = rf"(?:{CHANGING}|cap\s+nhat)"
_OF_SOME = rf"{SOME_OF}\s+{of(Meaning.PREPOSITION, 'of', 'at', 'in')}\s+"
_NO_NAME = either(
    of(Meaning.BEHIND_NAME, "any"),
    of(Meaning.FIGURE_OPENS, "number"),
    of(Meaning.BARS_CHANGE),
    AND,
    r"\d\S*",
)
_CHANGED = re.compile(
    rf"(?i)\b{_VERB}(?:[\s,]+{optional(AND)}{_VERB})*\s+(?:{_OF_SOME})?"
    rf"(?P<name>(?P<kind>{words.NAMED.pattern})\s+(?!{_NO_NAME}\s)[^.;\n“”\"]{{20,600}})"
)
_ISSUED_AS = either(
    of(Meaning.ATTACHED),
    of(Meaning.PREPOSITION, "at", "after"),
    of(Meaning.ISSUING, "approved", "signed"),
)
_NUMBERED = re.compile(rf"(?i){_ISSUED_AS}\s+[\w\s]{{0,32}}?\d+\s*[/-]")


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
