"""What is missing leaves no hole: metrics, pairs of metrics and whole sections taken away, the prose still reads.

Every variant is checked line by line for the marks of a hole (`reading.holes_in`), and every figure that is left must
still be printed: an absent neighbour may not take a figure along.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from full_catalogue import full_sections
from reading import drawn_text, fold, holes_in
from sampling import sample_by_kind

from antq_reports import Report, load_report, render_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.catalogue.section_texts import SECTION_TEXTS
from antq_reports.figures import Count

EXAMPLES = {"lam-dong-2024": "bao-lam-dong", "quang-nam-2024": "bao-quang-nam"}
Slot = tuple[str, str]


def slots(report: Report) -> list[Slot]:
    """Section and field of every metric and group a report fills; extras under their own name."""
    found: list[Slot] = []
    for section in report.catalogue.sections.values():
        declared = {**section.metrics, **section.groups}
        found += [(section.name, name) for name in declared if getattr(getattr(report, section.name), name)]
    return found + [("extra", extra.id) for extra in report.extra]


def without(report: Report, taken: tuple[Slot, ...]) -> Report:
    """The report with some of its metrics not reported."""
    changed: dict[str, Any] = {}
    for section, name in taken:
        if section in ("", "outlook"):
            changed |= _without_text(report, changed, section, name)
            continue
        if section == "extra":
            changed["extra"] = tuple(extra for extra in changed.get("extra", report.extra) if extra.id != name)
            continue
        part = changed.get(section, getattr(report, section))
        empty = () if isinstance(getattr(part, name), tuple) else None
        changed[section] = part.model_copy(update={name: empty})
    return report.model_copy(update=changed).with_sources(report.sources)


def _without_text(report: Report, changed: dict[str, Any], section: str, name: str) -> dict[str, Any]:
    """A text of the report, or a kind of its closing points, taken away."""
    if section == "outlook":
        outlook = changed.get("outlook", report.outlook)
        return {"outlook": outlook and outlook.model_copy(update={name: ()})}
    return {name: () if isinstance(getattr(report, name), tuple) else None}


def text_slots(report: Report) -> list[Slot]:
    """Every text a person wrote: of the report under no section, of a section, of the closing points."""
    names = ("headline", "lead", "highlights", "subheads", "deeds", "outlook")
    found: list[Slot] = [("", name) for name in names if getattr(report, name)]
    for name, section in report.sections():
        found += [(name, text) for text in SECTION_TEXTS if getattr(section, text)]
    assert report.outlook is not None
    return found + [("outlook", name) for name, points in report.outlook if points]


def faults_of(report: Report, style: str) -> list[str]:
    """Everything wrong with the printed text of a report."""
    brief = render_report(report, style=style)
    found = [f"not printed: {path}" for path in brief.unprinted]
    for line in brief.text.split("\n"):
        is_prose = line.rstrip().endswith((".", "…", "?", "!"))
        holes = holes_in(line) if line else []
        found += [hole for hole in holes if is_prose or not hole.startswith(("lower case", "dangling connector"))]
    return found


@pytest.fixture(scope="module")
def reports(examples_dir: Path) -> dict[str, Report]:
    """The examples without photos: the prose is what is tested."""
    loaded = {name: load_report(examples_dir / f"{name}.toml") for name in EXAMPLES}
    return {name: report.model_copy(update={"photos": ()}) for name, report in loaded.items()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_whole_example_has_no_hole(name: str, reports: dict[str, Report]) -> None:
    """Nothing taken away: the prose is clean to begin with."""
    assert [] == faults_of(reports[name], EXAMPLES[name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_any_one_metric_may_be_missing(name: str, reports: dict[str, Report]) -> None:
    """Each metric, group and extra figure of an example taken away in turn."""
    report = reports[name]
    for slot in slots(report):
        assert ([], slot) == (faults_of(without(report, (slot,)), EXAMPLES[name]), slot)


@pytest.mark.parametrize("name", EXAMPLES)
def test_any_two_metrics_may_be_missing(name: str, reports: dict[str, Report]) -> None:
    """Each pair of metrics taken away in turn; of those of the same two sections one in `make test`."""
    report = reports[name]
    every = itertools.combinations(slots(report), 2)
    for pair in sample_by_kind(every, lambda pair: (pair[0][0], pair[1][0])):
        assert ([], pair) == (faults_of(without(report, pair), EXAMPLES[name]), pair)


@pytest.mark.parametrize("name", EXAMPLES)
def test_any_section_may_be_missing(name: str, reports: dict[str, Report]) -> None:
    """Each section taken away whole, its names and texts too."""
    report = reports[name]
    for section, held in report.sections():
        left = report.model_copy(update={section: type(held)()}).with_sources(report.sources)
        assert ([], section) == (faults_of(left, EXAMPLES[name]), section)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_of_texts_alone_still_reads(name: str, reports: dict[str, Report]) -> None:
    """Every figure taken away at once."""
    report = reports[name]
    assert [] == faults_of(without(report, tuple(slots(report))), EXAMPLES[name])


@pytest.fixture(scope="module")
def in_own_words(examples_dir: Path) -> Report:
    """A report with a text of a person's at every place, naming its figures and typing others."""
    return load_report(examples_dir.parent / "tests" / "data" / "briefs" / "own-words.toml")


