"""Before a wooden house in the mountains a man in a plain shirt hands tools and seedlings to a family."""

from __future__ import annotations

from canvas import (
    BARK,
    BRICK,
    GOLD,
    INK,
    LEAF,
    MOSS,
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
    limb,
    mix,
    polygon,
    shade,
    smooth,
)
from figures import Dress, Person, draw_person
from scenery import glow, grass, ridge, round_tree, sky


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(-0.8, -0.55), seed=9)
    sky(sheet, "#a9cccb", "#f8ecd0", 640)
    glow(sheet, 300, 260, 460, "#fff3d0", 0.7)
    for y, rise, colour, waves, phase in (
        (380, 240, "#b4cdc6", 0.8, 0.2),
        (470, 200, "#8fb3a8", 1.1, 2.4),
        (570, 170, "#648f80", 0.9, 4.4),
        (680, 110, "#46755f", 1.3, 1.0),
    ):
        ridge(sheet, y, rise, colour, waves=waves, phase=phase)
    for y, left, right in ((430, 60, 760), (520, 380, 1100)):
        sheet.fill(
            smooth(
                [
                    (left, y),
                    (left + 180, y - 22),
                    (right - 160, y - 18),
                    (right, y),
                    (right - 200, y + 16),
                    (left + 160, y + 18),
                ]
            ),
            WHITE,
            0.5,
        )
    _yard(sheet)
    _house(sheet)
    _buffalo(sheet, 300, 900)
    _people(sheet)
    grass(sheet, -30, 330, 130)
    grass(sheet, 1500, 1830, 150)
    return sheet


def _yard(sheet: Sheet) -> None:
    for i in range(11):
        round_tree(
            sheet,
            i * 170 + sheet.chance.uniform(-30, 30),
            790,
            sheet.chance.uniform(150, 260),
            mix(PINE, SAGE, sheet.chance.uniform(0, 0.3)),
        )
    sheet.fill(
        smooth([(-20, 800), (400, 770), (900, 795), (1400, 765), (1830, 790)], closed=False) + "V1200H-20Z",
        mix(MOSS, SAND, 0.15),
    )
    sheet.fill(
        smooth([(-20, 900), (500, 860), (1000, 880), (1830, 850)], closed=False) + "V1200H-20Z", mix(SAND, OCHRE, 0.2)
    )
    sheet.fill(
        smooth([(-20, 1120), (600, 1150), (1200, 1120), (1830, 1150)], closed=False) + "V1200H-20Z",
        mix(SAND, WOOD, 0.3),
    )


def _house(sheet: Sheet) -> None:
    plank, dark = mix(WOOD, OCHRE, 0.2), shade(WOOD, 0.45)
    sheet.fill(polygon([(960, 905), (1800, 905), (1800, 960), (900, 980)]), "#5a4630", 0.35)
    for x in (1030, 1190, 1350, 1510, 1670):
        sheet.lit(box(x, 740, 26, 170), dark, 5)
    sheet.fill(box(1000, 770, 800, 60), shade(BARK, 0.3), 0.6)
    sheet.lit(box(1000, 470, 820, 290), plank, 14)
    for i in range(17):
        sheet.fill(box(1000 + i * 50, 470, 4, 290), shade(WOOD, 0.15), 0.7)
    sheet.fill(box(1000, 470, 820, 70), shade(WOOD, 0.5), 0.55)
    sheet.fill(box(1420, 540, 130, 220), shade(BARK, 0.45))
    sheet.lit(box(1550, 540, 66, 220), mix(WOOD, BARK, 0.4), 8)
    for x in (1090, 1250):
        sheet.fill(box(x, 560, 104, 100), shade(BARK, 0.3))
        sheet.lit(box(x - 30, 556, 34, 108), mix(WOOD, OCHRE, 0.35), 5)
    sheet.lit(box(960, 750, 860, 30), mix(WOOD, OCHRE, 0.45), 6)
    for x in (990, 1120, 1250, 1380):
        sheet.fill(box(x, 690, 10, 62), mix(WOOD, OCHRE, 0.45))
    sheet.fill(box(985, 684, 410, 12), mix(WOOD, OCHRE, 0.5))
    _roof(sheet)
    for i in range(5):
        sheet.lit(box(1404 + i * 4, 782 + i * 28, 170, 16), mix(WOOD, OCHRE, 0.3), 4)


def _roof(sheet: Sheet) -> None:
    thatch = mix(OCHRE, BARK, 0.5)
    data = smooth([(900, 520), (1000, 420), (1110, 260), (1830, 240), (1830, 505), (1400, 512)], tension=0.04)
    sheet.lit(data, thatch, 10)
    with sheet.clip(data):
        for row in range(6):
            y = 300 + row * 44
            for i in range(42):
                x = 890 + i * 24 + row % 2 * 12
                sheet.line(
                    f"M{x} {y}l{-14 - row * 2} {36 + sheet.chance.uniform(-6, 8):.0f}",
                    shade(thatch, 0.22) if i % 3 else mix(thatch, SAND, 0.3),
                    4,
                )
    sheet.line("M1110 260L1830 240", shade(BARK, 0.2), 16)


