"""In the rain a boat takes people away from flooded houses."""

from __future__ import annotations

from canvas import (
    BRICK,
    INK,
    NAVY,
    OCHRE,
    PINE,
    SAGE,
    SAND,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    Sheet,
    box,
    ellipse,
    mix,
    shade,
    smooth,
)
from figures import Dress, Person, draw_person
from scenery import areca, ridge, round_tree, sky, tiled_house

WATER = "#8d8f77"
VEST = "#e0752d"
SKIN = "#c58c63"
RESCUER = Dress(kind="vest", top=VEST, accent=WHITE, bottom=NAVY, hat="helmet", hat_colour="#d8dcd2", skin=SKIN)
WOMAN = Dress(kind="vest", top=VEST, accent=WHITE, bottom=INK, hat="non", long_hair=True, skin=SKIN)
OLD = Dress(top="#6f8c8b", bottom=INK, hat="hood", hat_colour="#8fb0ae", skin=SKIN)
CHILD = Dress(kind="vest", top=OCHRE, accent=WHITE, bottom=NAVY, skin=SKIN)
CREW = (
    Person(
        x=1290,
        y=1190,
        unit=84,
        turn=-0.7,
        lean=-0.25,
        crouch=0.7,
        dress=RESCUER,
        left_hand=(-1.5, -4.0),
        right_hand=(-0.8, -3.6),
        arms="right-under",
    ),
    Person(
        x=1060,
        y=1270,
        unit=80,
        turn=-0.5,
        crouch=0.6,
        dress=OLD,
        left_hand=(-0.7, -3.3),
        right_hand=(0.3, -3.2),
        left_pull=(-0.2, 1),
        right_pull=(0.2, 1),
    ),
    Person(
        x=860,
        y=1262,
        unit=80,
        turn=0.4,
        crouch=0.5,
        dress=WOMAN,
        left_hand=(-0.6, -3.4),
        right_hand=(1.2, -3.9),
        left_pull=(-0.2, 1),
        arms="right-under",
    ),
    Person(
        x=950,
        y=1235,
        unit=58,
        turn=0.3,
        crouch=0.3,
        dress=CHILD,
        left_hand=(-0.7, -3.6),
        right_hand=(0.7, -3.6),
        left_pull=(-0.2, 1),
        right_pull=(0.2, 1),
    ),
    Person(
        x=590,
        y=1170,
        unit=90,
        turn=0.6,
        lean=0.2,
        crouch=0.5,
        dress=RESCUER,
        left_hand=(0.4, -5.1),
        right_hand=(0.95, -4.1),
        arms="left-under",
    ),
)


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(-0.6, -0.8), seed=13)
    sky(sheet, "#5f7981", "#b6c3bd", 640)
    for y, tone in ((250, "#6b858b"), (170, "#5f7981"), (80, "#526b75")):
        sheet.fill(box(0, 0, 1800, y), tone)
        for i in range(11):
            r = sheet.chance.uniform(70, 130)
            sheet.fill(ellipse(i * 180 + sheet.chance.uniform(-50, 50), y - 12, r * 1.5, r * 0.42), tone)
    for y, rise, colour, waves, phase in ((510, 160, "#92a8a5", 1.0, 0.6), (580, 110, "#728d89", 1.3, 2.0)):
        ridge(sheet, y, rise, colour, waves=waves, phase=phase)
    _water(sheet)
    _drowned_village(sheet)
    _waterlines(sheet)
    _boat(sheet)
    _rain(sheet)
    return sheet


def _drowned_village(sheet: Sheet) -> None:
    for i in range(14):
        round_tree(
            sheet,
            i * 140 + sheet.chance.uniform(-30, 30),
            720,
            sheet.chance.uniform(150, 240),
            mix(PINE, "#728d89", sheet.chance.uniform(0.3, 0.6)),
        )
    for x, height in ((560, 420), (620, 350), (1120, 440), (1730, 470)):
        areca(sheet, x, 760, height, mix(PINE, SAGE, 0.2), -0.07)
    tiled_house(sheet, 680, 770, 330, 150, mix("#e8cf95", "#8fa3a3", 0.3), mix(BRICK, "#5f7981", 0.25))
    tiled_house(sheet, 60, 880, 470, 230, "#e2b765", mix(BRICK, INK, 0.1))
    tiled_house(sheet, 1210, 900, 520, 255, "#d8cfae", mix(TERRACOTTA, INK, 0.15))


