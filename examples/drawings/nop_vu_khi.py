"""Before a commune office villagers lay home-made guns on a table; a clerk writes them down."""

from __future__ import annotations

from canvas import (
    BRICK,
    INK,
    LEAF,
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
    capsule,
    ellipse,
    mix,
    polygon,
    shade,
    smooth,
)
from figures import Dress, Person, draw_person
from scenery import areca, flag, glow, ridge, round_tree, sky, table


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(-0.8, -0.55), seed=17)
    sky(sheet, "#a6ccd0", "#f6ecd2", 620)
    glow(sheet, 250, 200, 420, "#fff3d0", 0.6)
    ridge(sheet, 470, 170, "#9dbfb4", waves=0.9, phase=2.0)
    ridge(sheet, 560, 120, "#6f9c8a", waves=1.2, phase=0.4)
    for x, size in ((90, 330), (1690, 360), (1560, 250), (230, 240)):
        round_tree(sheet, x, 800, size, mix(PINE, LEAF, 0.3))
    for x, height in ((30, 520), (1770, 560)):
        areca(sheet, x, 820, height, mix(PINE, LEAF, 0.4), 0.05)
    _office(sheet)
    _yard(sheet)
    _queue(sheet)
    _desk(sheet)
    return sheet


def _office(sheet: Sheet) -> None:
    wall = "#efc66c"
    sheet.lit(box(330, 400, 1140, 440), wall, 18)
    sheet.fill(box(330, 400, 1140, 60), shade(wall, 0.35))
    roof = polygon([(270, 410), (400, 250), (1400, 250), (1530, 410)])
    sheet.fill(roof, BRICK)
    with sheet.clip(roof):
        for i in range(44):
            sheet.line(f"M{270 + i * 29} 410L{400 + i * 23} 250", shade(BRICK, 0.22), 4)
    sheet.fill(box(396, 242, 1008, 14), mix(BRICK, WHITE, 0.2))
    sheet.fill(box(262, 404, 1276, 16), mix(WOOD, INK, 0.2))
    for x in (400, 570, 1130, 1300):
        sheet.fill(box(x - 8, 512, 126, 196), WHITE)
        sheet.fill(box(x, 520, 110, 180), shade(TEAL, 0.2))
        for i in range(8):
            sheet.fill(box(x + 6, 530 + i * 21, 44, 9), mix(TEAL, SAGE, 0.25))
            sheet.fill(box(x + 60, 530 + i * 21, 44, 9), mix(TEAL, SAGE, 0.25))
    sheet.fill(box(790, 500, 230, 340), WHITE)
    sheet.fill(box(804, 514, 202, 326), shade(WOOD, 0.5))
    sheet.fill(polygon([(804, 840), (804, 514), (860, 530), (860, 850)]), mix(WOOD, OCHRE, 0.2))
    for x in (340, 730, 1050, 1440):
        sheet.lit(box(x, 420, 30, 430), mix(WHITE, SAND, 0.2), 7)
    flag(sheet, 912, 96, 168, pole=160)


def _yard(sheet: Sheet) -> None:
    sheet.fill(box(0, 790, 330, 60), mix(LEAF, PINE, 0.3))
    sheet.fill(box(1470, 790, 330, 60), mix(LEAF, PINE, 0.3))
    sheet.fill(box(300, 836, 1200, 34), mix(SAND, WHITE, 0.4))
    sheet.fill(box(300, 856, 1200, 14), mix(SAND, INK, 0.3))
    sheet.fill(box(0, 850, 300, 20), mix(LEAF, INK, 0.3))
    sheet.fill(box(0, 868, 1800, 332), mix(SAND, OCHRE, 0.12))
    for i in range(7):
        sheet.line(f"M0 {880 + i * i * 7 + i * 14}H1800", mix(SAND, WOOD, 0.25), 2.5, 0.6)
    for i in range(15):
        sheet.line(f"M{900 + (i - 7) * 110} 868L{900 + (i - 7) * 250} 1200", mix(SAND, WOOD, 0.25), 2.5, 0.6)
    sheet.fill(polygon([(330, 868), (1500, 868), (1580, 930), (430, 930)]), "#6d5a3c", 0.28)


