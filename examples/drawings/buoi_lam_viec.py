"""A working meeting: two rows of delegates face each other along a table, before a screen and flags."""

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
    WOOD,
    Sheet,
    box,
    capsule,
    ellipse,
    limb,
    mix,
    polygon,
    shade,
    smooth,
)
from figures import Dress, Person, draw_person
from scenery import areca, flag, flowers, glow

FLOOR = 760.0
VANISH = (960.0, 330.0)


def draw() -> Sheet:
    """The picture, 1920 by 1080."""
    sheet = Sheet(1920, 1080, light=(-0.8, -0.6), seed=5)
    _room(sheet)
    _screen(sheet)
    for side in (-1, 1):
        for place in range(4):
            _delegate(sheet, side, place)
    _table(sheet)
    return sheet


def _room(sheet: Sheet) -> None:
    sheet.fill(box(0, 0, 1920, FLOOR), mix(PAPER, SAND, 0.35))
    sheet.fill(box(0, 0, 1920, 70), mix(PAPER, WHITE, 0.5))
    sheet.fill(box(0, 70, 1920, 8), mix(SAND, WOOD, 0.3))
    sheet.fill(box(0, FLOOR - 190, 1920, 190), mix(WOOD, SAND, 0.25))
    for i in range(24):
        sheet.fill(box(i * 82, FLOOR - 190, 4, 190), shade(WOOD, 0.05), 0.45)
    sheet.fill(box(0, FLOOR - 196, 1920, 10), mix(OCHRE, WOOD, 0.4))
    sheet.fill(box(0, FLOOR - 20, 1920, 340), mix(WOOD, SAND, 0.5))
    for x in (60, 1590):
        _window(sheet, x)
    sheet.fill(polygon([(60, FLOOR - 20), (330, FLOOR - 20), (760, 1080), (260, 1080)]), "#fff3cf", 0.2)


def _window(sheet: Sheet, x: float) -> None:
    pane = box(x, 140, 270, 400)
    sheet.fade(pane, [(0, "#cfe3df", 1), (1, "#f7ecca", 1)])
    with sheet.clip(pane):
        sheet.fill(
            smooth([(x - 20, 430), (x + 70, 380), (x + 170, 420), (x + 300, 360)], closed=False) + f"V560H{x - 20}Z",
            "#a9c4b6",
        )
        areca(sheet, x + 60, 560, 300, mix(PINE, LEAF, 0.4))
        areca(sheet, x + 205, 560, 230, mix(LEAF, SAGE, 0.3), -0.04)
    for dx in (0, 131, 262):
        sheet.fill(box(x + dx - 4, 136, 12, 408), WHITE)
    for y in (136, 270, 536):
        sheet.fill(box(x - 4, y, 274, 10), WHITE)


def _screen(sheet: Sheet) -> None:
    sheet.fill(box(606, 134, 728, 400), shade(WOOD, 0.3), 0.25)
    sheet.fill(box(596, 120, 728, 400), INK)
    sheet.fade(box(608, 132, 704, 376), [(0, TEAL, 1), (1, mix(TEAL, NAVY, 0.6), 1)])
    for i, height in enumerate((80, 120, 104, 160, 196, 232)):
        x = 700 + i * 62
        sheet.fill(box(x, 440 - height, 38, height), OCHRE if i == 5 else mix(SAGE, PAPER, 0.25))
    sheet.line("M680 440H1100", PAPER, 4)
    sheet.fill(ellipse(1205, 300, 62, 62), mix(SAGE, PAPER, 0.25))
    sheet.fill("M1205 300V238A62 62 0 0 1 1258 331Z", OCHRE)
    sheet.fill(box(684, 168, 330, 14), PAPER, 0.9)
    for y in (398, 424):
        sheet.fill(box(1150, y, 112, 9), PAPER, 0.6)
    flag(sheet, 424, 250, 132, pole=440)
    flag(sheet, 1376, 250, 132, pole=440)
    glow(sheet, 960, 320, 520, "#fff3cf", 0.12)


