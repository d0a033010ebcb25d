"""How people name documents and units (cách gọi): "QĐ 131", "131/QĐ-TTg", "131", words of a title;
"cuc cntt", "vu gddh".

One match answers; several are returned for the reader to choose from; none gives the nearest
names.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from luocdo.graph.errors import NothingFoundError
from luocdo.graph.text import fold
from luocdo.queries.describe import distinguished
from luocdo.queries.document_names import ways as document_ways
from luocdo.queries.document_rows import DocumentNodesRow, DocumentsNamedRow, DocumentsRow
from luocdo.queries.nodes import DocumentNode, UnitNode
from luocdo.queries.registered import registered
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_names import KEYED, is_piece
from luocdo.queries.unit_names import ways as unit_ways
from luocdo.queries.unit_rows import UnitNodesRow, UnitsNamedRow, UnitsRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store

_NEAREST = 5
_LIKE = 70  # of a hundred: how like a name must be spelt to be offered
_LISTED = 20  # names that are listed where several fit
_BETWEEN = " · "  # between what a line says of a document
_DRAFT = "du thao"
_DRAFT_MARK = re.compile(r"^(?:DỰ THẢO|Dự thảo)[\s:,]+")
_PLACE = "địa phương"
_PLACE_TYPE = re.compile(r"^(?:tinh|thanh pho|quan|huyen|thi xa|xa|phuong|dac khu) ")

N = TypeVar("N", DocumentNode, UnitNode)


@dataclass(frozen=True, slots=True)
class Found(Generic[N]):
    """What a name may mean: the ``matches``, or where there are none the ``nearest`` names;
    ``how`` it was understood.

    ``registered`` says of what only the registry knows by that name who holds its work now.
    """

    matches: tuple[N, ...]
    nearest: tuple[str, ...] = ()
    how: str = ""
    registered: tuple[str, ...] = ()


def the_document(store: Store, words: str) -> DocumentNode:
    """Return the one document that ``words`` mean.

    Raises:
        NothingFoundError: there is none, or there are several; the message lists them with what
        tells them apart.
    """
    return _only(find_document(store, words), words, "văn bản", "documents")


def the_unit(store: Store, words: str) -> tuple[UnitNode, str]:
    """Return the one unit that ``words`` mean, and how they were understood; raises as
    `the_document` does.
    """
    found = find_unit(store, words)
    return _only(found, words, "đơn vị", "units"), found.how


def _only(found: Found[N], words: str, what: str, listed_by: str) -> N:
    if len(found.matches) == 1:
        return found.matches[0]
    if not found.matches:
        message = f"không tìm thấy {what} '{words}'; danh mục: luocdo {listed_by}"
        raise NothingFoundError("\n  ".join((message, *found.registered)), found.nearest)
    lines = "".join(f"\n  {line}" for line in distinguished(found.matches)[:_LISTED])
    lines += f"\n  … còn {len(found.matches) - _LISTED}" if len(found.matches) > _LISTED else ""
    message = f"'{words}' có thể là {len(found.matches)} {what}; hãy gõ rõ hơn:{lines}"
    raise NothingFoundError(message)


def find_document(store: Store, words: str) -> Found[DocumentNode]:
    """Return the documents that ``words`` may mean; a line of an answer ("DỰ THẢO Kế hoạch … ·
    2022 · …") is one by its name.
    """
    found = _document(store, words)
    name = _printed_name(words)
    return found if found.matches or name == words else _document(store, name)


def _printed_name(words: str) -> str:
    """Return the name that a line of an answer begins with, behind the mark of a draft."""
    pieces = [piece for piece in words.split(_BETWEEN) if fold(piece) != _DRAFT]
    return _DRAFT_MARK.sub("", pieces[0] if pieces else words)


def _document(store: Store, words: str) -> Found[DocumentNode]:
    some = store.named("Document", words)
    if some is not None:
        found = _document_among(
            store, words, list(run_in_pieces(store, DocumentsNamedRow, "documents", some))
        )
        if found.matches:
            return found
    documents = run(store, DocumentsRow)
    found = _document_among(store, words, documents)
    return (
        found
        if found.matches
        else Found((), _nearest(words, [document.name for document in documents]))
    )


def _document_among(
    store: Store, words: str, documents: Sequence[DocumentsRow]
) -> Found[DocumentNode]:
    steps = document_ways(words) if fold(words) else ()
    for fits, how in steps:
        if matches := tuple(document for document in documents if fits(document)):
            keys = [document.id for document in _preferred(matches)]
            nodes = {
                row.node.id: row.node
                for row in run_in_pieces(store, DocumentNodesRow, "documents", keys)
            }
            return Found(tuple(nodes[key] for key in keys), how=how)
    return Found(())


def find_unit(store: Store, words: str) -> Found[UnitNode]:
    """Return the units that ``words`` may mean: full name, alias, abbreviation, without accents;
    the body may follow.
    """
    found = units_called(store, words)
    if found.matches:
        return found
    units = [unit.display for unit in run(store, UnitsRow)]
    return Found((), _nearest(words, units), registered=registered(store, words))


def units_called(store: Store, words: str) -> Found[UnitNode]:
    """Return the units that ``words`` mean, as `find_unit` does; of words that mean none nothing
    is told, and so quickly.
    """
    found = units_listed(store, words)
    if not found.matches or _is_unsure(found) or _may_mean_more(words, found):
        every = run(store, UnitsRow)
        found = _unit_among(store, words, every)
        found = _beside_known(store, words, found, every) if _is_unsure(found) else found
    return _with_bodies(store, found) if found.matches else found


def _is_unsure(found: Found[UnitNode]) -> bool:
    """Tell a name that was only understood, and as one that the registry does not have."""
    return bool(found.how) and not any(node.known for node in found.matches)


def _may_mean_more(words: str, found: Found[UnitNode]) -> bool:
    """Tell words understood by the initials of a name's words ("ldtb xh"): the index of names has
    keys and whole words only, so that others may be meant by them too.
    """
    if found.how in KEYED:
        return False
    names = [fold(node.display).split() for node in found.matches]
    return any(token not in name for name in names for token in fold(words).split())


def _beside_known(
    store: Store, words: str, found: Found[UnitNode], every: Sequence[UnitsRow]
) -> Found[UnitNode]:
    """Set beside units that nobody knows those of the registry that the words may mean as well:
    "mttq" is no commune's own.
    """
    steps = unit_ways(words)
    keys = [row.id for row in every if any(fits(row) for fits, _ in steps)]
    rows = run_in_pieces(store, UnitNodesRow, "units", keys)
    known = [row.node for row in rows if row.node.known]
    both = {node.id: node for node in (*found.matches, *known)}.values()
    return Found(tuple(sorted(both, key=lambda node: (node.display, node.id))), how=found.how)


def units_listed(store: Store, words: str) -> Found[UnitNode]:
    """Return the units that the index of names gives for ``words``: what a search shows while
    somebody types.
    """
    rows = sorted(_units_like(store, words), key=lambda unit: (unit.display, unit.id))
    return _unit_among(store, words, rows)


def documents_listed(store: Store, words: str) -> Found[DocumentNode]:
    """Return the documents that the index of names gives for ``words``, as `units_listed` does."""
    some = store.named("Document", words)
    if some is None:
        return _document_among(store, words, run(store, DocumentsRow))
    return _document_among(
        store, words, list(run_in_pieces(store, DocumentsNamedRow, "documents", some))
    )


def _with_bodies(store: Store, found: Found[UnitNode]) -> Found[UnitNode]:
    """Set beside a place, which acts through its bodies, those that are called by it: "TP.HCM"
    asks which is meant.

    A place's whole name as an answer prints it means what it says.
    """
    if not found.how or {node.kind for node in found.matches} != {_PLACE}:
        return found
    names = [_PLACE_TYPE.sub("", fold(node.name)).split() for node in found.matches]
    rows = [
        row
        for name in names
        for row in _units_like(store, " ".join(name))
        if is_piece(name, row.name_fold.split())
    ]
    keys = sorted({row.id for row in rows} | {node.id for node in found.matches})
    nodes = [row.node for row in run_in_pieces(store, UnitNodesRow, "units", keys)]
    return Found(tuple(sorted(nodes, key=lambda node: (node.display, node.id))), how=found.how)


def _units_like(store: Store, words: str) -> Sequence[UnitsRow]:
    some = store.named("Unit", words)
    return (
        run(store, UnitsRow)
        if some is None
        else list(run_in_pieces(store, UnitsNamedRow, "units", some))
    )


def _unit_among(store: Store, words: str, units: Sequence[UnitsRow]) -> Found[UnitNode]:
    steps = unit_ways(words) if fold(words) else ()
    for fits, how in steps:
        if matches := tuple(unit for unit in units if fits(unit)):
            keys = [unit.id for unit in matches]
            nodes = {
                row.node.id: row.node for row in run_in_pieces(store, UnitNodesRow, "units", keys)
            }
            return Found(tuple(nodes[key] for key in keys), how=how)
    return Found(())


def _preferred(matches: Sequence[DocumentsRow]) -> tuple[DocumentsRow, ...]:
    """Of a loaded document and namesakes without date that nothing tells apart, keep all; exact
    duplicates cannot be.
    """
    return tuple(sorted(matches, key=lambda d: (d.issuer, d.date, d.id)))


def _nearest(words: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that share most of the rarer words with ``words``, then those spelt much
    like it.
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only what was not found needs it
    from rapidfuzz.process import extract  # noqa: PLC0415 - as above

    asked = set(fold(words).split())
    folded = {fold(name): name for name in sorted(names)}
    often = Counter(word for plain in folded for word in set(plain.split()))
    shared = {
        plain: sum(1 / often[word] for word in asked & set(plain.split())) for plain in folded
    }
    alike = [plain for plain in folded if len(asked & set(plain.split())) * 2 >= len(asked)]
    best = sorted(alike, key=lambda plain: (-shared[plain], plain))[:_NEAREST]
    close = [
        plain
        for plain, _, _ in extract(
            fold(words), list(folded), scorer=ratio, limit=_NEAREST, score_cutoff=_LIKE
        )
    ]
    return tuple(folded[plain] for plain in list(dict.fromkeys([*close, *best]))[:_NEAREST])
