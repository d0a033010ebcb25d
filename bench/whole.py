"""Compare whole documents with what was read off them by hand: bench/annotations/whole/*.tsv.

The lists hold the head, what is cited, who has which duty in which clause, and figures of targets;
none of the words of the documents. A role with a question mark is one that readers may see or not:
it counts neither way.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from luocdo.graph.records import (
    DeadlineRecord,
    DocumentMention,
    DocumentRecord,
    Relation,
    TaskRecord,
    UnitMention,
)
from luocdo.graph.text import fold
from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.reading import read_file

ANNOTATIONS = Path(__file__).resolve().parent / "annotations" / "whole"
FIELDS = ("head", "cites", "basis", "changes", "duties", "times", "targets", "rows", "leads")
LEADING, ASSISTING = "LED_BY", "COORDINATED_BY"
_CHANGES = {"AMENDS", "REPLACES", "REPEALS"}
_CHANGED = {"amends", "replaces", "repeals"}
_CITING = {
    "CITES",
    "BASED_ON",
    "IMPLEMENTS",
    "AMENDS",
    "REPLACES",
    "REPEALS",
    "GUIDES",
    "SUSPENDS",
    "CORRECTS",
}


class Row(NamedTuple):
    """One fact: what it is, the clause, its value, and more (a date, a role)."""

    what: str
    place: str
    value: str
    detail: str


Facts = Counter[tuple[str, ...]]
_OFTEN = {"hằng năm": "YEARLY", "hằng quý": "MONTHLY", "hằng tháng": "MONTHLY"}


def annotated(path: Path) -> tuple[str, list[Row]]:
    """Read a list: the name of the document's file in the first line, then one fact in each."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return first.removeprefix("# "), [Row(*row) for row in rows]


def wanted(rows: list[Row], *, may: bool = False) -> dict[str, Facts]:
    """Return the facts by field, or those that ``may`` be seen or not."""
    found: dict[str, Facts] = {field: Counter() for field in FIELDS}
    for row in rows:
        if row.detail.endswith("?") != may:
            continue
        match row.what:
            case "head":
                found["head"][row.place, fold(row.value)] += 1
            case "cites":
                date = row.detail.split(" ")[0]
                found["cites"][fold(row.value), date if date[:1].isdigit() else ""] += 1
                found["basis"].update({(fold(row.value),): "legal_basis" in row.detail})
                is_changed = not _CHANGED.isdisjoint(row.detail.split())
                found["changes"].update({(fold(row.value),): is_changed})
            case "duty":
                role = ASSISTING if row.detail.startswith("coordinate") else LEADING
                found["duties"][fold(row.value), role] += 1
            case "time":
                found["times"][_limit(row.value), ""] = 1
            case "target":
                found["targets"][fold(row.value), row.detail] += 1
            case "row":
                found["rows"][fold(row.value), row.detail] += 1
            case "leads":
                found["leads"][row.place, fold(row.value)] += 1
    return {field: +facts for field, facts in found.items()}


def _limit(value: str) -> str:
    """Return the last day of a limit, how often it comes, or what kind it is."""
    if re.fullmatch(r"\d{4}(-\d\d-\d\d)?", value):
        return f"{value}-12-31"[:10]
    return _OFTEN.get(value) or ("ongoing" if value == "thường xuyên" else "conditional")


def _limits(tasks: list[TaskRecord]) -> Facts:
    limits = [_read_limit(one) for task in tasks for one in task.deadlines]
    return Counter(dict.fromkeys(((one, "") for one in limits), 1))


def _read_limit(one: DeadlineRecord) -> str:
    often = re.match(r"FREQ=(\w+)", one.recurrence or "")
    return one.end_date or (often[1] if often else one.kind)


