"""What is typed behind a command (lời gõ): days as people write them, names of documents and
units, completed by the shell.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from luocdo.commands.wording import told
from luocdo.graph.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from luocdo.graph.stores.base import Store

_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y")
_MOST = 60  # names offered at once


class Day(click.ParamType[datetime.datetime]):
    """A day as one writes it: 31/12/2025, 31/12/25, 31-12-2025, 31.12.2025, 2025-12-31."""

    name = "ngày"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's own signature
        """Return what stands for it in the help."""
        return told("NGÀY")

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> datetime.datetime:
        """Return the day; what is none is refused with an example."""
        if isinstance(value, datetime.datetime):
            return value
        found = next(filter(None, (_read(str(value).strip(), form) for form in _FORMS)), None)
        if found is None:
            self.fail(told(f"«{value}» không phải ngày; gõ như 31/12/2025"), param, ctx)
        return found


def _read(words: str, form: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(words, form)  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


DAY = Day()


def joined(_: click.Context, __: click.Parameter, words: tuple[str, ...]) -> str:
    """Return the words of a name as one: a name needs no quotation marks."""
    return " ".join(words)


def complete_document(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the numbers of the store's documents."""
    from luocdo.queries.document_rows import DocumentsRow
    from luocdo.queries.runner import run

    return _offered(
        ctx,
        incomplete,
        lambda store: ((row.number, row.title) for row in run(store, DocumentsRow) if row.number),
    )


def complete_unit(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of the store's units, short and long."""
    from luocdo.queries.runner import run
    from luocdo.queries.unit_rows import UnitsRow

    return _offered(
        ctx,
        incomplete,
        lambda store: (
            (name, row.display)
            for row in run(store, UnitsRow)
            for name in (row.short_name, row.name)
            if name
        ),
    )


def complete_file(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the files of the store."""
    return _offered(ctx, incomplete, lambda store: ((file, "") for file in store.stamps()))


def complete_place(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the places of the rows of the document that was typed before."""
    from luocdo.commands.naming import the_document
    from luocdo.graph.corrections.places import rows_of
    from luocdo.graph.corrections.saying import record_of

    def places(store: Store) -> Iterator[tuple[str, str]]:
        document = the_document(store, str(ctx.params.get("document")))
        for row in rows_of(record_of(store, document.source)):
            yield row.code or row.place, row.text
            yield row.place, row.text

    return _offered(ctx, incomplete, places)


def complete_correction(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the ids of what readers corrected."""
    from luocdo.graph.corrections.keeping import said

    return _offered(
        ctx,
        incomplete,
        lambda store: ((one.id, f"{one.file} {one.place}") for one in said(store.records())),
    )


def complete_question(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the names of the named questions."""
    from luocdo.queries.catalog import questions

    return [
        CompletionItem(name, help=one.summary[0])
        for name, one in questions().items()
        if name.startswith(incomplete)
    ]


def complete_remark(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the kinds of remarks that `check` tells apart."""
    from luocdo.graph.issue_kinds import ISSUE_KINDS

    return [
        CompletionItem(kind, help=words)
        for kind, words in ISSUE_KINDS.items()
        if kind.startswith(incomplete)
    ]


def _offered(
    ctx: click.Context, incomplete: str, names: Callable[[Store], Iterator[tuple[str, str]]]
) -> list[CompletionItem]:
    """Return the names that begin as typed, accents or not; a store that cannot be asked offers
    none.
    """
    from luocdo.graph.stores.opening import open_store
    from luocdo.graph.text import fold

    typed = fold(incomplete)
    try:
        with open_store(ctx.params.get("store")) as store:
            found = {name: help_ for name, help_ in names(store) if fold(name).startswith(typed)}
    except LuocdoError:
        return []
    return [CompletionItem(name, help=help_) for name, help_ in sorted(found.items())[:_MOST]]


def document_argument(*names: str, **more: Any) -> Callable[..., Any]:  # noqa: ANN401 - click's own values
    """Return the argument that takes the words of a document's name."""
    plain: dict[str, Any] = {"metavar": "DOC", "nargs": -1, "required": True, "callback": joined}
    return click.argument(*names, shell_complete=complete_document, **(plain | more))


def unit_option(**more: Any) -> Callable[..., Any]:  # noqa: ANN401 - click's own values
    """Return the option that narrows an answer to a unit."""
    return click.option(
        "--unit", "unit_name", metavar="NAME", shell_complete=complete_unit, **more
    )
