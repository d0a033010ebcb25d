"""Who owns everything derived from a document (ai chủ trì mọi việc bắt nguồn từ một văn bản)."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from luocdo.graph.answers import Answer, Assignment, Note
from luocdo.graph.stores.base import Store
from luocdo.queries.describe import UNKNOWN, document_line, relation_vi, short_name
from luocdo.queries.gathering import Via, gather
from luocdo.queries.runner import run

Row = dict[str, object]
_FEW = 6
_MISSING = ("numbering_gap", "table_without_heading")
_STRENGTH = ("BASED_ON own", "IMPLEMENTS", "BASED_ON", "AMENDS", "GUIDES", "ATTACHED_TO", "MANDATES")


@dataclass(frozen=True, slots=True)
class OwnersOptions:
    """What the reader asked for beside the document."""

    drafts: bool = False
    all_bases: bool = False
    derived_only: bool = False


def owners(store: Store, document: Row, as_of: datetime.date, options: OwnersOptions | None = None) -> Answer:
    """Answer who leads and coordinates what derives from ``document`` (a node of the store)."""
    asked = options or OwnersOptions()
    origin = str(document["id"])
    steps = _steps(run(store, "derivation", id=origin).dicts())
    query = "owners_all_bases" if asked.all_bases else "owners"
    vias = _strongest(run(store, query, id=origin).dicts(), document, steps)
    if asked.derived_only:
        vias = {leaf: via for leaf, via in vias.items() if via.block != "direct"}
    words = _words(run(store, "named_in_words", id=origin).dicts(), document, set(vias))
    drafts = _draft_vias(run(store, "drafts", id=origin).dicts(), document)
    found = gather(store, {**drafts, **words, **vias}, as_of)
    shown = tuple(one for one in found if asked.drafts or not one.draft)
    return Answer(
        kind="owners",
        title=document_line(document),
        assignments=_ordered(shown),
        heads=_heads(store, document, steps, shown),
        notes=_notes(store, document, steps, found, shown, asked),
        as_of=as_of.isoformat(),
        subject=origin,
    )


def _ordered(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    order = ("direct", "stated", "inferred", "words", "duties", "draft")
    return tuple(sorted(assignments, key=lambda one: order.index(one.block)))


def _steps(rows: list[Row]) -> dict[str, Row]:
    """Return document id -> its strongest edge towards the origin."""
    best: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: _STRENGTH.index(str(row["relation"]))):
        best.setdefault(str(_dict(row["child"])["id"]), row)
    return best


def _strongest(rows: list[Row], document: Row, steps: dict[str, Row]) -> dict[str, Via]:
    """One way per assignment: given directly, own basis, else the strongest edge of its document."""
    chosen: dict[str, tuple[int, Via]] = {}
    for row in rows:
        rank, via = _ranked(row, document, steps)
        leaf = str(row["leaf_id"])
        if leaf not in chosen or rank < chosen[leaf][0]:
            chosen[leaf] = (rank, via)
    return {leaf: via for leaf, (_, via) in chosen.items()}


def _ranked(row: Row, document: Row, steps: dict[str, Row]) -> tuple[int, Via]:
    name, quote, source = str(document["name"]), str(row["link_quote"] or ""), str(row["link_source"] or "")
    direct = row["via_id"] == document["id"]
    if row["relation"] == "MANDATES" and direct:
        return 0, Via("direct", name, "MANDATES", quote, source)
    if row["relation"] == "BASED_ON" and direct:
        return 1, Via("stated", name, "BASED_ON", quote, source)
    step = steps.get(str(row["via_id"]), {})
    relation, link, child = str(step.get("relation") or row["relation"]), _dict(step.get("link")), _dict(step.get("child"))
    rank = 2 + _STRENGTH.index(relation)
    words, file = (str(link.get("quote") or quote), str(link.get("source") or source)) if row["relation"] == "MANDATES" else (quote, source)
    return rank, Via("inferred", str(child.get("name") or name), relation, words, file, "inferred")


def _words(rows: list[Row], document: Row, taken: set[str]) -> dict[str, Via]:
    return {
        str(row["leaf_id"]): Via("words", str(document["name"]), "CITES", str(row["link_quote"] or ""), str(row["link_source"] or ""), "inferred")
        for row in rows
        if row["manner"] == "carries_out" and row["leaf_id"] not in taken
    }


def _draft_vias(rows: list[Row], document: Row) -> dict[str, Via]:
    return {
        str(row["leaf_id"]): Via(
            "draft", str(document["name"]), str(row["relation"]), str(row["link_quote"] or ""), str(row["link_source"] or ""), "inferred"
        )
        for row in rows
    }


def _heads(store: Store, document: Row, steps: dict[str, Row], shown: tuple[Assignment, ...]) -> tuple[Note, ...]:
    loaded = document.get("status") == "loaded"
    mentions = run(store, "document_mentions", id=str(document["id"])).dicts()
    citing = {str(_dict(row["link"]).get("source")) for row in mentions} - {"None"}
    known = "Đã nạp." if loaded else f"Chưa nạp: biết qua {len(citing)} văn bản dẫn chiếu."
    heads = [Note(f"{known} Hiệu lực: {UNKNOWN}.")]
    kinds = Counter(str(_dict(row["link"]).get("basis_kind")) for row in mentions if row["relation"] == "BASED_ON")
    if kinds["competence"] and not kinds["content"] and not steps:
        words = f"Được dẫn làm căn cứ về thẩm quyền ở {kinds['competence']} chỗ: căn cứ loại này không truyền nhiệm vụ."
        heads.append(Note(words, f'luocdo owners "{document["name"]}" --all-bases'))
    heads += [Note(_carrier(store, document, step, shown)) for step in steps.values()]
    return tuple(heads)


def _carrier(store: Store, document: Row, step: Row, shown: tuple[Assignment, ...]) -> str:
    """Say of one derived document how many of its rows name the origin, derive through it, or do not belong."""
    child = _dict(step["child"])
    mine = [one for one in shown if one.document_id == child["id"] and one.origin == "annex"]
    stated = {one.top for one in mine if one.block == "stated"}
    inferred = sorted({one.code for one in mine if one.block == "inferred"}, key=_code_order)
    other = {str(row["task"]) for row in run(store, "own_bases_elsewhere", id=str(child["id"])).dicts()} - {one.top for one in mine}
    pieces = [f"VĂN BẢN TRIỂN KHAI  {short_name(child)} ({child.get('year') or UNKNOWN})  {relation_vi(str(step['relation']))}"]
    pieces += [f"{len(stated)} nhiệm vụ nêu {document['name']}"] if stated else []
    pieces += [f"{', '.join(inferred[:_FEW])}{' …' if len(inferred) > _FEW else ''} suy từ văn bản"] if inferred else []
    pieces += [f"{len(other)} không thuộc"] if other and mine else []
    return "; ".join(pieces)


def _notes(
    store: Store,
    document: Row,
    steps: dict[str, Row],
    found: tuple[Assignment, ...],
    shown: tuple[Assignment, ...],
    asked: OwnersOptions,
) -> tuple[Note, ...]:
    notes: list[Note] = []
    name = str(document["name"])
    taken = {one.top for one in shown}
    for step in steps.values():
        if other := _elsewhere(store, str(_dict(step["child"])["id"]), taken):
            notes.append(Note(f"KHÔNG THUỘC {name} trong cùng văn bản {short_name(_dict(step['child']))}: {other}"))
    drafts = [one for one in found if one.draft]
    if drafts and not asked.drafts:
        names = ", ".join(sorted({one.document for one in drafts}))
        notes.append(Note(f"DỰ THẢO để ngoài: {len(drafts)} phân công của {names}", f'luocdo owners "{name}" --drafts'))
    unresolved = run(store, "unresolved_bases", id=str(document["id"])).dicts()
    if unresolved:
        notes.append(Note(f"{len(unresolved)} nhiệm vụ có căn cứ riêng chưa xác định được văn bản, để ngoài", "luocdo check"))
    return (*notes, *table_warnings(store, {one.source for one in found}))


def table_warnings(store: Store, sources: set[str]) -> tuple[Note, ...]:
    """Say of the files in an answer where rows may be missing (nhảy số, bảng không tiêu đề)."""
    rows = [row for row in run(store, "remarks").dicts() if row["source"] in sources and row["kind"] in _MISSING]
    return tuple(Note(f"{row['source']}, {row['place']}: {row['message']}", "luocdo check") for row in rows)


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
