"""A night patrol: three members of a village security team walk a moonlit road between coffee rows and pines."""

from __future__ import annotations

from canvas import GOLD, INK, OCHRE, PAPER, Sheet, capsule, ellipse, limb, mix, polygon, smooth
from figures import Dress, Person, draw_person
from scenery import bush_rows, gable_house, glow, pine, ridge, sky

DEEP, MOON = "#0e2231", "#f3ead0"
SHIRT = Dress(top="#3d6f86", bottom="#16303f", skin="#b98a6c", hat="cap", hat_colour="#24485c", shoes="#0b1a24")
VEST = Dress(
    kind="vest",
    top="#7fa05a",
    accent=PAPER,
    bottom="#16303f",
    skin="#b98a6c",
    hat="cap",
    hat_colour="#24485c",
    shoes="#0b1a24",
)


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(0.75, -0.65), seed=3)
    sky(sheet, "#12293b", "#6d9196", 760)
    _moon(sheet)
    for y, rise, colour, waves, phase in (
        (610, 190, "#5a7f89", 1.1, 0.4),
        (690, 150, "#42697a", 1.4, 2.2),
        (760, 110, "#2f5565", 1.2, 4.0),
    ):
        ridge(sheet, y, rise, colour, waves=waves, phase=phase)
    _village(sheet)
    _road(sheet)
    _patrol(sheet)
    for x, y, height in ((70, 1130, 900), (215, 1100, 700), (1700, 1120, 980), (1540, 1130, 700)):
        pine(sheet, x, y, height, mix(DEEP, "#1b4146", 0.5))
    for start, stop in ((-60, 560), (1330, 1880)):
        bush_rows(sheet, 1190, 9, 90, "#1b3d43", start=start, stop=stop)
        bush_rows(sheet, 1235, 8, 100, "#142f36", start=start - 30, stop=stop + 60)
    return sheet


def _moon(sheet: Sheet) -> None:
    for i in range(46):
        x, y = sheet.chance.uniform(0, 1800), sheet.chance.uniform(0, 420)
        sheet.fill(ellipse(x, y, 1.6 + i % 3 * 0.7, 1.6 + i % 3 * 0.7), MOON, 0.75)
    glow(sheet, 1270, 210, 640, MOON, 0.42)
    sheet.fill(ellipse(1270, 210, 82, 82), MOON)
    for dx, dy, r in ((-26, -14, 17), (22, 22, 12), (8, -36, 9)):
        sheet.fill(ellipse(1270 + dx, 210 + dy, r, r * 0.85), mix(MOON, "#b9b492", 0.4))
    for y, left, right in ((300, 980, 1420), (332, 1160, 1640)):
        sheet.fill(
            smooth(
                [
                    (left, y),
                    (left + 120, y - 16),
                    (right - 140, y - 12),
                    (right, y),
                    (right - 160, y + 9),
                    (left + 140, y + 9),
                ]
            ),
            "#8aa5a6",
            0.55,
        )


def _village(sheet: Sheet) -> None:
    lamp = "#ffcf6b"
    for i in range(16):
        pine(
            sheet,
            20 + i * 118 + sheet.chance.uniform(-30, 30),
            800 + sheet.chance.uniform(-20, 30),
            sheet.chance.uniform(130, 240),
            "#244a57",
        )
    for x, y, width, lit in (
        (330, 850, 150, True),
        (540, 820, 110, False),
        (1090, 830, 130, True),
        (1290, 865, 165, True),
        (760, 800, 90, True),
    ):
        if lit:
            glow(sheet, x + width / 2, y - width * 0.35, width * 1.1, lamp, 0.42)
        gable_house(sheet, x, y, width, width * 0.5, "#4b6b73", "#213c4a", lamp=lamp if lit else "#1a3442")
    for i in range(6):
        y = 862 + i * 54 + i * i * 3
        bush_rows(sheet, y, 40 - i * 4, 30 + i * 10, mix("#33616a", "#14323a", i / 6), bow=26 - 3 * i)


def _road(sheet: Sheet) -> None:
    road = smooth([(905, 850), (870, 930), (740, 1040), (420, 1230)], closed=False)
    sheet.fill(
        road
        + "L1500 1230"
        + smooth([(1500, 1230), (1210, 1040), (1010, 930), (945, 850)], closed=False).replace("M", "L", 1)
        + "Z",
        "#6f8784",
    )
    sheet.fade(
        polygon([(420, 1230), (740, 1040), (870, 930), (945, 850), (1010, 930), (1210, 1040), (1500, 1230)]),
        [(0, "#9fb0a2", 0.4), (1, "#203c48", 0.55)],
    )


def _beam(sheet: Sheet, x: float, y: float, ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
    sheet.fade(
        polygon([(x, y - 8), ends[0], ends[1], (x, y + 8)]),
        [(0, GOLD, 0.12), (0.2, "#ffe9ad", 0.5), (1, "#ffe9ad", 0.26)],
    )
    middle = ((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
    sheet.fill(ellipse(*middle, abs(ends[0][0] - ends[1][0]) / 2 + 20, 30), "#ffe9ad", 0.3)


def _torch(sheet: Sheet, x: float, y: float, tip: tuple[float, float]) -> None:
    sheet.fill(limb([(x, y), tip], [9, 13]), INK)
    sheet.fill(ellipse(*tip, 10, 12), "#fff4cf")
    glow(sheet, *tip, 70, "#ffe9ad", 0.8)


def _patrol(sheet: Sheet) -> None:
    for x, y, half in ((700, 1086, 120), (940, 1050, 105), (1200, 1100, 120)):
        sheet.fill(ellipse(x - 50, y, half, 17), DEEP, 0.6)
    draw_person(
        sheet,
        Person(
            x=925,
            y=1050,
            unit=76,
            turn=0.2,
            dress=SHIRT,
            left_hand=(-0.95, -3.6),
            right_hand=(1.15, -4.1),
            left_foot=(-0.3, -0.2),
            right_foot=(0.35, 0),
        ),
    )
    sheet.line("M1030 640L1002 1056", mix(OCHRE, INK, 0.5), 12)
    sheet.lit(capsule((1008, 738), 12, (1024, 730), 11), "#b98a6c", 4)
    _torch_bearers(sheet)


def _torch_bearers(sheet: Sheet) -> None:
    _beam(sheet, 545, 800, ((160, 1068), (330, 1068)))
    draw_person(
        sheet,
        Person(
            x=670,
            y=1088,
            unit=84,
            turn=-0.4,
            dress=VEST,
            left_hand=(-1.2, -3.75),
            right_hand=(0.95, -3.6),
            left_foot=(-0.5, 0),
            right_foot=(0.4, -0.15),
            arms="right-under",
        ),
    )
    _torch(sheet, 562, 776, (528, 796))
    _beam(sheet, 1330, 800, ((1680, 1068), (1510, 1068)))
    draw_person(
        sheet,
        Person(
            x=1200,
            y=1102,
            unit=86,
            turn=0.4,
            dress=VEST,
            left_hand=(-0.95, -3.6),
            right_hand=(1.2, -3.8),
            left_foot=(-0.35, 0),
            right_foot=(0.45, -0.2),
            arms="left-under",
        ),
    )
    _torch(sheet, 1308, 776, (1344, 797))
