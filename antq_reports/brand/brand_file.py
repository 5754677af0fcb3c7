"""``brand.toml`` of a folder of one's own: read with limits, every fault of it and of the files it names at once.

Owns what the file may say. Colours are judged where it is known what stands on what: in `contrast`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

from antq_reports.assets import fonts_dir
from antq_reports.brand.brand import COLOURS, ROLES, Brand, Family, Logo, Typeface
from antq_reports.brand.font_file import MAX_FONT_BYTES, read_typeface
from antq_reports.brand.logo import MAX_LOGO_BYTES, read_logo
from antq_reports.catalogue.text_fields import Frozen, Line, Name
from antq_reports.errors import Fault, IntakeError, PlacedError, Refusal, RefusalError
from antq_reports.figures.sentence_errors import fault
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.toml_values import located, toml_table
from antq_reports.pictures.folder_file import InnerWords, inner_bytes

BRAND_FILE: Final = "brand.toml"
FONTS: Final = "fonts"
"""The folder beside ``brand.toml`` that holds a house's own font files."""
MAX_FACES: Final = 6
"""Files of one family."""
BUNDLED_FAMILIES: Final = {
    "Be Vietnam Pro": "be-vietnam-pro/BeVietnamPro",
    "IBM Plex Sans": "ibm-plex-sans/IBMPlexSans",
    "Source Serif 4": "source-serif-4/SourceSerif4",
    "Source Serif 4 Display": "source-serif-4/SourceSerif4Display",
}
_GUIDE: Final = "docs/thuong-hieu.md"
_LOGO_WORDS: Final = InnerWords(
    copy_in="hãy chép logo vào thư mục mẫu và ghi đường dẫn từ đó, ví dụ logo.svg", home="thư mục mẫu"
)
_FONT_WORDS: Final = InnerWords(
    copy_in=f"hãy chép tệp phông vào thư mục {FONTS} của thư mục mẫu và ghi tên tệp", home="thư mục mẫu"
)


def _colour(value: object) -> str:
    """A colour in six digits."""
    digits = value[1:] if isinstance(value, str) and value.startswith("#") else ""
    if len(digits) not in (3, 6) or set(digits.lower()) - set("0123456789abcdef"):
        raise fault("colour", f"“{str(value)[:40]}” không phải mã màu", 'viết dấu # và sáu chữ số hệ 16: "#1d5c43"')
    return f"#{''.join(digit * (6 // len(digits)) for digit in digits.lower())}"


