"""The steps of a build in their order (thứ tự các bước): each asks only what those
before it tell.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from luocdo.graph.building import documents, known, pieces, said, shared
from luocdo.graph.growing.step import Of, Step
from luocdo.graph.joining import joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.building.ground import Ground
    from luocdo.graph.growing.step import Cell

_STEPS: tuple[tuple[Callable[[Ground, Cell], None], tuple[Of, ...]], ...] = (
    (said.corrections, (Of.RECORD,)),
    (said.meant, (Of.RECORD, Of.SAID)),
    (documents.years, (Of.MEANT,)),
    (documents.naming, (Of.MEANT,)),
    (documents.meaning, (Of.MEANT,)),
    (documents.serials, (Of.HELD, Of.MENTION)),
    (documents.shorts, (Of.MEANT,)),
    (known.facts, (Of.HELD, Of.MENTION, Of.SHORT_MENTION)),
    (known.possible, (Of.MEANT,)),
    (known.twins, (Of.BYTES,)),
    (pieces.pieces, (Of.MEANT,)),
    (shared.classes, (Of.GROUP,)),
    (shared.named_communes, (Of.UNIT,)),
    (shared.members, (Of.GROUP,)),
    (shared.successions, (Of.UNIT,)),
    (shared.document, (Of.FACTS, Of.ENDED)),
    (shared.strongest, (Of.LINK,)),
    (shared.needless, (Of.DROPPED,)),
    (shared.rings, (Of.RESTS,)),
    (joined.works, (Of.WORK,)),
    (joined.touch, (Of.WORKS, Of.UP)),
    (joined.families, (Of.CHILD,)),
    (joined.takings, (Of.TOUCH,)),
    (joined.judged, (Of.SAID,)),
    (joined.lay, (Of.PAIR, Of.JUDGED)),
)


def steps(ground: Ground) -> tuple[Step, ...]:
    """Return the steps over ``ground``."""
    return tuple(
        Step(number, of, partial(make, ground)) for number, (make, of) in enumerate(_STEPS, 1)
    )
