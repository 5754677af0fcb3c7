"""Places: the hills, trees, houses and things that stand behind and around the people of the drawings."""

from __future__ import annotations

import math

from canvas import (
    BARK,
    BRICK,
    GOLD,
    INK,
    LEAF,
    MOSS,
    OCHRE,
    PINE,
    RED,
    SAND,
    TEAL,
    TERRACOTTA,
    WHITE,
    WOOD,
    Point,
    Sheet,
    box,
    capsule,
    ellipse,
    limb,
    mix,
    number,
    polygon,
    shade,
    smooth,
)


def sky(sheet: Sheet, top: str, bottom: str, height: float) -> None:
    """The sky from the upper edge down to ``height``."""
    sheet.fade(box(0, 0, sheet.width, height), [(0, top, 1), (1, bottom, 1)])


def glow(sheet: Sheet, x: float, y: float, radius: float, colour: str, strength: float = 0.6) -> None:
    """Light that thins out round a lamp, a sun or a moon."""
    sheet.fade(
        ellipse(x, y, radius, radius),
        [(0, colour, strength), (0.4, colour, strength * 0.4), (1, colour, 0)],
        radial=True,
    )


def ridge(sheet: Sheet, y: float, rise: float, colour: str, *, waves: float = 2.2, phase: float = 0) -> None:
    """A range of hills across the sheet, filled down to its lower edge."""
    points: list[Point] = []
    for i in range(33):
        t = i / 32
        height = (
            math.sin(t * waves * 6.28 + phase) * 0.5
            + math.sin(t * waves * 14.1 + phase * 2.3) * 0.22
            + math.sin(t * waves * 31 + phase) * 0.07
        )
        points.append((t * sheet.width, y - height * rise))
    data = smooth(points, closed=False) + f"V{sheet.height}H0Z"
    sheet.fill(data, colour)


def pine(sheet: Sheet, x: float, y: float, height: float, colour: str) -> None:
    """A three-needled pine of Đà Lạt: a tall bare trunk and flat, ragged storeys."""
    trunk = mix(colour, BARK, 0.55)
    sheet.fill(
        polygon(
            [
                (x - height * 0.018, y),
                (x - height * 0.008, y - height * 0.9),
                (x + height * 0.008, y - height * 0.9),
                (x + height * 0.018, y),
            ]
        ),
        trunk,
    )
    storeys = 6
    for i in range(storeys):
        t = i / (storeys - 1)
        middle, half = y - height * (0.36 + 0.56 * t), height * (0.2 - 0.14 * t) * sheet.chance.uniform(0.85, 1.15)
        tall = height * 0.085
        side = sheet.chance.uniform(-0.02, 0.02) * height
        crown = [
            (x + side - half, middle + tall * 0.4),
            (x + side - half * 0.5, middle - tall * 0.4),
            (x + side, middle - tall * 1.3),
            (x + side + half * 0.5, middle - tall * 0.35),
            (x + side + half, middle + tall * 0.45),
            (x + side + half * 0.3, middle + tall * 0.25),
            (x + side - half * 0.3, middle + tall * 0.3),
        ]
        sheet.lit(smooth(crown), colour, height * 0.012)


