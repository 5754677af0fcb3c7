"""Places: the hills, trees, houses and things that stand behind and around the people of the drawings."""

from __future__ import annotations

import math

from canvas import (
    BARK, BRICK, GOLD, INK, LEAF, MOSS, OCHRE, PAPER, PINE, RED, SAND, TEAL, TERRACOTTA, WHITE, WOOD,
    Point, Sheet, box, capsule, ellipse, limb, mix, number, polygon, shade, smooth,
)  # fmt: skip


def sky(sheet: Sheet, top: str, bottom: str, height: float) -> None:
    """The sky from the upper edge down to ``height``."""
    sheet.fade(box(0, 0, sheet.width, height), [(0, top, 1), (1, bottom, 1)])


def glow(sheet: Sheet, x: float, y: float, radius: float, colour: str, strength: float = 0.6) -> None:
    """Light that thins out round a lamp, a sun or a moon."""
    sheet.fade(ellipse(x, y, radius, radius), [(0, colour, strength), (0.4, colour, strength * 0.4), (1, colour, 0)], radial=True)


def ridge(sheet: Sheet, y: float, rise: float, colour: str, *, waves: float = 2.2, phase: float = 0) -> None:
    """A range of hills across the sheet, filled down to its lower edge."""
    points: list[Point] = []
    for i in range(33):
        t = i / 32
        height = math.sin(t * waves * 6.28 + phase) * 0.5 + math.sin(t * waves * 14.1 + phase * 2.3) * 0.22 + math.sin(t * waves * 31 + phase) * 0.07
        points.append((t * sheet.width, y - height * rise))
    data = smooth(points, closed=False) + f"V{sheet.height}H0Z"
    sheet.fill(data, colour)


def pine(sheet: Sheet, x: float, y: float, height: float, colour: str) -> None:
    """A three-needled pine of Đà Lạt: a tall bare trunk and flat, ragged storeys."""
    trunk = mix(colour, BARK, 0.55)
    sheet.fill(polygon([(x - height * 0.018, y), (x - height * 0.008, y - height * 0.9), (x + height * 0.008, y - height * 0.9), (x + height * 0.018, y)]), trunk)
    storeys = 6
    for i in range(storeys):
        t = i / (storeys - 1)
        middle, half = y - height * (0.36 + 0.56 * t), height * (0.2 - 0.14 * t) * sheet.chance.uniform(0.85, 1.15)
        tall = height * 0.085
        side = sheet.chance.uniform(-0.02, 0.02) * height
        crown = [(x + side - half, middle + tall * 0.4), (x + side - half * 0.5, middle - tall * 0.4), (x + side, middle - tall * 1.3), (x + side + half * 0.5, middle - tall * 0.35), (x + side + half, middle + tall * 0.45), (x + side + half * 0.3, middle + tall * 0.25), (x + side - half * 0.3, middle + tall * 0.3)]
        sheet.lit(smooth(crown), colour, height * 0.012)


