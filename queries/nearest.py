"""What is nearest (việc gần nhất): for a row that nothing takes up, the row of other papers whose
words are most like its.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from luocdo.graph.joining.resembling import Rarity, grams, resemblance
from luocdo.graph.joining.work import Work, compared
from luocdo.graph.registry.datafiles import read_rows
from luocdo.queries.joined_rows import RowsOfRow
from luocdo.queries.runner import run_in_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from luocdo.graph.answers import Assignment
    from luocdo.graph.stores.base import Store


@dataclass(frozen=True, slots=True)
class Nearest:
    """The row nearest to another: its paper, place, words, how alike they are, 0 to 1,
    and its id.
    """

    document: str
    place: str
    text: str
    score: float
    task: str = ""


def nearest_rows(
    store: Store, wanted: Mapping[str, Assignment], papers: Sequence[str]
) -> dict[str, Nearest]:
    """Return for each row of ``wanted`` (by its id) the nearest row of ``papers``; nothing where
    no rare word is shared.
    """
    theirs = list(run_in_pieces(store, RowsOfRow, "documents", papers)) if wanted else []
    names = {row.task: row.document_name for row in theirs}
    works = [_work(row.task, row.document, row.place, row.text) for row in theirs]
    mine = {
        key: _work(key, one.document_id, one.place, one.top_text or one.text)
        for key, one in wanted.items()
    }
    rarity = Rarity.within((*works, *mine.values()))
    index = _index(works)
    found: dict[str, Nearest] = {}
    for key, work in mine.items():
        other = _best(work, index, rarity)
        if other is not None:
            score = round(resemblance(work, other, rarity).score, 2)
            found[key] = Nearest(names[other.task], other.place, other.text, score, other.task)
    return found


def _work(task: str, document: str, place: str, text: str) -> Work:
    return Work(task, document, "", place, text, 0, "", compared(text, _abbreviations()))


@cache
def _abbreviations() -> dict[str, str]:
    """Return the abbreviations that everybody uses: "AI" and "trí tuệ nhân tạo" are the same
    words.
    """
    return {row["short"]: row["full"] for row in read_rows("abbreviations.tsv")}


def _index(works: Iterable[Work]) -> dict[str, list[Work]]:
    index: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        for gram in grams(work.words):
            index[gram].append(work)
    return index


def _best(work: Work, index: Mapping[str, list[Work]], rarity: Rarity) -> Work | None:
    """Return the row with which most weight is shared."""
    weights: dict[str, float] = defaultdict(float)
    met: dict[str, Work] = {}
    for gram in sorted(grams(work.words)):
        for other in index.get(gram, ()):
            weights[other.task] += rarity.weights[gram]
            met[other.task] = other
    best = max(
        sorted(weights),
        key=lambda task: weights[task] / (rarity.row(met[task]) + rarity.row(work)),
        default=None,
    )
    return met[best] if best is not None else None
