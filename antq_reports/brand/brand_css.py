"""A brand as a stylesheet says it: its colours and typefaces by the names that styles call them by.

A style writes ``color: var(--accent)`` and ``font-family: var(--font-display)``; what stands here comes after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from antq_reports.brand.brand import COLOURS, ROLES, Brand, Family
from antq_reports.brand.brand_file import BRAND_FILE, BUNDLED_FAMILIES, BrandReading
from antq_reports.brand.contrast import Pair, skeleton_pairs, variables
from antq_reports.errors import Fault, Refusal
from antq_reports.intake.toml_values import located

FONT: str = "antq:font/"
NAMES = {
    **{f"--{name.replace('_', '-')}": told for name, told in COLOURS.items()},
    **{f"--font-{role}": told for role, told in ROLES.items()},
}
"""What a style may call by name, and what it is for."""


def brand_css(brand: Brand, css: str) -> str:
    """What a brand adds to a stylesheet: where a face of its own lacks a sign, the style's own draws it."""
    names = variables(css)
    faces = [face for _, family in brand.families for face in _font_faces(family) if face not in css]
    values = [f"--{name.replace('_', '-')}: {colour};" for name, colour in brand.colours]
    for role, family in brand.families:
        own = names.get(f"--font-{role}")
        values.append(f"--font-{role}: " + ", ".join(part for part in (f'"{family.name}"', own) if part) + ";")
    return "".join(f"{face}\n" for face in dict.fromkeys(faces)) + f":root {{ {' '.join(values)} }}\n"


def brand_fonts(brand: Brand | None) -> dict[str, bytes]:
    """The font files of a brand, by the addresses its stylesheet has for them."""
    families = brand.families if brand is not None else ()
    return {
        f"{FONT}{name}": data
        for _, family in families
        for (name, data) in ((_file(family, face.name, face.digest), face.data) for face in family.faces)
    }


def _file(family: Family, name: str, digest: str) -> str:
    """What a font file is called in a page: a bundled one as styles call it, one's own by its content."""
    return name if family.name in BUNDLED_FAMILIES else f"{digest[:32]}.ttf"


def _font_faces(family: Family) -> Iterator[str]:
    for face in family.faces:
        slant = " font-style: italic;" if face.is_italic else ""
        weight = f" font-weight: {face.weight};" if face.weight != 400 else ""
        address = f"{FONT}{_file(family, face.name, face.digest)}"
        yield f'@font-face {{ font-family: "{family.name}";{weight}{slant} src: url({address}); }}'


def contrast_faults(reading: BrandReading, style: str, css: str) -> tuple[Fault, ...]:
    """Texts of a style that a brand's colours make hard to read: both colours, how far apart, and where."""
    brand_colours = {colour: name for name, colour in reversed(reading.brand.colours)}
    faint: dict[tuple[str, str], list[Pair]] = {}
    for pair in skeleton_pairs(css, pointed_at=False):
        if pair.ratio < pair.least and {pair.colour, pair.background} & brand_colours.keys():
            faint.setdefault((pair.colour, pair.background), []).append(pair)
    faults = []
    for (colour, background), pairs in faint.items():
        needed = max(pair.least for pair in pairs)
        places = ", ".join(dict.fromkeys(pair.place for pair in pairs if pair.place))
        reason = (
            f"chữ {colour} trên nền {background} khó đọc: tương phản {_told(pairs[0].ratio)}:1, cần ít nhất "
            f"{_told(needed)}:1 (kiểu {style}: {places})"
        )
        key = brand_colours.get(colour) or brand_colours[background]
        faults.append(Fault(BRAND_FILE, f"colours.{key}", Refusal(reason, "chọn màu chữ và màu nền cách nhau xa hơn")))
    return located(faults, reading.lines)


def _told(ratio: float) -> str:
    """A ratio rounded down, so that what is too little never reads as enough."""
    tenths = int(ratio * 10)
    return f"{tenths // 10},{tenths % 10}"
