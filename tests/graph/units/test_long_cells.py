"""Splitting a cell of any length asks the registry in proportion to it."""

from __future__ import annotations

import pytest

from luocdo.graph.units.splitting import split_cell


def asked(piece: str, times: int) -> int:
    """Return how often splitting asks whether words are a unit's name."""
    questions = 0

    def known(words: str) -> bool:
        nonlocal questions
        questions += 1
        return words in ("Sở Y tế", "Sở Tài chính")

    split_cell(piece * times, known)
    return questions


@pytest.mark.parametrize(
    "piece",
    [
        "Sở Y tế, ",
        "Sở Y tế và ",
        "Sở Y tế; Sở Tài chính, ",
        "Y tế, ",
        "các Vụ: A, ",
        "UBND xã A, ",
        "UBND các xã A, ",
        "các Sở Y tế, ",
    ],
)
def test_twice_the_names_take_twice_the_questions(piece: str) -> None:
    once, twice = asked(piece, 300), asked(piece, 600)
    assert twice <= 2.15 * once + 50
