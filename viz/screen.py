"""Answers on a screen (trên màn hình): what was understood, what to act on, the rest as counts,
what is left out and why.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from luocdo.graph.marking import marked
from luocdo.viz.duties import is_all
from luocdo.viz.lines import PAST, assignment_table, counted, leads_table, state_counts
from luocdo.viz.tables import terminal_width, text_table, wrapped_lines
from luocdo.viz.words import cell_in, heading, joined, line_in, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from luocdo.graph.answers import Answer, Assignment, Note, Table

Block = list[str]
_ROLES = {
    "LED_BY": "CHỦ TRÌ",
    "COORDINATED_BY": "PHỐI HỢP",
    "APPROVED_BY": "PHÊ DUYỆT",
    "REPORTS_TO": "NHẬN BÁO CÁO",
    "NAMED_PARTNER": "ĐƯỢC NÊU TRONG NỘI DUNG",
}
_OPTIONS = {
    "COORDINATED_BY": "coordinate",
    "APPROVED_BY": "approve",
    "REPORTS_TO": "report_to",
    "NAMED_PARTNER": "partner",
}
_DUTIES = "TRÁCH NHIỆM TRONG THÂN VĂN BẢN"
_FIRST_LINE = 110


@dataclass(frozen=True, slots=True)
class View:
    """What the reader opened beside the first look: past ones, body duties, rows through
    collectives, one role.

    ``numbers`` are those by which rows are opened on a terminal: of an assignment by the identity
    of its object.
    """

    past: bool = False
    duties: bool = False
    groups: bool = False
    role: str = "LED_BY"
    limit: int | None = None
    numbers: Mapping[int, int] = field(default_factory=dict)


def screen(answer: Answer, lang: str, view: View) -> list[str]:
    """Return the lines of ``answer``; on a terminal each row bears the number by which it is
    opened.
    """
    view = (
        replace(view, numbers=_numbers(answer))
        if terminal_width() and answer.kind != "row"
        else view
    )
    blocks = {"unit": _unit, "owners": _owners, "due": _due}.get(answer.kind, _general)(
        answer, lang, view
    )
    day = "/".join(reversed(answer.as_of.split("-")))
    last = [f"{heading('Tính đến', lang)} {day}."] if answer.assignments else []
    pieces = [_first(answer, lang), *blocks, [_told(note, lang) for note in answer.notes], last]
    return wrapped_lines([line for piece in pieces for line in piece])


def _numbers(answer: Answer) -> dict[int, int]:
    """Number the rows of tables, then the assignments, as `opened.one_row` counts them."""
    before = sum(len(table.rows) for table in answer.tables)
    return {id(one): before + at for at, one in enumerate(answer.assignments, 1)} or {0: before}


def _first(answer: Answer, lang: str) -> Block:
    """Return the title with what was understood beside it, where one line holds both."""
    title, notes = (
        line_in(one_line(answer.title), lang),
        [_told(note, lang) for note in answer.heads],
    )
    if notes and len(title) + 4 + len(notes[0]) <= (terminal_width() or _FIRST_LINE):
        return [f"{title}    {notes[0]}", *notes[1:]]
    return [title, *notes]


def _told(note: Note, lang: str) -> str:
    return line_in(one_line(note.text), lang) + (f"    {note.command}" if note.command else "")


def _table(assignments: Sequence[Assignment], lang: str, view: View, **kind: object) -> Block:
    """Return at most ``view.limit`` rows, saying how many are left."""
    shown = assignments if view.limit is None else assignments[: view.limit]
    left = len(assignments) - len(shown)
    lines = assignment_table(shown, lang, numbers=view.numbers, **kind)  # type: ignore[arg-type]  # passed through
    more = f" … {heading('còn', lang)} {left} {heading('phân công', lang)}    --full"
    return [*lines, *([more] if left else [])]


def _own_work(answer: Answer, shown: list[Assignment], lang: str, view: View) -> Iterator[Block]:
    """Show what the unit does in the role asked for; what is past as a count."""
    past = [one for one in shown if one.state in PAST]
    near = [one for one in shown if one.state not in PAST or view.past]
    title = f"{heading(_ROLES[view.role], lang)} {len(shown)} {heading('phân công', lang)}"
    yield [joined(piece for piece in (title, state_counts(shown, lang)) if piece)]
    yield _table(near, lang, view, subject=answer.subject)
    if past and not view.past:
        option = f" --role {_OPTIONS[view.role]}" if view.role in _OPTIONS else ""
        counts = f"{heading('đã qua hạn', lang)}  {len(past)} {_years(past, lang)}"
        yield [f" {counts}    {answer.command}{option} --past"]


def _unit(answer: Answer, lang: str, view: View) -> list[Block]:
    mine = [one for one in answer.assignments if one.block != "draft"]
    shown = _in_role(mine, answer.subject, view.role)
    blocks = [*_own_work(answer, shown, lang, view), *_inherited(answer, lang, view)]
    duties = [
        one for one in answer.assignments if one.block == "duties" and _acts(one, answer.subject)
    ]
    groups = [one for one in answer.assignments if one.block == "inferred"]
    for title, found, opened in (
        ("TRÁCH NHIỆM KHÁC (thân văn bản)", duties, view.duties),
        ("GIAO CHUNG (thân văn bản)", _shared(answer), view.duties and bool(_shared(answer))),
        ("GIAO CHUNG", groups, view.groups),
    ):
        if opened:
            blocks += [
                [f"{heading(title, lang)} {len(found)}"],
                _table(found, lang, view, subject=answer.subject),
            ]
    return [*blocks, [_rest(answer, mine, duties, groups, lang)], *_drafts(answer, lang, view)]


def _inherited(answer: Answer, lang: str, view: View) -> list[Block]:
    """Show what the unit took over, under the old name of each unit it came from."""
    taken = answer.block("inherited")
    each = (
        [one for one in taken if one.via == via] for via in dict.fromkeys(one.via for one in taken)
    )
    return [block for own in each for block in _inherited_from(answer, own, lang, view)]


def _inherited_from(
    answer: Answer, own: list[Assignment], lang: str, view: View
) -> Iterator[Block]:
    via = own[0].via
    title = f"{heading('THỪA KẾ', lang)} {len(own)} {heading('phân công', lang)} · {via}"
    near = [one for one in own if one.state not in PAST or view.past]
    old = next(
        (role.unit_id for role in own[0].roles if via.startswith(f"{role.display} (")),
        answer.subject,
    )
    yield [joined(piece for piece in (title, state_counts(own, lang)) if piece)]
    if near:
        yield _table(near, lang, view, subject=old)
    if len(near) < len(own):
        yield [
            f" {heading('đã qua hạn', lang)}  {len(own) - len(near)}    {answer.command} --past"
        ]


def _years(past: Sequence[Assignment], lang: str) -> str:
    years = [one.limit.end_date[:4] for one in past if one.limit]
    counts = joined(f"{year}: {years.count(year)}" for year in sorted(set(years)))
    return f"{heading('phân công', lang)} ({counts})"


def _rest(
    answer: Answer,
    mine: Sequence[Assignment],
    duties: Sequence[Assignment],
    groups: Sequence[Assignment],
    lang: str,
) -> str:
    led = [
        one
        for one in groups
        if any(role.role == "LED_BY" and role.kind == "nhóm" for role in one.roles)
    ]
    shared = len(_shared(answer))
    more = f", {shared} {heading('giao chung', lang)}" if shared else ""
    pieces = [
        f"{heading('TRÁCH NHIỆM KHÁC (thân văn bản)', lang)} {len(duties)}{more}"
        + (" --duties" if duties or shared else "")
    ]
    pieces += [
        f"{heading('GIAO CHUNG', lang)} {len(led)} {heading('chủ trì', lang)},"
        f" {len(groups) - len(led)} {heading('phối hợp', lang)}" + (" --groups" if groups else "")
    ]
    for role, option in _OPTIONS.items():
        if found := _in_role(mine, answer.subject, role):
            pieces.append(f"{heading(_ROLES[role], lang)} {len(found)} --role {option}")
    return joined(pieces)


def _shared(answer: Answer) -> list[Assignment]:
    """Return the duties of body clauses that fall to the unit through a collective name only."""
    duties = (one for one in answer.assignments if one.block == "duties")
    return [one for one in duties if all(role.unit_id != answer.subject for role in one.roles)]


def _acts(one: Assignment, subject: str) -> bool:
    """Return whether the unit itself acts: whoever only receives a report has no duty."""
    return any(
        role.unit_id == subject and role.role in ("LED_BY", "COORDINATED_BY") for role in one.roles
    )


def _in_role(assignments: Iterable[Assignment], subject: str, role: str) -> list[Assignment]:
    block = "words" if role == "NAMED_PARTNER" else "stated"
    return [
        one
        for one in assignments
        if one.block == block
        and any(each.role == role and each.unit_id == subject for each in one.roles)
    ]


def _owners(answer: Answer, lang: str, view: View) -> list[Block]:
    rows = answer.block("direct", "stated", "inferred")
    blocks: list[Block] = [leads_table(rows, lang, view.limit)] if rows else []
    titles = (
        ("direct", "GIAO TRỰC TIẾP"),
        ("stated", "NÊU ĐÍCH DANH"),
        ("inferred", "SUY TỪ VĂN BẢN"),
    )
    for block, title in titles:
        if found := [one for one in rows if one.block == block]:
            head = f"{heading(title, lang)}: {counted(found, lang)} · {state_counts(found, lang)}"
            blocks += [[head], _table(found, lang, view, evidence=True)]
    if words := answer.block("words"):
        head = f"{heading('NỘI DUNG DẪN CHIẾU', lang)}: {counted(words, lang)}"
        blocks += [[head], _table(words, lang, view, evidence=True)]
    return [*blocks, *_duties(answer, lang, view), *_drafts(answer, lang, view)]


def _duties(answer: Answer, lang: str, view: View) -> list[Block]:
    """Return the duties of body clauses: counted by document, listed when asked for."""
    duties = answer.block("duties")
    if not duties:
        return []
    head = f"{heading(_DUTIES, lang)}: {len(duties)}"
    if view.duties or is_all(answer, duties):
        return [[head], _table(duties, lang, view, evidence=True)]
    documents = [one.short for one in duties]
    counts = joined(f"{name}: {documents.count(name)}" for name in dict.fromkeys(documents))
    return [[f"{head} ({counts})    {answer.command} --duties"]]


def _drafts(answer: Answer, lang: str, view: View) -> list[Block]:
    drafts = answer.block("draft")
    head = f"{heading('DỰ THẢO, chưa có hiệu lực', lang)}: {counted(drafts, lang)}"
    return [[head], _table(drafts, lang, view, evidence=True)] if drafts else []


def _due(answer: Answer, lang: str, view: View) -> list[Block]:
    rows = answer.block("direct", "stated", "inferred", "words")
    named = [one for one in rows if one.via_relation != "MEMBER_OF"]
    shared = [one for one in rows if one.via_relation == "MEMBER_OF"]
    head = joined(
        piece
        for piece in (f"{len(named)} {heading('phân công', lang)}", state_counts(named, lang))
        if piece
    )
    blocks = [[head], _table(named, lang, view, leads=True)]
    if shared:
        title = f"{heading('GIAO CHUNG', lang)} {len(shared)} {heading('phân công', lang)}"
        blocks += [
            [joined((title, state_counts(shared, lang)))],
            _table(shared, lang, view, leads=True),
        ]
    return [*blocks, *_duties(answer, lang, view), *_drafts(answer, lang, view)]


def _general(answer: Answer, lang: str, view: View) -> list[Block]:
    blocks: list[Block] = []
    before = 0
    for table in answer.tables:
        title = [table.title[lang == "en"]] if table.title[0] else []
        numbered = before if view.numbers else None
        blocks += [title, plain(table, lang, view.limit, numbered)] if table.rows else []
        before += len(table.rows)
    if answer.assignments:
        counts = f"{counted(answer.assignments, lang)} · {state_counts(answer.assignments, lang)}"
        blocks += [
            [f"{heading('PHÂN CÔNG', lang)}: {counts}"],
            _table(answer.assignments, lang, view, leads=True),
        ]
    return blocks or [[heading("(không có dòng nào)", lang)]]


def plain(table: Table, lang: str, limit: int | None, before: int | None = None) -> Block:
    """Return a table of words; its ``under`` columns stand beneath each row: the sentence, then
    where it is.

    Rows are numbered from behind ``before`` where it is given.
    """
    table = marked(table)
    apart = table.hidden | set(table.under)
    rows = table.rows if limit is None else table.rows[:limit]
    kept = [
        at
        for at, name in enumerate(table.columns)
        if name not in apart and any(row[at] for row in rows)
    ]
    below = [
        _beneath(dict(zip(table.columns, row, strict=True)), table.under, lang) for row in rows
    ]
    heads = [table.heads[at][lang == "en"] for at in kept]
    cells = [[cell_in(table.columns[at], one_line(row[at]), lang) for at in kept] for row in rows]
    if before is not None:
        heads = [heading("Số", lang), *heads]
        cells = [[str(before + number), *row] for number, row in enumerate(cells, 1)]
    lines = text_table(heads, cells, below)
    left = len(table.rows) - len(rows)
    return [
        *lines,
        *([f" … {heading('còn', lang)} {left} {heading('dòng', lang)}    --full"] if left else []),
    ]


def _beneath(row: dict[str, str], under: Sequence[str], lang: str) -> str:
    told = {name: cell_in(name, one_line(row[name]), lang) for name in under if row[name].strip()}
    return " ".join(f"«{words}»" if name == "quote" else words for name, words in told.items())
