"""Who signed (người ký): the printed block, else the last personal digital signature before the
body's seal.

Nghị định 30/2020/NĐ-CP, Điều 13 (TM., KT., TL., TUQ., Q.); the Party writes T/M, K/T, T/L.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.records import PersonMention, Relation, Value
from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import capitalised
from luocdo.loaders.head.names import capital_name, name_at_end, name_of_any_family
from luocdo.loaders.head.seals import (
    Seal,
    in_small_letters,
    personal_edge,
    seal_edges,
    seals_of,
    signer_of,
)
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import in_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.text.zones import Part

_CAPACITY = re.compile(rf"\b(?P<capacity>{in_capitals(Meaning.CAPACITY)})\s*\.?(?=\s+[A-Z])")
_POST_WORD = r"(?:[A-Z]+[A-Z.]*(?![a-z'’])|-|,|/)"
_ACTING = rf"(?:{in_capitals(Meaning.HEAD_POST, 'acting')}\s+)?"
_POST = re.compile(
    rf"(?<![^\W_])(?:{in_capitals(Meaning.CAPACITY)}\s*\.?\s*)?{_ACTING}{in_capitals(Meaning.HEAD_POST)}"
    rf"(?:[\s,\-/.]+{_POST_WORD})*",
)
_SIGNED = re.compile(rf"\(\s*{capitalised(Meaning.HEAD_MARK, 'signed')}\s*\)")
_LONGEST_NAME = 60
_CAPITALS_OF_A_POST = 5
_BELOW = 200  # characters between a post and the name below it, marks and the name included
_LINE = re.compile(r"[^\n\t|]*[^\W\d_][^\n\t|]*")
_BLOCK = 900  # characters: a signature block is no longer


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """The signer with the post, and the edges that prove it; ``mended`` where the post was
    misprinted.
    """

    name: str | None = None
    post: str | None = None
    relations: tuple[Relation, ...] = ()
    printed_post: str | None = None
    mended: bool = False


def read_signature(
    page: Page, part: Part, day: str | None, *, jointly: bool = False
) -> SignatureReading:
    """Read the signature block of the document; several bodies that issue ``jointly``
    each sign.
    """
    text = bare(page.flat)
    seals = seals_of(page, part)
    found = _printed(page, text, part)
    if found is None:
        return _digital(page, seals)
    name, post = found
    printed = " ".join(text_of(page, post).split()) if post else None
    title = _mended(printed) or printed
    edges = [_edge(page, text, name, post, day)]
    if jointly:
        edges = [
            *(_edge(page, text, *one, day) for one in _others(page, text, part.closing, name)),
            *edges,
        ]
    signer = in_small_letters(text_of(page, name))
    return SignatureReading(
        signer, title, (*edges, *seal_edges(page, seals)), printed, title != printed
    )


def _edge(page: Page, text: str, name: Span, post: Span | None, day: str | None) -> Relation:
    near = post is not None and post.start < name.start and name.end - post.start < _BLOCK
    block = Span(post.start, name.end) if post and near else name
    printed = " ".join(text_of(page, post).split()) if post else None
    title = _mended(printed) or printed
    properties: dict[str, Value] = {"signature": "printed", "post": title, "signed_at": day}
    capacity = _CAPACITY.search(text[post.start : post.end]) if post else None
    if capacity:
        properties["capacity"] = capacity["capacity"] + (
            "." if "/" not in capacity["capacity"] else ""
        )
    return Relation(
        type="SIGNED_BY",
        target=PersonMention(name=in_small_letters(text_of(page, name)), title=title),
        evidence=page.evidence("Chữ ký", block, printed=name),
        properties=properties,
    )


def _others(page: Page, text: str, zone: Span, signer: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the further names behind posts of their own, before the last one."""
    start = zone.start
    for line in re.finditer(r"[^\n\t|]+", text[zone.start : signer.start]):
        span = page.trim(Span(zone.start + line.start(), zone.start + line.end()))
        name = name_at_end(page, text, span)
        posts = (
            [one for one in _POST.finditer(text, start, name.start) if _is_post(text, one)]
            if name
            else []
        )
        if name and posts:
            yield name, _whole_post(posts, name)
            start = name.end


