"""Names of several words need no quotation marks behind an option either."""

from __future__ import annotations

import pytest

from luocdo.cli import main
from luocdo.commands.names_in_options import together


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        # a name reaches to the next option
        (
            "due --unit vu gddh --within-days 30",
            ["--unit", "vu gddh", "--within-days", "30"],
        ),
        ("due --document NQ 03 --unit cuc cntt", ["--document", "NQ 03", "--unit", "cuc cntt"]),
        ("documents --kind Kế hoạch --draft", ["--kind", "Kế hoạch", "--draft"]),
        # behind the argument of the command
        ("gaps NQ 03 --in KH 100 --taken", ["NQ", "03", "--in", "KH 100", "--taken"]),
        # the command still waits for its argument
        ("owners --unit cntt QĐ 131", ["--unit", "cntt", "QĐ", "131"]),
        ("owners --drafts QĐ 131 --unit bo khcn", ["--drafts", "QĐ", "131", "--unit", "bo khcn"]),
        # what takes no name takes one word
        ("find --limit 3 học bạ", ["--limit", "3", "học", "bạ"]),
        ("find -- --unit là gì", ["--", "--unit", "là", "gì"]),
        ("due --unit", ["--unit"]),
        ("due --unit -o", ["--unit", "-o"]),
    ],
)
def test_a_name_behind_an_option_reaches_to_the_next(typed: str, understood: list[str]) -> None:
    command, *words = typed.split()
    assert together(main.commands[command], words) == understood
