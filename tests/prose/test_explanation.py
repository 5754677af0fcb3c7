"""The plan explained, and overruled in the report."""

from __future__ import annotations

from typing import Any

from antq_reports import RenderedReport, Report, render_report

FIGURES: dict[str, dict[str, Any]] = {
    "tips": {"public_tips": 120},
    "weapons": {"firearms_surrendered": 12},
    "models": {"models_active": 9},
    "welfare": {"gifts": 40, "gift_value": "12 triệu đồng"},
    "communication": {"leaflets_distributed": 900},
    "core_force": {"security_teams": 8},
}


def brief(**choices: Any) -> RenderedReport:
    """A commune's brief with what it chooses."""
    place = {"name": "Tân Hà", "level": "xã"}
    more = {"plan": choices} if choices else {}
    return render_report(Report.model_validate({"place": place, "period": "năm 2026", **FIGURES, **more}))


def places(made: RenderedReport) -> dict[str, tuple[str, ...]]:
    """Where each figure stands."""
    return {each.path: each.places for each in made.plan}


def test_every_figure_is_explained_best_news_first() -> None:
    """With its score, why, and where a reader meets it."""
    made = brief()
    assert sorted(entry.score for entry in made.plan) == [entry.score for entry in reversed(made.plan)]
    found = places(made)
    assert {*found} == {f"{section}.{key}" for section, figures in FIGURES.items() for key in figures}
    assert "đoạn mở" in found["tips.public_tips"]
    assert "bài" in found["welfare.gifts"]
    assert {"số liệu"} == {each.reason for each in made.plan}


def test_what_the_report_chooses_goes_before_the_news() -> None:
    """Headline, lead and strip; each thing told, or left to the table."""
    made = brief(
        headline="models.models_active",
        lead=["core_force.security_teams", "models.models_active"],
        strip=["welfare.gifts", "communication.leaflets_distributed"],
        table=["weapons.firearms_surrendered"],
    )
    lead = places(made)
    assert "\nTân Hà: duy trì 9 mô hình" in made.text.replace("\u00a0", " ")
    assert "đoạn mở" in lead["core_force.security_teams"]
    assert "dải số" in lead["communication.leaflets_distributed"]
    assert "dải số" not in lead["tips.public_tips"]
    assert "bài" not in lead["weapons.firearms_surrendered"]


def test_the_order_of_the_parts_is_the_reports() -> None:
    """Sections that it names first, in its order; the rest by their news."""
    text = brief(order=["welfare", "communication"]).text
    assert text.index("suất quà") < text.index("tờ rơi")
    other = brief(order=["communication", "welfare"]).text
    assert other.index("tờ rơi") < other.index("12 triệu")