def round_tree(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    """A broad-leaved tree."""
    sheet.fill(limb([(x, y), (x - size * 0.02, y - size * 0.6)], [size * 0.06, size * 0.035]), mix(colour, BARK, 0.6))
    data = "".join(ellipse(x + dx * size, y - dy * size, r * size, r * size * 0.86) for dx, dy, r in ((-0.26, 0.62, 0.25), (0.24, 0.6, 0.27), (0, 0.84, 0.3), (-0.05, 0.55, 0.26)))
    sheet.lit(data, colour, size * 0.09)


def areca(sheet: Sheet, x: float, y: float, height: float, colour: str, bend: float = 0.05) -> None:
    """An areca palm: a thin ringed stem and arching fronds."""
    top = (x + bend * height, y - height)
    sheet.line(f"M{number(x)} {number(y)}Q{number(x)} {number(y - height * 0.6)} {number(top[0])} {number(top[1])}", mix(colour, SAND, 0.45), height * 0.03)
    for angle in (-165, -140, -110, -75, -45, -18, 8, 172):
        way = math.radians(angle)
        reach = height * 0.34
        tip = (top[0] + math.cos(way) * reach, top[1] + math.sin(way) * reach * 0.6 + reach * 0.42 * abs(math.cos(way)))
        knee = (top[0] + math.cos(way) * reach * 0.55, top[1] + math.sin(way) * reach * 0.75 - reach * 0.08)
        below = (knee[0] + math.cos(way) * reach * 0.02, knee[1] + reach * 0.17)
        data = f"M{number(top[0])} {number(top[1])}Q{number(knee[0])} {number(knee[1])} {number(tip[0])} {number(tip[1])}Q{number(below[0])} {number(below[1])} {number(top[0])} {number(top[1])}Z"
        sheet.fill(data, colour if angle < -90 or angle > 100 else shade(colour, 0.22))


def bush_rows(sheet: Sheet, y: float, count: int, size: float, colour: str, *, start: float = -40, stop: float = 1900, bow: float = 0) -> None:
    """One terrace of clipped bushes (coffee, tea) along a line that may bow upwards."""
    step = (stop - start) / count
    data = ""
    for i in range(count + 1):
        x = start + i * step
        lift = bow * math.sin(math.pi * i / count)
        data += ellipse(x, y - lift - size * 0.3, step * 0.6 * sheet.chance.uniform(0.9, 1.1), size * sheet.chance.uniform(0.62, 0.78))
    sheet.lit(data, colour, size * 0.22)


def tiled_house(sheet: Sheet, x: float, y: float, width: float, height: float, wall: str, roof: str, *, lamp: str = "") -> None:
    """A house seen from the long side: wall, tiled roof with eaves, door and shutters; ``lamp`` lights its windows."""
    sheet.lit(box(x, y - height, width, height), wall, width * 0.06)
    sheet.fill(box(x, y - height, width, height * 0.14), shade(wall, 0.35))
    rise = height * 0.62
    slope = [(x - width * 0.08, y - height * 0.96), (x + width * 0.1, y - height - rise), (x + width * 0.9, y - height - rise), (x + width * 1.08, y - height * 0.96)]
    sheet.fill(polygon(slope), roof)
    with sheet.clip(polygon(slope)):
        for i in range(1, 14):
            left = x - width * 0.08 + i * width * 1.16 / 14
            top = x + width * 0.1 + i * width * 0.8 / 14
            sheet.line(f"M{number(left)} {number(y - height * 0.96)}L{number(top)} {number(y - height - rise)}", shade(roof, 0.22), max(1.5, width * 0.008))
    sheet.fill(polygon([(x + width * 0.09, y - height - rise), (x + width * 0.91, y - height - rise), (x + width * 0.91, y - height - rise * 0.9), (x + width * 0.09, y - height - rise * 0.9)]), mix(roof, WHITE, 0.18))
    glass, frame = lamp or shade(wall, 0.72), shade(TEAL, 0.15)
    sheet.fill(box(x + width * 0.41, y - height * 0.68, width * 0.18, height * 0.68), shade(WOOD, 0.2))
    for place in (0.12, 0.7):
        sheet.fill(box(x + width * place, y - height * 0.66, width * 0.18, height * 0.36), frame)
        sheet.fill(box(x + width * (place + 0.02), y - height * 0.63, width * 0.065, height * 0.3), glass)
        sheet.fill(box(x + width * (place + 0.095), y - height * 0.63, width * 0.065, height * 0.3), glass)


def gable_house(sheet: Sheet, x: float, y: float, width: float, height: float, wall: str, roof: str, *, lamp: str = "") -> None:
    """A house of the hills seen from its gable, with a steep roof."""
    peak = (x + width / 2, y - height * 1.75)
    sheet.lit(polygon([(x, y), (x, y - height), peak, (x + width, y - height), (x + width, y)]), wall, width * 0.08)
    for side in (-1, 1):
        edge = x + width / 2 + side * width * 0.62
        sheet.fill(polygon([peak, (peak[0], peak[1] - width * 0.12), (edge, y - height * 0.86), (edge - side * width * 0.06, y - height * 0.76)]), roof if side < 0 else shade(roof, 0.3))
    glass = lamp or shade(wall, 0.7)
    for place in (0.18, 0.6):
        sheet.fill(box(x + width * place, y - height * 0.75, width * 0.22, height * 0.38), WHITE if not lamp else shade(wall, 0.5))
        sheet.fill(box(x + width * (place + 0.025), y - height * 0.72, width * 0.17, height * 0.32), glass)
    sheet.fill(box(x + width * 0.42, y - height * 1.22, width * 0.16, height * 0.2), glass)


def flag(sheet: Sheet, x: float, y: float, width: float, *, pole: float = 0) -> None:
    """The national flag, 2 by 3: a five-pointed star of the right size in its middle, one point up."""
    height = width * 2 / 3
    if pole:
        sheet.fill(box(x - width * 0.03, y - width * 0.05, width * 0.03, pole), mix(SAND, INK, 0.25))
    sheet.fill(box(x, y, width, height), "#c8201c")
    sheet.fill(star(x + width / 2, y + height / 2, height * 0.3), "#ffd23f")


def star(x: float, y: float, radius: float) -> str:
    """Path data of a regular five-pointed star, one point up."""
    inner = radius * math.sin(math.radians(18)) / math.sin(math.radians(54))
    return polygon([(x + (radius, inner)[i % 2] * math.sin(math.pi * i / 5), y - (radius, inner)[i % 2] * math.cos(math.pi * i / 5)) for i in range(10)])


def camera_pole(sheet: Sheet, x: float, y: float, height: float, *, facing: int = 1, solar: bool = False) -> None:
    """A security camera on a pole; with ``solar``, a panel above it and a battery case below."""
    thick = height * 0.018
    metal = mix("#8d9a9c", INK, 0.1)
    sheet.lit(polygon([(x - thick, y), (x - thick * 0.7, y - height), (x + thick * 0.7, y - height), (x + thick, y)]), metal, thick * 0.8)
    sheet.fill(box(x - thick * 2.2, y - thick * 1.6, thick * 4.4, thick * 1.6), shade(metal, 0.4))
    arm = y - height * 0.86
    sheet.line(f"M{number(x)} {number(arm)}h{number(facing * height * 0.14)}", shade(metal, 0.2), thick * 1.1)
    for place, size in ((0.14, 1.0), (-0.07, 0.8)):
        with sheet.move(x + facing * height * place, arm + thick * 0.6, scale=height / 600 * size, flip=(facing < 0) != (place < 0)):
            _camera(sheet)
    sheet.lit(box(x - thick * 2.6, y - height * 0.7, thick * 5.2, height * 0.1), mix(WHITE, metal, 0.35), thick)
    if solar:
        top = y - height * 1.02
        sheet.line(f"M{number(x)} {number(y - height)}V{number(top)}", metal, thick)
        panel = [(x - height * 0.17, top + height * 0.035), (x - height * 0.1, top - height * 0.085), (x + height * 0.19, top - height * 0.085), (x + height * 0.13, top + height * 0.035)]
        _panel(sheet, panel)


def _camera(sheet: Sheet) -> None:
    sheet.line("M-8 -4L-2 14", "#5b686b", 8)
    with sheet.move(0, 24, turn=14):
        sheet.lit("M-38 -16H34Q40 -16 40 -8V10Q40 18 34 18H-38Q-44 18 -44 10V-8Q-44 -16 -38 -16Z", "#f2efe6", 9)
        sheet.fill("M-46 -20H50V-12H-46Z", "#d3d2c8")
        sheet.fill(ellipse(40, 1, 9, 17), INK)
        sheet.fill(ellipse(41, 0, 4, 8), TEAL)


def _panel(sheet: Sheet, corners: list[Point]) -> None:
    a, b, c, d = corners
    sheet.fill(polygon(corners), "#21405f")
    for i in range(1, 5):
        t = i / 5
        sheet.line(f"M{number(a[0] + (d[0] - a[0]) * t)} {number(a[1])}L{number(b[0] + (c[0] - b[0]) * t)} {number(b[1])}", "#6d8fa5", 2)
    sheet.line(f"M{number((a[0] + b[0]) / 2)} {number((a[1] + b[1]) / 2)}L{number((c[0] + d[0]) / 2)} {number((c[1] + d[1]) / 2)}", "#6d8fa5", 2)
    sheet.line(polygon(corners), "#cfd6d2", 5)


def motorbike(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    """A step-through motorbike facing right; ``size`` is its length, (x, y) the ground under its middle."""
    with sheet.move(x, y, scale=size / 400):
        for wheel in (-135, 140):
            sheet.fill(ellipse(wheel, -58, 58, 58), "#1b2225")
            sheet.fill(ellipse(wheel, -58, 38, 38), "#59666a")
            sheet.fill(ellipse(wheel, -58, 30, 30), "#2b3538")
            sheet.fill(ellipse(wheel, -58, 9, 9), "#b7c0bf")
        sheet.line("M140 -58L104 -170L92 -205", "#8d9a9c", 13)
        sheet.fill("M-60 -62H70L84 -40H-40Z", "#39464a")
        sheet.fill(capsule((-140, -38), 11, (-20, -44), 8), "#aab4b4")
        sheet.lit("M-178 -128C-150 -150 -60 -140 -20 -128L-4 -78H60L92 -190L124 -180L104 -92C96 -58 80 -48 50 -48H-30C-70 -60 -90 -96 -178 -104Z", colour, 10)
        sheet.lit("M-182 -140C-150 -162 -60 -160 -18 -140C-10 -130 -20 -124 -34 -124C-80 -132 -140 -134 -180 -126Z", "#22292c", 6)
        sheet.lit("M90 -62C96 -110 176 -120 200 -66C180 -90 120 -92 90 -62Z", colour, 6)
        sheet.line("M96 -206L70 -214", "#22292c", 11)
        sheet.lit("M84 -202C92 -226 122 -222 124 -196L112 -176L92 -182Z", colour, 6)
        sheet.fill(ellipse(122, -199, 7, 13), PAPER)


def flowers(sheet: Sheet, x: float, y: float, size: float, *, bloom: str = RED, second: str = GOLD) -> None:
    """A low arrangement of flowers and leaves."""
    for i in range(16):
        way = math.radians(-172 + i * 11)
        reach = size * sheet.chance.uniform(0.75, 1.15)
        tip = (x + math.cos(way) * reach, y + math.sin(way) * reach * 0.75)
        sheet.fill(limb([(x, y), tip], [size * 0.1, size * 0.02]), (LEAF, PINE, MOSS)[i % 3])
    for i in range(24):
        way, reach = math.radians(sheet.chance.uniform(-170, -10)), size * math.sqrt(sheet.chance.uniform(0.03, 0.7))
        cx, cy, r = x + math.cos(way) * reach, y + math.sin(way) * reach * 0.7, size * sheet.chance.uniform(0.09, 0.15)
        colour = (bloom, second, WHITE, TERRACOTTA)[i % 4]
        sheet.lit(ellipse(cx, cy, r, r * 0.9), colour, r * 0.4)
        sheet.fill(ellipse(cx, cy, r * 0.3, r * 0.3), mix(colour, OCHRE if colour != OCHRE else BRICK, 0.6))


def paddies(sheet: Sheet, horizon: float, colours: list[str], *, vanish: float = 900) -> None:
    """Rice fields to the horizon: wide bands near, thin bands far, parted by bunds that run to one point."""
    rows, y = 9, float(sheet.height)
    for i in range(rows):
        top = horizon + (sheet.height - horizon) * ((rows - 1 - i) / rows) ** 1.8
        sheet.fill(box(0, top, sheet.width, y - top + 1), colours[i % len(colours)])
        y = top
    for i in range(-6, 7):
        x = vanish + i * 420
        sheet.line(f"M{number(vanish + i * 26)} {number(horizon)}L{number(x)} {sheet.height}", mix(colours[0], PINE, 0.35), 5)


def table(sheet: Sheet, x: float, y: float, width: float, depth: float, height: float, colour: str) -> None:
    """A table seen a little from above, with a cloth to the floor; (x, y) is the near left corner of its top."""
    top = [(x, y), (x + depth * 0.6, y - depth), (x + width - depth * 0.6, y - depth), (x + width, y)]
    sheet.fill(polygon(top), mix(colour, WHITE, 0.22))
    sheet.fill(box(x, y, width, height), colour)
    for i in range(1, 12):
        sheet.fill(polygon([(x + width * i / 12, y), (x + width * (i + 0.28) / 12, y), (x + width * (i + 0.16) / 12, y + height)]), shade(colour, 0.14))
    sheet.fill(box(x, y, width, height * 0.06), mix(colour, WHITE, 0.35))


def head_from_behind(sheet: Sheet, x: float, y: float, size: float, cloth: str, *, hair: str = "#1d1a1c", long_hair: bool = False) -> None:
    """One of an audience: head and shoulders seen from behind; (x, y) is the middle of the shoulders' line."""
    body = [(x - size * 1.15, y + size * 1.6), (x - size * 1.05, y + size * 0.3), (x - size * 0.5, y), (x + size * 0.5, y), (x + size * 1.05, y + size * 0.3), (x + size * 1.15, y + size * 1.6)]
    sheet.lit(smooth(body, tension=0.14), cloth, size * 0.14)
    sheet.fill(capsule((x, y - size * 0.3), size * 0.24, (x, y + size * 0.05), size * 0.28), mix("#c58c63", cloth, 0.35))
    for side in (-1, 1):
        sheet.fill(ellipse(x + side * size * 0.47, y - size * 0.62, size * 0.08, size * 0.14), mix("#c58c63", cloth, 0.25))
    low = 0.2 if long_hair else -0.28
    shape = [(0, -1.34), (0.3, -1.25), (0.47, -0.98), (0.49, -0.68), (0.36, low - 0.1), (0, low), (-0.36, low - 0.1), (-0.49, -0.68), (-0.47, -0.98), (-0.3, -1.25)]
    sheet.lit(smooth([(x + a * size, y + b * size) for a, b in shape]), hair, size * 0.1, mix(hair, "#000000", 0.45))
