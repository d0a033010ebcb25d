"""Words of lists of recipients (từ ngữ trong nơi nhận) that several of their readers ask for, as
pieces of patterns over text without accents.
"""

from __future__ import annotations

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import either, of, optional, unguarded

DETERMINER = of(Meaning.DETERMINER)
AND = of(Meaning.JOINS, "and")
PLACE = of(Meaning.UNIT_HEAD, "ubnd")
"""Words before the name of a place: tỉnh, thành phố, TP."""
LOWER_UNIT = of(Meaning.UNIT_HEAD, "cục", "vụ", "tổng cục", "thanh tra", "trung tâm")
"""What a unit of a ministry begins with, which may stand before its ministry."""
MINISTRY = (
    rf"(?:(?i:{of(Meaning.UNIT_HEAD, 'bộ')})\s+[A-Z]|(?i:{of(Meaning.OFFICE_NAME, 'central')}))"
)
OFFICE = unguarded(Meaning.OFFICE_NAME, "office")
"""An office, with what lists glue to it: "VPUBND"."""
COMRADE = optional(of(Meaning.NAME_TITLE, "comrade"))
COUNCIL = of(Meaning.COMMITTEE, "council", "committee")
STANDING = rf"{of(Meaning.STANDING)}\.?"
COMMITTEE = either(COUNCIL, of(Meaning.COMMITTEE, "party", "front", "deputies"))
