"""What stands above and below an answer's rows (nói trước, nói sau): what was understood, what is left out and why."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Assignment, Note
from luocdo.queries.describe import UNKNOWN, relation_vi, short_name
from luocdo.queries.force import force_notes
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
_FEW = 6
_MISSING = ("numbering_gap", "table_without_heading")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about one origin: each derived document's strongest edge towards it, and all the ``edges`` between them."""

    store: Store
    document: Row
    as_of: datetime.date
    steps: tuple[Row, ...]
    edges: tuple[Row, ...] = ()

    @property
    def name(self) -> str:
        """Return the origin's name."""
        return str(self.document["name"])


def heads(inquiry: Inquiry, shown: tuple[Assignment, ...]) -> tuple[Note, ...]:
    """Say above the rows what is known of the origin, and what carries it out."""
    store, document, steps = inquiry.store, inquiry.document, inquiry.steps
    loaded = document.get("status") == "loaded"
    mentions = run(store, "document_mentions", id=str(document["id"])).dicts()
    citing = run(store, "citing_documents", id=str(document["id"])).rows
    known = "Đã nạp." if loaded else f"Chưa nạp: biết qua {len(citing)} văn bản dẫn chiếu."
    force, *said = force_notes(store, document, inquiry.as_of)
    notes = [Note(f"{known} {force.text}"), *said]
    kinds = Counter(str(_dict(row["link"]).get("basis_kind")) for row in mentions if row["relation"] == "BASED_ON")
    if kinds["competence"] and not kinds["content"] and not steps:
        words = f"Được dẫn làm căn cứ về thẩm quyền ở {kinds['competence']} chỗ: căn cứ loại này không truyền nhiệm vụ."
        notes.append(Note(words, f'luocdo owners "{document["name"]}" --all-bases'))
    notes += [Note(_carrier(inquiry, step, shown)) for step in steps]
    return tuple(notes)


def _carrier(inquiry: Inquiry, step: Row, shown: tuple[Assignment, ...]) -> str:
    """Say of one derived document how many of its rows name the origin, derive through it, or do not belong."""
    child = _dict(step["child"])
    mine = [one for one in shown if one.document_id == child["id"] and one.origin == "annex"]
    stated = {one.top for one in mine if one.block == "stated"}
    inferred = sorted({one.code for one in mine if one.block == "inferred"}, key=_code_order)
    other = {str(row["task"]) for row in run(inquiry.store, "own_bases_elsewhere", id=str(child["id"])).dicts()} - {
        one.top for one in mine
    }
    every = len(stated) + len({one.top for one in mine if one.block == "inferred"}) + len(other)
    pieces = [f"VĂN BẢN TRIỂN KHAI: {short_name(child)} · {_relations(inquiry, child)}"]
    pieces += [f"{len(stated)}/{every} nhiệm vụ nêu {inquiry.name}"] if stated else []
    pieces += [f"{', '.join(inferred[:_FEW])}{' …' if len(inferred) > _FEW else ''} suy từ văn bản"] if inferred else []
    pieces += [f"{len(other)} không thuộc"] if other and mine else []
    return "; ".join(pieces)


def _relations(inquiry: Inquiry, child: Row) -> str:
    """Return by which edges a document derives: "triển khai + căn cứ 131/QĐ-TTg", the nearest document named."""
    edges = [row for row in inquiry.edges if _dict(row["child"])["id"] == child["id"]]
    terms = " + ".join(dict.fromkeys(relation_vi(str(row["relation"])) for row in edges))
    draft = "DỰ THẢO, " if child.get("draft") else ""
    direct = any(row["parent"] == inquiry.document["id"] for row in edges)
    return draft + terms + ("" if direct else f" {', '.join(sorted({_named(inquiry, row) for row in edges}))}")


def _named(inquiry: Inquiry, row: Row) -> str:
    return next((short_name(_dict(s["child"])) for s in inquiry.steps if _dict(s["child"])["id"] == row["parent"]), "")


def left_out(
    inquiry: Inquiry, found: tuple[Assignment, ...], shown: tuple[Assignment, ...], *, drafts_asked: bool
) -> tuple[Note, ...]:
    """Say below the rows what is not in the answer, and why."""
    store, name = inquiry.store, inquiry.name
    taken = {one.top for one in shown}
    carriers = [_dict(step["child"]) for step in inquiry.steps]
    elsewhere = [(short_name(carrier), _elsewhere(store, str(carrier["id"]), taken)) for carrier in carriers]
    notes = [Note(f"KHÔNG THUỘC {name} trong cùng văn bản {carrier}: {rows}") for carrier, rows in elsewhere if rows]
    drafts = [one for one in found if one.draft]
    if drafts and not drafts_asked:
        names = ", ".join(sorted({one.short for one in drafts}))
        notes.append(Note(f"DỰ THẢO để ngoài: {len(drafts)} phân công của {names}", f'luocdo owners "{name}" --drafts'))
    if unresolved := run(store, "unresolved_bases", id=str(inquiry.document["id"])).rows:
        words = f"{len(unresolved)} nhiệm vụ có căn cứ riêng chưa xác định được văn bản, để ngoài"
        notes.append(Note(words, "luocdo check"))
    return (*notes, *table_warnings(store, {one.source for one in found}))


def table_warnings(store: Store, sources: set[str]) -> tuple[Note, ...]:
    """Say of the files in an answer where rows may be missing (nhảy số, bảng không tiêu đề)."""
    rows = [row for row in run(store, "remarks").dicts() if row["source"] in sources and row["kind"] in _MISSING]
    files: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        files[str(row["source"])].append(row)
    return tuple(Note(_warning(file, found), "luocdo check") for file, found in files.items())


def _warning(file: str, rows: list[Row]) -> str:
    first = f"{file}, {rows[0]['place']}: {rows[0]['message']}"
    return first if len(rows) == 1 else f"{first} Còn {len(rows) - 1} chỗ như vậy trong tệp này."


def _elsewhere(store: Store, document: str, taken: set[str]) -> str:
    """Return the codes of rows that rest on other documents only: "1.12 (749/QĐ-TTg) · 1.13, 1.14 (146/QĐ-TTg)"."""
    bases: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, str] = {}
    for row in run(store, "own_bases_elsewhere", id=document).dicts():
        if row["task"] not in taken and row["state"] == "own":
            bases[str(row["task"])].add(str(row["basis_name"] or UNKNOWN))
            codes[str(row["task"])] = str(row["code"] or row["task"])
    groups: dict[str, list[str]] = defaultdict(list)
    for task, names in bases.items():
        groups[", ".join(sorted(names))].append(codes[task])
    return " · ".join(f"{', '.join(members)} ({basis})" for basis, members in groups.items())


def _code_order(code: str) -> list[int]:
    return [int(piece) for piece in re.findall(r"\d+", code)]


def _dict(value: object) -> Row:
    return value if isinstance(value, dict) else {}
