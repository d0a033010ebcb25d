"""What stands above and below an answer's rows (nói trước, nói sau): what was understood, what is
left out and why.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from luocdo.graph.answers import Assignment, Note
from luocdo.queries.describe import UNKNOWN, relation_vi, short_name
from luocdo.queries.document_rows import (
    CitingDocumentsRow,
    DerivationRow,
    DocumentMentionsRow,
    RemarksRow,
)
from luocdo.queries.force import force_notes
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.task_rows import OwnBasesElsewhereRow, UnresolvedBasesRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

_FEW = 6  # codes of rows named in a line
_MANY = 10  # documents named above or below an answer
_MISSING = ("numbering_gap", "table_without_heading")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about one origin: each derived document's strongest edge towards it, and all the
    ``edges`` between them.
    """

    store: Store
    document: DocumentNode
    as_of: datetime.date
    steps: Mapping[str, DerivationRow]
    edges: tuple[DerivationRow, ...] = ()

    @property
    def name(self) -> str:
        """Return the origin's name."""
        return self.document.name

    def elsewhere(self) -> dict[str, list[OwnBasesElsewhereRow]]:
        """Return document id -> its rows with a basis of their own, for all that derive."""
        return _grouped(
            run_in_pieces(self.store, OwnBasesElsewhereRow, "documents", sorted(self.steps))
        )


@dataclass(slots=True)
class _Part:
    """What one derived document has in the answer: printed rows that name the origin, that derive
    through it.
    """

    stated: set[str] = field(default_factory=set)
    inferred: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)


def _grouped(rows: Iterable[OwnBasesElsewhereRow]) -> dict[str, list[OwnBasesElsewhereRow]]:
    groups: dict[str, list[OwnBasesElsewhereRow]] = defaultdict(list)
    for row in rows:
        groups[row.document_id].append(row)
    return groups


def heads(inquiry: Inquiry, shown: tuple[Assignment, ...]) -> tuple[Note, ...]:
    """Say above the rows what is known of the origin, and what carries it out."""
    store, document = inquiry.store, inquiry.document
    citing = run(store, CitingDocumentsRow, id=document.id)
    known = (
        "Đã nạp." if document.loaded else f"Chưa nạp: biết qua {len(citing)} văn bản dẫn chiếu."
    )
    force, *said = force_notes(store, document, inquiry.as_of)
    return (
        Note(f"{known} {force.text}"),
        *said,
        *_competence(inquiry),
        *_carriers(inquiry, shown),
    )


def _competence(inquiry: Inquiry) -> tuple[Note, ...]:
    """Say of a document that is a basis of competence only why nothing derives from it."""
    if inquiry.steps:
        return ()
    mentions = run(inquiry.store, DocumentMentionsRow, id=inquiry.document.id)
    kinds = Counter(row.link.fact("basis_kind") for row in mentions if row.relation == "BASED_ON")
    if not kinds["competence"] or kinds["content"]:
        return ()
    words = (
        f"Được dẫn làm căn cứ về thẩm quyền ở {kinds['competence']} chỗ: căn cứ loại này không"
        " truyền nhiệm vụ."
    )
    return (Note(words, f'luocdo owners "{inquiry.name}" --all-bases'),)


def _carriers(inquiry: Inquiry, shown: tuple[Assignment, ...]) -> list[Note]:
    """Say of each derived document how many of its rows name the origin, derive through it, or do
    not belong.
    """
    parts: dict[str, _Part] = defaultdict(_Part)
    for one in shown:
        if one.origin == "annex" and one.block == "stated":
            parts[one.document_id].stated.add(one.top)
        elif one.origin == "annex" and one.block == "inferred":
            parts[one.document_id].inferred.add(one.top)
            parts[one.document_id].codes.add(one.code)
    others = inquiry.elsewhere()
    edges: dict[str, list[DerivationRow]] = defaultdict(list)
    for row in inquiry.edges:
        edges[row.child.id].append(row)
    told = [
        Note(
            _carrier(
                inquiry,
                step.child,
                parts[key],
                {row.task for row in others.get(key, ())},
                edges[key],
            )
        )
        for key, step in islice(inquiry.steps.items(), _MANY)
    ]
    left = len(inquiry.steps) - len(told)
    more = Note(f"VĂN BẢN TRIỂN KHAI: còn {left} văn bản nữa", f'luocdo lineage "{inquiry.name}"')
    return [*told, more] if left else told


