"""A number that stands against the ruling of its cell is no part of the word behind the ruling."""

from __future__ import annotations

import pytest

from luocdo.loaders.formats.cut_words import words_of

LEFT_CELL, RIGHT_CELL = (50.0, 100.0, 80.0, 120.0), (80.0, 100.0, 200.0, 120.0)


def printed(*letters: tuple[str, float, float], top: float = 105) -> dict[str, object]:
    """A word as pdfplumber finds it: each letter with where it begins and ends."""
    chars = [{"text": text, "x0": x0, "x1": x1} for text, x0, x1 in letters]
    text = "".join(one[0] for one in letters)
    return {
        "text": text,
        "x0": letters[0][1],
        "x1": letters[-1][2],
        "top": top,
        "bottom": top + 10,
        "chars": chars,
    }


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        (
            printed(("7", 72, 79), ("S", 81, 87), ("a", 87, 93)),
            ["7", "Sa"],
        ),  # the ruling at 80 runs between both
        (
            printed(("S", 72, 78), ("a", 78, 84), ("u", 84, 90)),
            ["Sau"],
        ),  # a word without room is printed over it
        (printed(("7", 72, 79), ("S", 81, 87), top=300), ["7S"]),  # no cell begins on this line
        (printed(("S", 90, 96), ("a", 96, 102)), ["Sa"]),  # a word within its cell
    ],
)
def test_a_word_is_cut_where_a_ruling_runs_between_two_of_its_letters(
    word: dict[str, object], pieces: list[str]
) -> None:
    assert [one.text for one in words_of([word], [LEFT_CELL, RIGHT_CELL])] == pieces
