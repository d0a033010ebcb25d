"""Duties of body clauses (trách nhiệm trong thân văn bản): who is to do what, with whom, reporting to whom, by when.

Whoever is responsible or has to report is the lead. The actor stands in the sentence, in the heading above it ("2. Cục
Công nghệ thông tin"), or in "Kính gửi" of a letter. Purposes, goals and statements of fact are no duties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import msgspec

from luocdo.graph.records import (
    AllocationRecord,
    DeadlineRecord,
    Issue,
    Relation,
    TargetRecord,
    TaskRecord,
    UnitMention,
)
from luocdo.graph.units.grammar import is_collective, starts_with_head
from luocdo.graph.units.resolving import UnitPiece, split_units
from luocdo.loaders.citations.finding import find_citations
from luocdo.loaders.figures.body_targets import read_body_targets
from luocdo.loaders.figures.money import read_money
from luocdo.loaders.head.recipients import addressees
from luocdo.loaders.relations.relations import task_relations
from luocdo.loaders.tasks.audit import unread_duties
from luocdo.loaders.tasks.deadlines import find_deadlines
from luocdo.loaders.tasks.duty_words import FORCE, DutyWords, duty_words
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.clauses import Clause, read_clauses
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext

Kind = Literal["does", "coordinates", "reports"]
_LONGEST_NAME = 330
_HEADING = 140
_PLAIN = 9  # the level of a paragraph without a number
_DETERMINED = re.compile(r"(?i)(?:các|những|mọi|tất cả|toàn thể|từng|một số)\s")
_LONGEST_UNKNOWN = 10
_BODIES = re.compile(
    r"(?i)(?:các|những|mọi|tất cả|toàn thể)\s+(?:các\s+)?(?:bộ|ngành|cơ quan|đơn vị|sở|ban|địa phương|tỉnh|thành phố|doanh nghiệp|tổ chức|cá nhân|cơ sở|trường|vụ|cục|tập đoàn"
    r"|tổng công ty|ngân hàng|hội|hiệp hội|đoàn thể|xã|phường|đặc khu|huyện|quận|ubnd|ủy ban|uỷ ban|phòng|viện|trung tâm|đại học|học viện|thành viên|chủ đầu tư|cấp|lực lượng|nhà"
    r"|thứ trưởng|bộ trưởng|thủ trưởng|chủ tịch|giám đốc|đảng|tỉnh ủy|thành ủy|báo|đài|chi nhánh|tổ|nhóm|công ty|hợp tác xã|thuế|chi cục|tcvn)\b"
)
_AFTER_NAME = re.compile(r"(?i)\s+(?:trước|trong|tình hình|kết quả|theo|để|về)\b.*$", re.DOTALL)
_LAW = frozenset(
    {
        "Luật",
        "Bộ luật",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Pháp lệnh",
        "Văn bản hợp nhất",
        "Nghị quyết liên tịch",
    }
)


@dataclass(frozen=True, slots=True)
class DutyReading:
    """What the body clauses mandate: tasks, targets, sums, and what could not be read."""

    tasks: tuple[TaskRecord, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    allocations: tuple[AllocationRecord, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Actor:
    """Units that act, where they are printed."""

    pieces: tuple[tuple[UnitPiece, Span], ...]
    span: Span


@dataclass(slots=True)
class _Duty:
    """A stretch of a clause with one actor and one kind of duty."""

    actor: _Actor
    kind: Kind
    start: int
    end: int


def read_duties(context: ReadingContext) -> DutyReading:
    """Read the clauses of the document's body and of the programmes attached to it."""
    reader = _Reader(context)
    clauses = tuple(clause for zone in _zones(context) for clause in read_clauses(context.page, zone))
    tasks = [task for clause in clauses for task in reader.clause(clause)]
    bound = tuple(clause for clause in clauses if not reader.is_excluded(clause))
    targets, money = tuple(read_body_targets(context, clauses)), read_money(context, bound)
    issues = [
        Issue(
            kind="invalid_date",
            message=f"hạn in sai: {deadline.text}",
            place=task.place,
            quote=deadline.evidence.quote,
            from_char=deadline.evidence.from_char,
        )
        for task in tasks
        for deadline in task.deadlines
        if deadline.kind == "invalid"
    ]
    quotes = [one.evidence for one in tasks] + [one.evidence for one in targets]
    quotes += [one.evidence for one in money.allocations]
    facts = [Span(quote.from_char, quote.to_char) for quote in quotes]
    unread = unread_duties(context, bound, facts)
    return DutyReading(tuple(tasks), targets, money.allocations, (*issues, *money.issues, *unread))


