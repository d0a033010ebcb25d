"""Words that stand against a ruling (chữ sát đường kẻ): a number at the right of its cell and the
word behind the ruling are two.

A printed sheet sets numbers at the right edge of their cells and words at the left edge of theirs,
nearer to one another than two letters of a word may be. Letters that a ruling runs between are of
two cells; one that it runs through is not cut: words that found no room in their cell are printed
over the next.
"""

from __future__ import annotations

from bisect import bisect_right
from sys import intern
from typing import TYPE_CHECKING, Any

from luocdo.loaders.formats.lines import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from luocdo.loaders.drawn import Box

_TOUCH = 0.2  # points by which a letter may reach over the middle of a ruling


def words_of(found: Iterable[dict[str, Any]], boxes: Sequence[Box]) -> Iterator[Word]:
    """Yield the words that pdfplumber ``found`` (with their letters), cut where an edge of
    ``boxes`` runs between two letters.
    """
    edges = sorted({round(box[0], 1) for box in boxes})
    for one in found:
        for letters in _pieces(one, edges, boxes):
            yield _word(letters, one)


def _pieces(
    word: dict[str, Any], edges: Sequence[float], boxes: Sequence[Box]
) -> list[list[dict[str, Any]]]:
    """Return the letters of a word, parted at the rulings that run between them."""
    pieces: list[list[dict[str, Any]]] = [word["chars"]]
    at = bisect_right(edges, word["x0"])
    while at < len(edges) and edges[at] < word["x1"]:
        last = pieces[-1]
        cut = _between(last, edges[at])
        if 0 < cut < len(last) and _is_ruled(word, edges[at], boxes):
            pieces[-1:] = [last[:cut], last[cut:]]
        at += 1
    return pieces


def _between(letters: Sequence[dict[str, Any]], edge: float) -> int:
    """Return how many letters stand at the left of ``edge``; 0 where it runs through one."""
    left = sum(one["x1"] <= edge + _TOUCH for one in letters)
    right = sum(one["x0"] >= edge - _TOUCH for one in letters)
    return left if left + right == len(letters) else 0


def _is_ruled(word: dict[str, Any], edge: float, boxes: Iterable[Box]) -> bool:
    """Return whether a cell begins at ``edge`` on the line of the word."""
    middle = (word["top"] + word["bottom"]) / 2
    return any(round(box[0], 1) == edge and box[1] <= middle <= box[3] for box in boxes)


def _word(letters: Sequence[dict[str, Any]], word: dict[str, Any]) -> Word:
    if len(letters) == len(word["chars"]):
        return Word(intern(word["text"]), word["x0"], word["x1"], word["top"], word["bottom"])
    text = "".join(one["text"] for one in letters)
    return Word(intern(text), letters[0]["x0"], letters[-1]["x1"], word["top"], word["bottom"])
