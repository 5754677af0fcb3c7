"""The folders of templates and fonts are found, and the fonts can print Vietnamese."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from antq_reports import assets
from antq_reports.errors import AssetsNotFoundError

FONTS = sorted(assets.fonts_dir().rglob("*.ttf"))
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | set(
    "bcdđfghjklmnpqrstvwxz"
)
LETTERS = SMALL | {letter.upper() for letter in SMALL}
SIGNS = set("0123456789.,;:!?()/-“”‘’…–—₫%+−× \u00a0²³")
WITHOUT_TABULAR_DIGITS = "BeVietnamPro"


def make_folders(*folders: Path) -> None:
    """Make the folders and their parents."""
    for folder in folders:
        folder.mkdir(parents=True)


def test_a_checkout_is_found(tmp_path: Path) -> None:
    """Beside the package lie templates/ and fonts/."""
    make_folders(tmp_path / "antq_reports", tmp_path / "templates", tmp_path / "fonts")
    assert tmp_path == assets.find_assets(tmp_path / "antq_reports")


def test_the_package_own_assets_win(tmp_path: Path) -> None:
    """An installed wheel never reads folders that happen to lie in site-packages."""
    bundled = tmp_path / "antq_reports" / "_assets"
    make_folders(bundled, tmp_path / "templates", tmp_path / "fonts")
    assert bundled == assets.find_assets(tmp_path / "antq_reports")


@pytest.mark.parametrize("present", ["templates", "fonts"])
def test_half_a_checkout_is_an_error_that_names_both_places(tmp_path: Path, present: str) -> None:
    """One folder of the two is not enough."""
    package = tmp_path / "antq_reports"
    make_folders(package, tmp_path / present)
    with pytest.raises(AssetsNotFoundError) as caught:
        assets.find_assets(package)
    assert (str(package / "_assets"), str(tmp_path)) == caught.value.looked_in


def test_this_package_finds_its_own(examples_dir: Path) -> None:
    """The tests run in a checkout."""
    root = examples_dir.parent
    assert (root / "templates", root / "fonts") == (assets.templates_dir(), assets.fonts_dir())


def test_there_is_no_python_under_templates() -> None:
    """A Python file there would be packed and importable."""
    assert [] == list(assets.templates_dir().rglob("*.py"))


def test_every_family_brings_its_licence() -> None:
    """The Open Font License must travel with the files."""
    families = sorted(path for path in assets.fonts_dir().iterdir() if path.is_dir())
    assert len(families) >= 3
    assert all(
        "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8").upper() for folder in families
    )


def test_fonts_are_the_files_that_the_readme_names() -> None:
    """The README lists the checksum of every file, and of no other."""
    folder = assets.fonts_dir()
    readme = (folder / "README.md").read_text(encoding="utf-8")
    files = [path for path in folder.rglob("*") if path.suffix in {".ttf", ".txt"}]
    found = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.MULTILINE)} == found


def test_fonts_stay_small() -> None:
    """They travel in every wheel and every clone."""
    assert len(FONTS) >= 10
    assert sum(path.stat().st_size for path in FONTS) < 6_000_000


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_is_static_embeddable_and_prints_vietnamese(path: Path) -> None:
    """No variation table, no embedding ban, every letter with every tone, the signs of a newspaper."""
    with TTFont(path) as font:
        glyphs = font.getBestCmap()
        missing = sorted(char for char in LETTERS | SIGNS if ord(char) not in glyphs)
        assert ([], False, 0) == (missing, "fvar" in font, font["OS/2"].fsType)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_digits_have_one_width(path: Path) -> None:
    """Columns of figures line up in every family but Be Vietnam Pro, which is not for columns."""
    with TTFont(path) as font:
        glyphs, widths = font.getBestCmap(), font["hmtx"]
        is_tabular = len({widths[glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1
    assert is_tabular == (not path.stem.startswith(WITHOUT_TABULAR_DIGITS))


def test_styles_of_a_family_do_not_clash() -> None:
    """One file per family, weight and slope: a second one would silently win or lose."""
    seen = []
    for path in FONTS:
        with TTFont(path) as font:
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
            seen.append((family, font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & 1)))
    assert len(seen) == len(set(seen))
