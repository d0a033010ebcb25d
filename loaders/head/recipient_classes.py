"""Classes of bodies that lists of recipients name as one (nhóm cơ quan): "HĐND, UBND các tỉnh"."""

from __future__ import annotations

import re

from luocdo.graph.vocabulary import Meaning
from luocdo.graph.vocabulary.phrasing import of, unguarded
from luocdo.loaders.head.recipient_posts import in_full
from luocdo.loaders.head.recipient_words import AND, COUNCIL, DETERMINER, PLACE, STANDING

# One class of several bodies: "HĐND, UBND các tỉnh", "Thường trực các Huyện ủy, Thành ủy", "Đảng
# ủy các bộ, ngành, …".
_PLACES = of(Meaning.OF_SEVERAL)
_OF_PLACES = of(Meaning.UNIT_HEAD, "sở", "chi cục", "thuế", "công an")
_PARTY = of(Meaning.COMMITTEE, "party", "district_party", "organisation")
_NEXT = rf"\s*(?:[,/]|{AND})\s*"
_ONE_CLASS = re.compile(
    rf"(?i)\s*(?:(?:{STANDING}\s*)?(?:{COUNCIL}{_NEXT})+(?:{COUNCIL}|{_OF_PLACES}\s[^,;]+?)\s+{_PLACES}\s[^:]+"
    rf"|{_OF_PLACES}\s[^,;]+?\s+{DETERMINER}\s+{PLACE}[^:]*"
    rf"|{of(Meaning.COMMITTEE, 'organisation')}\s+{DETERMINER}\s.+"
    rf"|[^,;:]+\s+{DETERMINER}\s+{_PARTY}[^:]*)$"
)
_COMMITTEES = re.compile(
    rf"(?i)\s*(?P<whose>{STANDING}\s+)?(?P<cac>{DETERMINER}\s+)?"
    rf"{of(Meaning.COMMITTEE, 'district_party')}(?:{_NEXT}{_PARTY})*\s*$"
)

# "Báo và Đài PT-TH Đồng Nai": one paper and broadcaster since they were joined.
_PRESS = re.compile(
    rf"(?i)\s*{of(Meaning.UNIT_HEAD, 'báo chí')}\s+{AND}\s+"
    rf"{unguarded(Meaning.OFFICE_NAME, 'press')}"
)
_SHORT = of(Meaning.STANDING, "short")
_STANDING_ALONE = re.compile(
    rf"(?i)^{_SHORT}\.?\s*(?=$|{of(Meaning.COMMITTEE, 'council', 'committee', accents=True)})"
)


def is_one_class(plain: str) -> bool:
    """Return whether this is a class of several bodies, or a press that was joined, which is one
    recipient.
    """
    return any(pattern.match(plain) for pattern in (_ONE_CLASS, _COMMITTEES, _PRESS))


def spelled_class(said: str, plain: str) -> str:
    """Name a class; one of district committees gets the determiner that lists leave out."""
    committees = _COMMITTEES.match(plain)
    name = _STANDING_ALONE.sub("Thường trực ", " ".join(in_full(said).split()))
    if committees and not committees["cac"]:
        cut = len(" ".join(said[: committees.end("whose")].split())) if committees["whose"] else 0
        whose, rest = name[:cut].strip(), name[cut:].strip()
        whose = _STANDING_ALONE.sub("Thường trực", whose)
        return f"{whose} các {rest}" if whose else f"Các {rest}"
    return name
