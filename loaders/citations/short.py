"""Documents named without their full number: "Đề án 06", "Quyết định 749", a programme by its
title, "Quyết định này".
"""

from __future__ import annotations

import re

from luocdo.graph.records import DocumentMention
from luocdo.loaders.citations import words
from luocdo.loaders.citations.citation import Citation, printed_words
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.covering import Cover
from luocdo.loaders.text.numbers import NUMBER
from luocdo.loaders.text.page import Page, Span

_LONGEST_KIND = 60  # characters before "này", with the line ends between


def find_named(page: Page, text: str, span: Span, found: list[Citation]) -> list[Citation]:
    """Find programmes by their title and short forms, outside of what ``found`` covers."""
    made: list[Citation] = []
    kinds = (
        (words.QUOTED, words.NAMED),
        (words.SHORT, words.SHORT_HEAD),
        (words.PROGRAMME, words.NAMED),
    )
    for pattern, head in kinds:
        taken = Cover(one.span for one in (*found, *made))  # what one pattern finds never overlaps
        for hit in page.matches(pattern, head, span):
            name = Span(hit.start(), hit.end())
            if taken.touches(*name):
                continue
            citation = (
                _short(page, hit) if pattern is words.SHORT else _programme(page, text, span, hit)
            )
            if citation:
                made.append(citation)
    return made


def _short(page: Page, hit: re.Match[str]) -> Citation | None:
    """Read "QĐ 131", "Quyết định 749", "Đề án 06": the kind and the serial alone; a
    year is none.
    """
    printed, name = hit["kind"], Span(hit.start(), hit.end())
    kind = words.KIND_OF.get(" ".join(printed.lower().split()))
    if kind is None or re.fullmatch(r"(?:19|20)\d\d", hit["serial"]):
        return None
    mention = DocumentMention(
        as_printed=printed_words(page, name), kind=kind, name=f"{kind} {hit['serial']}"
    )
    return Citation(name, mention, name)


def _programme(page: Page, text: str, span: Span, hit: re.Match[str]) -> Citation | None:
    name, title = Span(hit.start(), hit.end()), Span(hit.start("title"), hit.end("title"))
    drafted = words.DRAFTED.search(text, max(span.start, name.start - 70), name.start)
    if drafted or NUMBER.search(text, name.start, name.end):
        return None
    kind = page.text(Span(hit.start("kind"), hit.end("kind")))
    if kind not in words.PROGRAMMES:  # without its accents anything may look like one
        return None
    named = page.text(title)
    mention = DocumentMention(
        as_printed=printed_words(page, name), kind=kind, title=named, name=f"{kind} {named}"
    )
    return Citation(
        name, mention, name, title if '"' in hit.group() or "“" in hit.group() else None
    )


def find_sessions(page: Page, span: Span) -> list[Citation]:
    """Find resolutions of the government that are named by their session (nghị quyết phiên họp
    thường kỳ).
    """
    found = []
    for hit in page.matches(words.SESSION, words.SESSION, span):
        name = Span(hit.start(), hit.end())
        mention = DocumentMention(
            as_printed=printed_words(page, name),
            kind="Nghị quyết",
            issuer="Chính phủ",
            year=int(hit["year"]),
            name=" ".join(page.text(name).split()),
        )
        found.append(Citation(name, mention, name))
    return found


def find_locals(page: Page, span: Span) -> list[Citation]:
    """Find where the document speaks of itself ("Quyết định này")."""
    found = []
    text = bare(page.flat)
    for this in page.matches(words.LOCAL_END, words.LOCAL_END, span):
        hit = words.LOCAL.search(text, max(span.start, this.start() - _LONGEST_KIND), this.end())
        if hit is None:
            continue
        name = Span(hit.start(), hit.end())
        kind = words.KIND_OF.get(" ".join(hit["kind"].lower().split()))
        printed = printed_words(page, name)
        found.append(
            Citation(
                name,
                DocumentMention(as_printed=printed, kind=kind, name=printed, local=True),
                name,
            )
        )
    return found
