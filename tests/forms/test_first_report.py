"""A first report file: it reads at once, and with a line's mark taken away so does that line."""

from __future__ import annotations

from pathlib import Path

import pytest

from antq_reports import load_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.forms.first_report import first_report, write_first_report
from antq_reports.report import reported_figures

TEXT = first_report(bundled_catalogue(), "tỉnh Hà Tĩnh", "năm 2026")


def test_it_reads_as_a_report_without_figures(tmp_path: Path) -> None:
    """Place and period are there, and no photo is asked for."""
    report = load_report(write_first_report(tmp_path / "a.toml", bundled_catalogue(), "tỉnh Hà Tĩnh", "năm 2026"))
    assert ("tỉnh Hà Tĩnh", "năm 2026", []) == (
        report.place.full_name,
        report.period.label,
        list(reported_figures(report)),
    )


@pytest.mark.parametrize("entry", bundled_catalogue().entries, ids=lambda entry: entry.path)
def test_every_example_is_read_when_its_mark_goes(entry: object, tmp_path: Path) -> None:
    """Each key of the catalogue stands there once with a value it takes."""
    section, _, name = str(entry.path).partition(".")  # type: ignore[attr-defined]  # an entry of the catalogue
    head, _, rest = TEXT.partition(f"[{section}]")
    own, mark, others = rest.partition("\n[")
    assert 1 == own.count(f"\n# {name} = ")
    (tmp_path / "a.toml").write_text(
        f"{head}[{section}]{own.replace(f'# {name} = ', f'{name} = ')}{mark}{others}", encoding="utf-8"
    )
    assert 1 <= len(list(reported_figures(load_report(tmp_path / "a.toml"))))


def test_the_texts_shown_are_read_when_their_marks_go(tmp_path: Path) -> None:
    """With a figure typed in one of them."""
    text = TEXT
    for name in ("headline", "lead", "highlights", "outlook"):
        assert 1 == text.count(f"\n# {name} = ")
        text = text.replace(f"\n# {name} = ", f"\n{name} = ")
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    report = load_report(tmp_path / "a.toml")
    assert report.lead is not None
    assert "{1.204 tin}" in report.lead
    assert report.outlook is not None