def round_tree(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    """A broad-leaved tree."""
    sheet.fill(limb([(x, y), (x - size * 0.02, y - size * 0.6)], [size * 0.06, size * 0.035]), mix(colour, BARK, 0.6))
    data = "".join(
        ellipse(x + dx * size, y - dy * size, r * size, r * size * 0.86)
        for dx, dy, r in ((-0.26, 0.62, 0.25), (0.24, 0.6, 0.27), (0, 0.84, 0.3), (-0.05, 0.55, 0.26))
    )
    sheet.lit(data, colour, size * 0.09)


def areca(sheet: Sheet, x: float, y: float, height: float, colour: str, bend: float = 0.05) -> None:
    """An areca palm: a thin ringed stem and arching fronds."""
    top = (x + bend * height, y - height)
    sheet.line(
        f"M{number(x)} {number(y)}Q{number(x)} {number(y - height * 0.6)} {number(top[0])} {number(top[1])}",
        mix(colour, SAND, 0.45),
        height * 0.03,
    )
    for angle in (-165, -140, -110, -75, -45, -18, 8, 172):
        way = math.radians(angle)
        reach = height * 0.34
        tip = (top[0] + math.cos(way) * reach, top[1] + math.sin(way) * reach * 0.6 + reach * 0.42 * abs(math.cos(way)))
        knee = (top[0] + math.cos(way) * reach * 0.55, top[1] + math.sin(way) * reach * 0.75 - reach * 0.08)
        below = (knee[0] + math.cos(way) * reach * 0.02, knee[1] + reach * 0.17)
        start, over, end, under = (f"{number(a)} {number(b)}" for a, b in (top, knee, tip, below))
        data = f"M{start}Q{over} {end}Q{under} {start}Z"
        sheet.fill(data, colour if angle < -90 or angle > 100 else shade(colour, 0.22))


def bush_rows(
    sheet: Sheet,
    y: float,
    count: int,
    size: float,
    colour: str,
    *,
    start: float = -40,
    stop: float = 1900,
    bow: float = 0,
) -> None:
    """One terrace of clipped bushes (coffee, tea) along a line that may bow upwards."""
    step = (stop - start) / count
    data = ""
    for i in range(count + 1):
        x = start + i * step
        lift = bow * math.sin(math.pi * i / count)
        data += ellipse(
            x,
            y - lift - size * 0.3,
            step * 0.6 * sheet.chance.uniform(0.9, 1.1),
            size * sheet.chance.uniform(0.62, 0.78),
        )
    sheet.lit(data, colour, size * 0.22)


def tiled_house(
    sheet: Sheet, x: float, y: float, width: float, height: float, wall: str, roof: str, *, lamp: str = ""
) -> None:
    """A house seen from the long side: wall, tiled roof with eaves, door and shutters; ``lamp`` lights its windows."""
    sheet.lit(box(x, y - height, width, height), wall, width * 0.06)
    sheet.fill(box(x, y - height, width, height * 0.14), shade(wall, 0.35))
    rise = height * 0.62
    slope = [
        (x - width * 0.08, y - height * 0.96),
        (x + width * 0.1, y - height - rise),
        (x + width * 0.9, y - height - rise),
        (x + width * 1.08, y - height * 0.96),
    ]
    sheet.fill(polygon(slope), roof)
    with sheet.clip(polygon(slope)):
        for i in range(1, 14):
            left = x - width * 0.08 + i * width * 1.16 / 14
            top = x + width * 0.1 + i * width * 0.8 / 14
            sheet.line(
                f"M{number(left)} {number(y - height * 0.96)}L{number(top)} {number(y - height - rise)}",
                shade(roof, 0.22),
                max(1.5, width * 0.008),
            )
    sheet.fill(
        polygon(
            [
                (x + width * 0.09, y - height - rise),
                (x + width * 0.91, y - height - rise),
                (x + width * 0.91, y - height - rise * 0.9),
                (x + width * 0.09, y - height - rise * 0.9),
            ]
        ),
        mix(roof, WHITE, 0.18),
    )
    glass, frame = lamp or shade(wall, 0.72), shade(TEAL, 0.15)
    sheet.fill(box(x + width * 0.41, y - height * 0.68, width * 0.18, height * 0.68), shade(WOOD, 0.2))
    for place in (0.12, 0.7):
        sheet.fill(box(x + width * place, y - height * 0.66, width * 0.18, height * 0.36), frame)
        sheet.fill(box(x + width * (place + 0.02), y - height * 0.63, width * 0.065, height * 0.3), glass)
        sheet.fill(box(x + width * (place + 0.095), y - height * 0.63, width * 0.065, height * 0.3), glass)


def gable_house(
    sheet: Sheet, x: float, y: float, width: float, height: float, wall: str, roof: str, *, lamp: str = ""
) -> None:
    """A house of the hills seen from its gable, with a steep roof."""
    peak = (x + width / 2, y - height * 1.75)
    sheet.lit(polygon([(x, y), (x, y - height), peak, (x + width, y - height), (x + width, y)]), wall, width * 0.08)
    for side in (-1, 1):
        edge = x + width / 2 + side * width * 0.62
        sheet.fill(
            polygon(
                [
                    peak,
                    (peak[0], peak[1] - width * 0.12),
                    (edge, y - height * 0.86),
                    (edge - side * width * 0.06, y - height * 0.76),
                ]
            ),
            roof if side < 0 else shade(roof, 0.3),
        )
    glass = lamp or shade(wall, 0.7)
    for place in (0.18, 0.6):
        sheet.fill(
            box(x + width * place, y - height * 0.75, width * 0.22, height * 0.38),
            WHITE if not lamp else shade(wall, 0.5),
        )
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
    return polygon(
        [
            (
                x + (radius, inner)[i % 2] * math.sin(math.pi * i / 5),
                y - (radius, inner)[i % 2] * math.cos(math.pi * i / 5),
            )
            for i in range(10)
        ]
    )


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
        sheet.line(
            f"M{number(vanish + i * 26)} {number(horizon)}L{number(x)} {sheet.height}", mix(colours[0], PINE, 0.35), 5
        )


def table(sheet: Sheet, x: float, y: float, width: float, depth: float, height: float, colour: str) -> None:
    """A table seen a little from above, with a cloth to the floor; (x, y) is the near left corner of its top."""
    top = [(x, y), (x + depth * 0.6, y - depth), (x + width - depth * 0.6, y - depth), (x + width, y)]
    sheet.fill(polygon(top), mix(colour, WHITE, 0.22))
    sheet.fill(box(x, y, width, height), colour)
    for i in range(1, 12):
        sheet.fill(
            polygon(
                [(x + width * i / 12, y), (x + width * (i + 0.28) / 12, y), (x + width * (i + 0.16) / 12, y + height)]
            ),
            shade(colour, 0.14),
        )
    sheet.fill(box(x, y, width, height * 0.06), mix(colour, WHITE, 0.35))


def head_from_behind(
    sheet: Sheet, x: float, y: float, size: float, cloth: str, *, hair: str = "#1d1a1c", long_hair: bool = False
) -> None:
    """One of an audience: head and shoulders seen from behind; (x, y) is the middle of the shoulders' line."""
    body = [
        (x - size * 1.15, y + size * 1.6),
        (x - size * 1.05, y + size * 0.3),
        (x - size * 0.5, y),
        (x + size * 0.5, y),
        (x + size * 1.05, y + size * 0.3),
        (x + size * 1.15, y + size * 1.6),
    ]
    sheet.lit(smooth(body, tension=0.14), cloth, size * 0.14)
    sheet.fill(
        capsule((x, y - size * 0.3), size * 0.24, (x, y + size * 0.05), size * 0.28), mix("#9a6545", cloth, 0.12)
    )
    for side in (-1, 1):
        sheet.fill(
            ellipse(x + side * size * 0.47, y - size * 0.62, size * 0.08, size * 0.14), mix("#a86f4c", cloth, 0.08)
        )
    low = 0.2 if long_hair else -0.28
    shape = [
        (0, -1.34),
        (0.3, -1.25),
        (0.47, -0.98),
        (0.49, -0.68),
        (0.36, low - 0.1),
        (0, low),
        (-0.36, low - 0.1),
        (-0.49, -0.68),
        (-0.47, -0.98),
        (-0.3, -1.25),
    ]
    sheet.lit(smooth([(x + a * size, y + b * size) for a, b in shape]), hair, size * 0.1, mix(hair, "#000000", 0.45))


def grass(sheet: Sheet, left: float, right: float, tall: float) -> None:
    """A fringe of grass and small flowers in a lower corner, near the viewer, lower towards the middle."""
    foot = sheet.height + 10
    for i in range(int((right - left) / 9)):
        x, size, bend = (
            sheet.chance.uniform(left, right),
            sheet.chance.uniform(0.35, 1) * tall,
            sheet.chance.uniform(-0.35, 0.35) * tall,
        )
        along = (x - left) / (right - left)
        size *= (1 - along if left <= 0 else along) ** 0.6
        middle = x + bend * 0.2
        tip = f"{number(x + bend)} {number(foot - size)}"
        rise = f"M{number(x)} {foot}Q{number(middle)} {number(foot - size * 0.6)} {tip}"
        data = rise + f"Q{number(middle + 12)} {number(foot - size * 0.5)} {number(x + 16)} {foot}Z"
        sheet.fill(data, (shade(LEAF, 0.35), PINE, mix(LEAF, MOSS, 0.4))[i % 3])
        if i % 9 == 4:
            sheet.fill(ellipse(x + bend, foot - size, 7, 7), GOLD)
