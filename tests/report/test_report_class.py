"""The report of a subject: made once per content, of its sections and no others, and no place for strange fields."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from own_subject import EXTENSION, FIRE, catalogue_of, write_subject
from pydantic import ValidationError

from antq_reports.bundled import Report
from antq_reports.catalogue import Catalogue, bundled_catalogue
from antq_reports.errors import IntakeError, SubjectError, SubjectFieldError
from antq_reports.report import BaseReport, report_class, report_class_of, reported_figures

HEAD: dict[str, Any] = {"place": {"name": "Lâm Đồng"}, "period": "năm 2026"}
CATALOGUES = [bundled_catalogue(), catalogue_of(FIRE), catalogue_of(EXTENSION)]
every_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda catalogue: catalogue.name)


class Plain(Report):
    """A class with methods of its own, and no field."""

    def year(self) -> str:
        """Return the period's label."""
        return str(self.period.label)


@every_catalogue
def test_a_report_has_what_all_have_and_its_sections(catalogue: Catalogue) -> None:
    """In the order of the catalogue, each reported by default with nothing in it."""
    model = report_class(catalogue)
    assert [*BaseReport.model_fields, *catalogue.sections] == list(model.model_fields)
    report = model.model_validate(HEAD)
    assert list(catalogue.sections) == [name for name, _ in report.sections()]
    assert (catalogue.name, catalogue, []) == (report.subject, report.catalogue, list(reported_figures(report)))


@every_catalogue
def test_a_report_is_of_its_subject_alone(catalogue: Catalogue) -> None:
    """Another subject's data are not taken for it."""
    model = report_class(catalogue)
    assert model.model_validate({**HEAD, "subject": catalogue.name}) == model.model_validate(HEAD)
    with pytest.raises(ValidationError, match="subject"):
        model.model_validate({**HEAD, "subject": "khac"})


@every_catalogue
def test_a_class_is_made_once_and_called_report(catalogue: Catalogue) -> None:
    """The bundled one can be imported; the schema of each tells its own title."""
    model = report_class(catalogue)
    assert model is report_class(catalogue)
    assert ("Report", BaseReport.__doc__) == (model.__name__, model.__doc__)
    assert f"Chủ đề của báo cáo: {catalogue.title}" == model.model_json_schema()["properties"]["subject"]["description"]


def test_the_reports_of_two_subjects_are_never_equal() -> None:
    """Even where both say the same."""
    one, other = (report_class(catalogue).model_validate(HEAD) for catalogue in CATALOGUES[:2])
    assert one != other


def test_sections_and_rows_are_found_by_name() -> None:
    """As what knows no class looks for them."""
    report = report_class(CATALOGUES[1]).model_validate({**HEAD, "teams": {"drills": ["5 buổi", "ở chợ: 2 buổi"]}})
    assert report.section("teams") is getattr(report, "teams")  # noqa: B009 - made while running
    assert ["buổi", "ở chợ"] == [row.words for row in report.rows("teams", "drills")]


def test_the_class_of_a_folder_is_that_of_its_subject(tmp_path: Path) -> None:
    """Or of the subject named; without a catalogue that of the default one."""
    folder = write_subject(tmp_path / "mau", FIRE)
    assert report_class(catalogue_of(FIRE)) is report_class_of(folder)
    assert Report is report_class_of(folder, "toan-dan-bao-ve-antq") is report_class_of(tmp_path)
    with pytest.raises(SubjectError, match="không có chủ đề “khac”"):
        report_class_of(folder, "khac")
    with pytest.raises(IntakeError, match="thiếu khóa “title”"):
        report_class_of(write_subject(tmp_path / "b", FIRE.replace("title = ", "about = ")))


def test_a_class_with_strange_fields_is_refused_in_words() -> None:
    """Nothing would sum, print or verify them: they belong in a catalogue."""
    with pytest.raises(SubjectFieldError) as caught:

        class Strange(Report):
            """A class with a field and one more."""

            boats: int = 0
            arms: int = 0

    told = "lớp Strange có trường ngoài danh mục: arms, boats; khai báo trong catalogue.toml của chủ đề"
    assert told == str(caught.value)
    assert told == str(pickle.loads(pickle.dumps(caught.value)))
    assert isinstance(caught.value, TypeError)


def test_a_class_without_fields_of_its_own_may_be_derived() -> None:
    """It can be imported, and travels as what it is."""
    report = Plain.model_validate({**HEAD, "weapons": {"detonators": 5}})
    back = pickle.loads(pickle.dumps(report))
    assert (report, Plain, "năm 2026") == (back, type(back), back.year())
    assert report != Report.model_validate({**HEAD, "weapons": {"detonators": 5}})


def test_a_section_that_a_derived_class_narrows_is_no_strange_field() -> None:
    """A declared name may be declared again."""

    class Narrow(Report):
        """A class that needs a headline."""

        headline: str

    with pytest.raises(ValidationError, match="headline"):
        Narrow.model_validate(HEAD)
