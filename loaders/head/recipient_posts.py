"""Posts and persons in lists of recipients (chức danh, họ tên): short forms in full, a person told
from a unit.
"""

from __future__ import annotations

import re
from functools import cache

from luocdo.graph.vocabulary import Meaning, terms
from luocdo.graph.vocabulary.phrasing import either, of
from luocdo.loaders.head.names import families, is_person

_GLUED_PLACE = re.compile(r"(?<=UBND|HĐND|TTĐT|CTXH|MTTQ|ĐBQH)TP\b")
_DOTTED = re.compile(r"(?<=[A-ZĐa-zà-ỹ]{2})\.\s*(?=[A-ZĐ])")
_A_POST = either(of(Meaning.POST, accents=True), of(Meaning.RECIPIENT_SHORT, accents=True))
_PERSON = re.compile(
    rf"(?i){of(Meaning.NAME_TITLE, 'address', accents=True)}\s+(?=[A-ZĐ])(?!{_A_POST})"
)
_COMRADES = re.compile(
    rf"(?i)^({of(Meaning.DETERMINER, accents=True)}\s+)?"
    rf"{of(Meaning.NAME_TITLE, 'comrade', accents=True)}\s+"
)
_ENDS_AS_POST = re.compile(rf"(?i){_A_POST}$")


def in_full(words: str) -> str:
    """Return ``words`` with the posts of such lists in full, glued signs parted: "UBNDTP" is "UBND
    TP".
    """
    words = _DOTTED.sub(" ", _GLUED_PLACE.sub(" TP", " ".join(words.split())))
    words = _COMRADES.sub(lambda found: found[1] or "", words)
    return _short().sub(lambda found: _long()[found[0].casefold()], words)


def without_person(words: str) -> str:
    """Return a post without the name of who holds it: "PTTg Nguyễn Văn A"."""
    pieces = words.split()
    for at in range(1, len(pieces) - 1):
        if pieces[at].casefold() in families() and all(
            piece[:1].isupper() and piece[1:].islower() for piece in pieces[at:]
        ):
            head = " ".join(pieces[:at]).rstrip(" .,")
            return head if _is_post(head) else words
    return words


def _is_post(words: str) -> bool:
    return in_full(words) != words or _ENDS_AS_POST.search(words) is not None


def names_person(words: str) -> bool:
    """Return whether an entry names only a person: "Trần Văn Nam", "Bà Lê Thị Hoa"."""
    return _PERSON.match(words) is not None or is_person(words)


@cache
def _long() -> dict[str, str]:
    return {
        one.casefold(): term.value
        for term in terms(Meaning.RECIPIENT_SHORT)
        for one in term.prints
    }


@cache
def _short() -> re.Pattern[str]:
    shorts = sorted(
        (one for term in terms(Meaning.RECIPIENT_SHORT) for one in term.prints),
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, shorts))})(?![\w-])")
