"""Which clauses may give duties (chỗ có thể giao việc): headings, sections of goals and facts,
closing articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.loaders.tasks.actors import HEADING
from luocdo.loaders.tasks.fields import begins_with_label
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tasks.actors import ActorFinder, Charge
    from luocdo.loaders.tasks.duty_words import DutyWords
    from luocdo.loaders.tasks.heading_actors import HeadingActors
    from luocdo.loaders.text.clauses import Clause

# "Mục tiêu, nhiệm vụ": below it stand duties too.
_DUTIES = re.compile(rf"(?i)(?:,|\bva)\s+{alternation(Meaning.HEADING_DUTIES)}\W*$")
PLAIN = 9  # the level of a paragraph without a number
_SURELY_LONG = 4 * HEADING  # with all the blanks that a heading may hold
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


class DutyPlaces:
    """Judges the clauses of one document."""

    def __init__(
        self,
        context: ReadingContext,
        words: DutyWords,
        text: str,
        actors: ActorFinder,
        headings: HeadingActors,
        clauses: tuple[Clause, ...],
    ) -> None:
        """``text`` is that of the page, without accents where ``words`` are."""
        self._context, self._words, self._text = context, words, text
        self._actors, self._headings = actors, headings
        self._lexicon: Lexicon = actors.lexicon
        plain = bare(context.page.flat)
        below = (
            one
            for one in clauses
            if one.above and not begins_with_label(plain, one.span.start, one.span.end)
        )
        self._opening = frozenset(one.above[-1].span for one in below)
        """What more than fields stands below."""
        self._excluded: dict[Span, bool] = {}
        self._barren: dict[Span, bool] = {}
        self._final: dict[Span, bool] = {}
        self._binding = context.header.kind not in _LAW and context.header.nature != "normative"

    def is_excluded(self, clause: Clause) -> bool:
        """Tell purposes, goals and facts by the heading they stand under; of laws only the closing
        articles count.
        """
        if clause.span not in self._excluded:
            self._excluded[clause.span] = self._says_no_duty(clause)
        return self._excluded[clause.span]

    def _says_no_duty(self, clause: Clause) -> bool:
        if any(self._without_duties(one.span) for one in clause.above):
            return True
        if self._binding or self._words.enforces.search(
            self._text, clause.span.start, clause.span.end
        ):
            return False
        return not any(self._closes(one.span) for one in clause.above)

    def _closes(self, heading: Span) -> bool:
        """Tell the heading of a closing article, or of one that charges somebody, judged once."""
        if heading not in self._final:
            words = self._bare(heading)[:160]
            charges = self._context.header.kind not in _LAW and self._words.charges.search(words)
            self._final[heading] = bool(charges or self._words.closing.search(words))
        return self._final[heading]

    def _without_duties(self, heading: Span) -> bool:
        """Tell a heading of purposes, goals or facts; each is judged once for all that stands
        under it.
        """
        if heading not in self._barren:
            words = self._bare(heading)[:160]
            goals = len(words) < HEADING and bool(self._words.no_duties.search(words))
            self._barren[heading] = goals and not _DUTIES.search(bare(words))
        return self._barren[heading]

    def is_heading(self, clause: Clause) -> bool:
        """Tell a heading from a clause: short, nothing but names or a topic, not ended as a
        sentence.
        """
        if clause.span.end - clause.span.start > _SURELY_LONG:
            return False
        words, opens = self._bare(clause.span), clause.span in self._opening
        if self._headings.names_units(clause) or (opens and self._headings.only_charges(clause)):
            return True
        if self._words.first_verb.match(words) and words.endswith((".", ";")):
            return False
        if words.endswith(":") and (
            self._words.opens_items.search(words) or (len(words) < HEADING and opens)
        ):
            return True
        return self._is_topic(clause, words, opens=opens)

    def _is_topic(self, clause: Clause, words: str, *, opens: bool) -> bool:
        """Tell a short line without a verb that opens what stands below, or charges nobody."""
        if len(words) >= HEADING or self._words.verb.search(words):
            return False
        ended = words.endswith(".")  # the last item, above the paragraph that closes the paper
        return (opens and not ended) or not self.orders(clause)

    def begins_with_unit(self, clause: Clause) -> bool:
        """Tell an item that begins with a unit, of the registry or by its head, and says something
        of it.
        """
        if clause.level >= PLAIN or clause.span in self._opening:
            return False
        if not self._actors.begins_with_body(clause):
            return False
        return not self._headings.names_units(clause) or self._bare(clause.span).endswith(
            "."
        )  # a name ends in no stop

    def may_be_asked(self, clause: Clause) -> bool:
        """Tell an item below the words that ask, or a paragraph below one that is a unit."""
        return clause.level < PLAIN or bool(
            clause.above and self._headings.names_units(clause.above[-1])
        )

    def orders(self, clause: Clause) -> bool:
        """Tell a short clause that charges somebody, by name or below the heading of a unit."""
        charge = self._actors.of_sentence(*clause.span)
        if charge is not None and self.accepts(clause, charge):
            return True
        below = clause.level < PLAIN or (
            clause.above and self._headings.names_units(clause.above[-1])
        )
        return bool(below) and self._headings.of_heading(clause) is not None

    def accepts(self, clause: Clause, charge: Charge) -> bool:
        """Return whether a frame charges: where no list has its verb, a unit that opens an item
        must be told.
        """
        frame, plain = charge.frame, clause.level >= PLAIN
        if plain and (self._asks_others(charge) or self._enacts(clause, charge)):
            return False
        if frame.headed and self._states(charge, clause):
            return False
        if frame.headed and not frame.actors.surely and not frame.assigned:
            return self._begins_with_verb(self._text[charge.does : clause.span.end])
        if plain and not frame.assigned and frame.predicate and frame.predicate.told:
            return False
        told = frame.actors.surely or len(frame.actors.kinds) > 1 or frame.assigned
        return not frame.open or (told and (not plain or frame.assigned))

    def _states(self, charge: Charge, clause: Clause) -> bool:
        """Tell "Tổ chức chính trị: Thành phần gồm …", which tells something and orders nothing."""
        words = self._actors.words(Span(charge.does, min(clause.span.end, charge.does + HEADING)))
        first = self._actors.frames.first_word(words)
        return (
            self._lexicon.at(words.compared, first, Meaning.STATES, Meaning.DESCRIBES) is not None
        )

    def _asks_others(self, charge: Charge) -> bool:
        """Tell "Thủ tướng Chính phủ yêu cầu:", which charges whoever stands below."""
        predicate = charge.frame.predicate
        return predicate is not None and predicate.meaning is Meaning.ASSIGNS

    def _enacts(self, clause: Clause, charge: Charge) -> bool:
        return self._actors.enacts(charge, self._actors.words(clause.span))

    def begins_order(self, clause: Clause, start: int, end: int) -> bool:
        """Tell what is to be done from what is stated, below the heading of a unit: an item orders
        with any verb.
        """
        words = self._text[start:end]
        sentence = self._actors.words(Span(start, min(end, start + HEADING)))
        first = self._actors.frames.first_word(sentence)
        if self._actors.frames.is_label(sentence, first):
            return False
        if self._begins_with_verb(words):
            return True
        if clause.span in self._opening and not sentence.is_small(len(sentence) - 1):
            return False
        direct = clause.level < PLAIN or (
            clause.above and self._headings.names_units(clause.above[-1])
        )
        return (
            bool(direct)
            and len(sentence) > first
            and not self._lexicon.at(
                sentence.compared,
                first,
                Meaning.STATES,
                Meaning.DESCRIBES,
                Meaning.DOCUMENT_KIND,
                Meaning.HEADING_CHARGES,
            )
        )

    def _begins_with_verb(self, words: str) -> bool:
        first = self._words.first_verb
        return bool(first.match(words) or first.match(self._words.lead_in.sub("", words)))

    def _bare(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())
