"""An answer is narrowed by role, unit, document, state and year; its files follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

ALL = "/owners.json?doc=131"


@pytest.mark.parametrize(
    ("parameter", "column"),
    [("only-state", "state"), ("only-document", "document"), ("only-year", "end_date")],
)
def test_only_what_was_chosen_is_left(client: TestClient, parameter: str, column: str) -> None:
    rows = client.get(ALL).json()
    chosen = {
        "only-state": "overdue",
        "only-year": "2025",
        "only-document": rows[0]["task"][5:].partition("#")[0],
    }[parameter]
    got = client.get(f"{ALL}&{parameter}={chosen}").json()
    assert 0 < len(got) < len(rows)
    assert len({str(one[column])[:4] if column == "end_date" else one[column] for one in got}) == 1


def test_the_role_of_a_chosen_unit_is_its_own(client: TestClient) -> None:
    unit = re.findall(
        r'<option value="(unit:[^"]+)">Cục Công nghệ thông tin ·',
        client.get("/owners?doc=131").text,
    )[0]
    led = client.get(f"{ALL}&only-unit={unit}&only-role=lead").json()
    helped = client.get(f"{ALL}&only-unit={unit}&only-role=coordinate").json()
    assert {one["task"] for one in led}
    assert not {one["task"] for one in led} & {one["task"] for one in helped}


def test_what_can_be_chosen_is_counted(client: TestClient) -> None:
    text = client.get("/owners?doc=131").text
    assert '<select name="only-state">' in text
    assert '<option value="overdue">' in text


def test_a_choice_stays_and_can_be_dropped(client: TestClient) -> None:
    text = client.get("/owners?doc=131&only-state=overdue").text
    assert '<option value="overdue" selected>' in text
    assert "Bỏ lọc" in text


def test_a_value_that_nothing_has_leaves_nothing(client: TestClient) -> None:
    assert client.get(f"{ALL}&only-unit=không có").json() == []
