"""Offices that lists of recipients name by their people (văn phòng): "Chánh, các PCVP UBND"."""

from __future__ import annotations

import re

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of, optional, unguarded
from luocdo.loaders.head.recipient_posts import in_full, without_person
from luocdo.loaders.head.recipient_sharing import Recipient
from luocdo.loaders.head.recipient_words import AND, COMRADE, DETERMINER, OFFICE
from luocdo.loaders.text.bare import bare

EDGES = " \t\n.,;:-–*_|"  # neither begins nor ends a name
_POST = rf"{optional(DETERMINER)}{COMRADE}{of(Meaning.RECIPIENT_OFFICE)}"
_AND = rf"\s*(?:[,;&/]|{AND})\s*"
OFFICE_PEOPLE = re.compile(
    rf"\s*{_POST}(?:{_AND}{_POST})*(?P<behind>[\s.,](?!\s*\w+\s*:).*)?$", re.IGNORECASE | re.DOTALL
)

# "VPCP: BTCN, các PCN", "VP UBND tỉnh: LĐVP, TH": one office, its people and rooms behind the
# colon.
_OFFICE_COLON = re.compile(
    rf"(?i)\s*(?P<office>{unguarded(Meaning.OFFICE_NAME, 'office', 'leaders')}[^:]*?)\s*:"
)
_OFFICE_WORD = re.compile(rf"(?i){OFFICE}\s*")


def office_of(said: str, plain: str) -> Recipient | None:
    """Read "Chánh, các PCVP UBND tỉnh", "LĐVP.UBND tỉnh", "VPUBND: CVP": the office."""
    if colon := _OFFICE_COLON.match(plain):
        people = OFFICE_PEOPLE.match(plain, 0, colon.end("office"))
        return people_of(said[: colon.end("office")], people) or Recipient(
            0, colon.end("office"), in_full(said[: colon.end("office")])
        )
    return people_of(said, OFFICE_PEOPLE.match(plain))


def people_of(said: str, people: re.Match[str] | None) -> Recipient | None:
    """Return the office whose people are named; a person's name behind the post is no
    part of it.
    """
    if people is None:
        return None
    whose = (
        in_full(without_person(said[people.start("behind") :].strip(EDGES)))
        if people["behind"]
        else ""
    )
    said_again = _OFFICE_WORD.match(bare(whose))
    whose = whose[said_again.end() :] if said_again else whose
    return Recipient(0, len(said), f"Văn phòng {whose}".strip())
