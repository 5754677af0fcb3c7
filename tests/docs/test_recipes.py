"""The recipes for whoever edits wording: every template in them is free of faults and says something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from antq_reports import read_report, render_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.prose import read_templates
from antq_reports.prose.template_review import review_templates

PAGE = (Path(__file__).parent.parent.parent / "docs" / "loi-van.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
REPORT = {
    "place": "xã Tân Hà",
    "period": 2026,
    "tips.public_tips": 1_584,
    "tips.valuable_tips": 412,
    "weapons.firearms_surrendered": 12,
    "weapons.ammunition_surrendered": 30,
    "models.security_cameras": 81,
}


def test_there_are_twelve() -> None:
    """As the page says."""
    assert [str(number) for number in range(1, 13)] == re.findall(r"^## (\d+)\.", PAGE, re.MULTILINE)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_is_sound_and_prints(recipe: str, tmp_path: Path) -> None:
    """In the place of a section's wording; a headline in its own."""
    name = "frames/year-end-headline.j2" if 'stop=""' in recipe else "sections/tips.j2"
    path = tmp_path / "prose" / name
    path.parent.mkdir(parents=True)
    path.write_text(recipe, encoding="utf-8")
    assert [] == review_templates(read_templates(tmp_path), bundled_catalogue())
    figures = {**REPORT, "models.models_active": {"text": "24 mô hình", "period": "6 tháng đầu năm 2026"}}
    printed = render_report(read_report(figures), templates=tmp_path).text
    kept = [each.strip(" ,:\n") for each in re.split(r"\{%.*?%\}|\{\{.*?\}\}|\n", recipe)]
    assert any(each and each.casefold() in printed.casefold() for each in kept)
    assert printed != render_report(read_report(figures)).text
