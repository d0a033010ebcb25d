"""From which day a change counts (ngày có hiệu lực của việc sửa đổi): the sentence's own day, else
the document's day of effect.

Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15: what a document changes, it changes from the
day it takes effect itself, unless it names another. Where it names neither, the graph counts from
its date and says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of
from luocdo.loaders.head.force import CLOCK, DAY, day_of
from luocdo.loaders.text.bare import bare

if TYPE_CHECKING:
    from luocdo.loaders.citations.citing import Naming
    from luocdo.loaders.context import ReadingContext

STATED, OWN_FORCE = "stated", "own_force"
_FROM = re.compile(
    rf"(?i){of(Meaning.PREPOSITION, 'from')}\s+{CLOCK}{of(Meaning.TIME_FILLER)}\s+(?P<when>{DAY})"
)
_OWN_FORCE = re.compile(rf"(?i){of(Meaning.IN_FORCE, 'begins')},?\s+$")


class ChangeDay(TypedDict, total=False):
    """``effective_on`` (ISO) and what it was counted from, ``effective_by``."""

    effective_on: str | None
    effective_by: str | None


def day_of_change(context: ReadingContext, naming: Naming) -> ChangeDay:
    """Return the day of what is done to ``naming``'s document in its sentence."""
    text, sentence = bare(context.page.flat), naming.sentence
    for found in _FROM.finditer(text, sentence.start, sentence.end):
        own = _OWN_FORCE.search(text, max(0, found.start() - 40), found.start())
        day = None if own else day_of(found)
        if day:
            return {"effective_on": day, "effective_by": STATED}
    own_day = context.header.effective_from
    return {"effective_on": own_day, "effective_by": OWN_FORCE} if own_day else {}
