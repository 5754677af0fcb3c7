"""The report: strict, equal whatever its sources, picklable, and described by a JSON Schema its examples meet."""

from __future__ import annotations

import json
import pickle
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports import Report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import Fault
from antq_reports.figures import Period
from antq_reports.intake import faults_of
from antq_reports.report import Origin, SourceMap

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
DETONATORS = Origin(file="a.toml", line=3, path="weapons.detonators")
SMALL: dict[str, Any] = {"place": {"name": "Lâm Đồng"}, "period": "năm 2024"}
PHOTO = {"path": "a.png", "caption": "Chú thích", "alt": "Mô tả"}
EXTRA = {"id": "x", "label": "Số khác", "section": "tips", "figure": 5}
SECTIONS = tuple(bundled_catalogue().sections)
SCHEMA = Report.model_json_schema()
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}


def report(**values: Any) -> Report:
    """Return the smallest report with some values more."""
    return Report.model_validate({**SMALL, **values})


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value meets a schema, for the words pydantic uses; other words are passed over."""
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema:
        return any(fits(value, choice) for choice in schema["anyOf"])
    if "oneOf" in schema:
        return 1 == sum(fits(value, choice) for choice in schema["oneOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    kind = schema.get("type")
    if kind is not None and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        return False
    if kind == "string":
        return "pattern" not in schema or re.search(schema["pattern"], value) is not None
    if kind == "array":
        return len(value) <= schema.get("maxItems", 10**6) and all(fits(item, schema["items"]) for item in value)
    if kind == "object":
        if "properties" not in schema:  # a table of texts by key
            return all(fits(item, schema["additionalProperties"]) for item in value.values())
        known = schema["properties"]
        return set(schema.get("required", ())) <= set(value) <= set(known) and all(
            fits(item, known[name]) for name, item in value.items()
        )
    return True


def as_json(path: Path) -> dict[str, Any]:
    """Return a TOML file's values as JSON has them: dates as text."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    values: dict[str, Any] = json.loads(json.dumps(raw, default=str))
    return values


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_meet_the_schema(example: Path) -> None:
    """What people write, short forms and all, is valid by the schema we hand out."""
    assert fits(as_json(example), SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        {"wepons": {}},
        {"weapons": {"firearms_surrendered": 1.5}},
        {"weapons": {"firearms_surrendered": [1]}},
        {"frame": "other"},
        {"place": {}},
        {"commitments": {"transport_pledges_by_group": [5]}},
        {"actors": "một người"},
    ],
)
def test_schema_refuses_what_validation_refuses(change: dict[str, Any]) -> None:
    """The schema is no empty promise: it and validation agree on what is wrong."""
    assert not fits({**SMALL, **change}, SCHEMA)
    with pytest.raises(ValidationError):
        report(**change)


@pytest.mark.parametrize("entry", bundled_catalogue().entries, ids=lambda entry: entry.path)
def test_schema_has_every_metric_with_its_short_forms(entry: Any) -> None:
    """A metric's schema bears its label and takes text and whole numbers; a row takes text."""
    section = SCHEMA["$defs"][SCHEMA["properties"][entry.section]["$ref"].removeprefix("#/$defs/")]
    field = section["properties"][entry.name]
    if field.get("type") == "array":
        row = SCHEMA["$defs"][field["items"]["$ref"].removeprefix("#/$defs/")]
        assert fits("236 chủ xe", row)
        return
    assert entry.declaration.label == field["title"]
    assert fits("trên 550", field)
    assert fits(1584, field)
    assert fits(None, field)


def test_schema_takes_a_period_by_its_label() -> None:
    """A period's schema shows the label alone and the mapping."""
    assert fits("năm 2024", SCHEMA["properties"]["period"])
    assert fits({"label": "năm 2024", "start": "2024-01-01"}, SCHEMA["properties"]["period"])


