"""Things of the street: the camera on its pole and the motorbike."""

from __future__ import annotations

from canvas import INK, PAPER, TEAL, WHITE, Point, Sheet, box, capsule, ellipse, mix, number, polygon, shade


def camera_pole(sheet: Sheet, x: float, y: float, height: float, *, facing: int = 1, solar: bool = False) -> None:
    """A security camera on a pole; with ``solar``, a panel above it and a battery case below."""
    thick = height * 0.018
    metal = mix("#8d9a9c", INK, 0.1)
    sheet.lit(
        polygon([(x - thick, y), (x - thick * 0.7, y - height), (x + thick * 0.7, y - height), (x + thick, y)]),
        metal,
        thick * 0.8,
    )
    sheet.fill(box(x - thick * 2.2, y - thick * 1.6, thick * 4.4, thick * 1.6), shade(metal, 0.4))
    arm = y - height * 0.86
    sheet.line(f"M{number(x)} {number(arm)}h{number(facing * height * 0.14)}", shade(metal, 0.2), thick * 1.1)
    for place, size in ((0.14, 1.0), (-0.07, 0.8)):
        with sheet.move(
            x + facing * height * place, arm + thick * 0.6, scale=height / 600 * size, flip=(facing < 0) != (place < 0)
        ):
            _camera(sheet)
    sheet.lit(box(x - thick * 2.6, y - height * 0.7, thick * 5.2, height * 0.1), mix(WHITE, metal, 0.35), thick)
    if solar:
        top = y - height * 1.02
        sheet.line(f"M{number(x)} {number(y - height)}V{number(top)}", metal, thick)
        panel = [
            (x - height * 0.17, top + height * 0.035),
            (x - height * 0.1, top - height * 0.085),
            (x + height * 0.19, top - height * 0.085),
            (x + height * 0.13, top + height * 0.035),
        ]
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
        sheet.line(
            f"M{number(a[0] + (d[0] - a[0]) * t)} {number(a[1])}L{number(b[0] + (c[0] - b[0]) * t)} {number(b[1])}",
            "#6d8fa5",
            2,
        )
    sheet.line(
        polygon([((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for p, q in ((a, b), (c, d))]),
        "#6d8fa5",
        2,
    )
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
        sheet.lit(
            "M-178 -128C-150 -150 -60 -140 -20 -128L-4 -78H60L92 -190L124 -180"
            "L104 -92C96 -58 80 -48 50 -48H-30C-70 -60 -90 -96 -178 -104Z",
            colour,
            10,
        )
        sheet.lit(
            "M-182 -140C-150 -162 -60 -160 -18 -140C-10 -130 -20 -124 -34 -124C-80 -132 -140 -134 -180 -126Z",
            "#22292c",
            6,
        )
        sheet.lit("M90 -62C96 -110 176 -120 200 -66C180 -90 120 -92 90 -62Z", colour, 6)
        sheet.line("M96 -206L70 -214", "#22292c", 11)
        sheet.lit("M84 -202C92 -226 122 -222 124 -196L112 -176L92 -182Z", colour, 6)
        sheet.fill(ellipse(122, -199, 7, 13), PAPER)
