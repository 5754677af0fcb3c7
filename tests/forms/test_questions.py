"""The forms, derived from the metric declarations."""

from __future__ import annotations

import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.forms.questions import questions_of

CATALOGUE = bundled_catalogue()
QUESTIONS = questions_of(CATALOGUE)


def test_every_metric_of_the_catalogue_is_a_question() -> None:
    """Nothing is listed twice, nothing left out."""
    assert [entry.path for entry in CATALOGUE.entries] == list(QUESTIONS.by_path)


def test_every_section_has_a_sheet_name() -> None:
    """Short enough for Excel, without the signs it forbids, each its own."""
    titles = [section.title for section in CATALOGUE.sections.values()]
    assert "" not in titles
    assert len(titles) == len({title.casefold() for title in titles})
    assert [] == [title for title in titles if len(title) > 31 or set(title) & set("[]:*?/\\")]


def test_a_commune_is_not_asked_what_the_departments_report() -> None:
    """Nor for changes, which are computed from two columns."""
    asked = {question.path for question in QUESTIONS.of_communes()}
    assert set() == asked & {"context.population", "traffic_safety.traffic_deaths_change"}


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("weapons.detonators", ("weapons.detonators",)),
        ("tips.crime_reports_resolved", ("tips.crime_reports_resolved#part", "tips.crime_reports_resolved#whole")),
        (
            "traffic_safety.school_traffic_sessions",
            ("traffic_safety.school_traffic_sessions#first", "traffic_safety.school_traffic_sessions#second"),
        ),
        ("standards.safe_communes", ("standards.safe_communes",)),
    ],
)
def test_an_answer_has_its_cells(path: str, ids: tuple[str, ...]) -> None:
    """Two for parts of a whole and pairs, one for the rest."""
    assert ids == QUESTIONS.by_path[path].slot_ids()


def test_every_id_names_its_slot_and_has_a_label() -> None:
    """In both forms."""
    for question in QUESTIONS.by_path.values():
        for identifier in (*question.slot_ids(), *question.column_ids()):
            slot = QUESTIONS.slot_of(identifier)
            assert slot is not None
            assert question is slot.question
            assert slot.label


@pytest.mark.parametrize(
    "identifier",
    ["", "weapons", "weapons.tanks", "weapons.detonators#part", "weapons.detonators[0]", "rewards.awards[0]", "x.y.z"],
)
def test_what_is_no_id_names_nothing(identifier: str) -> None:
    """Unknown metrics, parts a metric has not, rows of what is no list."""
    assert QUESTIONS.slot_of(identifier) is None
