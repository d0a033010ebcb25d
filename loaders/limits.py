"""Time limits of a sentence (thời hạn của câu), by the grammar that reads those of cells.

A sentence is believed only where it says a limit, and not where the day lies before the document's
own: that tells what has been.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.loaders.cell_limits import Found, distinct, limit_record, read_cell, reading_of
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.pipeline import DEADLINES
from luocdo.loaders.times.days import excludes, yearly_days
from luocdo.loaders.times.grammar import Match, in_sentence, sentence_match
from luocdo.loaders.times.known_year import KnownYear
from luocdo.loaders.times.makers import nothing
from luocdo.loaders.times.printed import days
from luocdo.loaders.times.table import compiled
from luocdo.loaders.times.time import Time

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from luocdo.graph.records import DeadlineRecord, Reading
    from luocdo.loaders.context import ReadingContext

_FRONT = 120
_VERB = 16  # letters: "hoàn thành", "thực hiện xong"
_COMMA = re.compile(r"\s*,\s*")
_FINISH = compiled("{finish}")
_ENDING = compiled(
    "{ending}~"
)  # "hoàn thành trước ngày …": the verb of the work, no part of its limit
_PERIODIC = re.compile(r"(?i)dinh\s+ky")
_FIGURE = re.compile(r"[^.;]*\d")
_LABEL = compiled("~{label}~:")
_BEHIND_A_NOUN = (",", ";", ".", "(")
# A sentence that gives the one before it its limit: "Hoàn thành trước ngày …", "Thời hạn: …",
# "Việc này xong trong …".
_NEXT = compiled("{stops}words=([[công ]việc[ này] |nhiệm vụ[ này] ]({finish}|{label}){to_stop})")


def find_limits(
    context: ReadingContext, span: Span, place: str, openers: Sequence[Span] = ()
) -> tuple[DeadlineRecord, ...]:
    """Return the limits that a sentence gives, else those that the next one gives it, else those
    of what opens its list.

    ``openers`` are the clauses above that end in a colon, the nearest first: "Hoàn thành trước
    ngày … các việc sau:".
    """
    known = KnownYear.of(context.header)
    found = _in_prose(context.page, span, known) or _in_front(context.page, span, known)
    own = _records(context.page, found, place) or _of_next(context, span, place, known)
    return own or next(
        (given for one in openers if (given := _of_opener(context, one, place, known))), ()
    )


def _of_opener(
    context: ReadingContext, opener: Span, place: str, known: KnownYear
) -> tuple[DeadlineRecord, ...]:
    text, said = bare(context.page.flat), _last_sentence(context.page, opener)
    found = [
        one
        for one in _in_prose(context.page, opener, known)
        if one.time.is_dated or one.time.recurrence
    ]
    found = [one for one in found if one.start >= said.start or _is_to_be_finished(text, one)]
    return _records(context.page, found, place, "inherited")


def _is_to_be_finished(text: str, found: Found) -> bool:
    """Tell a time that a verb of finishing stands before: "Hoàn thành trước ngày 30/6. Cụ thể như
    sau:".
    """
    before = range(max(0, found.start - _VERB), found.start)
    return any(
        (verb := _ENDING.match(text, at)) is not None and verb.end() == found.start
        for at in before
    )


def _last_sentence(page: Page, opener: Span) -> Span:
    """Return the sentence that opens the list: what was told before it ("Trong tháng 11 đã xảy ra
    …") limits no work.
    """
    flat, at = page.flat, opener.end
    while (at := flat.rfind(". ", opener.start, at)) >= 0:
        *before, last = flat[opener.start : at].split() or [""]
        ends = last.islower() or (
            before and last[-1:].isdigit()
        )  # not "TP. Hồ …", not the item's own "1. Sở …"
        if ends and flat[at + 2 : at + 3].isupper():
            return Span(at + 2, opener.end)
    return opener


def _in_prose(page: Page, span: Span, known: KnownYear) -> list[Found]:
    text = bare(page.flat)
    found: list[Found] = []
    matches = [
        (hit, match)
        for hit in page.found(DEADLINES, span)
        if (match := sentence_match(text, hit.start))
    ]
    said = _said_beside([match for _, match in matches], known)
    for hit, match in matches:
        told = [time for time in said(match) if not _has_begun(match, time, known)]
        found += [Found(hit.start, hit.end, time) for time in told]
    return _stated(text, found, known)


def _has_begun(match: Match, time: Time, known: KnownYear) -> bool:
    """Tell what began before the document, by words that tell of it as well as order it."""
    coming = match.rule.coming
    if time.end or coming is None or not coming.match(match.words[0]):
        return False
    return known.since is None or (time.start or "") < known.since


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What the times of one sentence say of each other: whether they come back each year, and the
    one year printed.
    """

    yearly: bool
    year: int | None

    @classmethod
    def of(cls, matches: Sequence[Match]) -> _Sentence:
        """Gather it from the times that mean something by themselves."""
        meant = [time for match in matches for time in match.times(None)]
        years = {end[:4] for time in meant if (end := time.end or time.start)}
        yearly = any("YEARLY" in (time.recurrence or "") for time in meant)
        return cls(yearly, int(years.pop()) if len(years) == 1 else None)

    def times(self, match: Match) -> tuple[Time, ...] | None:
        """Return what a time without a year means beside the others; None where they
        do not say.
        """
        printed = days(match.words[0])
        if self.yearly and printed:
            return yearly_days(printed, exclusive=excludes(match.words[0]))
        if self.year is None:
            return None
        return tuple(replace(one, inferred=False) for one in match.times(self.year))


def _said_beside(
    matches: Sequence[Match], known: KnownYear
) -> Callable[[Match], tuple[Time, ...]]:
    """Return a reader of times that takes a missing year from the rest of the sentence.

    "Định kỳ hằng năm báo cáo …, trước ngày 15 tháng 12"; "lần một trước ngày 15/6, lần hai trước
    ngày 30/11/2026".
    """
    sentence = _Sentence.of(matches)

    def times(match: Match) -> tuple[Time, ...]:
        told = match.times(None) or sentence.times(match)
        if told is not None:
            return told
        return known.times(match) or (() if match.rule.make is nothing else (Time("conditional"),))

    return times


def behind_front_time(text: str, start: int, end: int) -> int:
    """Return where the words of a clause begin behind the time in front of it: "Trước ngày 15/11
    hằng năm, tổng hợp …".
    """
    match = next(in_sentence(text[start : min(end, start + _FRONT)]), None)
    if match is None or text[start : start + match.start].strip(" *_-"):
        return start
    comma = _COMMA.match(text, start + match.end, end)
    return comma.end() if comma else start


def _in_front(page: Page, span: Span, known: KnownYear) -> list[Found]:
    """Read the time right before a sentence that was cut behind it: "Trước ngày 15/11/2026, | tổng
    hợp …".
    """
    text = bare(page.flat)
    start = max(0, span.start - _FRONT)
    start = max(start, *(text.rfind(stop, start, span.start) + 1 for stop in ("\n", ";", ":")))
    limit = next(reversed(list(page.found(DEADLINES, Span(start, span.start)))), None)
    if limit is None or _COMMA.fullmatch(text, limit.end, span.start) is None:
        return []
    return _in_prose(page, limit, known)


def _stated(text: str, found: list[Found], known: KnownYear) -> list[Found]:
    """Keep what is still to come; beside a day, only a recurrence that says its own."""
    found = [_without_verb(text, one) for one in found if not _is_past(text, one, known)]
    if dated := [one for one in found if one.time.is_dated]:
        returning = [one for one in _of_kind(found, "recurring") if _in_own_right(text, one)]
        return distinct(sorted((*dated, *returning), key=lambda one: one.start))
    returning = _of_kind(found, "recurring")
    days_told = [one for one in returning if "BY" in (one.time.recurrence or "")]
    kinds = (days_told or returning, _of_kind(found, "ongoing"), _of_kind(found, "conditional"))
    return distinct(
        next(filter(None, kinds), [])
    )  # "hằng quý (trước ngày 25 tháng cuối quý)": the day counts


def _in_own_right(text: str, found: Found) -> bool:
    """Tell a recurrence that stands beside a day in its own right: "định kỳ …", "02 lần …".

    "Thí nghiệm định kỳ, bảo dưỡng … trước ngày 30/4" says what kind of work it is.
    """
    place = found.start, found.end
    describes = not found.time.recurrence and text[found.end : found.end + 1] in _BEHIND_A_NOUN
    periodic = _PERIODIC.match(text, *place) and not describes
    return bool(periodic or _FIGURE.match(text, *place))


def _of_kind(found: list[Found], kind: str) -> list[Found]:
    return [one for one in found if one.time.kind == kind]


def _without_verb(text: str, found: Found) -> Found:
    verb = _ENDING.match(text, found.start, found.end)
    return replace(found, start=verb.end()) if verb else found


def _is_past(text: str, found: Found, known: KnownYear) -> bool:
    end = found.time.end
    if end is None or known.since is None or end >= known.since:
        return False
    return _FINISH.match(text, found.start) is None


def _of_next(
    context: ReadingContext, span: Span, place: str, known: KnownYear
) -> tuple[DeadlineRecord, ...]:
    """Read "… . Hoàn thành trước ngày …", or the line "Thời gian: …" right below."""
    page, text = context.page, bare(context.page.flat)
    hit = _NEXT.match(text, span.end - 1)
    if hit is None:
        return ()
    words = page.trim(Span(*hit.span("words")))
    label = _LABEL.match(text, words.start, words.end)
    if label is None:
        return _records(page, _in_prose(page, words, known), place)
    value = page.trim(Span(label.end(), words.end))
    heading = page.text(Span(label.start(), label.end())).strip(" :")
    return read_cell(page, [value], place, heading, known=known) if value else ()


def _records(
    page: Page, found: Sequence[Found], place: str, reading: Reading = "stated"
) -> tuple[DeadlineRecord, ...]:
    records = []
    for one in found:
        span = Span(one.start, one.end)
        evidence = page.evidence(place, span, reading=reading_of(one.time, reading))
        records.append(limit_record(one.time, page.text(span), evidence))
    return tuple(records)
