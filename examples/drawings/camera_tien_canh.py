"""A rural crossroads: a solar-powered camera stands where two lanes meet between rice fields."""

from __future__ import annotations

from canvas import BRICK, LEAF, NAVY, OCHRE, PINE, SAGE, SAND, TERRACOTTA, WHITE, Sheet, box, ellipse, mix, polygon
from figures import Dress, Person, draw_person
from scenery import areca, glow, grass, paddies, ridge, round_tree, sky, tiled_house
from street import camera_pole


def draw() -> Sheet:
    """The picture, 1800 by 1200."""
    sheet = Sheet(1800, 1200, light=(0.8, -0.55), seed=21)
    sky(sheet, "#8fc0c4", "#f5ecd0", 620)
    _clouds(sheet)
    for y, rise, colour, waves, phase in (
        (500, 210, "#a4c3bd", 0.9, 0.9),
        (560, 150, "#7fa9a0", 1.3, 3.1),
        (610, 80, "#5f9080", 1.7, 0.2),
    ):
        ridge(sheet, y, rise, colour, waves=waves, phase=phase)
    _village(sheet)
    paddies(sheet, 690, ["#b5bf5e", "#a3b356", "#c6c566"], vanish=980)
    _rice(sheet)
    _lanes(sheet)
    _people(sheet)
    camera_pole(sheet, 560, 1085, 900, facing=1, solar=True)
    grass(sheet, -30, 560, 150)
    grass(sheet, 1450, 1830, 150)
    return sheet


def _clouds(sheet: Sheet) -> None:
    glow(sheet, 1480, 230, 420, "#fff6d8", 0.8)
    for x, y, size in ((980, 190, 1.0), (1420, 330, 0.7), (150, 260, 0.8)):
        with sheet.move(x, y, scale=size):
            data = "".join(
                ellipse(dx, dy, r, r * 0.62)
                for dx, dy, r in ((0, 0, 90), (90, 10, 70), (-95, 14, 64), (30, -30, 70), (160, 24, 40))
            )
            with sheet.clip(box(-200, -140, 440, 170)):
                sheet.lit(data, "#fdf8ec", 16, "#d5e2d8")


def _village(sheet: Sheet) -> None:
    sheet.fill(box(0, 640, 1800, 60), "#4f7d5c")
    for i in range(20):
        round_tree(
            sheet,
            i * 96 + sheet.chance.uniform(-20, 20),
            700,
            sheet.chance.uniform(80, 140),
            mix(PINE, SAGE, sheet.chance.uniform(0.1, 0.45)),
        )
    for x, width, wall, roof in (
        (850, 190, "#efc873", BRICK),
        (1110, 170, "#ece3cb", TERRACOTTA),
        (1360, 210, "#efc873", TERRACOTTA),
        (180, 200, "#ece3cb", BRICK),
    ):
        tiled_house(sheet, x, 708, width, width * 0.42, wall, roof)
    for x, height in (
        (800, 260),
        (835, 220),
        (1080, 250),
        (1320, 280),
        (1600, 240),
        (1650, 290),
        (130, 270),
        (420, 230),
    ):
        areca(sheet, x, 710, height, mix(PINE, LEAF, 0.35), sheet.chance.uniform(-0.06, 0.06))


def _rice(sheet: Sheet) -> None:
    for row in range(8):
        y = 730 + row * row * 6.5 + row * 14
        size = 8 + row * 4.2
        for i in range(int(1900 / (size * 2.3))):
            x = i * size * 2.3 + sheet.chance.uniform(-6, 6)
            sheet.line(
                f"M{x:.0f} {y:.0f}l{-size * 0.35:.0f} {-size:.0f}M{x:.0f} {y:.0f}l{size * 0.1:.0f} {-size * 1.2:.0f}"
                f"M{x:.0f} {y:.0f}l{size * 0.5:.0f} {-size * 0.8:.0f}",
                "#7f9a42",
                1.4 + row * 0.4,
            )


def _lanes(sheet: Sheet) -> None:
    lane = "#dccfae"
    sheet.fill(polygon([(955, 700), (1010, 700), (1330, 1000), (760, 1000)]), lane)
    sheet.fill(polygon([(0, 985), (1800, 930), (1800, 1070), (0, 1150)]), lane)
    sheet.fill(polygon([(720, 1090), (1390, 1050), (1700, 1200), (540, 1200)]), lane)
    sheet.fill(polygon([(0, 1150), (760, 1106), (720, 1124), (0, 1172)]), "#9a9166")
    sheet.fill(polygon([(1390, 1086), (1800, 1066), (1800, 1088), (1420, 1104)]), "#9a9166")
    sheet.fill(polygon([(0, 985), (790, 961), (820, 945), (0, 968)]), "#8a9a4c")
    sheet.fill(polygon([(1250, 947), (1800, 930), (1800, 914), (1230, 932)]), "#8a9a4c")
    sheet.fill(polygon([(545, 1080), (578, 1086), (120, 1182), (60, 1182)]), "#6f6a4e", 0.45)


def _people(sheet: Sheet) -> None:
    sheet.fill(ellipse(1180, 1040, 150, 12), "#6f6a4e", 0.5)
    aodai = Dress(kind="aodai", top=WHITE, bottom=WHITE, long_hair=True, hat="non")
    draw_person(
        sheet,
        Person(
            x=1128,
            y=1030,
            unit=45,
            turn=0.8,
            dress=aodai,
            left_hand=(1.75, -3.7),
            right_hand=(1.7, -3.6),
            arms="left-under",
        ),
    )
    _bicycle(sheet, 1170, 1042)
    sheet.fill(ellipse(975, 812, 54, 6), "#6f6a4e", 0.5)
    farmer = Dress(top=mix(NAVY, SAGE, 0.2), bottom="#3a352e", hat="non")
    draw_person(
        sheet, Person(x=1006, y=812, unit=17, turn=-0.7, dress=farmer, left_foot=(-0.5, 0), right_foot=(0.5, 0))
    )
    child = Dress(top=OCHRE, bottom=NAVY, short_sleeves=True)
    draw_person(sheet, Person(x=972, y=813, unit=13, turn=-0.7, dress=child, left_foot=(-0.4, 0), right_foot=(0.4, 0)))


def _bicycle(sheet: Sheet, x: float, y: float) -> None:
    for dx in (-78, 82):
        sheet.line(ellipse(x + dx, y - 52, 50, 50), "#2b3538", 6)
        sheet.line(f"M{x + dx - 46} {y - 52}h92", "#8d9a9c", 1)
    frame = (
        f"M{x - 78} {y - 52}L{x - 42} {y - 118}L{x + 52} {y - 122}L{x + 4} {y - 50}L{x - 78} {y - 52}"
        f"M{x + 4} {y - 50}L{x - 46} {y - 132}M{x + 82} {y - 52}L{x + 50} {y - 150}"
    )
    sheet.line(frame, BRICK, 7)
    sheet.line(f"M{x + 50} {y - 150}q-24 -12 -34 0M{x - 60} {y - 136}h34", "#22292c", 8)
    sheet.lit(f"M{x + 54} {y - 146}h52l-8 40h-38Z", mix(SAND, OCHRE, 0.4), 5)
