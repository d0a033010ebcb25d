"""What lawyers and clerks ask of the annotated documents comes out right, row by row, evidence
included.

The expected rows were read off by hand; a unit is right by its full name, a collective one also as
printed.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from luocdo.graph.stores.opening import open_store
from luocdo.graph.text import fold
from luocdo.loaders.loading import load_paths
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsRow, NotLoadedRow
from luocdo.queries.due import DueOptions, due
from luocdo.queries.naming import find_document, find_unit
from luocdo.queries.owners import OwnersOptions, owners
from luocdo.queries.runner import run
from luocdo.queries.task_rows import (
    ImpossibleDeadlinesRow,
    OwnBasesElsewhereRow,
    PlannedChangesRow,
)
from luocdo.queries.unit import unit

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.answers import Answer, Assignment, Role
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode, UnitNode

TODAY = datetime.date(2025, 11, 23)
Row = dict[str, Any]


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = open_store(f"ladybug:{tmp_path_factory.mktemp('gold') / 'seeds.lbug'}")
    load_paths(opened, [shared / "seeds"], jobs=1)
    return opened


@pytest.fixture(scope="module")
def questions(shared: Path) -> dict[str, Row]:
    return {
        row["id"]: row
        for row in json.loads((shared / "gold" / "questions.json").read_text("utf-8"))
    }


def document(store: Store, words: str) -> DocumentNode:
    (found,) = find_document(store, words).matches
    return found


def plan_of_2022(store: Store) -> DocumentsRow:
    rows = run(store, DocumentsRow)
    (plan,) = [
        row for row in rows if (row.year, row.status, row.kind) == (2022, "loaded", "Quyết định")
    ]
    return plan


def the_unit(store: Store, words: str) -> UnitNode:
    (found,) = find_unit(store, words).matches
    return found


def names(roles: tuple[Role, ...], wanted: list[str]) -> bool:
    """Return whether the roles are exactly the units wanted."""
    left = [
        {_bare(role.unit), _bare(role.as_printed)} if role.kind == "nhóm" else {_bare(role.unit)}
        for role in roles
    ]
    for name in wanted:
        hit = next((one for one in left if _bare(name) in one), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def _bare(name: str) -> str:
    return fold(name).removeprefix("cac ").replace("ubnd", "uy ban nhan dan")


def numbered(assignments: tuple[Assignment, ...]) -> dict[tuple[str, str, int], Assignment]:
    """Return (document kind and number, code of the row, number of the leaf) -> assignment."""
    seen: dict[str, int] = defaultdict(int)
    found = {}
    for one in assignments:
        seen[one.top] += 1
        found[one.document, one.code.rstrip("."), seen[one.top]] = one
    return found


def leaf_number(store: Store, one: Assignment) -> int:
    rows = store.run(
        "MATCH (l:Task)-[:PART_OF*0..3]->(t:Task {id: $top}) WHERE l.leaf = true RETURN l.id AS leaf_id, l.ordinal AS n",
        {"top": one.top},
    ).dicts()
    order = [
        str(row["leaf_id"])
        for row in sorted(rows, key=lambda row: (row["n"] or 0, str(row["leaf_id"])))
    ]
    return order.index(one.leaf) + 1


def key(store: Store, one: Assignment) -> tuple[str, str, int]:
    number = one.document if "/" in one.document and one.document[0].isdigit() else "…"
    return number, one.code.rstrip("."), leaf_number(store, one)


def expected_key(row: Row) -> tuple[str, str, int]:
    words = str(row.get("document", "…"))
    return (
        words.split(maxsplit=1)[0] if words[0].isdigit() else "…",
        str(row["task"]),
        int(row["leaf"]),
    )


def differences(store: Store, expected: list[Row], found: list[Assignment]) -> list[str]:
    have = {key(store, one): one for one in found}
    want = {expected_key(row): row for row in expected}
    wrong = [f"missing {one}" for one in want.keys() - have.keys()] + [
        f"extra {one}" for one in have.keys() - want.keys()
    ]
    for place in want.keys() & have.keys():
        row, one = want[place], have[place]
        if "lead" in row and not names(one.units("LED_BY"), row["lead"]):
            wrong.append(f"{place} lead {row['lead']} != {[r.unit for r in one.units('LED_BY')]}")
        if "coordinate" in row and not names(one.units("COORDINATED_BY"), row["coordinate"]):
            wrong.append(
                f"{place} coordinate {row['coordinate']} != {[r.unit for r in one.units('COORDINATED_BY')]}"
            )
        if "end" in row and (one.limit.end_date if one.limit else "") != (row["end"] or ""):
            wrong.append(f"{place} end {row['end']} != {one.limit}")
    return sorted(wrong)


def test_q01_owners_of_everything_derived_from_131(
    store: Store, questions: dict[str, Row]
) -> None:
    answer = owners(store, document(store, "QĐ 131"), TODAY)
    expected = [row for row in questions["q01"]["expected"] if row["binding"]]
    found = list(answer.block("direct", "stated", "inferred"))
    assert differences(store, expected, found) == []
    readings = Counter(row["reading"] for row in expected)
    assert Counter(one.reading for one in found) == readings
    assert all(one.via_quote for one in found)


def test_q02_rows_of_the_2022_plan_that_do_not_come_from_131(
    store: Store, questions: dict[str, Row]
) -> None:
    derived = {
        one.leaf
        for one in owners(store, document(store, "QĐ 131"), TODAY).block("stated", "inferred")
    }
    bases: dict[str, set[str]] = defaultdict(set)
    for row in run(store, OwnBasesElsewhereRow, documents=[plan_of_2022(store).id]):
        bases[row.code.rstrip(".")].add(row.basis_name)
    own = {
        row["task"]: set(row["own_basis"])
        for row in questions["q02"]["expected"]
        if row["own_basis"]
    }
    assert {code: bases[code] for code in own} == own
    assert {code for code, names_ in bases.items() if "131/QĐ-TTg" not in names_} == set(own)
    assert derived


def test_q03_what_the_department_of_it_leads(store: Store, questions: dict[str, Row]) -> None:
    answer = unit(store, the_unit(store, "cuc cntt"), TODAY)
    assert differences(store, questions["q03"]["expected"], leads_of(answer)) == []


def leads_of(answer: Answer) -> list[Assignment]:
    return [
        one
        for one in answer.block("stated")
        if any(r.unit_id == answer.subject for r in one.units("LED_BY"))
    ]


def test_q04_what_higher_education_has_to_finish_in_2025(
    store: Store, questions: dict[str, Row]
) -> None:
    node = the_unit(store, "vu gddh")
    answer = due(store, DueOptions("2025-01-01", "2025-12-31", unit=node), TODAY)
    terms = {"LED_BY": "chủ trì", "COORDINATED_BY": "phối hợp"}
    found = {
        (*key(store, one), terms[role.role], role.as_printed, role.reading)
        for one in answer.assignments
        if one.origin == "annex"
        for role in one.roles
        if role.unit_id == node.id and role.role in terms
    }
    assert found == {
        (*expected_key(row), row["role"], row["as_printed"], row["reading"])
        for row in questions["q04"]["expected"]
    }


def test_q05_what_the_department_of_it_owes_to_131_by_the_end_of_2023(
    store: Store, questions: dict[str, Row]
) -> None:
    node = the_unit(store, "Cục CNTT")
    options = DueOptions(
        "0001-01-01", "2023-12-31", unit=node, document=document(store, "131/QĐ-TTg")
    )
    found = [
        one
        for one in due(store, options, TODAY).assignments
        if one.origin == "annex" and any(r.unit_id == node.id for r in one.units("LED_BY"))
    ]
    assert differences(store, questions["q05"]["expected"], found) == []
    products = {key(store, one): one.products[0][:90] for one in found if one.products}
    assert all(
        fold(products[expected_key(row)])[:80] == fold(row["product"][0])[:80]
        for row in questions["q05"]["expected"]
    )


def test_q07_deadlines_that_cannot_be(store: Store, questions: dict[str, Row]) -> None:
    rows = run(store, ImpossibleDeadlinesRow)
    (wanted,) = questions["q07"]["expected"]
    assert [(row.document, row.printed) for row in rows] == [
        (wanted["document"], wanted["printed"])
    ]
    assert [_bare(row.lead) for row in rows] == [_bare(wanted["lead"])]


def test_q09_what_plan_100_is_to_change(store: Store, questions: dict[str, Row]) -> None:
    rows = run(store, PlannedChangesRow, id=document(store, "100/KH-BGDĐT").id)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        found[row.task.rstrip("."), row.target].add(row.relation)
        assert row.quote
    wanted = {
        (row["task"], row["target"].split()[0]): set(row["relation"].split(" hoặc "))
        for row in questions["q09"]["expected"]
    }
    assert found == wanted
    leads = {(row.task.rstrip("."), fold(row.lead)) for row in rows}
    assert leads == {(row["task"], fold(row["lead"][0])) for row in questions["q09"]["expected"]}


def test_drafts_stay_out_unless_asked_for(store: Store) -> None:
    node = document(store, "QĐ 131")
    assert not owners(store, node, TODAY).block("draft")
    assert owners(store, node, TODAY, OwnersOptions(drafts=True)).block("draft")


def test_q01_the_rows_of_the_draft_come_out_when_asked_for(
    store: Store, questions: dict[str, Row]
) -> None:
    answer = owners(store, document(store, "QĐ 131"), TODAY, OwnersOptions(drafts=True))
    found = [one for one in answer.block("draft") if one.origin == "annex"]
    expected = [row for row in questions["q01"]["expected"] if not row["binding"]]
    have = {(section_of(one.place), one.code.rstrip(".")): one for one in found}
    assert len(have) == len(found) == len(expected)
    for row in expected:
        section, _, code = row["task"].partition(".")
        one = have[section, "" if code.startswith("?") else code]
        assert names(one.units("LED_BY"), row["lead"]), row
        assert names(one.units("COORDINATED_BY"), row["coordinate"]), row
        assert (one.limit.end_date if one.limit else None) == row["end"], row


def section_of(place: str) -> str:
    return place.split(" › ")[1]


def test_q10_what_the_letter_of_2025_asks_of_a_provincial_committee(
    store: Store, questions: dict[str, Row]
) -> None:
    (asked_first, *_) = questions["q10"]["expected"]
    answer = owners(store, document(store, "QĐ 131"), TODAY)
    found = [
        one
        for one in answer.block("duties")
        if one.document == asked_first["document"]
        and names(one.units("LED_BY"), [asked_first["lead"]])
    ]
    assert [
        (
            one.limit.end_date if one.limit else None,
            [fold(role.unit) for role in one.units("REPORTS_TO")],
            one.force,
        )
        for one in found
    ] == [
        (row.get("end"), [fold(row["reports_to"])] if "reports_to" in row else [], row["modality"])
        for row in questions["q10"]["expected"]
    ]


def test_q18_what_is_cited_and_not_loaded_the_most_wanted_first(
    store: Store, questions: dict[str, Row]
) -> None:
    rows = [row._asdict() for row in run(store, NotLoadedRow) if row.number]
    keys = ("number", "cited_by", "legal_basis_of", "task_basis")
    assert [{key: row[key] for key in keys} for row in rows] == questions["q18"]["expected"]


def test_q20_the_documents_of_the_five_files(store: Store, questions: dict[str, Row]) -> None:
    keys = [row.id for row in run(store, DocumentsRow) if row.status == "loaded"]
    loaded = [row.node for row in run(store, DocumentNodesRow, documents=keys)]
    have = {(node.source[:3], node.kind): node for node in loaded}
    assert len(have) == len(loaded) == len(questions["q20"]["expected"])
    for row in questions["q20"]["expected"]:
        node = have[row["file"], row["kind"]]
        assert (node.number or None, node.date or None, node.year or None) == (
            row["number"],
            row["date"],
            row["year"],
        )
        assert node.draft is row["draft"]
        assert fold(the_issuer(store, node)) == fold(row["issuer"])
        day = row["effective"] if row["effective"] and row["effective"][:4].isdigit() else None
        assert (node.effective_from or None) == day


def the_issuer(store: Store, node: DocumentNode) -> str:
    rows = store.run(
        "MATCH (d:Document {id: $id})-[:ISSUED_BY]->(u:Unit) RETURN u.name AS unit, u.display AS display",
        {"id": node.id},
    ).dicts()
    (row,) = rows
    province = str(row["display"]).partition(" · Ủy ban nhân dân tỉnh ")[2]
    return (
        f"{row['unit']} tỉnh {province}"
        if province and province not in str(row["unit"])
        else str(row["unit"])
    )
