"""Names that share the head of the first (tên dùng chung từ đứng đầu): "Sở Nội vụ, Tài chính",
"UBND TP. Hà Nội, Đà Nẵng".

Every name must be known with that head, or, behind "UBND", begin with the word for a kind of
place; else nothing is shared: "Vụ Khoa học, Công nghệ và Môi trường" is one unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.graph.units.pieces import Known

_HEAD, _PEOPLE, _PLACE = (
    wording(__package__, "classes", name) for name in ("shared head", "committee", "named place")
)
_LONGEST = 3

Sibling = tuple[
    int, int, str
]  # the first and the last of the words that make a name, and the whole name


def may_have_siblings(words: str) -> bool:
    """Return whether this is a name whose head others may share."""
    return _HEAD.search(words) is not None


def sibling_names(words: Sequence[str], by_and: Sequence[bool], known: Known) -> list[Sibling]:
    """Return the names at the beginning of ``words`` that share one head; empty where it is not
    clear that they do.

    ``by_and`` tells which words stand behind "và".
    """
    head = _HEAD.search(words[0])
    if head is None or not (
        known(words[0]) or (_PEOPLE.search(head["head"]) and _PLACE.search(head["name"]))
    ):
        return []
    found: list[Sibling] = [(0, 0, words[0])]
    at = 1
    while at < len(words):
        taken = next(_candidates(words, at, head["head"], known), None)
        if taken is None:
            break
        found.append(taken)
        at = taken[1] + 1
    rest = at < len(words) and (by_and[at] or not starts_with_head(words[at]))
    return found if len(found) > 1 and not (rest and not starts_with_head(words[at])) else []


def _candidates(words: Sequence[str], at: int, head: str, known: Known) -> Iterator[Sibling]:
    """Yield the readings of the words at ``at`` as a name with ``head``, the longest first."""
    if _PEOPLE.search(head):
        place = words[at]
        if _PLACE.search(place):
            yield at, at, f"{head} {place}"
        elif not starts_with_head(place):
            names = (f"{head} {kind} {place}" for kind in ("thành phố", "tỉnh"))
            yield from ((at, at, name) for name in names if known(name))
        return
    if starts_with_head(words[at]) and not known(f"{head} {words[at]}"):
        return
    for end in range(min(at + _LONGEST, len(words)) - 1, at - 1, -1):
        run = " và ".join((", ".join(words[at:end]), words[end])) if end > at else words[at]
        if not starts_with_head(run) and known(f"{head} {run}"):
            yield at, end, f"{head} {run}"
