"""Under which name a file is kept (tên tệp trong kho): two files are never one because they are
called alike.

A file that is known by where it lies keeps its name. A name that another file already bears is
lengthened by the folders above, until it tells the two apart; the same bytes under the same name
are the same file, wherever it was copied to.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from luocdo.graph.stores.stamps import Stamp
    from luocdo.loaders.arrivals import Arrival


def named_apart(files: Sequence[Arrival], held: Mapping[str, Stamp]) -> list[Arrival]:
    """Return ``files`` under names that tell them from one another and from those that are
    ``held``.
    """
    known = {stamp.origin: name for name, stamp in held.items() if stamp.origin}
    alike: dict[str, list[Arrival]] = defaultdict(list)
    for one in files:
        if one.origin not in known:
            alike[one.name].append(one)
    taken = set(held) | {one.name for one in files}
    names = {
        id(one): name for group in alike.values() for one, name in _told_apart(group, held, taken)
    }
    return [replace(one, name=known.get(one.origin) or names[id(one)]) for one in files]


def _told_apart(
    group: Sequence[Arrival], held: Mapping[str, Stamp], taken: set[str]
) -> Iterator[tuple[Arrival, str]]:
    """Yield the files of one name, each with a name of its own: the plain one only where a single
    file claims it.
    """
    for one in group:
        if len(group) == 1 and (one.name not in held or _is_same(one, held[one.name])):
            yield one, one.name
            continue
        name = next(name for name in _longer(one) if name not in taken)
        taken.add(name)
        yield one, name


def _is_same(one: Arrival, stamp: Stamp) -> bool:
    """Return whether a file is the one that is kept under its name: stores of old do not say where
    theirs lay.
    """
    return stamp.origin is None or stamp.digest == one.digest()


def _longer(one: Arrival) -> Iterator[str]:
    """Yield ever longer names of a file, at last one by its bytes."""
    folders, plain = PurePath(one.origin).parts[1:], PurePath(one.name)
    for above in range(len(plain.parts) + 1, len(folders) + 1):
        yield "/".join(folders[-above:])
    yield str(plain.with_stem(f"{plain.stem}-{one.digest()[:8]}"))


def meant(name: str, held: Mapping[str, Stamp]) -> frozenset[str]:
    """Return the kept files that ``name`` means: a name in the store, a path, an archive or folder
    with all it holds.

    Raises:
        SourceError: none is meant, or several of one bare name.
    """
    place = str(Path(name).resolve())
    for found in (
        {file for file in held if file == name},
        {
            file
            for file, stamp in held.items()
            if stamp.origin and f"{stamp.origin}/".startswith(f"{place}/")
        },
        {file for file, stamp in held.items() if file.startswith(f"{name.rstrip('/')}/")},
        _called(name, held),
    ):
        if found:
            return frozenset(found)
    raise SourceError(PurePath(name).name, "tệp này không có trong kho")


def _called(name: str, held: Mapping[str, Stamp]) -> set[str]:
    """Return the files of the last part of ``name``; of a path only those that do not say where
    they lay.
    """
    last, is_path = PurePath(name).name, len(PurePath(name).parts) > 1
    open_to = [file for file, stamp in held.items() if not is_path or stamp.origin is None]
    whole = {file for file in open_to if file == last or file.startswith(f"{last}/")}
    if whole:
        return whole
    ends = {file for file in open_to if PurePath(file).name == last}
    if len(ends) > 1:
        raise SourceError(
            last, f"có {len(ends)} tệp tên này, hãy nói rõ: {', '.join(sorted(ends))}"
        )
    return ends
