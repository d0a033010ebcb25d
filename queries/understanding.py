"""Questions in words (hỏi bằng lời): what is asked is mapped to a command and its options, or it is said what was not understood.

First the names of documents and units of the store, then periods; what is left decides the command, by rows of
question_rules.tsv. A word that no row accounts for means that the question is not understood: a question half understood
is never answered as if it were.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from luocdo.graph.words import Word, shown, words_of
from luocdo.queries.asked_names import NamedDocument, NamedUnit, documents_in, units_in
from luocdo.queries.asked_periods import Options, Period, periods
from luocdo.queries.describe import short_name

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.graph.stores.base import Store

_NEED = re.compile(r"(?P<slot>[DUT])(?:(?P<least>\d)(?:-(?P<most>\d))?|\*)")
_QUESTION_ENDS = ("khong", "chua", "hay khong", "khong a", "khong nhi")
_GAP = " .. "
_ANY = 99


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as a command: its name, its arguments in order, its options with their values (empty for a flag)."""

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
    """Why a question is not answered: ``reason``; ``perhaps`` is the command that it may have meant."""

    reason: str
    perhaps: Understood | None = None


class Rule(NamedTuple):
    """A row of question_rules.tsv."""

    command: str
    need: dict[str, tuple[int, int]]
    cues: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    admits: frozenset[str]
    forbids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question taken apart: its words, and which of them name documents, units and periods."""

    words: tuple[Word, ...]
    documents: tuple[NamedDocument, ...]
    units: tuple[NamedUnit, ...]
    periods: tuple[Period, ...]
    left: tuple[int, ...]

    @property
    def plain(self) -> str:
        """Return what no name and no period took, each name a mark: "ai chu tri # phai xong"."""
        pieces, before = [], -1
        for at in self.left:
            pieces += ["#"] if at != before + 1 else []
            pieces.append(self.words[at].plain)
            before = at
        return " ".join(pieces)


def understand(store: Store, question: str, today: datetime.date) -> Understood | NotUnderstood:
    """Map ``question`` to a command on ``store``; periods such as "tháng này" are those of ``today``."""
    text = shown(question)
    asked = _taken_apart(store, text, today)
    if not asked.words:
        return NotUnderstood("câu hỏi trống")
    named: tuple[NamedDocument | NamedUnit, ...] = (*asked.documents, *asked.units)
    if troubles := [trouble for one in named if (trouble := _trouble(one))]:
        return NotUnderstood("; ".join(troubles))
    left_over: list[tuple[Understood, list[str]]] = []
    for rule in _rules():
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
    names = "; ".join(getattr(one, "display", "") or getattr(one, "name", "") for one in named.found.matches[:6])
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
    return _Asked(tuple(words), documents, units, found, tuple(left))


def _periods(words: Sequence[Word], taken: Sequence[tuple[int, int]], today: datetime.date) -> Iterator[Period]:
    """Yield periods with places counted in words; what names something is no period."""
    hidden = ["#" if any(start <= at < end for start, end in taken) else word.plain for at, word in enumerate(words)]
    plain = " ".join(hidden)
    starts = [0]
    for word in hidden:
        starts.append(starts[-1] + len(word) + 1)
    for period in periods(plain, today):
        first = starts.index(period.start)
        last = next(at for at, start in enumerate(starts) if start > period.end)
        yield replace(period, start=first, end=last)


def _fitting(rule: Rule, asked: _Asked) -> Understood | None:
    """Return what ``asked`` means by ``rule``, where it has what the rule needs and one of its cues."""
    has = {"D": len(asked.documents), "U": len(asked.units), "T": len(asked.periods)}
    if any(not least <= has[slot] <= most for slot, (least, most) in rule.need.items()):
        return None
    cue = next((one for one in rule.cues if _has(asked.plain, one)), None)
    if cue is None or any(_has(asked.plain, one) for one in rule.forbids):
        return None
    return _FILLED[rule.command](rule, asked, cue) if rule.command in _FILLED else _plain_command(rule, asked)


def _has(plain: str, cue: str) -> bool:
    if cue.startswith("^"):
        return f"{plain} ".startswith(f"{cue[1:]} ")
    at = 0
    for piece in cue.split(_GAP):
        found = f" {plain} ".find(f" {piece} ", at)
        if found < 0:
            return False
        at = found + len(piece) + 1
    return True


def _plain_command(rule: Rule, asked: _Asked) -> Understood:
    documents = tuple(short_name(one.found.matches[0]) for one in asked.documents)
    units = [one.found.matches[0].display for one in asked.units]
    spans = tuple(option for period in asked.periods for option in period.options)
    if rule.command == "unit":
        return Understood("unit", (units[0],), rule.options)
    if rule.command == "due":
        return Understood("due", (), (*_option("--document", documents), *_option("--unit", units), *spans))
    narrowed = _option("--unit", units)
    return Understood(rule.command, documents, (*rule.options, *narrowed))


def _option(name: str, values: Sequence[str]) -> Options:
    """Return the option with the first of ``values``, none where there are none."""
    return ((name, values[0]),) if values else ()


def _gaps(rule: Rule, asked: _Asked, _: str) -> Understood:
    """Tell the decision ("của NQ 03", else the first named) from the plan."""
    names = [short_name(one.found.matches[0]) for one in asked.documents]
    before = [asked.words[one.start - 1].plain if one.start else "" for one in asked.documents]
    first = next((at for at, word in enumerate(before) if word in ("cua", "thuoc", "of", "trong", "tu")), 0)
    plan = [name for at, name in enumerate(names) if at != first]
    meant = _plain_command(rule, asked)
    return Understood("gaps", (names[first],), (*_option("--in", plan), *meant.options))


def _find(_: Rule, asked: _Asked, cue: str) -> Understood | None:
    """Take what stands behind the cue as the words looked for; where that says nothing, what stands before it."""
    pieces = cue.removeprefix("^").split()
    plain = [word.plain for word in asked.words]
    at = next((at for at in range(len(plain)) if plain[at : at + len(pieces)] == pieces), None)
    if at is None:
        return None
    topic = _told(asked.words[at + len(pieces) :]) or _told(asked.words[:at])
    return Understood("find", (" ".join(word.printed for word in topic),)) if topic else None


def _told(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without those at either end that say nothing."""
    known = [False] * len(words)
    _cross_out([word.plain for word in words], (*_fillers(), *_QUESTION_ENDS), known)
    telling = [at for at, is_filler in enumerate(known) if not is_filler]
    return words[telling[0] : telling[-1] + 1] if telling else ()


