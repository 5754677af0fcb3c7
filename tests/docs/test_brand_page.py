"""The guide to ``brand.toml``: its examples are sound, its tables whole, the fault it shows is the one that is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from brand_kit import BRAND, brand_folder, font_with, write_fonts
from prose_kit import report_of

from antq_reports import render_report
from antq_reports.brand import read_brand
from antq_reports.brand.brand import COLOURS, ROLES
from antq_reports.errors import BrandError
from antq_reports.report import Photo

PAGE = (Path(__file__).parent.parent.parent / "docs" / "thuong-hieu.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_example_prints(tmp_path: Path) -> None:
    """With files of the names it gives."""
    write_fonts(
        tmp_path, [(f"Cua Toi-{name}.ttf", font_with(weight=at)) for name, at in (("Regular", 400), ("Bold", 700))]
    )
    (tmp_path / "logo.svg").write_bytes((BRAND / "logo.svg").read_bytes())
    (tmp_path / "brand.toml").write_text(EXAMPLE, encoding="utf-8")
    assert "Ban Chỉ đạo" in render_report(report_of(weapons={"detonators": 5}), templates=tmp_path).html
    found = read_brand(tmp_path, EXAMPLE)
    assert found is not None
    assert () == found.faults


@pytest.mark.parametrize("told", [COLOURS, ROLES])
def test_every_key_is_told(told: dict[str, str]) -> None:
    """In the words of the programme, and in the file that is copied."""
    copied = (BRAND.parents[2] / "templates" / "brand.toml").read_text(encoding="utf-8")
    for name, words in told.items():
        assert f"| `{name}` | {words} |" in PAGE
        assert re.search(rf"^# {name} = .+# {re.escape(words)}$", copied, re.MULTILINE)


def test_the_fault_shown_is_the_fault_told(tmp_path: Path) -> None:
    """Of a yellow that nobody could read."""
    folder = brand_folder(tmp_path, ('accent = "#1f4e8c"', 'accent = "#f7c948"'))
    with pytest.raises(BrandError) as caught:
        render_report(report_of(weapons={"detonators": 5}), templates=folder)
    assert f"Lỗi: {caught.value}" in PAGE


def test_the_words_for_a_point_are_taken() -> None:
    """As the page shows them."""
    for focus in re.findall(r"“?\"(trên|giữa|dưới phải)\"", PAGE):
        assert Photo.model_validate({"path": "a.jpg", "caption": "a", "alt": "b", "focus": focus}).focus
