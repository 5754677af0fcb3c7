"""People: a person is a pose, a dress and a place; bones are solved, clothes are laid over them.

Poses are in heads (a standing adult is 7.5 heads tall), measured from the ground under the hips, x to the right and
y upwards negative. Faces are left without features on purpose: nobody here is anybody.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from canvas import INK, NAVY, SKIN, WHITE, Point, Sheet, box, capsule, ellipse, limb, mix, polygon, shade, smooth

HAIR = "#1d1a1c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What a person wears."""

    top: str = WHITE
    bottom: str = NAVY
    shoes: str = INK
    skin: str = SKIN
    hair: str = HAIR
    kind: str = "shirt"  # shirt, suit, aodai, vest
    accent: str = "#a3271f"  # a suit's tie, a vest's stripe
    short_sleeves: bool = False
    long_hair: bool = False
    hat: str = ""  # non, cap, helmet, or none
    hat_colour: str = "#e6cfa2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One figure: where it stands, how large a head is in pixels, which way it faces, where its hands and feet are."""

    x: float
    y: float
    unit: float
    turn: float = 0  # -1 profile to the left, 0 to the front, 1 profile to the right
    back: bool = False
    lean: float = 0
    crouch: float = 0
    nod: float = 0
    left_hand: Point = (-1.0, -3.45)
    right_hand: Point = (1.0, -3.45)
    left_pull: Point = (-0.5, 1)  # where the elbow tends
    right_pull: Point = (0.5, 1)
    left_foot: Point = (-0.4, 0)
    right_foot: Point = (0.4, 0)
    legs: bool = True
    arms: str = "over"  # over, under, left-under, right-under
    dress: Dress = field(default_factory=Dress)

    def at(self, x: float, y: float) -> Point:
        """A place of the pose in the picture."""
        return self.x + x * self.unit, self.y + y * self.unit

    def moved(self, **changes: object) -> Person:
        """The same person with something changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def skin_shade(colour: str, depth: float = 0.3) -> str:
    """Skin out of the light stays warm."""
    return mix(colour, "#6b2a1e", depth)


def joint_between(start: Point, end: Point, upper: float, lower: float, pull: Point) -> Point:
    """The middle joint of two bones between ``start`` and ``end``; of the two ways to bend, the one along ``pull``."""
    reach = min(max(math.dist(start, end), 0.05), (upper + lower) * 0.999)
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(upper**2 - along**2, 0))
    ux, uy = (end[0] - start[0]) / reach, (end[1] - start[1]) / reach
    ways = [(start[0] + ux * along - uy * k, start[1] + uy * along + ux * k) for k in (out, -out)]
    return max(ways, key=lambda place: place[0] * pull[0] + place[1] * pull[1])


def draw_person(sheet: Sheet, person: Person) -> None:
    """Lay one figure on the sheet, far parts first."""
    if person.legs:
        _legs(sheet, person)
    for side in (-1, 1):
        if _is_under(person, side):
            _arm(sheet, person, side)
    if person.dress.long_hair and not person.back:
        x, y = person.at(person.lean * 1.08 + person.nod, -6.88 + person.crouch)
        fall = [(0, -50), (38, -30), (42, 30), (34, 84), (-34, 84), (-42, 30), (-38, -30)]
        shift = -14 * person.turn
        sheet.fill(
            smooth([(x + (a + shift) * person.unit / 100, y + b * person.unit / 100) for a, b in fall]),
            person.dress.hair,
        )
    _neck(sheet, person)
    _torso(sheet, person)
    _head(sheet, person)
    for side in (-1, 1):
        if not _is_under(person, side):
            _arm(sheet, person, side)


def _is_under(person: Person, side: int) -> bool:
    return person.arms == "under" or person.arms == ("left-under" if side < 0 else "right-under")


def _shoulder(person: Person, side: int) -> Point:
    across = 0.74 * (1 - 0.55 * abs(person.turn))
    return person.lean + side * across, -5.78 + person.crouch


def _legs(sheet: Sheet, person: Person) -> None:
    unit, dress = person.unit, person.dress
    bend = 1 if person.turn >= 0 else -1
    order = (1, -1) if person.turn >= 0 else (-1, 1)
    for side in order:
        foot = person.left_foot if side < 0 else person.right_foot
        hip = (side * 0.33 * (1 - 0.5 * abs(person.turn)), -3.75 + person.crouch)
        ankle = (foot[0], foot[1] - 0.22)
        knee = joint_between(hip, ankle, 1.8, 1.735, (bend if abs(person.turn) > 0.25 else side, 0))
        toe = person.turn * 0.5 if abs(person.turn) > 0.25 else side * 0.16
        shoe = capsule(
            person.at(ankle[0] - 0.05, foot[1] - 0.14),
            0.15 * unit,
            person.at(ankle[0] + toe, foot[1] - 0.08),
            0.1 * unit,
        )
        sheet.lit(shoe, dress.shoes, 0.06 * unit)
        joints = [person.at(*place) for place in (hip, knee, ankle)]
        sheet.lit(limb(joints, [0.4 * unit, 0.29 * unit, 0.21 * unit]), dress.bottom, 0.16 * unit)


def _torso_outline(person: Person, hem: float, flare: float) -> list[Point]:
    """The outline from the neck round the hem and back; ``hem`` in heads above the ground."""
    slim = 1 - 0.3 * abs(person.turn)
    low = person.crouch
    half = [
        (0.22, -6.27),
        (0.55, -6.17),
        (0.9, -5.96),
        (0.88, -5.3),
        (0.74, -4.6),
        (0.7 + flare * 0.4, -4.0),
        (0.7 + flare, hem),
    ]

    def place(x: float, y: float, side: int) -> Point:
        share = (y + 3.7) / (-6.2 + 3.7)
        belly = 0.1 * person.turn if -5.8 < y < -4.0 else 0
        return person.at(side * x * slim + person.lean * share + belly, y + low)

    right = [place(x, y, 1) for x, y in half]
    return right + [place(x, y, -1) for x, y in reversed(half)]


def _torso(sheet: Sheet, person: Person) -> None:
    unit, dress = person.unit, person.dress
    if dress.kind == "aodai":
        _aodai(sheet, person)
        return
    hem = -3.35 if dress.kind == "suit" else -3.62
    outline = _torso_outline(person, hem, 0.04)
    sheet.lit(smooth(outline, tension=0.13), dress.top, 0.22 * unit)
    if dress.kind == "suit" and not person.back:
        _lapels(sheet, person)
    elif dress.kind == "vest":
        _vest(sheet, person, outline)
    elif not person.back:
        _collar(sheet, person)
    if dress.kind == "shirt" and person.legs:
        with sheet.clip(smooth(outline, tension=0.13)):
            sheet.fill(
                box(person.x - unit * 1.5, person.at(0, -3.8 + person.crouch)[1], unit * 3, unit),
                shade(dress.bottom, 0.3),
            )


def _collar(sheet: Sheet, person: Person) -> None:
    cx, dress = person.lean + person.turn * 0.2, person.dress
    low = person.crouch
    sheet.fill(
        polygon(
            [
                person.at(cx - 0.17, -6.28 + low),
                person.at(cx + 0.17, -6.28 + low),
                person.at(cx + person.turn * 0.08, -5.92 + low),
            ]
        ),
        skin_shade(dress.skin, 0.18),
    )
    sides = (-1, 1) if abs(person.turn) < 0.6 else (-1,) if person.turn < 0 else (1,)
    for side in sides:
        corners = [
            (cx + side * 0.2, -6.36),
            (cx + side * 0.32, -6.1),
            (cx + side * 0.08, -5.88),
            (cx + side * 0.02, -6.0),
        ]
        sheet.fill(polygon([person.at(x, y + low) for x, y in corners]), mix(dress.top, WHITE, 0.35))
    placket = [person.at(cx, -5.92 + low), person.at(person.turn * 0.2, -3.85 + low)]
    sheet.line(polygon(placket), shade(dress.top, 0.3), 0.035 * person.unit)


def _lapels(sheet: Sheet, person: Person) -> None:
    cx, low, dress = person.lean + person.turn * 0.24, person.crouch, person.dress
    tip = person.at(cx * 0.9, -4.7 + low)
    sheet.fill(polygon([person.at(cx - 0.27, -6.32 + low), person.at(cx + 0.27, -6.32 + low), tip]), WHITE)
    tie = [(cx - 0.07, -6.12), (cx + 0.07, -6.12), (cx + 0.1, -5.1), (cx, -4.85), (cx - 0.1, -5.1)]
    sheet.fill(polygon([person.at(x, y + low) for x, y in tie]), dress.accent)
    for side in (-1, 1):
        lapel = [(cx + side * 0.25, -6.34), (cx + side * 0.46, -5.75), (cx + side * 0.32, -5.62), (cx * 0.95, -4.66)]
        sheet.fill(
            polygon([person.at(x, y + low) for x, y in lapel]),
            mix(dress.top, WHITE, 0.13) if side < 0 else shade(dress.top, 0.25),
        )
    sheet.line(
        "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*tip, *person.at(cx * 0.7, -3.4 + low)),
        shade(dress.top, 0.45),
        0.035 * person.unit,
    )


def _vest(sheet: Sheet, person: Person, outline: list[Point]) -> None:
    low, unit, dress = person.crouch, person.unit, person.dress
    with sheet.clip(smooth(outline, tension=0.13)):
        for y in (-5.2, -4.35):
            sheet.fill(box(person.x - 2 * unit, person.at(0, y + low)[1], 4 * unit, 0.2 * unit), dress.accent)
        if not person.back:
            x, y = person.at(person.turn * 0.3 + person.lean * 0.7, -6.4 + low)
            sheet.fill(box(x - 0.05 * unit, y, 0.1 * unit, 3 * unit), shade(dress.top, 0.4))


def _aodai(sheet: Sheet, person: Person) -> None:
    """A long tunic over loose trousers."""
    unit, dress = person.unit, person.dress
    low = person.crouch
    half = [
        (0.22, -6.27),
        (0.52, -6.17),
        (0.84, -5.92),
        (0.76, -5.2),
        (0.62, -4.6),
        (0.7, -3.8),
        (0.86, -2.4),
        (0.92, -0.75),
    ]
    if not person.legs:
        half = [*half[:5], (0.7, -3.7)]
    slim = 1 - 0.28 * abs(person.turn)
    right = [person.at(x * slim + person.lean * min(1, (y + 3.7) / -2.5), y + low) for x, y in half]
    left = [person.at(-x * slim + person.lean * min(1, (y + 3.7) / -2.5), y + low) for x, y in reversed(half)]
    sheet.lit(smooth(right + left, tension=0.12), dress.top, 0.24 * unit)
    if person.legs:
        fold = [person.at(0.3 * slim, -3.5), person.at(0.45 * slim, -2), person.at(0.42 * slim, -0.8)]
        sheet.line(smooth(fold, closed=False), shade(dress.top, 0.25), 0.05 * unit)
    sheet.fill(
        capsule(person.at(person.lean - 0.12, -6.36), 0.13 * unit, person.at(person.lean + 0.12, -6.36), 0.13 * unit),
        mix(dress.top, WHITE, 0.2),
    )


def _arm(sheet: Sheet, person: Person, side: int) -> None:
    unit, dress = person.unit, person.dress
    shoulder = _shoulder(person, side)
    hand = person.left_hand if side < 0 else person.right_hand
    joint = joint_between(shoulder, hand, 1.28, 1.17, person.left_pull if side < 0 else person.right_pull)
    reach = math.dist(joint, hand) or 1
    tip = (hand[0] + (hand[0] - joint[0]) / reach * 0.3, hand[1] + (hand[1] - joint[1]) / reach * 0.3)
    a, b, c, d = (person.at(*place) for place in (shoulder, joint, hand, tip))
    sheet.lit(capsule(c, 0.14 * unit, d, 0.11 * unit), dress.skin, 0.07 * unit, skin_shade(dress.skin))
    colour = mix(dress.bottom, WHITE, 0.16) if dress.kind == "vest" else dress.top
    if dress.short_sleeves:
        sheet.lit(
            limb([a, b, c], [0.2 * unit, 0.15 * unit, 0.11 * unit]), dress.skin, 0.09 * unit, skin_shade(dress.skin)
        )
        middle = (a[0] + (b[0] - a[0]) * 0.7, a[1] + (b[1] - a[1]) * 0.7)
        sheet.lit(capsule(a, 0.27 * unit, middle, 0.25 * unit), colour, 0.12 * unit)
        return
    sheet.lit(limb([a, b, c], [0.27 * unit, 0.2 * unit, 0.155 * unit]), colour, 0.12 * unit)


def _neck(sheet: Sheet, person: Person) -> None:
    low = person.crouch
    top = person.at(person.lean * 1.05 + person.nod * 0.6, -6.75 + low)
    base = person.at(person.lean, -6.15 + low)
    sheet.fill(capsule(top, 0.19 * person.unit, base, 0.23 * person.unit), skin_shade(person.dress.skin, 0.22))


def _head(sheet: Sheet, person: Person) -> None:
    x, y = person.at(person.lean * 1.08 + person.nod, -6.88 + person.crouch + abs(person.nod) * 0.25)
    profile = abs(person.turn) >= 0.6 and not person.back
    with sheet.move(x, y, scale=person.unit / 100, flip=person.turn < 0, turn=person.nod * 45):
        if person.back:
            _head_back(sheet, person.dress)
        elif profile:
            _head_profile(sheet, person.dress)
        else:
            _head_front(sheet, person.dress, abs(person.turn))
        _hat(sheet, person.dress, profile=profile)


def _head_back(sheet: Sheet, dress: Dress) -> None:
    for side in (-1, 1):
        sheet.fill(ellipse(side * 37, 8, 7, 12), dress.skin)
    sheet.fill(smooth([(-24, 18), (-20, 46), (20, 46), (24, 18)]), skin_shade(dress.skin, 0.15))
    low = 62 if dress.long_hair else 27
    hair = [(0, -52), (30, -42), (40, -10), (34, low - 6), (0, low), (-34, low - 6), (-40, -10), (-30, -42)]
    sheet.lit(smooth(hair), dress.hair, 9, mix(dress.hair, "#000000", 0.35))


def _head_profile(sheet: Sheet, dress: Dress) -> None:
    face = (
        "M-5 -48C20 -50 35 -34 35 -14C36 -8 38 -4 44 7C45 10 41 12 37 13C38 17 37 19 35 22C37 25 35 27 34 30"
        "C34 42 25 48 12 46C2 44 -8 36 -14 26L-34 20C-46 -20 -40 -46 -5 -48Z"
    )
    sheet.lit(face, dress.skin, 9, skin_shade(dress.skin))
    hair = (
        "M34 -20C24 -25 12 -22 8 -12C6 -4 6 4 3 10L-6 8C-10 14 -12 24 -16 32"
        "C-22 34 -30 32 -34 28C-50 -5 -48 -50 -3 -56C26 -58 42 -42 34 -20Z"
    )
    sheet.lit(hair, dress.hair, 6, mix(dress.hair, "#000000", 0.4))
    sheet.fill(ellipse(-5, 6, 7, 11), skin_shade(dress.skin, 0.12))


def _head_front(sheet: Sheet, dress: Dress, turn: float) -> None:
    away = turn * 16
    for side in (-1, 1):
        sheet.fill(ellipse(side * 36 - away * 0.5, 4, 7, 12), skin_shade(dress.skin, 0.12))
    face = [(0, -46), (28, -36), (36, -4), (30, 28), (12, 48), (-12, 48), (-30, 28), (-36, -4), (-28, -36)]
    sheet.lit(smooth(face), dress.skin, 13, skin_shade(dress.skin))
    sheet.line(f"M{3 + away} -2L{8 + away} 15L{1 + away} 17", skin_shade(dress.skin, 0.3), 3)
    part = away - 8
    hair = (
        f"M-39 6C-44 -30 -30 -56 2 -56C34 -56 44 -30 39 6C34 0 34 -12 30 -22C{18 + part} -20 {part} -26 {part - 4} -32"
        "C-12 -24 -26 -24 -31 -18C-34 -10 -34 0 -39 6Z"
    )
    sheet.lit(hair, dress.hair, 6, mix(dress.hair, "#000000", 0.4))


def _hat(sheet: Sheet, dress: Dress, *, profile: bool) -> None:
    if dress.hat == "non":
        cone = "M0 -92C6 -92 84 -28 92 -18C60 -6 -60 -6 -92 -18C-84 -28 -6 -92 0 -92Z"
        sheet.lit(cone, dress.hat_colour, 22)
        for ring in (0.35, 0.65):
            y, half = -92 + 74 * ring, 92 * ring
            sheet.line(f"M{-half} {y}Q0 {y + 12} {half} {y}", shade(dress.hat_colour, 0.2), 2.5)
    elif dress.hat == "cap":
        sheet.lit("M-43 -22C-48 -72 48 -72 43 -22C20 -28 -20 -28 -43 -22Z", dress.hat_colour, 10)
        brim = (
            "M8 -27C40 -29 62 -22 68 -13C50 -17 30 -18 10 -18Z"
            if profile
            else "M-40 -25C-20 -30 20 -30 40 -25C36 -12 -36 -12 -40 -25Z"
        )
        sheet.fill(brim, shade(dress.hat_colour, 0.45))
    elif dress.hat == "helmet":
        sheet.lit("M-48 -4C-56 -86 56 -86 48 -4C40 -14 20 -20 0 -20C-20 -20 -40 -14 -48 -4Z", dress.hat_colour, 12)
    elif dress.hat == "hood":
        sheet.lit(
            "M-44 44C-62 -20 -40 -66 0 -66C40 -66 62 -20 44 44L30 30C38 -20 20 -36 0 -36C-20 -36 -38 -20 -30 30Z",
            dress.hat_colour,
            12,
        )
