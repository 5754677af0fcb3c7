"""What a brand is, once it has been checked: values alone, frozen, of which any printer takes what it can use.

A leaf. Colours are "#rrggbb"; pixels of a logo say its ratio.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

COLOURS: Final = {
    "accent": "màu chính: tên ở đầu trang, số nổi bật, đường kẻ, cột của biểu đồ",
    "on_accent": "chữ trên nền màu chính",
    "band": "nền của dải số nổi bật và khung biểu đồ",
    "text": "chữ của bài",
    "muted": "chú thích, nhãn, chân trang",
    "good": "mức tăng, giảm theo hướng tốt",
    "bad": "mức tăng, giảm theo hướng xấu",
    "soft": "cột của năm trước trong biểu đồ",
}
"""The colours a brand may name, and what each is for."""
ROLES: Final = {
    "text": "chữ của bài",
    "display": "tít và số nổi bật",
    "label": "chú thích, nhãn, chân trang",
    "table": "bảng số liệu",
}
"""What a typeface may be for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A drawing (SVG) or a picture (PNG) that is safe to embed."""

    data: bytes = field(repr=False)
    mime: str
    alt: str
    """What it shows, for who does not see it."""
    width: int
    height: int
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """One file of a family, TrueType and static."""

    name: str
    """The file's name."""
    data: bytes = field(repr=False)
    weight: int
    """100 to 900: 400 is regular, 700 bold."""
    is_italic: bool
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The typeface of a role, a weight in each file."""

    name: str
    """A bundled family's, or the files'."""
    faces: tuple[Typeface, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The brand of a house; two are equal when they were read from the same bytes."""

    name: str | None = field(default=None, compare=False)
    """The paper's or committee's name, as the masthead prints it."""
    logo: Logo | None = field(default=None, compare=False)
    colours: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Those the house has of its own, by name of `COLOURS`."""
    families: tuple[tuple[str, Family], ...] = field(default=(), compare=False)
    """Those the house has of its own, by role of `ROLES`."""
    digest: str
    """SHA-256 of ``brand.toml`` and of every file it names."""
