"""Who works with whom is drawn once a pair; what has no room is counted, never dropped."""

from __future__ import annotations

from luocdo.viz.drawings.columns import REST
from luocdo.viz.drawings.drawing import Drawing
from luocdo.viz.drawings.opening import Opened
from luocdo.viz.drawings.shared import MOST, MOST_TIES, Pair, SharedLinks, shared_drawing

LINKS = SharedLinks(lambda _, key: f"/unit?name={key}", lambda opened: f"?open={opened}")


def drawn(pairs: list[Pair], opened: str = "", *, narrow: bool = False) -> Drawing:
    names = {key: f"Phòng {key} · Sở Y tế" for one in pairs for key in (one.lead, one.helper)}
    made = shared_drawing(pairs, names, LINKS, opened=Opened.parse(opened), narrow=narrow)
    assert made is not None
    return made


def many(leads: int, helpers: int) -> list[Pair]:
    return [Pair(f"a{a}", f"b{b}", 1 + a % 3) for a in range(leads) for b in range(helpers)]


def test_nobody_who_works_with_another_is_no_picture() -> None:
    assert shared_drawing([], {}, LINKS) is None


def test_a_pair_is_two_boxes_and_a_line() -> None:
    made = drawn([Pair("a", "b", 3)])
    assert [box.lines for box in made.boxes] == [
        ("(3) Phòng a", "Sở Y tế"),
        ("(3) Phòng b", "Sở Y tế"),
    ]
    assert [line.ends for line in made.lines] == [("/unit?name=a", "/unit?name=b")]


def test_what_has_no_room_is_counted_and_opens() -> None:
    made = drawn(many(MOST + 9, 2))
    (rest,) = [box for box in made.boxes if box.href == "?open=leads"]
    assert REST in rest.lines[0]
    assert "9 nữa" in rest.lines[0]
    seen = {
        box.href for first in (0, MOST) for box in drawn(many(MOST + 9, 2), f"leads~{first}").boxes
    }
    assert {f"/unit?name=a{at}" for at in range(MOST + 9)} <= seen


def test_both_sides_may_have_a_rest_each_at_its_own_place() -> None:
    made = drawn(many(MOST + 5, MOST + 1))
    rests = [box for box in made.boxes if box.href.startswith("?open")]
    assert len({(box.x, box.y) for box in rests}) == len(rests) == 2


def test_lines_left_out_are_said() -> None:
    made = drawn(many(12, 12))
    assert len(made.lines) == MOST_TIES
    assert any(f"còn {12 * 12 - MOST_TIES}" in words.words for words in made.words)


def test_every_box_has_a_line_however_little_it_shares() -> None:
    made = drawn([*many(12, 12), Pair("weak", "b0", 1), Pair("a0", "lone", 1)])
    joined = {end for line in made.lines for end in line.ends}
    assert {box.href for box in made.boxes} <= joined


def test_on_a_telephone_no_box_is_wider_than_it() -> None:
    made = drawn(many(4, 4), narrow=True)
    assert made.width <= 340
    assert len({box.y for box in made.boxes}) == len(made.boxes)


def test_a_side_that_is_much_longer_stands_on_both_sides_of_the_other() -> None:
    made = drawn(many(20, 2))
    assert len({box.x for box in made.boxes}) == 3
    places = [(box.x, box.y) for box in made.boxes]
    assert len(set(places)) == len(places)
    assert all(one.points[0][0] < one.points[1][0] for one in made.lines)