def read(document: DocumentRecord) -> dict[str, Facts]:
    """Return the same facts as the project reads them."""
    header, tasks = (
        document.header,
        [leaf for task in document.tasks for leaf in task.parts or (task,)],
    )
    related = [one for one in document.relations if one.type in _CITING]
    related += [
        one for task in (*document.tasks, *tasks) for one in task.relations if one.type in _CITING
    ]
    cited = {
        _name(one): one.target.date or ""
        for one in related
        if isinstance(one.target, DocumentMention)
    }
    targets = [*document.targets, *(one for task in document.tasks for one in task.targets)]
    return {
        "head": Counter(
            (field, fold(said))
            for field in ("number", "kind", "date", "issuer", "signer")
            if (said := getattr(header, field))
        ),
        "cites": Counter(dict.fromkeys(cited.items(), 1)),
        "basis": Counter(
            {(_name(one),): 1 for one in document.relations if one.type == "BASED_ON"}
        ),
        "changes": Counter(
            {(_name(one),): 1 for one in document.relations if one.type in _CHANGES}
        ),
        "duties": Counter(
            (fold(unit), one.type)
            for task in tasks
            if task.origin == "body"
            for one in task.relations
            if one.type in (LEADING, ASSISTING)
            for unit in (_unit(one),)
        ),
        "times": _limits(tasks),
        "targets": Counter(
            (fold(one.value or ""), one.by or "") for one in targets if one.origin == "body"
        ),
        "rows": Counter(
            (fold(one.value or ""), one.by or "") for one in targets if one.origin == "annex"
        ),
        "leads": _leads(document, tasks),
    }


def _leads(document: DocumentRecord, tasks: list[TaskRecord]) -> Facts:
    rows = [(task.place, task.relations) for task in tasks if task.origin == "annex"]
    rows += [(one.place, one.relations) for one in document.targets if one.origin == "annex"]
    return Counter(
        (place.removeprefix("Phụ lục › "), fold(_unit(one)))
        for place, relations in rows
        for one in relations
        if one.type in (LEADING, "TRACKED_BY")
    )


def _name(one: Relation) -> str:
    target = one.target
    return fold(
        (target.number or target.name or target.as_printed)
        if isinstance(target, DocumentMention)
        else ""
    )


def _unit(one: Relation) -> str:
    """Return the unit as printed; a member of a class by its whole name ("Bộ Y tế" of "các Bộ: Y
    tế, Tài chính").
    """
    if not isinstance(one.target, UnitMention):
        return ""
    printed, name = one.target.as_printed, one.target.name
    bare = not starts_with_head(printed) or fold(name).split()[:1] in (["bo"], ["so"])
    is_member = fold(name).endswith(fold(printed)) and bare
    return name if is_member else printed


def f1(want: Facts, have: Facts, may: Facts) -> tuple[float, Facts, Facts]:
    """Return the F1, what is missing and what is too much; what ``may`` be seen is no surplus."""
    missing, surplus = want - have, (have - want) - may
    hit = (want & have).total()
    return 2 * hit / (2 * hit + missing.total() + surplus.total() or 1), missing, surplus


def _compare(rows: list[Row], have: dict[str, Facts], *, misses: bool) -> None:
    """Print a line of figures for each field that is told or read."""
    want, may = wanted(rows), wanted(rows, may=True)
    if not want["times"]:
        have["times"].clear()  # not every list has times
    for field in FIELDS:
        if not want[field] and not have[field]:
            continue
        figure, missing, surplus = f1(want[field], have[field], may[field])
        print(f"  {field:8} {figure:.3f} of {want[field].total()}")
        if misses:
            print("".join(f"     missing {n} {fact}\n" for fact, n in missing.items()), end="")
            print("".join(f"     surplus {n} {fact}\n" for fact, n in surplus.items()), end="")


def main() -> int:
    """Print one line of figures for each list whose document is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ANNOTATIONS.parents[3] / "shared")
    parser.add_argument("--misses", action="store_true", help="print every difference")
    options = parser.parse_args()
    for path in sorted(ANNOTATIONS.glob("*.tsv")):
        name, rows = annotated(path)
        source = options.shared / "corpus" / name
        if not source.is_file():
            continue
        print(path.stem)
        _compare(rows, read(read_file(source).documents[0]), misses=options.misses)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
