"""How a sentence speaks of a document (cách dẫn chiếu): carried out, spoken about, followed as
procedure, or mentioned.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.citations.changing import ALREADY, BY, CHANGING, SUFFERS, verbs
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from luocdo.loaders.citations.finding import Citation
    from luocdo.loaders.text.page import Page, Span

Manner = Literal["carries_out", "about", "procedure", "mention"]

_NEAR = 140
_PROPOSALS = frozenset(
    {"Tờ trình"}
)  # "theo đề nghị của … tại Tờ trình số …": a proposal is not carried out
# The last of these before the naming decides.
_WORDS = re.compile(
    rf"(?i)(?P<procedure>{of(Meaning.ONLY_NAMED, 'procedure')})"
    # "đã được sửa đổi, bổ sung một số điều theo Luật số …": what changed it is only named
    rf"|(?P<mention>{ALREADY}{SUFFERS}\s+{verbs('AMENDS', 'REPLACES')}[^.;]{{0,80}}?\s{BY})"
    rf"|(?P<about>{CHANGING}|{of(Meaning.DEALS_WITH, 'sums_up', 'about')})"
    rf"|(?P<carries_out>{of(Meaning.DEALS_WITH, 'carries_out', 'enforces')})"
    rf"|(?P<follows>{of(Meaning.ONLY_NAMED, 'follows')})"
)
_STOP = re.compile(r"[.;:(]\s")


def manner_of(page: Page, sentence: Span, citation: Citation) -> Manner:
    """Return how the words of a task speak of the document that ``citation`` names (meaning.md,
    "What a task's words say").
    """
    last = _deciding(page, sentence, citation)
    if last is None or last["mention"]:
        return "mention"
    if last["procedure"]:
        return "procedure"
    return "about" if last["about"] else "carries_out"


def manner_of_document(page: Page, sentence: Span, citation: Citation) -> Manner:
    """Return how a document itself speaks of another: "theo", "tại" what another says carries
    nothing out.

    Nor does what stands in the name of a third ("Nghị định … quy định chi tiết Luật X").
    """
    last = None if citation.nested else _deciding(page, sentence, citation)
    if last is None or last["follows"]:
        return "mention"
    return manner_of(page, sentence, citation)


def _deciding(page: Page, sentence: Span, citation: Citation) -> re.Match[str] | None:
    """Return the last word before the naming that tells how it is meant; None where none does."""
    if citation.mention.kind in _PROPOSALS:
        return None
    text = bare(page.flat)
    start = max(sentence.start, citation.name.start - _NEAR)
    for stop in _STOP.finditer(text, start, citation.name.start):
        start = stop.end()
    last = None
    for hit in _WORDS.finditer(text, start, citation.name.start):
        last = hit
    return last