def _queue(sheet: Sheet) -> None:
    for x, half in ((1180, 100), (1350, 100), (1530, 100), (1690, 90)):
        sheet.fill(ellipse(x + 40, 1082, half, 13), "#6d5a3c", 0.45)
    skin = "#c58c63"
    fourth = Dress(kind="aodai", top="#7b3f5d", bottom=INK, long_hair=True, skin=skin, hat="non")
    third = Dress(top=mix(TEAL, INK, 0.2), bottom="#3f3a35", skin=skin, hat="cap", hat_colour=mix(SAND, WOOD, 0.4))
    draw_person(
        sheet, Person(x=1700, y=1074, unit=74, turn=-0.7, dress=fourth, left_hand=(-0.7, -4.1), right_hand=(-0.3, -4.0))
    )
    draw_person(
        sheet,
        Person(
            x=1540,
            y=1078,
            unit=78,
            turn=-0.7,
            dress=third,
            left_hand=(-0.95, -4.2),
            right_hand=(-0.3, -3.5),
            arms="right-under",
        ),
    )
    _gun(sheet, 1446, 742, 330, 82)
    sheet.lit(capsule((1462, 752), 13, (1440, 748), 10), skin, 5)
    _front_of_queue(sheet)


def _front_of_queue(sheet: Sheet) -> None:
    skin = "#c58c63"
    second = Dress(top=mix(SAND, WHITE, 0.3), bottom=NAVY, skin=skin)
    draw_person(
        sheet,
        Person(
            x=1350,
            y=1080,
            unit=80,
            turn=-0.7,
            dress=second,
            left_hand=(-0.85, -3.7),
            right_hand=(0.5, -3.4),
            left_foot=(-0.4, 0),
            right_foot=(0.4, 0),
        ),
    )
    first = Dress(top=TERRACOTTA, bottom="#3f3a35", skin=skin, short_sleeves=True)
    draw_person(
        sheet,
        Person(
            x=1160,
            y=1084,
            unit=82,
            turn=-0.8,
            lean=-0.35,
            nod=-0.12,
            dress=first,
            left_hand=(-1.75, -4.0),
            right_hand=(-1.1, -3.85),
            left_foot=(-0.4, 0),
            right_foot=(0.5, 0),
            arms="right-under",
        ),
    )
    _gun(sheet, 1000, 748, 330, -5)
    for x, y in ((1008, 752), (1070, 760)):
        sheet.lit(capsule((x + 20, y + 4), 13, (x - 6, y - 4), 9), skin, 5)


def _gun(sheet: Sheet, x: float, y: float, length: float, turn: float) -> None:
    """The silhouette of a home-made hunting gun, muzzle to the left, about its middle."""
    with sheet.move(x, y, scale=length / 300, turn=turn):
        sheet.line("M-150 -4H60", "#2b3236", 8)
        sheet.lit("M-60 4H50L76 10L150 44L142 62L66 28L36 18H-60Z", mix(WOOD, BRICK, 0.25), 4)
        sheet.fill("M30 -8h30v-12h10v24h-40Z", "#2b3236")
        sheet.line("M38 20q10 18 24 6", "#2b3236", 4)


def _desk(sheet: Sheet) -> None:
    clerk = Dress(top="#8fae9b", bottom=INK)
    helper = Dress(top=WHITE, bottom=NAVY)
    draw_person(
        sheet,
        Person(
            x=300,
            y=1080,
            unit=82,
            turn=0.5,
            dress=helper,
            left_hand=(0.25, -4.15),
            right_hand=(0.85, -4.3),
            left_pull=(-0.2, 1),
            right_pull=(0.1, 1),
        ),
    )
    sheet.lit(polygon([(318, 706), (392, 690), (404, 764), (330, 780)]), mix(WOOD, OCHRE, 0.3), 5)
    sheet.fill(polygon([(326, 714), (386, 701), (395, 758), (336, 771)]), "#fffaf0")
    draw_person(
        sheet,
        Person(
            x=560,
            y=1170,
            unit=82,
            turn=0.3,
            lean=0.1,
            nod=0.1,
            crouch=0.5,
            legs=False,
            dress=clerk,
            left_hand=(-0.4, -3.95),
            right_hand=(0.9, -3.85),
        ),
    )
    table(sheet, 380, 890, 760, 90, 240, "#2f6670")
    sheet.fill(ellipse(780, 1132, 420, 18), "#6d5a3c", 0.4)
    sheet.fill(polygon([(520, 872), (640, 872), (664, 830), (552, 830)]), "#fffaf0")
    for i in range(3):
        sheet.line(f"M{546 + i * 5} {862 - i * 10}h70", mix(SAND, WOOD, 0.4), 3)
    sheet.line("M628 852L646 806", INK, 5)
    for i, (x, y) in enumerate(((850, 868), (900, 846), (950, 826))):
        _gun(sheet, x + i * 8, y, 300, -3)
    sheet.lit(smooth([(430, 880), (426, 838), (470, 838), (466, 880)], tension=0.05), mix(WHITE, SAGE, 0.3), 5)
