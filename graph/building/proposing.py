"""What a document without number or day may be (có thể là): the one that others cite by its very title, for a reader to say.

Nothing is joined: a title recurs (every province has its plan), so `luocdo check` proposes and ``luocdo identify`` decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from luocdo.graph.building.names import title_key
from luocdo.graph.records import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from luocdo.graph.building.documents import DocumentIndex
    from luocdo.graph.records import HeaderRecord

_TELLING = 4  # words: a shorter title is many documents'
_OPENING = 6  # words: a title so long tells which document a sentence means that runs on behind it


def possible_documents(index: DocumentIndex) -> Iterator[tuple[str, Issue]]:
    """Yield for each loaded document that lacks number or day what it may be."""
    cited: dict[str, set[str]] = defaultdict(set)
    for key, known in index.known.items():
        if not known.headers and known.number is not None and index.facts(key).get("date"):
            for _, mention in known.mentions:
                if mention.title:
                    cited[title_key(mention.title)].add(key)
    titles = sorted(cited)
    for key in sorted(index.known):
        for file, header, _ in index.known[key].headers:
            title = title_key(header.title or "")
            if (header.number and header.date) or len(title.split()) < _TELLING:
                continue
            for other in sorted(_cited_as(title, titles, cited)):
                if _may_be(header, index, other):
                    yield file, _proposal(file, index, other)


def _cited_as(title: str, titles: Sequence[str], cited: Mapping[str, set[str]]) -> set[str]:
    """Return what is cited by ``title``, or by words that begin with it: a sentence runs on behind the title it names."""
    found = set(cited.get(title, ()))
    if len(title.split()) < _OPENING:
        return found
    for one in titles[bisect_left(titles, f"{title} ") :]:
        if not one.startswith(f"{title} "):
            break
        found |= cited[one]
    return found


def _may_be(header: HeaderRecord, index: DocumentIndex, other: str) -> bool:
    """Tell whether nothing that the file says of itself speaks against it: kind, number, day, year, issuer."""
    facts = index.facts(other)
    same_kind = not header.kind or not facts.get("kind") or header.kind == facts["kind"]
    same_number = not header.number or header.number == facts.get("number")
    day = header.date or str(header.year or "")
    same_day = not day or day[: len(day)] == str(facts.get("date"))[: len(day)]
    return same_kind and same_number and same_day and index.may_issue(header, index.known[other])


def _proposal(file: str, index: DocumentIndex, other: str) -> Issue:
    facts = index.facts(other)
    number, date = str(facts["number"]), str(facts["date"])
    day = "/".join(reversed(date.split("-")))
    message = f"có thể là {number} ngày {day}; nếu đúng: luocdo identify {file!r} {number} --date {date}"
    titles = sorted(mention.title for _, mention in index.known[other].mentions if mention.title)
    return Issue(kind="possible_document", message=message, quote=titles[0][:300])