def test_required_figure_has_no_default_in_the_schema() -> None:
    """An extra figure must have its figure; the schema says so."""
    extra = SCHEMA["$defs"]["ExtraFigure"]
    assert "figure" in extra["required"]
    assert "default" not in extra["properties"]["figure"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_json_of_a_report_is_the_report(example: Path) -> None:
    """A report written as JSON reads back equal: nothing is lost or bent."""
    whole = Report.model_validate(as_json(example))
    assert whole == Report.model_validate(json.loads(whole.model_dump_json()))


def test_dates_are_equal_however_written() -> None:
    """TOML dates and JSON texts give the same periods: of the report, of a section, of a figure."""
    days: tuple[tuple[Any, Any], ...] = (("2024-01-01", "2024-06-30"), (date(2024, 1, 1), date(2024, 6, 30)))
    first, second = (
        report(
            period={"label": "a", "start": start, "end": end},
            date=end,
            weapons={
                "period": {"label": "b", "start": start, "end": end},
                "detonators": {"kind": "count", "value": 5, "period": {"label": "c", "start": start, "end": end}},
            },
        )
        for start, end in days
    )
    assert first == second
    assert Period(label="a", start=date(2024, 1, 1), end=date(2024, 6, 30)) == first.period


def test_sources_take_no_part_in_equality() -> None:
    """Where a report was read changes neither its equality nor its hash."""
    plain = report(weapons={"detonators": 5})
    sourced = plain.with_sources(SourceMap(file="a.toml", places={"weapons.detonators": (DETONATORS,)}))
    assert plain == sourced
    assert hash(plain) == hash(sourced)
    assert SourceMap() == plain.sources


def test_sources_survive_pickling_and_copies() -> None:
    """A report that went through a process pool still knows its places."""
    sources = SourceMap(file="a.toml", folder=Path("/tmp"), places={"weapons.detonators": (DETONATORS,)})
    sourced = report(weapons={"detonators": 5}).with_sources(sources)
    back = pickle.loads(pickle.dumps(sourced))
    assert sourced == back
    assert sources == back.sources == sourced.model_copy().sources


def test_place_of_a_path() -> None:
    """A path has its own place, else the file's, else none."""
    sources = SourceMap(file="a.toml", places={"weapons.detonators": (DETONATORS,)})
    assert "a.toml, dòng 3: weapons.detonators" == sources.place_of("weapons.detonators")
    assert "a.toml: tips.public_tips" == sources.place_of("tips.public_tips")
    assert SourceMap().place_of("tips.public_tips") is None


def test_reports_differ_by_their_figures() -> None:
    """One figure more and the reports are not equal; a report is no other thing."""
    assert report(weapons={"detonators": 5}) != report(weapons={"detonators": 6})
    assert report() != SMALL


def test_zero_is_not_absent() -> None:
    """Zero is a figure; a key left out is none."""
    assert report(weapons={"detonators": 0}) != report()


def test_visit_needs_its_section() -> None:
    """A visit's brief has a visit to tell of."""
    with pytest.raises(ValidationError, match="cần mục \\[visit\\]"):
        report(frame="visit")


def test_extras_have_an_id_each() -> None:
    """Two extras of one id could not be told apart."""
    with pytest.raises(ValidationError, match="extra trùng id: x"):
        report(extra=[EXTRA, EXTRA])


def only_fault(**values: Any) -> Fault:
    """Return the one fault of the smallest report with some values more."""
    with pytest.raises(ValidationError) as caught:
        report(**values)
    (fault,) = faults_of(caught.value, "a.toml", Report)
    return fault


@pytest.mark.parametrize("after", [*SECTIONS, "lead", "visit", None])
def test_photo_stands_after_any_section(after: str | None) -> None:
    """Every section of the catalogue, the opening and the visit are places for a photo."""
    assert after == report(photos=[{**PHOTO, "after": after}]).photos[0].after


@pytest.mark.parametrize("section", SECTIONS)
def test_an_extra_belongs_to_any_section(section: str) -> None:
    """Every section of the catalogue may hold a figure beyond it."""
    assert section == report(extra=[{**EXTRA, "section": section}]).extra[0].section


def test_unknown_place_of_a_photo_is_one_fault() -> None:
    """One fault at the key itself, with the section meant, or naming every place there is."""
    near = only_fault(photos=[PHOTO, {**PHOTO, "after": "weapon"}])
    assert ("photos[1].after", "không có mục “weapon”", "có phải “weapons”?") == (near.path, near.message, near.remedy)
    far = only_fault(photos=[{**PHOTO, "after": "zzz"}])
    assert f"chọn một trong: {', '.join((*SECTIONS, 'lead', 'visit'))}" == far.remedy


def test_unknown_section_of_an_extra_is_one_fault() -> None:
    """The same for figures beyond the catalogue; what is a place for photos alone is no section."""
    near = only_fault(extra=[EXTRA, {**EXTRA, "id": "y", "section": "tipps"}])
    assert ("extra[1].section", "không có mục “tipps”", "có phải “tips”?") == (near.path, near.message, near.remedy)
    far = only_fault(extra=[{**EXTRA, "section": "lead"}])
    assert ("extra[0].section", f"chọn một trong: {', '.join(SECTIONS)}") == (far.path, far.remedy)


def test_lists_are_bounded() -> None:
    """A brief is no register: sixty rows are the most."""
    assert 60 == len(report(actors=["a"] * 60).actors)
    with pytest.raises(ValidationError, match="actors"):
        report(actors=["a"] * 61)


def test_report_is_frozen() -> None:
    """Nobody writes into a validated report."""
    with pytest.raises(ValidationError, match="frozen"):
        report().headline = "x"  # type: ignore[misc]  # the assignment is what is tested
