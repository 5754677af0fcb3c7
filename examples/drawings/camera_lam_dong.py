"""A street corner in the morning: a camera on its pole looks over hill houses and people on their way."""

from __future__ import annotations

from canvas import (
    BRICK,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    PAPER,
    PINE,
    SAGE,
    SAND,
    TEAL,
    TERRACOTTA,
    WHITE,
    Sheet,
    box,
    ellipse,
    mix,
    polygon,
)
from figures import Dress, Person, draw_person
from scenery import gable_house, glow, pine, ridge, round_tree, sky, tiled_house
from street import camera_pole, motorbike


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(-0.85, -0.5), seed=11)
    sky(sheet, "#b9d6d6", "#fbe9c4", 640)
    glow(sheet, 250, 380, 560, "#ffeab0", 0.9)
    sheet.fill(ellipse(250, 380, 62, 62), "#fff3cf")
    for y, rise, colour, waves, phase in (
        (520, 150, "#b9cdbf", 1.0, 0.3),
        (580, 130, "#93b3a6", 1.5, 2.6),
        (640, 100, "#6b9485", 1.2, 1.0),
    ):
        ridge(sheet, y, rise, colour, waves=waves, phase=phase)
    _town(sheet)
    _street(sheet)
    _riders(sheet)
    camera_pole(sheet, 1405, 1120, 960, facing=-1)
    return sheet


def _town(sheet: Sheet) -> None:
    for i in range(12):
        pine(
            sheet,
            30 + i * 160 + sheet.chance.uniform(-40, 40),
            690 + sheet.chance.uniform(-10, 30),
            sheet.chance.uniform(150, 260),
            mix(PINE, SAGE, 0.4),
        )
    walls = ("#efe0b8", "#d8e0d2", "#e9c9a0", "#f1ead6", "#cfdcd6")
    roofs = (BRICK, TERRACOTTA, TEAL, BRICK, mix(BRICK, INK, 0.2))
    for i, (x, y, width) in enumerate(
        (
            (60, 745, 150),
            (255, 730, 130),
            (430, 750, 160),
            (640, 735, 140),
            (825, 748, 165),
            (1030, 732, 140),
            (1210, 750, 160),
            (1560, 740, 170),
        )
    ):
        gable_house(sheet, x, y, width, width * 0.55, walls[i % 5], roofs[(i * 2) % 5])
    sheet.fill(box(0, 735, 1800, 60), mix(LEAF, SAGE, 0.45))
    tiled_house(sheet, 60, 925, 420, 190, "#eec46a", BRICK)
    tiled_house(sheet, 1250, 930, 470, 205, "#e9e0c8", TERRACOTTA)
    for x, size in ((560, 230), (1160, 250), (20, 200), (1775, 260)):
        round_tree(sheet, x, 930, size, mix(LEAF, PINE, 0.35))
    for x in range(500, 1240, 46):
        sheet.fill(ellipse(x, 925, 36, 24), mix(PINE, LEAF, 0.35))


def _street(sheet: Sheet) -> None:
    sheet.fill(box(0, 920, 1800, 280), "#a9aba0")
    sheet.fill(box(0, 914, 1800, 40), "#d9d0b8")
    sheet.fill(box(0, 950, 1800, 9), "#8a8b80")
    for i in range(9):
        x = -60 + i * 230
        sheet.fill(polygon([(x, 1062), (x + 124, 1062), (x + 116, 1074), (x - 12, 1074)]), PAPER, 0.9)
    sheet.fill(polygon([(0, 1200), (0, 1168), (1800, 1120), (1800, 1200)]), "#c8bfa4")
    sheet.fill(polygon([(0, 1168), (1800, 1120), (1800, 1112), (0, 1158)]), "#86867a")
    for x, width in ((480, 230), (1110, 190), (1680, 150)):
        sheet.fill(polygon([(x, 930), (x + width, 930), (x + width + 190, 1010), (x + 130, 1010)]), "#3a5058", 0.28)


def _rider(sheet: Sheet, x: float, y: float, size: float, bike: str, dress: Dress) -> None:
    sheet.fill(ellipse(x + size * 0.1, y, size * 0.52, size * 0.04), "#2f4249", 0.5)
    unit = size / 7.4
    person = Person(
        x=x - unit * 1.15,
        y=y,
        unit=unit,
        turn=1,
        lean=0.3,
        crouch=1.0,
        dress=dress,
        left_hand=(2.5, -4.0),
        right_hand=(2.45, -3.9),
        left_foot=(1.75, -1.1),
        right_foot=(1.7, -1.05),
        arms="left-under",
    )
    motorbike(sheet, x, y, size, bike)
    draw_person(sheet, person)


def _riders(sheet: Sheet) -> None:
    walker = Dress(top=TERRACOTTA, bottom=NAVY, hat="non", long_hair=True)
    sheet.fill(ellipse(1010, 968, 70, 8), "#3a5058", 0.4)
    draw_person(
        sheet,
        Person(
            x=960,
            y=966,
            unit=36,
            turn=-0.8,
            dress=walker,
            left_hand=(-0.6, -3.7),
            right_hand=(0.3, -3.4),
            left_foot=(-0.5, 0),
            right_foot=(0.5, 0),
        ),
    )
    child = Dress(top=WHITE, bottom=NAVY)
    draw_person(
        sheet,
        Person(
            x=1040,
            y=968,
            unit=28,
            turn=-0.8,
            dress=child,
            left_foot=(-0.5, 0),
            right_foot=(0.4, 0),
            left_hand=(-0.6, -3.5),
            right_hand=(0.4, -3.4),
        ),
    )
    _rider(sheet, 740, 1046, 350, OCHRE, Dress(top=WHITE, bottom=NAVY, hat="helmet", hat_colour=TERRACOTTA))
    _rider(sheet, 300, 1136, 500, BRICK, Dress(top=TEAL, bottom=INK, hat="helmet", hat_colour=mix(SAND, WHITE, 0.5)))