@pytest.mark.parametrize("style", EXAMPLES.values())
def test_any_text_and_any_figure_a_text_names_may_be_missing(style: str, in_own_words: Report) -> None:
    """Each text and each metric of a report in a person's own words taken away in turn."""
    every = [*text_slots(in_own_words), *slots(in_own_words)]
    assert [] == faults_of(in_own_words, style)
    for slot in every:
        assert ([], slot) == (faults_of(without(in_own_words, (slot,)), style), slot)


def test_any_two_of_texts_and_figures_may_be_missing(in_own_words: Report) -> None:
    """A text and a metric, two texts, two metrics; of those of the same two sections one in `make test`."""
    every = itertools.combinations([*text_slots(in_own_words), *slots(in_own_words)], 2)
    for pair in sample_by_kind(every, lambda pair: (pair[0][0], pair[1][0])):
        assert ([], pair) == (faults_of(without(in_own_words, pair), "bao-lam-dong"), pair)


def test_all_texts_or_all_figures_may_be_missing(in_own_words: Report) -> None:
    """Texts without figures go where they name one; figures without texts are told by the templates."""
    for taken in (slots(in_own_words), text_slots(in_own_words)):
        assert [] == faults_of(without(in_own_words, tuple(taken)), "bao-lam-dong")


def report_of(sections: dict[str, dict[str, Any]]) -> Report:
    """A report of another province with the given sections."""
    place = {"name": "Hà Tĩnh", "level": "tỉnh"}
    return Report.model_validate({"place": place, "period": "năm 2026", **sections})


def test_the_whole_catalogue_has_no_hole() -> None:
    """Every metric filled: each one is printed."""
    assert [] == faults_of(report_of(full_sections()), "bao-lam-dong")


def alone() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every metric of the catalogue alone, and every two of one section."""
    for section, fields in full_sections().items():
        yield from ((section, (name,)) for name in fields)
        yield from ((section, pair) for pair in itertools.combinations(fields, 2))


def test_every_metric_alone_and_every_two_of_a_section_read_well() -> None:
    """A report with one figure, and with any two of one section: each is printed and the prose has no hole.

    Of the twos of a section, `make test` tries four.
    """
    sections = full_sections()
    for section, names in sample_by_kind(alone(), lambda case: (case[0], case[1] if len(case[1]) == 1 else "two"), 1):
        report = report_of({section: {name: sections[section][name] for name in names}})
        assert ([], section, names) == (faults_of(report, "bao-lam-dong"), section, names)


def zeroed(value: Any) -> Any:
    """The same metric with nothing to count."""
    return 0 if isinstance(value, str) and value[0].isdigit() and "/" not in value and "%" not in value else value


def test_zeros_speak_in_words() -> None:
    """A zero is never "0 vụ": where that is news it says what did not happen, else it stands in the table alone."""
    sections = bundled_catalogue().sections.values()
    counted = [(each.name, *item) for each in sections for item in each.metrics.items() if Count in item[1].takes]
    for section, name, metric in sample_by_kind(
        counted, lambda case: (case[0], case[2].polarity, case[2].zero is None)
    ):
        path, report = f"{section}.{name}", report_of({section: {name: 0}})
        brief = render_report(report)
        assert ([], path) == (faults_of(report, "bao-lam-dong"), path)
        says = metric.polarity == "less"
        assert says == (fold(metric.zero_phrase) in fold(brief.text)), path
        assert 0 in {entry.value for entry in brief.figures if entry.metric == path}


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (
            lambda names: {"models": {"named": names}},
            ["mô hình “A”.", "các mô hình “A”, “B”…", "các mô hình “A”, “B”, “C”…"],
        ),
        (
            lambda names: {"communication": {"campaigns": names}},
            [
                "phong trào “A”.",
                "phong trào “A” và phong trào “B”.",
                "phong trào “A”, phong trào “B” và phong trào “C”.",
            ],
        ),
    ],
)
def test_lists_read_right_at_one_two_and_three(
    count: int, make: Callable[[list[str]], dict[str, Any]], wanted: list[str]
) -> None:
    """Commas between, "và" before the last, an ellipsis where the list goes on."""
    text = render_report(report_of(make(["A", "B", "C"][:count]))).text
    assert wanted[count - 1] in fold(text)


def test_deletion_holds_on_the_drawn_pages(reports: dict[str, Report]) -> None:
    """A sample of deletions looked at in the PDF's own text."""
    report = reports["lam-dong-2024"]
    for slot in slots(report)[::13]:
        drawn = drawn_text(render_report(without(report, (slot,))).pdf)
        assert "None" not in drawn
        assert " ." not in drawn
        assert "()" not in drawn


def test_json_of_a_deletion_is_what_was_deleted(reports: dict[str, Report]) -> None:
    """The deletion helper takes away what it says: else these tests would prove nothing."""
    report = reports["lam-dong-2024"]
    left = without(report, (("weapons", "firearms_surrendered"),))
    assert "firearms_surrendered" in json.dumps(report.model_dump(mode="json", exclude_none=True))
    assert "firearms_surrendered" not in json.dumps(left.model_dump(mode="json", exclude_none=True))
