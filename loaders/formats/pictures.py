"""Pictures made ready for recognition (chỉnh ảnh quét): seals taken out, pages straightened,
turned the right way up.

A round red seal (con dấu, Nghị định 30/2020/NĐ-CP, Phụ lục I) lies across words and rulings: its
red is taken out where it covers as much as a seal does; red print elsewhere, such as a stamped
number, stays.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageChops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_WHITE = 255
_REDDER, _RED = 50, 120  # of 255: how far red stands above green and blue, and how bright it is
_BLOCK = 16  # pixels
_SEAL = 0.8  # inches: a seal is 30 to 42 mm wide, a stamped number lower
_SOLID = 0.7  # of a box: a seal is a ring with words, a coloured field is full
_DARK = 128
_COARSE = 75  # dots per inch at which the slope of lines shows
_MOST_SLOPE, _STEP, _FINE = 3.0, 0.5, 0.25  # degrees
_LEAST_SLOPE = 0.3
_CLEARER = 1.02  # of the other's sharpness: a slope has to be seen


def ready(picture: Image.Image, dpi: float) -> Image.Image:
    """Return ``picture`` in grey, without seals, its lines level."""
    grey = (
        picture if picture.mode in {"L", "1"} else _without_seals(picture.convert("RGB"), dpi)
    ).convert("L")
    slope = _slope(grey, dpi)
    if abs(slope) < _LEAST_SLOPE:
        return grey
    return grey.rotate(slope, resample=Image.Resampling.BICUBIC, fillcolor=_WHITE)


# ---- seals


def _without_seals(picture: Image.Image, dpi: float) -> Image.Image:
    red, green, blue = picture.split()
    redder = np.asarray(ImageChops.subtract(red, ImageChops.lighter(green, blue)))
    if redder.max() <= _REDDER:
        return picture
    inked = (redder > _REDDER) & (np.asarray(red) > _RED)
    boxes = [box for box in _boxes(inked) if _is_seal(inked, box, dpi)]
    if not boxes:
        return picture
    cleared = np.array(picture)
    for top, left, bottom, right in boxes:
        part = cleared[top:bottom, left:right]
        part[inked[top:bottom, left:right]] = _WHITE
    return Image.fromarray(cleared)


def _is_seal(inked: NDArray[np.bool_], box: tuple[int, int, int, int], dpi: float) -> bool:
    top, left, bottom, right = box
    large = min(bottom - top, right - left) >= _SEAL * dpi
    return large and float(inked[top:bottom, left:right].mean()) < _SOLID


def _boxes(inked: NDArray[np.bool_]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the boxes (top, left, bottom, right) of what hangs together, in blocks of pixels."""
    height, width = (side // _BLOCK for side in inked.shape)
    blocks = (
        inked[: height * _BLOCK, : width * _BLOCK]
        .reshape(height, _BLOCK, width, _BLOCK)
        .any(axis=(1, 3))
    )
    left_over = {(int(row), int(column)) for row, column in np.argwhere(blocks)}
    while left_over:
        group = _together(left_over)
        rows, columns = [row for row, _ in group], [column for _, column in group]
        yield (
            min(rows) * _BLOCK,
            min(columns) * _BLOCK,
            (max(rows) + 1) * _BLOCK,
            (max(columns) + 1) * _BLOCK,
        )


def _together(left_over: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take a block and all that touch it out of ``left_over``."""
    waiting, group = deque([left_over.pop()]), []
    while waiting:
        row, column = waiting.popleft()
        group.append((row, column))
        for near in (
            (row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)
        ):
            if near in left_over:
                left_over.remove(near)
                waiting.append(near)
    return group


# ---- slopes


def _slope(grey: Image.Image, dpi: float) -> float:
    """Return by how many degrees the lines of a page have to be turned to be level."""
    small = grey.resize(
        (max(1, int(grey.width * _COARSE / dpi)), max(1, int(grey.height * _COARSE / dpi)))
    )
    level = _sharpness(small, 0.0)
    coarse = max(_turns(0.0, _MOST_SLOPE, _STEP), key=lambda angle: _sharpness(small, angle))
    best = max(_turns(coarse, _STEP, _FINE), key=lambda angle: _sharpness(small, angle))
    return best if _sharpness(small, best) > level * _CLEARER else 0.0


def _turns(middle: float, reach: float, step: float) -> list[float]:
    count = round(reach / step)
    return [middle + step * number for number in range(-count, count + 1)]


def _sharpness(small: Image.Image, angle: float) -> float:
    """Return how sharply dark rows and light rows part: most where lines of print are level."""
    turned = (
        small.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=_WHITE)
        if angle
        else small
    )
    dark = (np.asarray(turned) < _DARK).sum(axis=1).astype(np.float64)
    return float(np.square(np.diff(dark)).sum())
