"""Questions in words (hỏi bằng lời): what is asked is mapped to a command and its options, or it
is said what was not understood.

First the names of documents and units of the store, then periods; the words left are ideas of the
vocabulary, and the ideas decide the command, by rows of question_rules.tsv. A word without an
idea, or an idea that no row accounts for, means that the question is not understood: a question
half understood is never answered as if it were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.words import Word, shown, words_of
from luocdo.queries.asked_decisions import decision_among
from luocdo.queries.asked_names import NamedDocument, bare_numbers, documents_in
from luocdo.queries.asked_periods import Period, periods
from luocdo.queries.asked_topics import topic_of
from luocdo.queries.asked_units import NamedUnit, units_in
from luocdo.queries.describe import short_name
from luocdo.queries.question_rules import Rule, rules
from luocdo.queries.question_words import NOTHING, Said, ideas_of
from luocdo.queries.span_of_days import Options

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from luocdo.graph.stores.base import Store

_THIS_WEEK = (("--within-days", "7"),)
_OVERDUE = ("--overdue", "")
_NAMED = Word("#", "#", 0, 0)  # in the place of what names something
_SILENT = NOTHING | {"of", "small"}  # what stands between ideas and orders none of them
_BY_UNIT = ("owners", "gaps")  # what can be asked for one unit alone
_QUOTED = re.compile(r"[\"“«](?P<words>[^\"”»]+)[\"”»]")


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as a command: its name, its arguments in order, its options with their values
    (empty for a flag).
    """

    command: str
    arguments: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> list[str]:
        """Return the command line after ``luocdo``."""
        options = [piece for name, value in self.options for piece in (name, value) if piece]
        return [self.command, *self.arguments, *options]

    @property
    def line(self) -> str:
        """Return it as one types it."""
        return " ".join(f'"{word}"' if " " in word else word for word in ("luocdo", *self.words))


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Why a question is not answered: ``reason``; ``perhaps`` is the command that it may have
    meant.
    """

    reason: str
    perhaps: Understood | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question taken apart: its words, which of them name documents, units and periods, and what
    the others mean.
    """

    words: tuple[Word, ...]
    documents: tuple[NamedDocument, ...]
    units: tuple[NamedUnit, ...]
    periods: tuple[Period, ...]
    said: tuple[Said, ...]
    today: str
    quoted: str = ""

    @property
    def pieces(self) -> tuple[Said, ...]:
        """Return names and ideas in order, each name a mark: who, do, #D, finish, #T."""
        named: tuple[NamedDocument | NamedUnit | Period, ...] = (
            *self.documents,
            *self.units,
            *self.periods,
        )
        marked = (Said(_mark(one), one.start, one.end) for one in named)
        return tuple(sorted((*self.said, *marked), key=lambda one: one.start))

    @property
    def ideas(self) -> tuple[str, ...]:
        """Return the ideas and marks that say something; what orders to look, only where nothing
        else does.
        """
        loud = [one.idea for one in self.pieces if one.idea not in _SILENT]
        return tuple(loud[1:] if loud[:1] == ["look"] else loud)


def _mark(named: NamedDocument | NamedUnit | Period) -> str:
    """Return what stands for a name in a rule: #D a document, #U a unit, #T a period, #late the
    one that is over.
    """
    if isinstance(named, Period):
        return "#late" if named.options == (_OVERDUE,) else "#T"
    return "#D" if isinstance(named, NamedDocument) else "#U"


def understand(store: Store, question: str, today: datetime.date) -> Understood | NotUnderstood:
    """Map ``question`` to a command on ``store``; periods such as "tháng này" are those of
    ``today``.
    """
    text = shown(question)
    asked = _taken_apart(store, text, today)
    if not asked.words:
        return NotUnderstood("câu hỏi trống")
    named: tuple[NamedDocument | NamedUnit, ...] = (*asked.documents, *asked.units)
    if troubles := [trouble for one in named if (trouble := _trouble(one))]:
        return NotUnderstood("; ".join(troubles))
    left_over: list[tuple[Understood, list[str]]] = []
    for rule in rules():
        meant = _fitting(rule, asked)
        if meant is None:
            continue
        unknown = [] if rule.command == "find" else _unaccounted(rule, asked)
        if not unknown:
            return meant
        left_over.append((meant, unknown))
    if not left_over:
        return NotUnderstood("không rõ hỏi gì; các lệnh: luocdo --help")
    meant, unknown = min(left_over, key=lambda one: len(one[1]))
    return NotUnderstood(f"không hiểu: {', '.join(unknown)}", meant)


def _trouble(named: NamedDocument | NamedUnit) -> str:
    """Say why words that name something cannot be used: nothing of that name, or several."""
    what = "văn bản" if isinstance(named, NamedDocument) else "đơn vị"
    many = len(named.found.matches)
    if not many:
        return f"trong kho không có {what} «{named.words}»"
    if many == 1:
        return ""
    names = "; ".join(
        getattr(one, "display", "") or getattr(one, "name", "") for one in named.found.matches[:6]
    )
    return f"«{named.words}» có thể là {many} {what}: {names}"


