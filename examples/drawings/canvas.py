"""The paper of the drawings: colours, points, and a sheet that collects SVG.

One light rules a picture: `Sheet.lit` fills a shape with its shade and lays the lit colour over it, moved towards the
light and clipped to the shape. Units are pixels of the finished picture, y downwards; the same calls give the same
text. Only the person who redraws a picture needs this folder.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

Point = tuple[float, float]

INK, NAVY, TEAL, SAGE, MIST = "#14262e", "#1f3f4f", "#2f6670", "#7fa394", "#b9cfc4"
SKY, PAPER, SAND, OCHRE, GOLD = "#dce8e0", "#f6ecd9", "#e6cfa2", "#d99f3f", "#f2c14e"
TERRACOTTA, BRICK, RED, WOOD, BARK = "#c0562f", "#8f3522", "#b8271f", "#7a4a2c", "#4a2c1e"
LEAF, PINE, MOSS, WHITE = "#5b8646", "#2c4f35", "#94a85a", "#fdf8ec"
SKIN, TAN = "#d9a27a", "#c58c63"


def mix(first: str, second: str, share: float) -> str:
    """The colour ``share`` of the way from ``first`` to ``second``."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shade(colour: str, depth: float = 0.32) -> str:
    """``colour`` out of the light: darker and a little bluer."""
    pale = min(int(colour[i : i + 2], 16) for i in (1, 3, 5)) > 170
    return mix(colour, "#33506a" if pale else "#10243a", depth)


def number(value: float) -> str:
    """A coordinate as SVG text, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def polygon(points: Sequence[Point]) -> str:
    """Path data through ``points`` with straight sides, closed."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def smooth(points: Sequence[Point], *, closed: bool = True, tension: float = 0.17) -> str:
    """Path data of a soft curve (Catmull-Rom) through ``points``."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        first = (bx + (cx - ax) * tension, by + (cy - ay) * tension)
        second = (cx - (dx - bx) * tension, cy - (dy - by) * tension)
        data += "C" + " ".join(f"{number(x)} {number(y)}" for x, y in (first, second, (cx, cy)))
    return data + ("Z" if closed else "")


def capsule(p: Point, r: float, q: Point, s: float) -> str:
    """Path data of two circles and the band between them: a bone with flesh on it."""
    reach = math.dist(p, q)
    if reach <= abs(r - s) + 0.01:
        (x, y), big = (p, r) if r > s else (q, s)
        return ellipse(x, y, big, big)
    way, open_ = math.atan2(q[1] - p[1], q[0] - p[0]), math.acos((r - s) / reach)
    corners = [
        (c[0] + k * math.cos(way + side), c[1] + k * math.sin(way + side))
        for c, k, side in ((p, r, open_), (q, s, open_), (q, s, -open_), (p, r, -open_))
    ]
    a, b, c, d = (f"{number(x)} {number(y)}" for x, y in corners)
    far, near = int(open_ > math.pi / 2), int(open_ < math.pi / 2)
    return f"M{a}L{b}A{s:.1f} {s:.1f} 0 {far} 0 {c}L{d}A{r:.1f} {r:.1f} 0 {near} 0 {a}Z"


def limb(joints: Sequence[Point], radii: Sequence[float]) -> str:
    """Path data of capsules from joint to joint."""
    return "".join(capsule(joints[i], radii[i], joints[i + 1], radii[i + 1]) for i in range(len(joints) - 1))


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """Path data of an ellipse."""
    arc = f"a{number(rx)} {number(ry)} 0 1 0"
    return f"M{number(x - rx)} {number(y)}{arc} {number(2 * rx)} 0{arc} {number(-2 * rx)} 0Z"


def box(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}Z"


class Sheet:
    """A picture in the making: shapes are laid one over the other."""

    def __init__(self, width: int, height: int, *, light: Point = (-0.8, -0.6), seed: int = 1) -> None:
        self.width, self.height, self.light = width, height, light
        self.chance = random.Random(seed)
        self._parts: list[str] = []
        self._ids = 0

    def svg(self) -> str:
        """The finished picture."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">'
        return head + "\n".join(self._parts) + "</svg>\n"

    def fill(self, data: str, colour: str, opacity: float = 1) -> None:
        """A flat shape."""
        faint = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
        self._parts.append(f'<path d="{data}" fill="{colour}"{faint}/>')

    def line(self, data: str, colour: str, width: float, opacity: float = 1) -> None:
        """A stroke with round ends."""
        faint = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
        style = f'stroke="{colour}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'
        self._parts.append(f'<path d="{data}" fill="none" {style}{faint}/>')

    def lit(self, data: str, colour: str, depth: float, dark: str = "") -> None:
        """A shape with a shaded edge ``depth`` px wide on the side away from the light."""
        self.fill(data, dark or shade(colour))
        dx, dy = self.light[0] * depth, self.light[1] * depth
        with self.clip(data):
            self._parts.append(f'<path d="{data}" fill="{colour}" transform="translate({number(dx)} {number(dy)})"/>')

    def fade(self, data: str, stops: Sequence[tuple[float, str, float]], *, radial: bool = False) -> None:
        """A shape with a gradient down it, or out from its middle; stops are (place, colour, opacity)."""
        self._ids += 1
        kind = "radialGradient" if radial else "linearGradient"
        ends = "" if radial else ' x1="0" y1="0" x2="0" y2="1"'
        inner = "".join(f'<stop offset="{o}" stop-color="{c}" stop-opacity="{a}"/>' for o, c, a in stops)
        self._parts.append(f'<{kind} id="g{self._ids}"{ends}>{inner}</{kind}>')
        self._parts.append(f'<path d="{data}" fill="url(#g{self._ids})"/>')

    @contextmanager
    def clip(self, data: str) -> Iterator[None]:
        """What is drawn inside is cut to the shape."""
        self._ids += 1
        self._parts.append(
            f'<clipPath id="c{self._ids}"><path d="{data}"/></clipPath><g clip-path="url(#c{self._ids})">'
        )
        yield
        self._parts.append("</g>")

    @contextmanager
    def move(
        self, x: float = 0, y: float = 0, *, scale: float = 1, flip: bool = False, turn: float = 0
    ) -> Iterator[None]:
        """What is drawn inside is moved, scaled, mirrored or turned; a mirrored part keeps the picture's light."""
        before = self.light
        if flip:
            self.light = (-before[0], before[1])
        across = -scale if flip else scale
        turned = f" rotate({number(turn)})" if turn else ""
        self._parts.append(
            f'<g transform="translate({number(x)} {number(y)}){turned} scale({across:.3f} {scale:.3f})">'
        )
        yield
        self._parts.append("</g>")
        self.light = before