def _delegate(sheet: Sheet, side: int, place: int) -> None:
    """One of a row: place 0 is the farthest from the viewer, 3 the nearest."""
    unit = (44, 56, 72, 94)[place]
    x = 960 + side * (250, 352, 488, 672)[place]
    ground = (800, 872, 968, 1100)[place]
    tops = (
        (NAVY, WHITE, mix(TEAL, INK, 0.25), WHITE),
        (WHITE, mix(INK, NAVY, 0.4), mix(SAND, WHITE, 0.4), shade(TERRACOTTA, 0.1)),
    )
    top = tops[(side + 1) // 2][place]
    woman = (side, place) in ((-1, 1), (1, 3))
    suit = top in (NAVY, mix(INK, NAVY, 0.4), mix(TEAL, INK, 0.25))
    kind = "aodai" if woman else "suit" if suit else "shirt"
    dress = Dress(
        kind=kind, top=mix(TERRACOTTA, PAPER, 0.1) if (side, place) == (-1, 1) else top, bottom=INK, long_hair=woman
    )
    _chair(sheet, x, ground, unit, side)
    hip, knee = (x + side * unit * 0.1, ground - unit * 2.95), (x - side * unit * 1.7, ground - unit * 2.9)
    sheet.lit(
        limb([hip, knee, (knee[0], ground - unit * 0.3)], [unit * 0.44, unit * 0.34, unit * 0.22]),
        "#26333b",
        unit * 0.14,
    )
    near, far = (-side * 1.7, -4.0), (-side * 1.45, -4.05)
    person = Person(
        x=x,
        y=ground,
        unit=unit,
        turn=-side * 0.75,
        crouch=0.75,
        lean=-side * 0.15,
        nod=-side * (0.05 if place % 2 else 0.0),
        legs=False,
        dress=dress,
        left_hand=near if side > 0 else far,
        right_hand=near if side < 0 else far,
        arms="right-under" if side > 0 else "left-under",
    )
    draw_person(sheet, person)


def _chair(sheet: Sheet, x: float, ground: float, unit: float, side: int) -> None:
    wood = shade(WOOD, 0.3)
    for foot in (0.95, -0.7):
        sheet.lit(
            limb(
                [(x + side * foot * unit, ground - 2.4 * unit), (x + side * foot * unit * 1.08, ground)],
                [unit * 0.1, unit * 0.08],
            ),
            wood,
            unit * 0.05,
        )
    back = [(0.72, -2.5), (0.82, -4.9), (1.0, -5.15), (1.16, -4.9), (1.08, -2.5)]
    sheet.lit(smooth([(x + side * a * unit, ground + b * unit) for a, b in back], tension=0.1), wood, unit * 0.1)
    sheet.lit(
        capsule(
            (x + side * unit, ground - 2.45 * unit),
            unit * 0.17,
            (x - side * 0.75 * unit, ground - 2.45 * unit),
            unit * 0.17,
        ),
        shade(BRICK, 0.2),
        unit * 0.08,
    )


def _table(sheet: Sheet) -> None:
    top = [(800, 640), (1120, 640), (1500, 1080), (420, 1080)]
    sheet.fill(polygon([(800, 640), (420, 1080), (420, 1090), (776, 668)]), shade(WOOD, 0.3))
    sheet.fill(polygon(top), mix(WOOD, OCHRE, 0.35))
    sheet.fade(polygon(top), [(0, "#fff3cf", 0.5), (0.5, "#fff3cf", 0.12), (1, INK, 0.16)])
    runner = [(918, 640), (1002, 640), (1110, 1080), (810, 1080)]
    sheet.fill(polygon(runner), mix(TEAL, INK, 0.1))
    sheet.fill(polygon([(931, 640), (989, 640), (1070, 1080), (850, 1080)]), mix(TEAL, SAGE, 0.35))
    for y, size in ((676.0, 30), (768.0, 46), (916.0, 72)):
        flowers(sheet, 960, y, size, bloom=TERRACOTTA)
    for y, scale in ((690, 0.42), (742, 0.56), (828, 0.76), (962, 1.08)):
        for side in (-1, 1):
            _setting(sheet, 960 + side * (y - 330) * 0.46, y, scale, side)


def _setting(sheet: Sheet, x: float, y: float, size: float, side: int) -> None:
    with sheet.move(x, y, scale=size, flip=side > 0):
        sheet.fill(polygon([(-92, 34), (-10, 34), (12, -14), (-58, -14)]), "#fffaf0")
        for i in range(3):
            sheet.line(f"M{-58 + i * -8} {-2 + i * 11}h48", mix(SAND, WOOD, 0.35), 3)
        sheet.fill(ellipse(72, 14, 34, 12), shade(WOOD, 0.1), 0.5)
        sheet.fill(ellipse(66, 8, 34, 12), WHITE)
        sheet.lit("M44 -30H88L82 8Q66 14 50 8Z", WHITE, 7)
        sheet.fill(ellipse(66, -30, 22, 7), mix(OCHRE, WOOD, 0.3))
        sheet.line("M88 -22q16 2 10 14q-4 8 -14 6", WHITE, 5)