def _new(_: Rule, asked: _Asked, __: str) -> Understood | None:
    """Take the day from which papers are new; this week needs none."""
    since = [value for period in asked.periods for name, value in period.options if name == "--from"]
    weeks = [value for period in asked.periods for name, value in period.options if name == "--within-days"]
    if asked.periods and not since and weeks != ["7"]:
        return None
    units = [one.found.matches[0].display for one in asked.units]
    return Understood("new", (), (*_option("--since", since), *_option("--unit", units)))


_FILLED = {"gaps": _gaps, "find": _find, "new": _new}


def _unaccounted(rule: Rule, asked: _Asked) -> list[str]:
    """Return the words left that neither the rule nor the fillers account for; a question may end in "không"."""
    plain = [asked.words[at].plain for at in asked.left]
    known = [False] * len(plain)
    for phrases in (rule.admits, _fillers()):
        _cross_out(plain, phrases, known)
    if plain and plain[-1] in _QUESTION_ENDS and asked.left[-1] == len(asked.words) - 1:
        known[-1] = True
    return [asked.words[at].printed for at, is_known in zip(asked.left, known, strict=True) if not is_known]


def _cross_out(plain: Sequence[str], phrases: Iterable[str], known: list[bool]) -> None:
    for phrase in phrases:
        pieces = phrase.split()
        for at in range(len(plain) - len(pieces) + 1):
            if plain[at : at + len(pieces)] == pieces:
                known[at : at + len(pieces)] = [True] * len(pieces)


@cache
def _rules() -> tuple[Rule, ...]:
    rows = list(_rows("question_rules.tsv"))
    return tuple(_rule(row) for row in rows)


def _rule(row: dict[str, str]) -> Rule:
    need = {
        found["slot"]: (0, _ANY) if not found["least"] else (int(found["least"]), int(found["most"] or found["least"]))
        for found in _NEED.finditer(row["need"])
    }
    cues = tuple(sorted(_pieces(row["cues"]), key=len, reverse=True))  # the longest says most
    name, _, value = (row["options"] or "").partition(" ")
    admits = {piece for cue in cues for piece in cue.removeprefix("^").split(_GAP)} | set(_pieces(row["also"]))
    return Rule(row["command"], need, cues, ((name, value),) if name else (), frozenset(admits), _pieces(row["not"]))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(piece for row in _rows("question_fillers.tsv") for piece in _pieces(row["words"]))


def _pieces(cell: str | None) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in (cell or "").split(";") if piece.strip())


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