def _zones(context: ReadingContext) -> Iterator[Span]:
    letter = context.header.kind == "Công văn"
    yield Span(context.part.preamble.start if letter else context.part.body.start, context.part.body.end)
    for annex in context.part.annexes:
        if not annex.label.startswith("Phụ lục"):
            yield annex.span


class _Reader:
    """Reads clause after clause of one document."""

    def __init__(self, context: ReadingContext) -> None:
        self._context, self._page = context, context.page
        self._words: DutyWords = duty_words(context.page.flat)
        self._addressed = self._addressees() if context.header.kind == "Công văn" else None
        self._asking = False
        self._text = context.page.flat if self._words.accented else bare(context.page.flat)

    def clause(self, clause: Clause) -> Iterator[TaskRecord]:
        """Yield the duties of one clause, none where its section gives none."""
        yield from self._retold(clause)
        if self._addressed and self._words.asks.search(self._text, clause.span.start, clause.span.end):
            self._asking = self._text[clause.span.start : clause.span.end].rstrip(" *_").endswith(":")
            if self._asking:
                return
        if not clause.span or self.is_excluded(clause) or self._heading(clause):
            return
        for number, duty in enumerate(self._duties(clause), 1):
            yield from self._tasks(clause, duty, number)

    def is_excluded(self, clause: Clause) -> bool:
        """Tell purposes, goals and facts by the heading they stand under; of laws only the closing articles count."""
        heads = [self._bare(one.span)[:160] for one in clause.above]
        if any(self._words.no_duties.search(head) and len(head) < _HEADING for head in heads):
            return True
        if self._context.header.kind in _LAW or self._context.header.nature == "normative":
            own = self._bare(clause.span)
            return not (self._words.enforces.search(own) or any(self._words.closing.search(head) for head in heads))
        return False

    def _heading(self, clause: Clause) -> bool:
        """Tell a heading from a clause: short, without a verb of its own, nothing but names."""
        words = self._bare(clause.span)
        return len(words) < _HEADING and not self._words.verb.search(words)

    def _duties(self, clause: Clause) -> list[_Duty]:
        found: list[_Duty] = []
        actor = self._above(clause)
        asked = self._asking and clause.level < _PLAIN
        for start, end in self._segments(clause.span):
            if self._words.informs.search(self._text, start, min(end, start + _HEADING)):
                continue
            own, verb = self._actor(start, end)
            if self._addressed and (asked or self._words.asks.search(self._text, start, end)):
                asked, own, verb = True, self._addressed if actor is not self._addressed else None, start
            elif self._addressed:
                continue
            actor = own or actor
            if actor is None:
                continue
            words = self._text[verb:end]
            if own is None and not found and not asked and not self._begins_with_verb(words):
                continue
            kind: Kind = (
                "coordinates"
                if self._words.coordinates.match(words)
                else "reports"
                if self._words.reports.match(words)
                else "does"
            )
            if found and own is None and found[-1].kind == kind and found[-1].actor is actor:
                found[-1].end = end
            else:
                found.append(_Duty(actor, kind, start, end))
        return found

    def _addressees(self) -> _Actor | None:
        spans = list(addressees(self._page, self._context.part))
        pieces = [
            (piece, Span(span.start + piece.start, span.start + piece.end))
            for span in spans
            for piece in split_units(
                self._page.flat[span.start : span.end], self._context.resolver, self._context.units
            )
        ]
        return _Actor(tuple(pieces), Span(spans[0].start, spans[-1].end)) if pieces else None

    def _retold(self, clause: Clause) -> Iterator[TaskRecord]:
        """Read "Thủ tướng Chính phủ giao Bộ X chủ trì …" in a letter: a mandate of the document named before it."""
        hit = self._words.retold.search(self._text, clause.span.start, clause.span.end) if self._addressed else None
        if hit is None:
            return
        named = [
            one
            for one in find_citations(self._page, Span(clause.span.start, hit.start()), self._context)
            if one.mention.number
        ]
        if not named:
            return
        end = self._words.segment.search(self._text, hit.end(), clause.span.end)
        span = self._page.trim(Span(hit.start(), end.start() if end else clause.span.end))
        name = Span(hit.start("who"), hit.end("who"))
        pieces = split_units(self._page.flat[name.start : name.end], self._context.resolver, self._context.units)
        roles = [
            self._role("LED_BY", piece, Span(name.start + piece.start, name.start + piece.end), span, clause.place)
            for piece in pieces
        ]
        told = self._task(clause, span, f"{clause.place} (giao lại)", tuple(roles), plain=True)
        evidence = msgspec.structs.replace(told.evidence, reading="inferred", as_printed=None)
        yield msgspec.structs.replace(told, mandated_by=named[-1].mention, evidence=evidence)

    def _begins_with_verb(self, words: str) -> bool:
        first = self._words.first_verb
        return bool(first.match(words) or first.match(self._words.lead_in.sub("", words)))

    def _segments(self, span: Span) -> Iterator[tuple[int, int]]:
        words = self._text[span.start : span.end]
        cuts = sorted(
            {
                0,
                *(hit.end() for hit in self._words.segment.finditer(words)),
                *(hit.end() for hit in self._words.inner_report.finditer(words)),
                len(words),
            }
        )
        for start, end in pairwise(cuts):
            if words[start:end].strip():
                yield span.start + start, span.start + end

    def _actor(self, start: int, end: int) -> tuple[_Actor | None, int]:
        """Find the units that a sentence begins with, and where its verb stands."""
        words = self._text[start:end]
        standing = self._words.is_standing.search(words)
        if standing:
            name = self._page.trim(Span(start + standing.start("who"), start + standing.end("who")))
            if self._is_name(self._page.text(name)):
                return self._named(name), start
        entrusted = self._words.entrusts.match(words)
        if entrusted:
            name = Span(start + entrusted.start("who"), start + entrusted.end("who"))
            return self._named(name), start + entrusted.end()
        enforced = self._words.enforces.search(words)
        lead = self._words.lead_in.match(words)
        for begin in dict.fromkeys((0, lead.end() if lead else 0)):
            colon = self._headed(words, start, begin)
            if colon is not None:
                return colon
            verb = enforced or self._words.verb.search(words, begin + 1)
            if verb is not None and self._words.past.search(words[begin : verb.start()]):
                continue
            if verb is None or verb.start() - begin > (_LONGEST_NAME * 3 if enforced else _LONGEST_NAME):
                continue
            name = self._page.trim(Span(start + begin, start + self._name_end(words, begin, verb.start())))
            printed = self._page.text(name)
            if name and self._is_name(printed):
                return self._named(name), start + verb.start()
        return None, start

    def _headed(self, words: str, start: int, begin: int) -> tuple[_Actor | None, int] | None:
        """Read "a) Bộ Xây dựng: Khẩn trương …": the name stands before a colon."""
        at = words.find(":", begin, begin + _HEADING)
        if at < 0 or self._words.verb.search(words, begin + 1, at):
            return None
        name = self._page.trim(Span(start + begin, start + at))
        return (self._named(name), start + at + 1) if name and self._is_name(self._page.text(name)) else None

    def _name_end(self, words: str, begin: int, end: int) -> int:
        adverb = self._words.adverbs.search(words[begin:end])
        return begin + adverb.start() if adverb else end

    def _is_name(self, printed: str) -> bool:
        """Tell whether words are units and nothing else: they begin as one, and no clause stands in them."""
        words = self._words.honorific.sub("", printed).strip(" ,:-*")
        if not words or not starts_with_head(words) or (words[:1].islower() and not is_collective(words)):
            return False
        if words.lower() in ("cơ quan", "đơn vị"):  # "Cơ quan chủ trì: …" labels a name
            return False
        if re.search(r"(?i)[“”\"«»]|\b(?:đã|vừa|trường hợp)\b", words):
            return False
        if _DETERMINED.match(words) and not _BODIES.match(words):
            return False
        return len(words.split()) >= 2 or words in ("Bộ trưởng", "Sở", "Tỉnh") or is_collective(words)  # noqa: PLR2004

    def _named(self, name: Span) -> _Actor | None:
        printed = self._page.flat[name.start : name.end]
        lead = self._words.honorific.match(printed)
        at = name.start + (lead.end() if lead else 0)
        pieces = split_units(self._page.flat[at : name.end], self._context.resolver, self._context.units)
        spans = tuple((piece, Span(at + piece.start, at + piece.end)) for piece in pieces)
        spans = tuple(one for one in spans if self._plausible(one[0].name))
        return _Actor(spans, name) if spans else None

    def _plausible(self, name: str) -> bool:
        """Tell a unit from a stretch of a clause: it begins as a name, and one that nobody knows is short."""
        unit = self._context.resolver.resolve(name, self._context.units)
        if unit.known and unit.kind != "nhóm":
            return True
        return starts_with_head(name) and (unit.kind == "nhóm" or len(name.split()) <= _LONGEST_UNKNOWN)

    def _above(self, clause: Clause) -> _Actor | None:
        """Find the actor in the nearest heading above that names units ("2. Cục Công nghệ thông tin")."""
        for one in reversed(clause.above):
            words = self._page.text(one.span).rstrip(" :.")
            if len(words) < _HEADING and self._is_name(words) and not self._words.verb.search(self._bare(one.span)):
                return self._named(
                    Span(
                        one.span.start,
                        one.span.start + len(self._page.flat[one.span.start : one.span.end].rstrip(" :.*_\n")),
                    )
                )
            if one.text.rstrip().endswith(":"):
                actor, _ = self._actor(one.span.start, one.span.end)
                if actor is not None:
                    return actor
        return None

    def _tasks(self, clause: Clause, duty: _Duty, number: int) -> Iterator[TaskRecord]:
        span = self._page.trim(Span(duty.start, duty.end))
        place = clause.place if number == 1 else f"{clause.place} ({number})"
        role = "COORDINATED_BY" if duty.kind == "coordinates" else "LED_BY"
        relations = [self._role(role, piece, printed, duty.actor.span, place) for piece, printed in duty.actor.pieces]
        relations += [*self._partners(duty, place), *self._receivers(duty, place)]
        yield self._task(clause, span, place, tuple(relations))
        for then, (piece, printed) in enumerate(self._then(duty), 1):
            yield self._task(
                clause, span, f"{place} (tiếp {then})", (self._role("LED_BY", piece, printed, span, place),), plain=True
            )

    def _task(
        self, clause: Clause, span: Span, place: str, relations: tuple[Relation, ...], *, plain: bool = False
    ) -> TaskRecord:
        words = self._bare(span)
        cited = () if plain else task_relations(self._context, (span,), place)
        deadlines: tuple[DeadlineRecord, ...] = find_deadlines(self._page, span, place)
        force = (
            "đề nghị"
            if self._addressed
            else next((name for word, name in FORCE if bare(word) in bare(words[:200]).lower()), "giao")
        )
        return TaskRecord(
            place=place,
            text=self._page.text(span).strip(" .;"),
            origin="body",
            evidence=self._page.evidence(place, span),
            code=clause.names[-1] if clause.names else None,
            section=self._page.text(clause.above[-1].span)[:200] if clause.above else None,
            force=force,  # type: ignore[arg-type]  # one of the four words above
            relations=(*relations, *cited),
            deadlines=deadlines[:1],
        )

    def _role(self, kind: str, piece: UnitPiece, printed: Span, quote: Span, place: str) -> Relation:
        evidence = self._page.evidence(place, quote, printed=printed)
        return Relation(
            type=kind, target=UnitMention(as_printed=self._page.text(printed), name=piece.name), evidence=evidence
        )

    def _partners(self, duty: _Duty, place: str) -> list[Relation]:
        """Read "chủ trì, phối hợp với Y": Y coordinates; in a duty to coordinate the others are only named."""
        words = self._text[duty.start : duty.end]
        hit = self._words.patterns["with"].search(words)
        if hit is None:
            return []
        kind = "COORDINATED_BY" if self._words.leads.search(words[: hit.start()]) else "NAMED_PARTNER"
        return self._units(kind, hit, "who", duty, place)

    def _receivers(self, duty: _Duty, place: str) -> list[Relation]:
        words = self._text[duty.start : duty.end]
        hit = self._words.reported_to.search(words)
        return self._units("REPORTS_TO", hit, "who", duty, place) if hit else []

    def _units(self, kind: str, hit: re.Match[str], group: str, duty: _Duty, place: str) -> list[Relation]:
        start = duty.start + hit.start(group)
        printed = self._page.flat[start : duty.start + hit.end(group)]
        if not starts_with_head(" ".join(printed.split())):
            return []
        pieces = split_units(printed, self._context.resolver, self._context.units)
        sentence = self._page.trim(Span(duty.start, duty.end))
        return [
            self._role(kind, piece, Span(start + piece.start, start + piece.end), sentence, place) for piece in pieces
        ]

    def _then(self, duty: _Duty) -> list[tuple[UnitPiece, Span]]:
        """Read a chain: "gửi X tổng hợp gửi Y thẩm định trình Z": X and Y are responsible too."""
        found: list[tuple[UnitPiece, Span]] = []
        words = self._text[duty.start : duty.end]
        acting = {piece.name for piece, _ in duty.actor.pieces}
        for hit in self._words.then.finditer(words):
            found += self._chained(duty, hit, acting)
            rest_at = hit.start("rest")
            for further in self._words.next.finditer(words[rest_at : hit.end()]):
                start = duty.start + rest_at + further.start("who")
                found += self._pieces(Span(start, duty.start + rest_at + further.end("who")), acting)
        return found

    def _chained(self, duty: _Duty, hit: re.Match[str], acting: set[str]) -> list[tuple[UnitPiece, Span]]:
        if not re.search(r"(?i)\b(?:bao\s+cao|gui|trinh|tham\s+muu)\b", bare(hit["rest"])):
            return []
        return self._pieces(Span(duty.start + hit.start("who"), duty.start + hit.end("who")), acting)

    def _pieces(self, span: Span, acting: set[str]) -> list[tuple[UnitPiece, Span]]:
        printed = self._page.flat[span.start : span.end]
        if not starts_with_head(" ".join(printed.split())):
            return []
        printed = _AFTER_NAME.sub("", printed)
        pieces = split_units(printed, self._context.resolver, self._context.units)
        found = [
            (piece, Span(span.start + piece.start, span.start + piece.end))
            for piece in pieces
            if piece.name not in acting
        ]
        return [one for one in found if self._may_bind(one[0].name)]

    def _may_bind(self, name: str) -> bool:
        """Tell whether the issuer may give this unit a duty: a ministry or a department binds its own units only."""
        resolver, body = self._context.resolver, self._context.units.body
        issuer = resolver.get(body) if body else None
        if issuer is None or issuer.kind not in ("bộ", "sở", "cục"):
            return True
        unit = resolver.resolve(name, self._context.units)
        return body in (unit.parent, unit.id)

    def _bare(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())
