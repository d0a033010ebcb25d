"""The diagram holds its words, folds what has no room, and shares its boxes fairly."""

from __future__ import annotations

from luocdo.graph.diagrams import Diagram, Kinship, Relative
from luocdo.viz.drawings.drawing import Box, fitted, svg
from luocdo.viz.drawings.kinship import MOST, Links, allotted, kinship_drawing


def relative(number: int) -> Relative:
    return Relative(
        f"doc:{number}", f"{number}/QĐ-TTg", "Về việc số hóa hồ sơ", "01/02/2025", loaded=True
    )


def kinship(size: int, side: str = "below") -> Kinship:
    members = tuple(relative(number) for number in range(size))
    return Kinship(side, "IMPLEMENTS", ("Văn bản triển khai", "Carried out by"), members)  # type: ignore[arg-type]


def drawn(*kinships: Kinship, narrow: bool = False) -> tuple[Box, ...]:
    links = Links(lambda key: f"/document?doc={key}", lambda _, after: f"/all~{after}")
    return kinship_drawing(Diagram(relative(131), kinships), links, narrow=narrow).boxes


def test_small_groups_stand_whole_and_large_ones_are_folded() -> None:
    shares = allotted((kinship(3), kinship(400), kinship(500)))
    assert shares[0] == 3
    assert sum(shares.values()) <= MOST


def test_what_is_folded_is_counted_and_opens() -> None:
    (more,) = [box for box in drawn(kinship(400)) if box.style == "more"]
    assert more.lines == (f"+{400 - MOST} nữa",)
    assert more.href == f"/all~{MOST}"


def test_a_group_that_was_opened_is_turned_to_its_end() -> None:
    links = Links(lambda key: f"/document?doc={key}", lambda _, after: f"/all~{after}")
    only = Diagram(relative(131), (kinship(MOST + 9),))
    boxes = kinship_drawing(only, links, after=MOST).boxes
    assert sum(box.href.startswith("/document") for box in boxes) == 1 + 9
    assert not [box for box in boxes if box.style == "more"]


def test_what_cites_comes_in_and_is_no_change() -> None:
    citing = Kinship("left", "CITES", ("Được dẫn chiếu bởi", "Cited by"), (relative(1),))
    links = Links(lambda key: key, lambda _, after: str(after))
    (line,) = kinship_drawing(Diagram(relative(131), (citing,)), links).lines
    assert line.style == "cites"
    assert line.points[0][0] < line.points[-1][0]


def test_no_two_boxes_overlap() -> None:
    for narrow in (False, True):
        boxes = [
            box
            for box in drawn(kinship(7, "above"), kinship(9), kinship(4, "left"), narrow=narrow)
            if box.style != "frame"
        ]
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = one.x + one.width <= other.x or other.x + other.width <= one.x
                assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_capitals_take_more_room() -> None:
    assert len(fitted("CHUYỂN ĐỔI SỐ TRONG HOẠT ĐỘNG", 230, 1)[0]) < len(
        fitted("chuyển đổi số trong hoạt động", 230, 1)[0]
    )


def test_markup_in_a_title_is_words() -> None:
    links = Links(lambda _: "", lambda _: "")
    hostile = Relative("doc:1", "<script>", "<img src=x>", "", loaded=True)
    assert "<script>" not in svg(kinship_drawing(Diagram(hostile, (kinship(1),)), links))
