"""The rows of a named question are a table, a matrix of two columns, a picture and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.stores.base import Rows
from luocdo.viz.web.crossing import crossing, kept

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGE = "/questions/shared_work"
ROWS = Rows(
    ("unit", "role", "id"),
    (
        ("Cục A", "lead", "task:1"),
        ("Cục A", "with", "task:2"),
        ({"display": "Vụ B"}, "lead", "task:1"),
        ("Cục C", "lead", "task:2"),
        (None, "lead", "task:3"),
    ),
)


def test_two_columns_whose_values_recur_are_counted_by_words_before_ids() -> None:
    made = crossing(ROWS)
    assert made is not None
    assert (made.down, made.across, made.heads) == ("unit", "role", ("lead", "with"))
    assert made.lines[0] == ("Cục A", (1, 1))
    assert sum(sum(numbers) for _, numbers in made.lines) == len(ROWS.rows)
    assert crossing(Rows(("a",), ((1,), (2,)))) is None


@pytest.mark.parametrize(
    ("given", "number"),
    [({"role": "with"}, 1), ({"unit": "Vụ B", "role": "lead"}, 1), ({"no such": "x"}, 5)],
)
def test_rows_are_narrowed_to_what_a_count_opens(given: dict[str, str], number: int) -> None:
    assert len(kept(ROWS, given).rows) == number


def test_a_count_of_the_matrix_opens_as_many_rows_and_the_files_follow(client: TestClient) -> None:
    page = client.get(PAGE, params={"down": "display", "across": "role"}).text
    assert 'id="ma-tran"' in page
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="drawing"' in page
    whole = client.get(f"{PAGE}.json").json()
    one = whole[0]
    chosen = {"only-role": one["role"], "only-display": one["display"]}
    rows = client.get(f"{PAGE}.json", params=chosen).json()
    assert len(rows) == sum(
        row["role"] == one["role"] and row["display"] == one["display"] for row in whole
    )
    assert client.get(f"{PAGE}.xlsx", params=chosen).content.startswith(b"PK")