def text_of(page: Page, span: Span) -> str:
    """Return the words of a span without marks at its ends."""
    return page.text(span).strip(" *_|.,;:")


def _printed(page: Page, text: str, part: Part) -> tuple[Span, Span | None] | None:
    """Find the last personal name of the closing that stands behind a post in capitals."""
    zone = part.closing
    posts = [one for one in _POST.finditer(text, zone.start, zone.end) if _is_post(text, one)]
    if not posts:
        return _marked(page, text, zone)
    for line in reversed(list(re.finditer(r"[^\n\t|]+", text[zone.start : zone.end]))):
        span = page.trim(Span(zone.start + line.start(), zone.start + line.end()))
        name = name_at_end(page, text, span) or (span if capital_name(page, span) else None)
        if name is None:
            continue
        before = [one for one in posts if one.start() < name.start]
        if before:
            return name, _whole_post(before, name)
    return _below_post(page, text, posts, zone)


def _below_post(
    page: Page, text: str, posts: list[re.Match[str]], zone: Span
) -> tuple[Span, Span] | None:
    """Find a name of no common family: the line of its own directly below a post."""
    for post in reversed(posts):
        rest = _SIGNED.sub(
            lambda mark: " " * len(mark[0]), text[post.end() : min(zone.end, post.end() + _BELOW)]
        )
        line = _LINE.search(rest)
        name = (
            page.trim(Span(post.end() + line.start(), post.end() + line.end())) if line else None
        )
        if name and "\n" in text[post.end() : name.start] and name_of_any_family(page, name):
            return name, _whole_post(posts[: posts.index(post) + 1], name)
    return None


def _marked(page: Page, text: str, zone: Span) -> tuple[Span, None] | None:
    """Find the name behind "(Đã ký)" where the copy left out the post."""
    for mark in _SIGNED.finditer(text, zone.start, zone.end):
        end = min(zone.end, mark.end() + _LONGEST_NAME)
        line = re.compile(r"[^\n\t|]*\w[^\n\t|]*").search(text, mark.end(), end)
        name = name_at_end(page, text, page.trim(Span(line.start(), line.end()))) if line else None
        if name:
            return name, None
    return None


def _is_post(text: str, found: re.Match[str]) -> bool:
    words = found[0]
    in_capitals = sum(c.isupper() for c in words) >= _CAPITALS_OF_A_POST
    return in_capitals and not text[found.start() - 1 : found.start()].isalpha()


def _whole_post(posts: list[re.Match[str]], name: Span) -> Span:
    """Return the post's lines together: "KT. BỘ TRƯỞNG" and "THỨ TRƯỞNG"."""
    last = posts[-1]
    start = last.start()
    for one in reversed(posts[:-1]):
        if start - one.end() > 12:  # noqa: PLR2004 - a line end and marks
            break
        start = one.start()
    return Span(start, min(last.end(), name.start))


def _mended(post: str | None) -> str | None:
    """Mend "KT. BỘ TRƯỞNG / THỦ TRƯỞNG": who signs for a minister is a Thứ trưởng."""
    if post and re.search(r"(?i)KT\.?\s+BỘ TRƯỞNG\b.*THỦ TRƯỞNG$", post):
        return re.sub(r"(?i)THỦ TRƯỞNG$", "THỨ TRƯỞNG", post)
    return None


def _digital(page: Page, seals: list[Seal]) -> SignatureReading:
    """Take the last personal signature before the body's seal; an earlier one is an initial."""
    initials, signer = signer_of(seals)
    if signer is None:
        return SignatureReading(relations=seal_edges(page, seals))
    edges = (
        *(personal_edge(page, one, "initial") for one in initials),
        personal_edge(page, signer, "digital"),
    )
    return SignatureReading(signer.name, None, (*edges, *seal_edges(page, seals)))
