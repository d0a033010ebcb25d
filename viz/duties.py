"""When duties of body clauses are listed (trách nhiệm trong thân văn bản): when asked for, and
where nothing else is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.answers import Answer, Assignment


def is_all(answer: Answer, duties: Sequence[Assignment]) -> bool:
    """Return whether ``duties`` are all that is due: a list of nothing beside a count would say
    that there is nothing to do.
    """
    return answer.kind == "due" and bool(duties) and len(duties) == len(answer.assignments)
