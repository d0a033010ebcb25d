"""Documents named without a number (văn bản chỉ gọi bằng tên): which of those that are known under
a name is meant.

Candidates of a name are the documents that some text gives with that name and a number, a day or a
year, and the loaded ones whose title it is. A name with its day means the one of that day, with
its year the one of that year; a name alone the one that is left among those not younger than the
act that names it. With none or several left the name is a document of its own: nothing is guessed.
Laws that the registry knows (``laws.tsv``) tell which number a name and its day mean, and that a
name alone does not mean a law which another of that name had followed by then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.growing.step import Cell, Of
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.records import DocumentMention
    from luocdo.graph.registry.laws import Law

_LONGEST_ID = 120
_TELLING = 6  # words: shorter titles begin the titles of many documents
# What a title says before the name of what it issues: "Ban hành Chương trình hành động …", "V/v
# phê duyệt Đề án …".
_ACT = re.compile(r"^(?:v v |ve viec |ve )?(?:(?:phe duyet|ban hanh|cong bo) )?")
_DAY = re.compile(r"\bngay (?:\d{1,2} thang \d{1,2} nam \d{4}|\d{1,2} \d{1,2} \d{4})\b")
_FILLING = re.compile(r"\b(?:so|kem theo)\b")
_FOR_EVER = "9999"
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})


@dataclass(slots=True)
class Candidate:
    """A document that is known under a name: ``days`` are the days and years said of it, ``place``
    whose it is.
    """

    id: str
    days: set[str] = field(default_factory=set)
    place: str | None = None

    def is_of(self, day: str) -> bool:
        """Return whether it is of that ``day`` (or year): the same day where both are days, else
        the same year.
        """
        whole = {known for known in self.days if len(known) == len(day)}
        return day in whole if whole else day[:4] in {known[:4] for known in self.days}

    def is_younger(self, than: str) -> bool:
        """Return whether every day said of it lies after ``than``; unknown days tell nothing."""
        return (
            bool(than)
            and bool(self.days)
            and all(known[: len(than)] > than[: len(known)] for known in self.days)
        )


def name_key(name: str) -> str:
    """Return a name for comparison."""
    return fold(name)


def title_key(title: str) -> str:
    """Return the name of what a title issues or approves: without the act before it and the days
    within it.
    """
    words = _FILLING.sub(" ", _DAY.sub(" ", _ACT.sub("", fold(title))))
    return " ".join(words.split())


def law_name(kind: str | None, title: str | None) -> str | None:
    """Return the name of a law from its kind and title ("Đất đai", "LUẬT ĐẤT ĐAI"), None where it
    is none.
    """
    if kind not in _LAWS or not title:
        return None
    return title if fold(title).startswith(fold(kind)) else f"{kind} {title}"


def first_words(key: str) -> str:
    """Return the words of a title's key by which longer ones are found; "" where it is too short
    to tell anything.
    """
    words = key.split()
    return " ".join(words[:_TELLING]) if len(words) >= _TELLING else ""


Laws = dict[str, list[Candidate]]


def laws_by_name(laws: Iterable[tuple[Law, str]]) -> Laws:
    """Return name -> the ``laws`` so called; each comes with the id of its document, "" where it
    has no number.
    """
    found: Laws = defaultdict(list)
    for law, document in laws:
        if law.date:
            key = name_key(law.name)
            found[key].append(Candidate(document or _id(key, law.date), {law.date}))
    return found


class Names:
    """Finds the document that a name means among those that any file knows under it."""

    def __init__(self, cell: Cell, laws: Laws) -> None:
        """Ask what files tell through ``cell``; ``laws`` are those that the registry knows."""
        self._cell, self._laws = cell, laws

    def _of_day(self, key: str, known: list[Candidate], said: str) -> list[Candidate]:
        """Return what bears the name and is of the day or the year that is said."""
        return [one for one in self._with_laws(key, known) if one.is_of(said)]

    def _of_no_day(self, key: str, known: list[Candidate], day: str) -> list[Candidate]:
        """Return what an act of ``day`` may mean by the bare name: nothing younger, nothing that
        another had followed.
        """
        return [
            one
            for one in known
            if not one.is_younger(day) and not self._is_followed(key, one, day)
        ]

    def resolve(
        self, mention: DocumentMention, day: str, own_days: frozenset[str], place: str | None
    ) -> str:
        """Return the id of what ``mention`` names in an act of ``day`` and ``place``.

        ``own_days`` are the days and years that the same act gives for that name elsewhere.
        """
        name = mention.name or mention.title or ""
        key = name_key(name)
        day = min(filter(None, (day, mention.not_after)), default="")
        said = mention.date or str(mention.year or "") or _only(own_days, day)
        known = self.candidates(key)
        fitting = self._of_day(key, known, said) if said else self._of_no_day(key, known, day)
        exact = [one for one in fitting if said and said in one.days]
        if left := next((left for left in (exact, fitting) if len(left) == 1), None):
            return left[0].id
        if not known and mention.title and (titled := self._titled(name, said, day, place)):
            return titled
        return _id(key, said)

    def candidates(self, key: str) -> list[Candidate]:
        """Return the documents known under a name: numbered ones, then days of which no numbered
        one is.
        """
        numbered = self._cell.ask_set(Of.NAME, key, str)
        found = {one: Candidate(one, self._days(Of.DAY, one)) for one in numbered}
        laws = self._laws.get(key, [])
        for day in sorted(self._days(Of.NAME_DAY, key), key=lambda day: (-len(day), day)):
            if not any(one.is_of(day) for one in found.values()):
                one = next((law.id for law in laws if law.is_of(day)), _id(key, day))
                found.setdefault(one, Candidate(one, {day}))
        for law in (law for law in laws if law.id in found):
            found[law.id].days |= law.days
        return list(found.values())

    def _with_laws(self, key: str, known: list[Candidate]) -> list[Candidate]:
        """Return the candidates with what else the registry knows of laws so called."""
        ids = {one.id for one in known}
        return [*known, *(law for law in self._laws.get(key, ()) if law.id not in ids)]

    def _is_followed(self, key: str, candidate: Candidate, day: str) -> bool:
        """Return whether by ``day`` another law of that name had been adopted after
        ``candidate``.
        """
        laws = [law for law in self._laws.get(key, ()) if not law.is_younger(day or _FOR_EVER)]
        return any(
            law.id != candidate.id and min(law.days) > max(candidate.days, default=_FOR_EVER)
            for law in laws
        )

    def _titled(self, title: str, said: str, day: str, place: str | None) -> str | None:
        """Return the one act, of the centre or of the same place, whose title begins with what is
        named.
        """
        key = title_key(title)
        first = first_words(key)
        if not first:
            return None
        told = self._cell.ask_set(Of.TITLE, first, tuple[str, str, str | None])
        places = {one: where for words, one, where in told if words.startswith(key)}
        found = [
            Candidate(one, self._days(Of.DAY, one), where) for one, where in sorted(places.items())
        ]
        left = [
            one
            for one in found
            if one.place in (None, place)
            and (one.is_of(said) if said else not one.is_younger(day))
        ]
        return left[0].id if len(left) == 1 else None

    def _days(self, relation: Of, key: str) -> set[str]:
        return set(self._cell.ask_set(relation, key, str))


def _only(days: frozenset[str], until: str) -> str:
    """Return the one day of ``days`` that is not after ``until``."""
    left = [day for day in days if not until or day[: len(until)] <= until[: len(day)]]
    left = [day for day in left if not any(one != day and one.startswith(day) for one in left)]
    return left[0] if len(left) == 1 else ""


def _id(key: str, day: str) -> str:
    return f"doc:{key.replace(' ', '-')[:_LONGEST_ID]}" + (f"/{day}" if day else "")