def _carrier(
    inquiry: Inquiry,
    child: DocumentNode,
    part: _Part,
    own: set[str],
    edges: Sequence[DerivationRow],
) -> str:
    other = own - part.stated - part.inferred
    codes = sorted(part.codes, key=_code_order)
    every = len(part.stated) + len(part.inferred) + len(other)
    pieces = [f"VĂN BẢN TRIỂN KHAI: {short_name(child)} · {_relations(inquiry, child, edges)}"]
    pieces += [f"{len(part.stated)}/{every} nhiệm vụ nêu {inquiry.name}"] if part.stated else []
    more = " …" if len(codes) > _FEW else ""
    pieces += [f"{', '.join(codes[:_FEW])}{more} suy từ văn bản"] if codes else []
    pieces += [f"{len(other)} không thuộc"] if other and (part.stated or codes) else []
    return "; ".join(pieces)


def _relations(inquiry: Inquiry, child: DocumentNode, edges: Sequence[DerivationRow]) -> str:
    """Return by which edges a document derives: "triển khai + căn cứ 131/QĐ-TTg", the nearest
    document named.
    """
    terms = " + ".join(dict.fromkeys(relation_vi(row.relation) for row in edges))
    draft = "DỰ THẢO, " if child.draft else ""
    if any(row.parent == inquiry.document.id for row in edges):
        return draft + terms
    named = {
        short_name(inquiry.steps[row.parent].child) for row in edges if row.parent in inquiry.steps
    }
    return f"{draft}{terms} {', '.join(sorted(named))}"


def left_out(
    inquiry: Inquiry,
    found: tuple[Assignment, ...],
    shown: tuple[Assignment, ...],
    *,
    drafts_asked: bool,
) -> tuple[Note, ...]:
    """Say below the rows what is not in the answer, and why."""
    store, name = inquiry.store, inquiry.name
    taken = {one.top for one in shown}
    rows = inquiry.elsewhere()
    elsewhere = [
        (short_name(step.child), _elsewhere(rows.get(key, ()), taken))
        for key, step in inquiry.steps.items()
    ]
    others = [
        Note(f"KHÔNG THUỘC {name} trong cùng văn bản {carrier}: {told}")
        for carrier, told in elsewhere
        if told
    ]
    notes = others[:_MANY]
    if left := len(others) - len(notes):
        notes.append(
            Note(
                f"KHÔNG THUỘC {name}: còn {left} văn bản nữa có nhiệm vụ như vậy",
                f'luocdo lineage "{name}"',
            )
        )
    drafts = [one for one in found if one.draft]
    if drafts and not drafts_asked:
        names = ", ".join(sorted({one.short for one in drafts}))
        notes.append(
            Note(
                f"DỰ THẢO để ngoài: {len(drafts)} phân công của {names}",
                f'luocdo owners "{name}" --drafts',
            )
        )
    if unresolved := run(store, UnresolvedBasesRow, id=inquiry.document.id):
        words = f"{len(unresolved)} nhiệm vụ có căn cứ riêng chưa xác định được văn bản, để ngoài"
        notes.append(Note(words, "luocdo check"))
    return (*notes, *table_warnings(store, {one.source for one in found}))


def table_warnings(store: Store, sources: set[str]) -> tuple[Note, ...]:
    """Say of the files in an answer where rows may be missing (nhảy số, bảng không tiêu đề)."""
    files: dict[str, list[RemarksRow]] = defaultdict(list)
    for row in run(store, RemarksRow):
        if row.source in sources and row.kind in _MISSING:
            files[row.source].append(row)
    return tuple(Note(_warning(file, found), "luocdo check") for file, found in files.items())


def _warning(file: str, rows: list[RemarksRow]) -> str:
    first = f"{', '.join(filter(None, (file, rows[0].place)))}: {rows[0].message}"
    return first if len(rows) == 1 else f"{first} Còn {len(rows) - 1} chỗ như vậy trong tệp này."


def _elsewhere(rows: Iterable[OwnBasesElsewhereRow], taken: set[str]) -> str:
    """Return the codes of rows that rest on other documents only: "1.12 (749/QĐ-TTg) · 1.13, 1.14
    (146/QĐ-TTg)".
    """
    bases: dict[str, set[str]] = defaultdict(set)
    codes: dict[str, str] = {}
    for row in rows:
        if row.task not in taken and row.state == "own":
            bases[row.task].add(row.basis_name or UNKNOWN)
            codes[row.task] = row.code or row.task
    groups: dict[str, list[str]] = defaultdict(list)
    for task, names in bases.items():
        groups[", ".join(sorted(names))].append(codes[task])
    return " · ".join(f"{', '.join(members)} ({basis})" for basis, members in groups.items())


def _code_order(code: str) -> list[int]:
    return [int(piece) for piece in re.findall(r"\d+", code)]