def _files(value: object) -> object:
    """A name as a list of one."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


_Files = Annotated[tuple[Name, ...], BeforeValidator(_files), Field(min_length=1, max_length=MAX_FACES)]
_Colour = Annotated[str, BeforeValidator(_colour)]


class _LogoKeys(Frozen):
    path: Line = Field(description="Tệp SVG hoặc PNG, tính từ thư mục mẫu")
    alt: Line = Field(description="Lời tả logo cho người không nhìn thấy")


class _Colours(Frozen):
    """The names of `COLOURS`."""

    accent: _Colour | None = None
    on_accent: _Colour | None = None
    band: _Colour | None = None
    text: _Colour | None = None
    muted: _Colour | None = None
    good: _Colour | None = None
    bad: _Colour | None = None
    soft: _Colour | None = None


class _Fonts(Frozen):
    """The names of `ROLES`."""

    text: _Files | None = None
    display: _Files | None = None
    label: _Files | None = None
    table: _Files | None = None


class _BrandKeys(Frozen):
    name: Line | None = None
    logo: _LogoKeys | None = None
    colours: _Colours = _Colours()
    fonts: _Fonts = _Fonts()


_ADAPTER: Final = TypeAdapter(_BrandKeys)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandReading:
    """What was read of a ``brand.toml``: the brand as far as it is good, and everything that is not."""

    brand: Brand
    faults: tuple[Fault, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)
    """The line of each key."""
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """The files it names, by path from the folder: whoever takes the brand elsewhere takes them along."""


def read_brand(folder: Path, text: str) -> BrandReading | None:
    """The brand that the text of a folder's ``brand.toml`` describes; None where it says nothing.

    Raises nothing: its faults are told together.
    """
    try:
        values, lines = toml_table(text, BRAND_FILE, _GUIDE)
    except IntakeError as error:
        return BrandReading(brand=Brand(digest=""), faults=error.faults)
    if not values:
        return None
    keys, wrong = _keys(values)
    reader = _FilesReader(folder)
    logo = reader.logo(keys.logo) if keys.logo is not None else None
    families = {role: reader.family(role, files) for role in ROLES if (files := getattr(keys.fonts, role))}
    colours = ((name, value) for name in COLOURS if (value := getattr(keys.colours, name)))
    digest = hashlib.sha256(text.encode())
    for path, data in sorted(reader.files.items()):
        digest.update(f"\0{path}\0".encode() + hashlib.sha256(data).digest())
    brand = Brand(
        name=keys.name,
        logo=logo,
        colours=tuple(colours),
        families=tuple((role, family) for role, family in families.items() if family is not None),
        digest=digest.hexdigest(),
    )
    faults = located((*wrong, *reader.faults), lines)
    return BrandReading(brand=brand, faults=faults, lines=lines, files=tuple(sorted(reader.files.items())))


def _keys(values: dict[str, Any]) -> tuple[_BrandKeys, tuple[Fault, ...]]:
    """The keys, and the faults of those that were left out for them."""
    try:
        return _ADAPTER.validate_python(values), ()
    except ValidationError as error:
        good = values
        for item in error.errors(include_url=False):
            good = _without(good, item["loc"][:2])
        return _ADAPTER.validate_python(good), faults_of(error, BRAND_FILE, _BrandKeys, _GUIDE)


def _without(values: dict[str, Any], place: tuple[int | str, ...]) -> dict[str, Any]:
    """The table without what stands at a place; a logo that lacks something is none."""
    key = str(place[0]) if place else ""
    inner = values.get(key)
    if len(place) == 1 or not isinstance(inner, dict) or key == "logo":
        return {name: value for name, value in values.items() if name != key}
    return {**values, key: {name: value for name, value in inner.items() if name != place[1]}}


class _FilesReader:
    """Reads the files a brand names, each fault of them kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files: dict[str, bytes] = {}
        self.faults: list[Fault] = []

    def logo(self, keys: _LogoKeys) -> Logo | None:
        try:
            return read_logo(self._bytes(keys.path, MAX_LOGO_BYTES, _LOGO_WORDS), keys.alt)
        except (PlacedError, RefusalError) as error:
            self._refuse("logo.path", keys.path, error)
            return None

    def family(self, role: str, files: tuple[str, ...]) -> Family | None:
        """A bundled family by its name, or one's own by its files."""
        if files[0] in BUNDLED_FAMILIES:
            return Family(name=files[0], faces=tuple(_bundled_faces(BUNDLED_FAMILIES[files[0]])))
        faces = [face for place, file in enumerate(files) for face in self._face(f"fonts.{role}[{place}]", file)]
        for (weight, _), count in Counter((face.weight, face.is_italic) for face in faces).items():
            if count > 1:
                refusal = Refusal(f"có {count} tệp phông cùng độ đậm {weight}", "giữ mỗi độ đậm một tệp")
                self.faults.append(Fault(BRAND_FILE, f"fonts.{role}", refusal))
        return Family(name=f"thuong-hieu {role}", faces=tuple(faces)) if faces else None

    def _face(self, key: str, file: str) -> Iterator[Typeface]:
        if not file.lower().endswith(".ttf") or "/" in file:
            known = ", ".join(BUNDLED_FAMILIES)
            remedy = f"ghi tên một tệp .ttf trong thư mục {FONTS}, hoặc một họ phông có sẵn: {known}"
            refusal = Refusal.of_unknown(f"không có phông “{file[:80]}”", file, BUNDLED_FAMILIES, remedy)
            self.faults.append(Fault(BRAND_FILE, key, refusal))
            return
        try:
            yield read_typeface(self._bytes(f"{FONTS}/{file}", MAX_FONT_BYTES, _FONT_WORDS), file)
        except (PlacedError, RefusalError) as error:
            self._refuse(key, f"{FONTS}/{file}", error)

    def _bytes(self, path: str, limit: int, words: InnerWords) -> bytes:
        if path not in self.files:
            self.files[path] = inner_bytes(self._folder, path, limit=limit, words=words)
        return self.files[path]

    def _refuse(self, key: str, file: str, error: PlacedError | RefusalError) -> None:
        refusal = Refusal(f"{file[:120]}: {error.refusal.reason}", error.refusal.remedy, error.refusal.suggestion)
        self.faults.append(Fault(BRAND_FILE, key, refusal))


def _bundled_faces(stem: str) -> Iterator[Typeface]:
    """The upright faces of a bundled family, without the half weight that no style asks for."""
    for file in sorted(fonts_dir().glob(f"{stem}-*.ttf")):
        if not file.stem.endswith(("It", "Italic", "Medium")):
            yield read_typeface(file.read_bytes(), file.name)