def _water(sheet: Sheet) -> None:
    sheet.fade(box(0, 745, 1800, 455), [(0, "#a9ab95", 1), (0.4, WATER, 1), (1, "#676a5a", 1)])


def _waterlines(sheet: Sheet) -> None:
    houses = ((60.0, 826.0, 470.0, "#e2b765"), (1210.0, 838.0, 520.0, "#d8cfae"), (680.0, 752.0, 330.0, "#cbbf98"))
    for x, y, width, wall in houses:
        sheet.fill(box(x, y - 22, width, 22), mix(wall, "#5d5238", 0.5), 0.6)
        sheet.fill(box(x - 30, y, width + 60, 100), mix(WATER, "#a9ab95", 0.35))
        sheet.fade(box(x, y, width, 100), [(0, mix(WATER, wall, 0.6), 1), (1, mix(WATER, wall, 0.6), 0)])
        sheet.fill(box(x - 14, y - 3, width + 28, 6), "#c9cbb6")
    for i in range(80):
        y = 850 + float((i / 80) ** 1.2) * 340
        x, half = sheet.chance.uniform(-50, 1800), 30 + (y - 800) * 0.28
        tone = "#c4c6b1" if i % 3 else "#595d50"
        sheet.fill(smooth([(x, y), (x + half * 0.5, y - 4), (x + half, y), (x + half * 0.5, y + 3)]), tone, 0.6)


def _boat(sheet: Sheet) -> None:
    sheet.fill(smooth([(400, 1130), (900, 1096), (1430, 1130), (900, 1170)]), "#4b5046", 0.7)
    hull_back = smooth([(385, 950), (600, 985), (1180, 985), (1460, 930), (1400, 1010), (500, 1010)], tension=0.08)
    sheet.fill(hull_back, shade(TEAL, 0.45))
    with sheet.clip(box(0, 0, 1800, 1090)):
        _people(sheet)
    sheet.line("M690 720L470 1150", mix(WOOD, OCHRE, 0.3), 15)
    sheet.lit(smooth([(490, 1110), (470, 1150), (430, 1212), (412, 1190), (450, 1120)]), mix(WOOD, OCHRE, 0.2), 5)
    front = smooth(
        [
            (372, 944),
            (470, 975),
            (700, 1000),
            (1160, 1000),
            (1380, 968),
            (1482, 920),
            (1450, 1030),
            (1380, 1110),
            (1240, 1140),
            (600, 1140),
            (470, 1100),
            (400, 1020),
        ],
        tension=0.1,
    )
    sheet.lit(front, mix(TEAL, SAGE, 0.15), 20)
    sheet.line(
        smooth(
            [(372, 944), (470, 975), (700, 1000), (1160, 1000), (1380, 968), (1482, 920)], closed=False, tension=0.1
        ),
        mix(SAND, WHITE, 0.3),
        15,
    )
    sheet.line(
        smooth([(405, 1040), (480, 1066), (700, 1084), (1200, 1084), (1440, 1036)], closed=False, tension=0.1), OCHRE, 9
    )
    sheet.fill(
        smooth([(380, 1122), (640, 1150), (1200, 1150), (1460, 1118), (1520, 1150), (900, 1190), (340, 1156)]),
        "#c4c6b1",
        0.8,
    )
    sheet.fill(
        smooth([(400, 1150), (640, 1166), (1200, 1166), (1470, 1146), (1500, 1176), (900, 1210), (360, 1180)]),
        "#7d806d",
    )


def _people(sheet: Sheet) -> None:
    for person in CREW:
        draw_person(sheet, person)


def _rain(sheet: Sheet) -> None:
    for i in range(230):
        x, y = sheet.chance.uniform(-40, 1840), sheet.chance.uniform(-60, 1180)
        long_ = sheet.chance.uniform(34, 80)
        sheet.line(f"M{x:.0f} {y:.0f}l{-long_ * 0.26:.0f} {long_:.0f}", "#e4ece8", 1.6 + i % 3 * 0.7, 0.42)
    for _ in range(40):
        x, y = sheet.chance.uniform(0, 1800), sheet.chance.uniform(900, 1190)
        sheet.line(f"M{x - 15:.0f} {y:.0f}q15 8 30 0", "#dfe5da", 2.5, 0.6)
