"""The catalogue read off the declarations, and the figures of one report in its order."""

from __future__ import annotations

from pathlib import Path

from antq_reports import Report
from antq_reports.catalogue import Group, bundled_catalogue, section_models
from antq_reports.load import load_report
from antq_reports.report import reported_figures

ROOT = Path(__file__).resolve().parent.parent.parent
FEWEST_METRICS = 80
CATALOGUE = bundled_catalogue()


def test_paths_are_unique() -> None:
    """A path names one metric; the catalogue is not empty."""
    paths = [entry.path for entry in CATALOGUE.entries]
    assert len(paths) == len(set(paths))
    assert len(paths) >= FEWEST_METRICS


def test_there_are_fourteen_sections() -> None:
    """The sections are the report's own fields, in its order."""
    assert 14 == len(CATALOGUE.sections)
    fields = [name for name in Report.model_fields if name in CATALOGUE.sections]
    assert fields == list(CATALOGUE.sections)


def test_paths_are_those_of_a_file() -> None:
    """A path is the section and the key a person writes."""
    assert all(f"{entry.section}.{entry.name}" == entry.path for entry in CATALOGUE.entries)
    models = section_models(CATALOGUE)
    assert all(entry.name in models[entry.section].model_fields for entry in CATALOGUE.entries)


def test_labels_are_never_empty() -> None:
    """Every metric and group has words of its own."""
    assert all(entry.declaration.label.strip() for entry in CATALOGUE.entries)


def test_every_tuple_of_rows_is_a_group() -> None:
    """The groups are those of pledges, prosecutions, grading and awards."""
    groups = {entry.path for entry in CATALOGUE.entries if isinstance(entry.declaration, Group)}
    expected = {
        "commitments.transport_pledges_by_group",
        "crime_results.prosecutions_by_field",
        "standards.movement_grading",
        "rewards.awards",
    }
    assert expected <= groups


def test_reported_figures_are_those_of_the_file() -> None:
    """Each figure of an example comes once, labelled, its path resolving to it."""
    report = load_report(ROOT / "examples" / "lam-dong-2024.toml")
    reported = list(reported_figures(report))
    assert 38 == len(reported) == len({each.path for each in reported})
    assert all(each.label for each in reported)
    assert "commitments.transport_pledges_by_group[4]" in {each.path for each in reported}


def test_rows_awards_and_extras_have_paths_and_labels() -> None:
    """Rows are numbered, awards name their form and giver, extras come last under their id."""
    report = Report.model_validate(
        {
            "place": {"name": "A"},
            "period": "năm 2024",
            "crime_results": {"prosecutions_by_field": ["5 vụ ma túy", {"label": "kinh tế"}]},
            "rewards": {"awards": [{"form": "Cờ thi đua", "level": "Bộ Công an", "collectives": 3}]},
            "extra": [{"id": "x", "label": "Số khác", "section": "tips", "figure": 7}],
        }
    )
    found = [(each.path, each.label) for each in reported_figures(report)]
    expected = [
        ("crime_results.prosecutions_by_field[0]", "vụ án khởi tố theo lĩnh vực: vụ ma túy"),
        ("rewards.awards[0].collectives", "tập thể được khen thưởng: Cờ thi đua của Bộ Công an"),
        ("extra.x", "Số khác"),
    ]
    assert expected == found


def test_a_report_without_figures_has_none() -> None:
    """None is not zero: a section left out gives nothing."""
    report = Report.model_validate({"place": {"name": "A"}, "period": "năm 2024"})
    assert [] == list(reported_figures(report))
