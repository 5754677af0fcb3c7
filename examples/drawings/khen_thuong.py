"""An award ceremony: seen over the heads of the audience, an official hands a framed certificate to a citizen."""

from __future__ import annotations

from canvas import (
    BRICK,
    GOLD,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    PAPER,
    RED,
    SAGE,
    SAND,
    SKIN,
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
from scenery import flag, flowers, head_from_behind

STAGE = 800.0


def draw() -> Sheet:
    """The picture, 1920 by 1080."""
    sheet = Sheet(1920, 1080, light=(-0.75, -0.65), seed=7)
    _curtain(sheet)
    _stage(sheet)
    _people(sheet)
    _audience(sheet)
    return sheet


def _curtain(sheet: Sheet) -> None:
    deep = "#7d1f1b"
    sheet.fill(box(0, 0, 1920, STAGE), "#a52a22")
    for i in range(24):
        x = i * 82 - 10
        sheet.fade(box(x, 0, 44, STAGE), [(0, deep, 0.9), (0.75, deep, 0.65), (1, deep, 0.9)])
        sheet.fill(box(x + 44, 0, 10, STAGE), "#bd3a2c", 0.55)
    sheet.fill(box(430, 90, 1060, 560), mix(PAPER, SAND, 0.25))
    sheet.fade(box(430, 90, 1060, 560), [(0, WHITE, 0.6), (1, SAND, 0.55)])
    sheet.fill(
        smooth([(430, 600), (640, 520), (820, 560), (1010, 470), (1240, 540), (1490, 450)], closed=False) + "V650H430Z",
        mix(SAGE, PAPER, 0.45),
    )
    sheet.fill(
        smooth([(430, 630), (700, 585), (950, 610), (1200, 560), (1490, 600)], closed=False) + "V650H430Z",
        mix(TEAL, PAPER, 0.4),
    )
    for y in (78, 650):
        sheet.fill(box(418, y, 1084, 12), OCHRE)
    for x in (418, 1490):
        sheet.fill(box(x, 78, 12, 584), OCHRE)
    sheet.fade(polygon([(0, 0), (150, 0), (1000, STAGE), (420, STAGE)]), [(0, GOLD, 0.26), (1, GOLD, 0.03)])
    sheet.fade(polygon([(1920, 0), (1770, 0), (960, STAGE), (1500, STAGE)]), [(0, GOLD, 0.2), (1, GOLD, 0.02)])


def _stage(sheet: Sheet) -> None:
    sheet.fade(box(0, STAGE - 70, 1920, 130), [(0, mix(WOOD, OCHRE, 0.45), 1), (1, mix(WOOD, OCHRE, 0.2), 1)])
    for i in range(9):
        sheet.line(f"M{i * 300 - 240} {STAGE + 60}L{i * 200 + 160} {STAGE - 70}", shade(WOOD, 0.1), 3, 0.45)
    sheet.fill(box(0, STAGE + 60, 1920, 300), shade(WOOD, 0.45))
    sheet.fill(box(0, STAGE + 60, 1920, 10), mix(OCHRE, PAPER, 0.4))
    flag(sheet, 214, 200, 190, pole=STAGE - 230)
    with sheet.move(1560, 470):
        sheet.lit("M0 40H230L204 270H26Z", shade(WOOD, 0.05), 18)
        sheet.lit("M-14 12H244V52H-14Z", mix(WOOD, OCHRE, 0.3), 8)
        sheet.line("M150 12C150 -40 120 -50 96 -62", INK, 6)
        sheet.fill(ellipse(92, -64, 15, 11), INK)
    flowers(sheet, 1630, 484, 58, second=GOLD)


def _people(sheet: Sheet) -> None:
    unit = 76
    for x, half in ((800, 150), (1130, 140), (1340, 100)):
        sheet.fill(ellipse(x + 30, STAGE + 8, half, 15), shade(WOOD, 0.5), 0.6)
    guest = Dress(kind="aodai", top=TEAL, bottom=WHITE, long_hair=True)
    draw_person(
        sheet,
        Person(
            x=1350,
            y=STAGE - 2,
            unit=unit * 0.95,
            turn=-0.4,
            dress=guest,
            left_hand=(-0.5, -4.15),
            right_hand=(0.3, -4.15),
            left_pull=(-0.1, 1),
            right_pull=(0.1, 1),
        ),
    )
    flowers(sheet, 1344, 512, 58, bloom=TERRACOTTA)
    _handing_over(sheet)


def _handing_over(sheet: Sheet) -> None:
    unit = 76
    official = Dress(kind="suit", top=NAVY, bottom=shade(NAVY, 0.2))
    receiver = Dress(top=mix(WHITE, SAND, 0.25), bottom=mix(WOOD, INK, 0.5), short_sleeves=True)
    draw_person(
        sheet,
        Person(
            x=770,
            y=STAGE + 8,
            unit=unit,
            turn=0.7,
            lean=0.12,
            dress=official,
            left_hand=(1.75, -4.55),
            right_hand=(1.85, -5.0),
            left_foot=(-0.5, 0),
            right_foot=(0.45, 0),
            arms="left-under",
        ),
    )
    draw_person(
        sheet,
        Person(
            x=1120,
            y=STAGE + 8,
            unit=unit,
            turn=-0.7,
            lean=-0.15,
            nod=-0.08,
            dress=receiver,
            left_hand=(-1.65, -4.95),
            right_hand=(-1.55, -4.5),
            left_foot=(-0.4, 0),
            right_foot=(0.5, 0),
            arms="right-under",
        ),
    )
    _certificate(sheet, 860, 380)
    _thumbs(sheet)


def _thumbs(sheet: Sheet) -> None:
    for x, y, reach in ((866, 470, 16), (862, 436, 16), (1030, 440, -14), (1034, 474, -14)):
        sheet.lit(capsule((x - reach * 0.6, y + 4), 10, (x + reach, y), 7), SKIN, 4, "#b06f4c")


def _certificate(sheet: Sheet, x: float, y: float) -> None:
    sheet.fill(box(x + 8, y + 10, 176, 124), "#3a2018", 0.35)
    sheet.lit(box(x, y, 176, 124), OCHRE, 7)
    sheet.fill(box(x + 12, y + 12, 152, 100), WHITE)
    sheet.line(f"M{x + 20} {y + 20}h136v84h-136Z", BRICK, 2.5)
    sheet.fill(ellipse(x + 88, y + 40, 10, 10), RED)
    for i, half in enumerate((44, 54, 34)):
        sheet.fill(box(x + 88 - half, y + 60 + i * 13, half * 2, 5), mix(SAND, WOOD, 0.35))


def _audience(sheet: Sheet) -> None:
    for i in range(11):
        flowers(sheet, 70 + i * 182, STAGE + 92, 58, bloom=(RED, OCHRE, TERRACOTTA)[i % 3])
    cloths = (NAVY, TEAL, "#27414c", "#39342f", shade(LEAF, 0.45), "#27414c", NAVY)
    for i in range(11):
        head_from_behind(
            sheet,
            20 + i * 190 + sheet.chance.uniform(-12, 12),
            1000 + sheet.chance.uniform(-12, 12),
            72,
            shade(cloths[i % 7], 0.15),
            long_hair=i % 4 == 2,
        )
    for i in range(8):
        head_from_behind(
            sheet,
            60 + i * 262 + sheet.chance.uniform(-16, 16),
            1088 + sheet.chance.uniform(-14, 14),
            98,
            shade(cloths[(i + 3) % 7], 0.5),
            hair="#0f1416",
            long_hair=i in (1, 5),
        )
