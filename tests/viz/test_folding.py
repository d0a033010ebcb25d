"""A picture shows about sixty boxes; the rest is folded into counts that open, piece by piece, and
nothing is lost.
"""

from __future__ import annotations

import pytest

from luocdo.graph.pictures import Picture, PictureEdge, PictureNode
from luocdo.viz.folding import MOST, PIECE, Fold, folds


def plan(tasks: int, units: int, papers: int = 1) -> Picture:
    """A decision, the papers that carry it out, each with ``tasks``, led by ``units`` in turn."""
    nodes = [PictureNode("goc", "Document", "131/QĐ-TTg", 0)]
    edges = []
    for paper in range(papers):
        nodes.append(PictureNode(f"p{paper}", "Document", f"Kế hoạch {paper}", 1))
        edges.append(PictureEdge("goc", f"p{paper}", "IMPLEMENTS", "triển khai"))
        for task in range(tasks):
            key = f"p{paper}t{task}"
            nodes.append(PictureNode(key, "Task", f"{task} Việc", 2))
            edges.append(PictureEdge(f"p{paper}", key, "MANDATES", "giao"))
            edges.append(PictureEdge(key, f"u{task % units}", "LED_BY", "chủ trì"))
    nodes += [PictureNode(f"u{unit}", "Unit", f"Đơn vị {unit}", 3) for unit in range(units)]
    return Picture("131/QĐ-TTg", tuple(nodes), tuple(edges))


def folded(picture: Picture) -> tuple[Fold, ...]:
    return folds(picture, [node.id for node in picture.nodes])


def shown(picture: Picture) -> set[str]:
    """What stands in the picture before anything is opened."""
    found = folded(picture)
    inner = {member for fold in found for member in fold.members}
    return ({node.id for node in picture.nodes} | {fold.id for fold in found}) - inner


def test_a_small_picture_is_not_folded() -> None:
    assert folded(plan(20, 10)) == ()


@pytest.mark.parametrize(
    ("tasks", "units", "papers"),
    [(100, 10, 1), (300, 80, 1), (40, 30, 10), (5, 60, 3), (1000, 400, 4)],
)
def test_about_sixty_boxes_are_shown_at_first(tasks: int, units: int, papers: int) -> None:
    assert len(shown(plan(tasks, units, papers))) <= MOST


@pytest.mark.parametrize(("tasks", "units"), [(100, 10), (300, 80)])
def test_every_box_is_in_one_fold_at_most_and_none_is_lost(tasks: int, units: int) -> None:
    picture = plan(tasks, units)
    members = [member for fold in folded(picture) for member in fold.members]
    assert len(members) == len(set(members))
    assert set(members) <= {node.id for node in picture.nodes} | {
        fold.id for fold in folded(picture)
    }


def test_what_opens_is_a_piece_that_can_be_read() -> None:
    assert all(len(fold.members) <= PIECE for fold in folded(plan(300, 10)))


def test_a_fold_says_how_many_it_holds_and_whose_they_are() -> None:
    assert "100 nhiệm vụ · Kế hoạch 0" in {fold.caption for fold in folded(plan(100, 10))}
