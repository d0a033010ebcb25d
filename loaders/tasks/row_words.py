"""What the words of a task row name beside its columns: documents, partners, leads (nội dung nhiệm
vụ, ghi chú).

A document in the basis column, or an article in brackets at the end of the words ("(Điều 7, 8 Nghị
định)"), is the task's own basis; one named inside the words is cited. A body that the words call a
partner ("Phối hợp với Bộ …") while the column names another lead is a named partner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from luocdo.graph.records import DocumentMention, Issue, Relation, TaskRecord, UnitMention
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.graph.vocabulary.lexicon import lexicon
from luocdo.loaders.relations.relations import basis_relations, task_relations
from luocdo.loaders.sentences.actor_list import ListReader
from luocdo.loaders.sentences.names import NameReader
from luocdo.loaders.sentences.words import Words
from luocdo.loaders.tables.captions import unit_above
from luocdo.loaders.tables.cells import unit_relations
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import DraftRow
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import PrintedTable

BasisState = Literal["own", "own_unresolved", "none"]

_ARTICLE_AT_END = re.compile(
    r"\(\s*(?:(?:thực hiện|theo|quy định"
    r" tại|tại)\s+)?(?P<basis>(?:điều|khoản|điểm|mục)\s+[^()]{3,200})\)\s*[.;]?\s*$",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"[Pp]hối\s+hợp(?:\s+chặt\s+chẽ)?(?:,\s+đôn\s+đốc)?(?:\s+(?:với|cùng))?(?:\s+với)?\s+(?=(?:các\s+)?[A-ZĐỦỨ])"
)
_LEAD = re.compile(
    r"\s*(?:Giao\s+)?(?P<units>[A-ZĐỦ][^.;:]{2,180}?)\s+(?:chủ\s+trì|chịu\s+trách\s+nhiệm|làm\s+đầu\s+mối)\b"
)
_GIVEN = re.compile(
    r"(?i)\s*(?:các\s+)?(?:nhiệm\s+vụ\s+)?(?:được\s+)?giao\s+(?:cho\s+)?(?P<units>.{2,250}?)"
    r"(?:\s+(?:chỉ\s+đạo|chủ\s+trì|thực\s+hiện)\b.*)?$",
    re.DOTALL,
)
_CLASS_OF_BODIES = re.compile(
    rf"(?:{alternation(Meaning.DETERMINER)}\s+)?(?:{alternation(Meaning.CLASS_NOUN)}|{alternation(Meaning.UNIT_HEAD)})"
)
_CODE = re.compile(r"\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/]\s*(?=\S)")
# Cells whose words may name documents.
_TELLING: tuple[Role, ...] = (
    "product",
    "result",
    "other",
    "value",
    "deadline",
    "lead",
    "coordinate",
)
_FARTHEST = 250


def row_basis(
    context: ReadingContext,
    table: PrintedTable,
    row: DraftRow,
    place: str,
) -> tuple[tuple[Relation, ...], BasisState]:
    """Return the BASED_ON edges of a row, and whether it has a basis of its own."""
    heading = table.columns.heading("basis")
    found = basis_relations(context, row.basis, place) if row.basis else ()
    if "basis" in row.lent:
        found = tuple(_inherited(relation) for relation in found)
    found = (*found, *_article_basis(context, row, place))
    if found:
        return found, "own"
    orders = heading is not None and "ghi chu" not in fold(heading)
    return (), "own_unresolved" if orders and row.basis else "none"


def _inherited(relation: Relation) -> Relation:
    evidence = msgspec.structs.replace(relation.evidence, reading="inherited")
    return msgspec.structs.replace(relation, evidence=evidence)


def unresolved_basis(
    context: ReadingContext, row: DraftRow, record: TaskRecord
) -> tuple[Issue, ...]:
    """Report a row whose own basis names no document that can be told: no answer about a document
    holds it.
    """
    if record.basis != "own_unresolved":
        return ()
    evidence = context.page.evidence(record.place, *row.basis)
    words = " ".join(cell_text(context.page, row.basis).split())
    message = f"«{words[:120]}»: căn cứ riêng không xác định được văn bản nào"
    issue = Issue(
        kind="unresolved_document",
        message=message,
        place=record.place,
        quote=evidence.quote[:300],
        from_char=evidence.from_char,
    )
    return (issue,)


def _article_basis(context: ReadingContext, row: DraftRow, place: str) -> tuple[Relation, ...]:
    if not row.text:
        return ()
    last = row.text[-1]
    closing = _ARTICLE_AT_END.search(context.page.flat, last.start, last.end)
    if closing is None:
        return ()
    return basis_relations(context, (Span(closing.start("basis"), closing.end("basis")),), place)


def row_citations(
    context: ReadingContext,
    row: DraftRow,
    place: str,
    basis: tuple[Relation, ...],
) -> tuple[Relation, ...]:
    """Return what the words and the other cells of a row say of documents; CITES only where
    nothing stronger is said.
    """
    cells = [row.text, row.group]
    for sub in row.subrows:
        cells += [sub.text if sub.text != row.text else (), *(sub.get(role) for role in _TELLING)]
    told = [
        relation for cell in cells if cell for relation in task_relations(context, cell, place)
    ]
    stronger = {_document(relation) for relation in (*basis, *told) if relation.type != "CITES"}
    found: dict[tuple[str, str], Relation] = {}
    for relation in told:
        key = _document(relation)
        if relation.type != "CITES" or key not in stronger:
            found.setdefault((relation.type, key), relation)
    return tuple(found.values())


def _document(relation: Relation) -> str:
    """Return what tells one document from another within a row: its number, else its name."""
    target = relation.target
    if isinstance(target, DocumentMention):
        return fold(target.number or target.name or target.as_printed)
    return ""


def named_partners(
    context: ReadingContext,
    words: tuple[Span, ...],
    place: str,
    roles: tuple[Relation, ...],
) -> tuple[Relation, ...]:
    """Return the bodies that the words call partners and no column names."""
    named = {_key(relation) for relation in roles}
    found: list[Relation] = []
    for piece in words:
        for start in _PARTNER.finditer(context.page.flat, piece.start, piece.end):
            span = _until_verb(context, start.end(), piece.end)
            for relation in unit_relations(context, "NAMED_PARTNER", (span,), place):
                key = _key(relation)
                if key not in named and _is_unit(context, relation):
                    found.append(relation)
                    named.add(key)
    return tuple(found)


def word_partners(
    context: ReadingContext, words: tuple[Span, ...], place: str
) -> tuple[Relation, ...]:
    """Return the coordinators that the words name beside their lead ("Sở A chủ trì, phối hợp với
    Sở B …").
    """
    for piece in words:
        if start := _PARTNER.search(context.page.flat, piece.start, piece.end):
            span = _until_verb(context, start.end(), piece.end)
            found = unit_relations(context, "COORDINATED_BY", (span,), place)
            return tuple(relation for relation in found if _is_body(context, relation))
    return ()


def _key(relation: Relation) -> str:
    target = relation.target
    return fold(
        target.name if isinstance(target, UnitMention) else relation.evidence.as_printed or ""
    )


def _until_verb(context: ReadingContext, start: int, end: int) -> Span:
    """Return the names that stand at ``start``: the verb of the task ends their list."""
    words = Words.of(
        context.page.flat, Span(start, min(end, start + _FARTHEST)), accents=lexicon().accents
    )
    names = NameReader(context.resolver, context.units, lexicon())
    listing = ListReader(names, lexicon()).at(words, 0) if len(words) else None
    return words.span(listing.start, listing.end) if listing else Span(start, start)


def _is_unit(context: ReadingContext, relation: Relation) -> bool:
    """Return whether the name is that of a unit; words after "phối hợp" may be anything, a class
    of units says nothing.
    """
    return _is_body(context, relation, collective=False)


def _is_body(context: ReadingContext, relation: Relation, *, collective: bool = True) -> bool:
    target = relation.target
    if not isinstance(target, UnitMention):
        return False
    unit = context.resolver.resolve(target.name, context.units)
    return collective if unit.kind == "nhóm" else unit.known


def _is_class(context: ReadingContext, relation: Relation) -> bool:
    """Tell the name of a class of bodies ("Các sở, ban, ngành") from that of a class of works
    ("Các giải pháp chung").
    """
    target = relation.target
    if not isinstance(target, UnitMention) or not _is_body(context, relation):
        return False
    return _CLASS_OF_BODIES.match(bare(target.as_printed).lower()) is not None


def word_leads(
    context: ReadingContext, words: tuple[Span, ...], place: str
) -> tuple[Relation, ...]:
    """Return the leads that the words themselves name ("Bộ Công an chủ trì, …"), for a table
    without such a column.
    """
    if not words:
        return ()
    found = _LEAD.match(context.page.flat, words[0].start, words[0].end)
    if found is None:
        return ()
    span = Span(found.start("units"), found.end("units"))
    leads = unit_relations(context, "LED_BY", (span,), place)
    return leads if all(_is_body(context, lead) for lead in leads) else ()


def caption_leads(
    context: ReadingContext, table: PrintedTable, place: str
) -> tuple[Relation, ...]:
    """Return the bodies whose works the lines above the table say it lists; the issuer's own are
    no one's in particular.
    """
    span = unit_above(context.page, table)
    if span is None:
        return ()
    found = unit_relations(context, "LED_BY", (span,), place, "inherited")
    return found if all(_is_given(context, relation) for relation in found) else ()


def _is_given(context: ReadingContext, relation: Relation) -> bool:
    target = relation.target
    if not isinstance(target, UnitMention) or not (
        _is_unit(context, relation) or _is_class(context, relation)
    ):
        return False
    unit = context.resolver.resolve(target.name, context.units)
    return unit.id != context.units.body and unit.kind != "thẩm quyền"


def heading_leads(context: ReadingContext, row: DraftRow, place: str) -> tuple[Relation, ...]:
    """Return the bodies that the group heading gives the rows to ("Nhiệm vụ giao Bộ …", "BỘ CÔNG
    THƯƠNG").
    """
    for section in reversed(row.sections):
        code = _CODE.match(context.page.flat, section.span.start, section.span.end)
        title = Span(code.end() if code else section.span.start, section.span.end)
        given = _GIVEN.match(context.page.flat, title.start, title.end)
        span = Span(given.start("units"), given.end("units")) if given else title
        found = unit_relations(context, "LED_BY", (span,), place, "inherited")
        known = tuple(one for one in found if _is_unit(context, one) or _is_class(context, one))
        if found and (given or len(known) == len(found)):
            return found
    return ()
