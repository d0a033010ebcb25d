"""What a picture is made of (nét vẽ): boxes that are links, lines between them, words; all places
in pixels, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from textwrap import wrap

from jinja2 import Environment

from luocdo.viz.words import one_line

LETTER = 7.2  # pixels: a letter of the drawing's type on the mean, at 13 pixels' height
BOLD = 8.3  # the same for a box's first line
_CAPITALS = 1.25  # how much wider capitals are
MARGIN = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar within a box: ``share`` of its width, ``style`` names the state it stands
    for; ``sign`` is written in it where it has room.
    """

    share: float
    style: str
    words: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its ``lines`` of words, the first ``bold`` of them its name; ``href`` makes it a
    link, ``told`` is what a pointer and a screen reader are told, ``sign`` a sign drawn in it.
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    style: str = ""
    href: str = ""
    told: str = ""
    bar: tuple[Segment, ...] = ()
    bold: int = 1
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through ``points``; ``weight`` is its width, ``told`` the sentence behind it,
    ``ends`` the links of its boxes.
    """

    points: tuple[tuple[float, float], ...]
    style: str = ""
    weight: float = 1.5
    curved: bool = False
    told: str = ""
    ends: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Return it as the data of an SVG path."""
        (x, y), *rest = self.points
        if self.curved and len(rest) == 1:
            (right, low), middle = rest[0], (x + rest[0][0]) / 2
            return (
                f"M{x:.1f},{y:.1f} C{middle:.1f},{y:.1f} {middle:.1f},{low:.1f}"
                f" {right:.1f},{low:.1f}"
            )
        return f"M{x:.1f},{y:.1f} " + " ".join(f"L{a:.1f},{b:.1f}" for a, b in rest)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in no box: the heading of a group, a month on an axis."""

    x: float
    y: float
    words: str
    style: str = ""
    anchor: str = "start"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of ``width`` by ``height`` pixels; ``title`` is its name to a screen reader."""

    title: str
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    words: tuple[Words, ...] = ()


def svg(drawing: Drawing, *, standalone: bool = False) -> str:
    """Return ``drawing`` as SVG; ``standalone`` carries its own style, for a file that is passed
    on.
    """
    folder = files("luocdo.viz.drawings")
    style = (folder / "drawing.css").read_text("utf-8") if standalone else ""
    surroundings = Environment(autoescape=True)
    surroundings.filters["plain"] = one_line
    template = surroundings.from_string((folder / "drawing.svg.jinja").read_text("utf-8"))
    return template.render(drawing=drawing, style=style)


def fitted(words: str, width: float, lines: int, letter: float = LETTER) -> tuple[str, ...]:
    """Return ``words`` wrapped into at most ``lines`` lines of ``width`` pixels, the cut shown."""
    capitals = sum(one.isupper() for one in words) > sum(one.islower() for one in words)
    most = max(6, int((width - MARGIN) / (letter * _CAPITALS if capitals else letter)))
    return tuple(
        wrap(
            " ".join(words.split()), most, max_lines=lines, placeholder="…", break_long_words=True
        )
    ) or ("",)
