"""A speaker at a lectern with microphones; a large window behind, an audience out of focus in front."""

from __future__ import annotations

from canvas import (
    BRICK,
    GOLD,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    PAPER,
    PINE,
    RED,
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
    polygon,
    shade,
    smooth,
)
from figures import Dress, Person, draw_person
from scenery import areca, flag, flowers, glow, head_from_behind, ridge, round_tree, tiled_house


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(0.8, -0.5), seed=29)
    _window(sheet)
    _wall(sheet)
    _speaker(sheet)
    _audience(sheet)
    return sheet


def _window(sheet: Sheet) -> None:
    sheet.fade(box(0, 0, 1800, 900), [(0, "#bcd9d8", 1), (0.7, "#fbf0d2", 1), (1, "#fbf0d2", 1)])
    glow(sheet, 1420, 230, 420, "#fff7de", 0.9)
    ridge(sheet, 470, 150, "#b4cdc2", waves=0.9, phase=0.8)
    ridge(sheet, 560, 90, "#94b8a6", waves=1.2, phase=3.0)
    sheet.fill(box(0, 600, 1800, 60), "#a8c3b5")
    sheet.fill(smooth([(0, 640), (500, 622), (1100, 650), (1800, 620)], closed=False) + "V900H0Z", "#c7d9cb")
    for i in range(9):
        sheet.fill(box(500 + i * 150, 668 + i % 3 * 26, 150, 5), WHITE, 0.7)
    for x, width, roof in ((820, 170, BRICK), (1060, 200, TERRACOTTA), (1460, 210, BRICK)):
        tiled_house(sheet, x, 640, width, width * 0.4, mix("#efc66c", WHITE, 0.3), mix(roof, PAPER, 0.25))
    for x, size in ((1010, 130), (1330, 170), (1700, 190), (760, 140)):
        round_tree(sheet, x, 650, size, mix(LEAF, SAGE, 0.55))
    areca(sheet, 1590, 860, 640, mix(PINE, SAGE, 0.25), 0.04)
    areca(sheet, 1690, 880, 520, mix(PINE, SAGE, 0.35), -0.05)


def _wall(sheet: Sheet) -> None:
    frame = mix(WOOD, INK, 0.25)
    wall = mix(SAND, PAPER, 0.35)
    sheet.fill(box(0, 940, 1800, 260), mix(WOOD, SAND, 0.35))
    sheet.fill(box(0, 0, 640, 960), wall)
    sheet.fill(box(0, 700, 600, 260), mix(WOOD, SAND, 0.3))
    for i in range(8):
        sheet.fill(box(i * 80, 700, 5, 260), shade(WOOD, 0.1), 0.4)
    sheet.fill(box(0, 694, 600, 12), mix(OCHRE, WOOD, 0.4))
    sheet.fill(box(600, 0, 120, 70), wall)
    sheet.fill(box(640, 0, 1160, 70), wall)
    sheet.fill(box(640, 840, 1160, 120), shade(wall, 0.16))
    sheet.fill(box(700, 826, 1100, 22), mix(wall, WHITE, 0.6))
    for x in (640, 1018, 1400, 1786):
        sheet.fill(box(x, 70, 18, 760), frame)
    for y in (70, 290):
        sheet.fill(box(640, y, 1160, 16), frame)
    sheet.fill(polygon([(0, 420), (600, 240), (600, 560), (0, 760)]), "#fff4d0", 0.3)
    curtain = mix(TERRACOTTA, PAPER, 0.12)
    sheet.fade(box(560, 50, 150, 912), [(0, curtain, 1), (1, mix(curtain, BRICK, 0.35), 1)])
    with sheet.clip(box(560, 50, 150, 912)):
        for i in range(4):
            sheet.fill(
                smooth(
                    [
                        (572 + i * 37, 50),
                        (582 + i * 37, 400),
                        (568 + i * 37, 970),
                        (584 + i * 37, 970),
                        (594 + i * 37, 400),
                        (584 + i * 37, 50),
                    ],
                    tension=0.1,
                ),
                shade(curtain, 0.25),
                0.7,
            )
    sheet.fill(box(520, 40, 1280, 18), shade(WOOD, 0.3))
    flag(sheet, 170, 190, 230, pole=760)


def _speaker(sheet: Sheet) -> None:
    suit = Dress(kind="suit", top=NAVY, bottom=INK, accent=BRICK)
    person = Person(
        x=905,
        y=1190,
        unit=112,
        turn=0.35,
        lean=0.08,
        legs=False,
        dress=suit,
        left_hand=(-0.95, -3.75),
        right_hand=(1.65, -5.0),
        right_pull=(0.4, 1),
        left_pull=(-0.3, 1),
    )
    draw_person(sheet, person)
    sheet.lit(polygon([(690, 760), (1130, 760), (1090, 1200), (730, 1200)]), mix(WOOD, BRICK, 0.15), 26)
    sheet.lit(polygon([(660, 722), (1160, 722), (1136, 778), (684, 778)]), mix(WOOD, OCHRE, 0.35), 12)
    sheet.line("M760 830H1060L1040 1150H780Z", mix(OCHRE, WOOD, 0.35), 6)
    sheet.fill(polygon([(800, 722), (960, 722), (942, 696), (822, 696)]), WHITE)
    for x, tip in ((740, (812, 560)), (1080, (1012, 572)), (1040, (986, 600))):
        sheet.line(f"M{x} 724Q{x} {tip[1] + 40} {tip[0]} {tip[1]}", INK, 9)
        sheet.lit(ellipse(*tip, 19, 24), "#2b3236", 7)
    flowers(sheet, 760, 726, 70, bloom=RED, second=GOLD)


def _audience(sheet: Sheet) -> None:
    cloths = (
        mix(TEAL, SAND, 0.3),
        mix(NAVY, SAND, 0.25),
        mix(WHITE, SAND, 0.5),
        mix(TERRACOTTA, SAND, 0.35),
        mix(SAGE, SAND, 0.3),
    )
    for i in range(10):
        head_from_behind(
            sheet,
            30 + i * 196 + sheet.chance.uniform(-16, 16),
            1074 + sheet.chance.uniform(-10, 10),
            70,
            shade(cloths[i % 5], 0.25),
            hair="#3b3434",
            long_hair=i % 4 == 1,
        )
    for i in range(7):
        head_from_behind(
            sheet,
            90 + i * 290 + sheet.chance.uniform(-24, 24),
            1176 + sheet.chance.uniform(-14, 14),
            104,
            shade(cloths[(i + 2) % 5], 0.55),
            hair="#191718",
            long_hair=i in (2, 5),
        )
