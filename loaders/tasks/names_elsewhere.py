"""Names that a paper prints whole outside its sentences (tên in trọn ngoài câu): recipients and
cells that were read before, headings that are nothing but a name, values of labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import Relation, TaskRecord, UnitMention
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary.term import Meaning
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.vocabulary.lexicon import Lexicon
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.text.clauses import Clause

_LONGEST = 160  # characters of a heading that names units
_PLAIN = 9  # the level of a paragraph without a number
_LABELS = (Meaning.LABEL_LEAD, Meaning.LABEL_COORDINATE)


def printed_names(relations: Iterable[Relation], tasks: Iterable[TaskRecord]) -> tuple[str, ...]:
    """Return the names that recipients and cells print, those of ``tasks`` of tables."""
    leaves = (leaf for task in tasks for leaf in (task, *task.parts))
    found = (*relations, *(one for leaf in leaves for one in leaf.relations))
    names = (one.target.as_printed for one in found if isinstance(one.target, UnitMention))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))


class NamesElsewhere:
    """Collects the names of one document."""

    def __init__(
        self, context: ReadingContext, lexicon: Lexicon, clauses: tuple[Clause, ...]
    ) -> None:
        """``clauses`` are all of the document's."""
        self._context, self._lexicon, self._clauses = context, lexicon, clauses

    def __iter__(self) -> Iterator[str]:
        """Yield each name, the same perhaps again."""
        yield from self._context.printed
        yield from self._headings()
        for clause in self._clauses:
            yield from self._label_values(clause)

    def _headings(self) -> Iterator[str]:
        """Yield headings of numbered items that are names, all those beside them too: where one
        is a topic, the others may be topics.
        """
        opening = {one.above[-1].span: one.above[-1] for one in self._clauses if one.above}
        beside: dict[tuple[int, tuple[str, ...]], list[str]] = {}
        for one in opening.values():
            if one.level < _PLAIN:
                beside.setdefault((one.level, one.names[:-1]), []).append(self._named(one))
        for names in beside.values():
            if len(names) > 1 and all(map(starts_with_head, names)):
                yield from names

    def _named(self, heading: Clause) -> str:
        """Return a heading without what charges before its name; empty where it is a sentence."""
        words = self._words(heading)
        if heading.span.end - heading.span.start > _LONGEST or not len(words):
            return ""
        charges = self._lexicon.at(words.compared, 0, Meaning.HEADING_CHARGES)
        end = len(words) - (words.printed[-1] == ":")
        return words.phrase(charges.words if charges else 0, end)

    def _label_values(self, clause: Clause) -> Iterator[str]:
        """Yield the units behind "Đơn vị chủ trì:"."""
        words = self._words(clause)
        label = self._lexicon.at(words.compared, 0, *_LABELS) if len(words) else None
        if label is None or words.printed[label.words : label.words + 1] != (":",):
            return
        value = words.phrase(label.words + 1, len(words)).rstrip(" .;")
        names = (piece.text for piece in self._context.units_in(value))
        yield from (name for name in names if not self._goes_past_known(name))

    def _goes_past_known(self, name: str) -> bool:
        """Tell a known unit with what it does: "Bộ Nội vụ | tiến hành kiểm kê"."""
        words = Words.of(name, Span(0, len(name)), accents=self._lexicon.accents)
        head = self._lexicon.at(words.compared, 0, Meaning.UNIT_HEAD) if len(words) else None
        first = head.words + 1 if head else len(words)
        return any(
            words.is_small(end)
            and self._context.resolver.knows(words.phrase(0, end), self._context.units)
            for end in range(first, len(words))
        )

    def _words(self, clause: Clause) -> Words:
        end = min(clause.span.end, clause.span.start + 2 * _LONGEST)
        flat = self._context.page.flat
        return Words.of(flat, Span(clause.span.start, end), accents=self._lexicon.accents)