def _buffalo(sheet: Sheet, x: float, y: float) -> None:
    hide = "#4d5459"
    sheet.fill(ellipse(x + 20, y + 4, 210, 16), "#5a4630", 0.5)
    for dx in (-110, -60, 90, 135):
        sheet.lit(
            limb([(x + dx, y - 110), (x + dx + 4, y - 50), (x + dx, y - 8)], [30, 17, 15]),
            shade(hide, 0.3) if dx in (-60, 90) else hide,
            6,
        )
    body = [
        (x - 165, y - 190),
        (x - 60, y - 226),
        (x + 70, y - 214),
        (x + 160, y - 200),
        (x + 180, y - 140),
        (x + 120, y - 84),
        (x - 20, y - 70),
        (x - 130, y - 84),
        (x - 176, y - 130),
    ]
    sheet.lit(smooth(body), hide, 22)
    sheet.line(f"M{x - 168} {y - 170}q-26 50 -14 100", hide, 9)
    sheet.lit(
        smooth(
            [
                (x + 140, y - 206),
                (x + 200, y - 216),
                (x + 262, y - 160),
                (x + 276, y - 118),
                (x + 244, y - 104),
                (x + 200, y - 140),
                (x + 150, y - 150),
            ]
        ),
        hide,
        12,
    )
    sheet.lit(ellipse(x + 262, y - 112, 24, 17), mix(hide, SAND, 0.3), 5)
    for side, data in (
        (0, "c-10 -50 -70 -66 -112 -40c40 -4 76 12 84 46Z"),
        (1, "c6 -46 52 -66 96 -48c-36 2 -64 18 -68 50Z"),
    ):
        sheet.lit(f"M{x + 200 + side * 10} {y - 204}{data}", mix(SAND, INK, 0.45 - side * 0.1), 5)
    sheet.fill(
        smooth([(x + 190, y - 192), (x + 156, y - 176), (x + 150, y - 164), (x + 184, y - 170)]), shade(hide, 0.35)
    )
    sheet.fill(ellipse(x + 232, y - 172, 5, 5), INK)


def _people(sheet: Sheet) -> None:
    for x, half in ((720, 110), (1010, 100), (1190, 90), (1310, 60)):
        sheet.fill(ellipse(x + 40, 1096, half, 14), "#5a4630", 0.45)
    brocade = Dress(kind="aodai", top="#2a2f3a", bottom="#2a2f3a", long_hair=True, skin="#c98f66")
    draw_person(
        sheet,
        Person(
            x=1200,
            y=1092,
            unit=76,
            turn=-0.5,
            dress=brocade,
            left_hand=(-0.75, -3.6),
            right_hand=(1.3, -4.1),
            left_pull=(-0.3, 1),
            right_pull=(0.3, 1),
            arms="right-under",
        ),
    )
    _stripes(sheet, 1200, 1092, 76)
    child = Dress(top=TERRACOTTA, bottom=NAVY, skin="#c98f66", short_sleeves=True)
    draw_person(
        sheet, Person(x=1310, y=1100, unit=50, turn=-0.5, dress=child, left_hand=(-0.8, -3.6), right_hand=(0.75, -3.5))
    )
    _handing_over(sheet)


def _handing_over(sheet: Sheet) -> None:
    helper = Dress(top="#7f9f8c", bottom=shade(PINE, 0.35), short_sleeves=True)
    father = Dress(top=mix(SAND, WHITE, 0.2), bottom="#4a3b33", skin="#c08a62")
    draw_person(
        sheet,
        Person(
            x=1000,
            y=1094,
            unit=82,
            turn=-0.8,
            lean=-0.1,
            dress=father,
            left_hand=(-1.55, -4.35),
            right_hand=(-1.35, -4.1),
            left_foot=(-0.4, 0),
            right_foot=(0.5, 0),
            arms="right-under",
        ),
    )
    draw_person(
        sheet,
        Person(
            x=690,
            y=1098,
            unit=84,
            turn=0.8,
            lean=0.12,
            dress=helper,
            left_hand=(1.6, -4.0),
            right_hand=(1.55, -4.35),
            left_foot=(-0.5, 0),
            right_foot=(0.45, 0),
            arms="left-under",
        ),
    )
    _tray(sheet, 842, 744)
    _tools(sheet)


def _stripes(sheet: Sheet, x: float, y: float, unit: float) -> None:
    for low, colour in ((-1.0, BRICK), (-1.25, GOLD), (-1.5, BRICK), (-2.6, BRICK), (-2.8, TEAL)):
        sheet.fill(box(x - 0.72 * unit, y + low * unit, 1.44 * unit, 0.13 * unit), colour)


def _tray(sheet: Sheet, x: float, y: float) -> None:
    for i in range(6):
        px = x - 66 + i * 26
        sheet.line(f"M{px} {y - 8}v-34", shade(LEAF, 0.2), 5)
        for side in (-1, 1):
            sheet.lit(
                f"M{px} {y - 34}q{side * 8} -34 {side * 30} -34q-2 30 {-side * 30} 34Z", LEAF if i % 2 else MOSS, 5
            )
    sheet.lit(
        polygon([(x - 92, y - 12), (x + 92, y - 12), (x + 80, y + 36), (x - 80, y + 36)]), mix(WOOD, OCHRE, 0.4), 6
    )
    sheet.fill(box(x - 86, y + 6, 172, 5), shade(WOOD, 0.1))


def _tools(sheet: Sheet) -> None:
    sheet.lit(
        smooth([(450, 1096), (440, 990), (480, 960), (560, 962), (590, 996), (580, 1098)], tension=0.1),
        mix(SAND, WHITE, 0.25),
        14,
    )
    sheet.line("M478 974Q516 990 556 974", WOOD, 5)
    sheet.line("M380 1100L452 820", mix(WOOD, OCHRE, 0.35), 12)
    sheet.lit("M436 826L496 812L502 838L444 846Z", "#6c777a", 5)
    sheet.line("M410 1108L372 850", mix(WOOD, OCHRE, 0.2), 11)
    sheet.lit("M352 862L392 852L398 780Q366 770 346 800Z", "#7d888a", 6)