def _taken_apart(store: Store, text: str, today: datetime.date) -> _Asked:
    words = words_of(text)
    documents = tuple(documents_in(store, text, words))
    taken = [(one.start, one.end) for one in documents]
    units = tuple(units_in(store, words, taken))
    taken += [(one.start, one.end) for one in units]
    found = tuple(_periods(words, taken, today))
    taken += [(one.start, one.end) for one in found]
    left = [at for at in range(len(words)) if not any(start <= at < end for start, end in taken)]
    said = ideas_of(words, left)
    numbers = tuple(bare_numbers(store, words, said))
    said = tuple(one for one in said if all(one.start != figure.start for figure in numbers))
    documents = tuple(sorted((*documents, *numbers), key=lambda one: one.start))
    quoted = found_quote["words"].strip() if (found_quote := _QUOTED.search(text)) else ""
    return _Asked(tuple(words), documents, units, found, said, today.isoformat(), quoted)


def _periods(
    words: Sequence[Word], taken: Sequence[tuple[int, int]], today: datetime.date
) -> Iterator[Period]:
    """Yield the periods; what names something is none."""
    hidden = [
        _NAMED if any(start <= at < end for start, end in taken) else word
        for at, word in enumerate(words)
    ]
    return periods(hidden, today)


def _fitting(rule: Rule, asked: _Asked) -> Understood | None:
    """Return what ``asked`` means by ``rule``, where it has what the rule needs and one of its
    cues.
    """
    has = {"D": len(asked.documents), "U": len(asked.units), "T": len(asked.periods)}
    if any(not least <= has[slot] <= most for slot, (least, most) in rule.need.items()):
        return None
    orders = [one.idea for one in asked.pieces[:1]] if rule.command == "find" else []
    cue = rule.cue_in(orders) or rule.cue_in(asked.ideas)
    if cue is None:
        return None
    if rule.command in _FILLED:
        return _FILLED[rule.command](rule, asked)
    return _plain_command(rule, asked)


def _plain_command(rule: Rule, asked: _Asked) -> Understood:
    documents = tuple(short_name(one.found.matches[0]) for one in asked.documents)
    units = [one.found.matches[0].display for one in asked.units]
    spans = _spans(asked)
    if rule.command == "unit":
        return Understood("unit", (units[0],), rule.options)
    if rule.command == "due":
        return Understood(
            "due", (), (*_option("--document", documents), *_option("--unit", units), *spans)
        )
    narrowed = _option("--unit", units) if rule.command in _BY_UNIT else ()
    return Understood(rule.command, documents, (*rule.options, *narrowed))


def _option(name: str, values: Sequence[str]) -> Options:
    """Return the option with the first of ``values``, none where there are none."""
    return ((name, values[0]),) if values else ()


def _gaps(rule: Rule, asked: _Asked) -> Understood | None:
    """Tell the decision from the plan that is to take it up."""
    decision = decision_among(asked.pieces, asked.words)
    if decision is None:
        return None
    names = [short_name(one.found.matches[0]) for one in asked.documents]
    plan = [name for at, name in enumerate(names) if at != decision]
    meant = _plain_command(rule, asked)
    return Understood("gaps", (names[decision],), (*_option("--in", plan), *meant.options))


def _find(rule: Rule, asked: _Asked) -> Understood | None:
    """Take as the words looked for what is quoted, else what the question is about."""
    if asked.quoted:
        return Understood("find", (asked.quoted,))
    topic = topic_of(asked.words, asked.said, rule.admits)
    return Understood("find", (topic,)) if topic else None


def _new(rule: Rule, asked: _Asked) -> Understood | None:
    """Take the days within which papers are new; this week, and days until today, need no end."""
    units = _option("--unit", [one.found.matches[0].display for one in asked.units])
    if not asked.periods or asked.periods[0].options == _THIS_WEEK:
        return Understood("new", (), (*rule.options, *units))
    days = dict(asked.periods[0].days)
    since, until = days.get("--from", ""), days.get("--to", "")
    if not since or since > asked.today:
        return None
    is_over = bool(until) and until < asked.today
    if is_over and dict(asked.periods[0].options).get("--within") and not rule.options:
        return None  # what is new of a year that is over is rather what was issued in it
    told = (("--since", since), *((("--to", until),) if is_over else ()))
    return Understood("new", (), (*rule.options, *told, *units))


def _documents(rule: Rule, asked: _Asked) -> Understood | None:
    """Take the days of a period as those between which documents ended."""
    days = [day for period in asked.periods for day in period.days]
    if asked.periods and not days:
        return None
    return Understood("documents", (), (*rule.options, *days))


def _spans(asked: _Asked) -> Options:
    return tuple(option for period in asked.periods for option in period.options)


_FILLED = {"gaps": _gaps, "find": _find, "new": _new, "documents": _documents}


def _unaccounted(rule: Rule, asked: _Asked) -> list[str]:
    """Return the words that have no idea, or one that the rule does not account for."""
    return [
        " ".join(word.printed for word in asked.words[one.start : one.end])
        for one in asked.said
        if not rule.accounts_for(one.idea)
    ]
