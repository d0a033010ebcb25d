"""The words that say who issues (thẩm quyền ban hành): the authority in capitals before the bases,
and "… ban hành".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, opening
from luocdo.loaders.text.marks import capitals_end, in_capitals, is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

# Who may enact, as printed in capitals without accents before the bases.
_ACTING = rf"(?:{in_capitals(Meaning.HEAD_POST, 'acting')}\s+)?"
_AUTHORITY = rf"{_ACTING}{in_capitals(Meaning.HEAD_POST, 'head', 'authority', 'body', 'organ')}"
AUTHORITY = re.compile(rf"{_AUTHORITY}(?:[\s,\-]+[A-Z0-9]+)*")
_AUTHORITY_HEAD = re.compile(_AUTHORITY)
_POST_HEAD = re.compile(in_capitals(Meaning.HEAD_POST, "head"))
_WHOSE = ("of", "below", "at", "to", "by", "doer", "between")
_BEFORE_BODY = either(
    in_capitals(Meaning.OF_BODY),
    in_capitals(Meaning.PREPOSITION, *_WHOSE),
    in_capitals(Meaning.JOINS),
    in_capitals(Meaning.TITLE_OPENS, "matter"),
)
_OWNED = re.compile(rf"(?:\b{_BEFORE_BODY}|[,-])\s*$")
_WHOLE_NAME = opening(Meaning.ISSUER_OPENS, "whole")
_HEAD_OF_NAME = opening(Meaning.ISSUER_OPENS)
_ISSUES = re.compile(
    rf"(?P<who>{_WHOLE_NAME}|{_HEAD_OF_NAME} [^,.;\n(]{{3,70}}?)"
    rf"\s+(?:\([^)]*\)\s+)?{of(Meaning.ISSUING, 'signed', 'made')}\s",
)

_OF = re.compile(rf"^{in_capitals(Meaning.PREPOSITION, 'of')}\s+")
_LEAD = re.compile(rf"[\W_]*(?:{in_capitals(Meaning.PREPOSITION, 'of')}\s+)?")
# Where such a sentence begins.
_BEGINS = re.compile(r"(?m)(?:^|(?<=[;:.]\s)|(?<=\),\s)|(?<=\d,\s)|(?<=”,\s))\W*$")
_LONGEST_MARK = 40


def enacting_authority(page: Page, text: str, part: Part, resolver: UnitResolver) -> Span | None:
    """Find the authority in capitals between the title and the bases."""
    start, end = part.title.start, max(part.preamble.start, part.title.end)
    for line in re.finditer(r"[^\n]+", text[start : end + 1]):
        plain = re.sub(r"[*_#|]+", " ", line[0])
        stripped = _OF.sub("", plain.strip(" :.,-"))
        if (
            is_capitals(stripped)
            and AUTHORITY.fullmatch(" ".join(stripped.split()))
            and line.start()
        ):
            lead = _LEAD.match(line[0]).end()  # type: ignore[union-attr]  # matches always
            return page.trim(Span(start + line.start() + lead, start + line.end()))
    return _glued_issuer(page, text, Span(start, end), resolver)


def _glued_issuer(page: Page, text: str, zone: Span, resolver: UnitResolver) -> Span | None:
    """Find the issuer at the end of a title in capitals: the longest tail that the registry knows,
    or a post.
    """
    line = text[zone.start : capitals_end(text, zone.start, zone.end)].rstrip(" :*_\n|\t")
    best: int | None = None
    for head in reversed(list(_AUTHORITY_HEAD.finditer(line))):
        at_end = line[head.start() :]
        if not is_capitals(at_end) or head.start() == 0 or _OWNED.search(line[: head.start()]):
            continue
        printed = page.flat[zone.start + head.start() : zone.start + len(line)]
        known = resolver.knows(" ".join(printed.split()), UnitContext(None, {}, None, None))
        if known or (best is None and _POST_HEAD.match(at_end)):
            best = head.start()
    return Span(zone.start + best, zone.start + len(line)) if best is not None else None


def said_to_issue(page: Page, text: str, part: Part) -> Span | None:
    """Find who "ban hành" in a document without letterhead and enacting line: "Chính phủ ban hành
    Nghị định …".
    """
    start, end = part.preamble.start, part.body.end
    while found := _ISSUES.search(text, start, end):
        if _BEGINS.search(
            text, max(part.preamble.start, found.start() - _LONGEST_MARK), found.start()
        ):
            return page.trim(Span(found.start("who"), found.end("who")))
        start = found.start() + 1
    return None


def head_who_issues(page: Page, text: str, part: Part) -> Span | None:
    """Find the head of a body who "ban hành": "Bộ trưởng Bộ Tài chính ban hành Thông tư …"."""
    said = said_to_issue(page, text, part)
    return said if said and _POST_HEAD.match(text[said.start : said.end].upper()) else None
