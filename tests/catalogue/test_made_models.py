"""Models made from a catalogue: once per content, and their instances travel to a process that never made them."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from own_subject import EXTENSION, FIRE, another_process, catalogue_of
from pydantic import BaseModel, ValidationError

from antq_reports import bundled
from antq_reports.catalogue import Catalogue, Row, Section, bundled_catalogue, section_models
from antq_reports.catalogue.made_models import class_name, row_class_name, row_model
from antq_reports.catalogue.section_texts import SECTION_TEXTS
from antq_reports.figures import Count
from antq_reports.report import SourceMap, report_class
from antq_reports.report.origin import Origin

BUNDLED, OWN, EXTENDED = bundled_catalogue(), catalogue_of(FIRE), catalogue_of(EXTENSION)
HEAD: dict[str, Any] = {"place": {"name": "Lâm Đồng"}, "period": "năm 2026"}


class Derived(bundled.Weapons):
    """A class that somebody derived: it can be imported."""


def instances() -> dict[str, BaseModel]:
    """A section, a row and a report of every catalogue."""
    weapons = {"detonators": 5, "period": "6 tháng đầu năm 2026"}
    fires = {"count": "hơn 5 vụ"}
    sources = SourceMap(file="a.toml", places={"fires.count": (Origin(file="a.toml", line=3),)})
    own = {**HEAD, "fires": fires, "teams": {"drills": ["ở chợ: 5 buổi"]}}
    extended = {**HEAD, "weapons": {**weapons, "homemade_guns": 3}, "rewards": {"awards": ["Cờ: 1 tập thể"]}}
    return {
        "bundled section": section_models(BUNDLED)["weapons"].model_validate(weapons),
        "bundled row": row_model(BUNDLED, "rewards", "awards").model_validate("Cờ của Bộ Công an: 1 tập thể"),
        "bundled report": report_class(BUNDLED).model_validate({**HEAD, "weapons": weapons}),
        "own section": section_models(OWN)["fires"].model_validate(fires),
        "own row": row_model(OWN, "teams", "drills").model_validate("ở chợ: 5 buổi"),
        "own report": report_class(OWN).model_validate(own).with_sources(sources),
        "extended section": section_models(EXTENDED)["forests"].model_validate({"patrols": 5}),
        "extended row": row_model(EXTENDED, "rewards", "awards").model_validate("Cờ: 1 tập thể"),
        "extended report": report_class(EXTENDED).model_validate(extended),
        "derived section": Derived.model_validate(weapons),
    }


INSTANCES = instances()
every_instance = pytest.mark.parametrize("made", INSTANCES.values(), ids=INSTANCES)


def looked_at(made: BaseModel) -> tuple[str, str, str, Any, Any]:
    """What another process sees of an instance: its class, its data, what was set, where it was read."""
    kind = type(made)
    places = getattr(getattr(made, "sources", None), "places", None)
    return f"{kind.__module__}.{kind.__name__}", made.model_dump_json(), repr(made), made.model_fields_set, places


def sent_back(made: BaseModel) -> BaseModel:
    """What came, as it came."""
    return made


def test_instances_travel_to_a_process_that_never_made_their_class() -> None:
    """And are equal, of the same class, when they come back."""
    with another_process() as call:
        for name, made in INSTANCES.items():
            assert (name, looked_at(made)) == (name, call(looked_at, made))
            back = call(sent_back, made)
            assert (name, made, type(made)) == (name, back, type(back))
            assert looked_at(made) == looked_at(back)


@every_instance
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_instances_are_pickled_and_copied(made: BaseModel, protocol: int) -> None:
    """By every protocol of pickle, and by copy."""
    for back in (pickle.loads(pickle.dumps(made, protocol)), copy.copy(made), copy.deepcopy(made), made.model_copy()):
        assert (made, type(made), looked_at(made)) == (back, type(back), looked_at(back))


@every_instance
def test_instances_are_pickled_by_cloudpickle(made: BaseModel) -> None:
    """As dask does: by their catalogue, without the class."""
    cloudpickle = pytest.importorskip("cloudpickle")
    back = pickle.loads(cloudpickle.dumps(made))
    assert (made, type(made), looked_at(made)) == (back, type(back), looked_at(back))


def test_many_reports_carry_their_catalogue_once() -> None:
    """A list of them is no larger for it."""
    report = INSTANCES["own report"]
    one, ten = len(pickle.dumps([report])), len(pickle.dumps([report.model_copy() for _ in range(10)]))
    assert ten - one < 9 * (one - len(pickle.dumps(OWN)))


@pytest.mark.parametrize("text", [FIRE, EXTENSION])
def test_classes_are_made_once_per_content(text: str) -> None:
    """Whoever reads the catalogue again gets the same classes; a word more gives others."""
    one, again = catalogue_of(text), catalogue_of(f"# chú thích\n{text}")
    other = catalogue_of(text.replace('polarity = "more"', 'polarity = "neutral"', 1))
    assert section_models(one) is section_models(again)
    assert report_class(one) is report_class(again)
    assert not set(section_models(one).values()) & set(section_models(other).values())


def test_a_row_model_is_that_of_its_sections_field() -> None:
    """Made once, by whichever is asked first."""
    section = section_models(OWN)["teams"].model_validate({"drills": ["5 buổi"]})
    assert [row_model(OWN, "teams", "drills")] == [type(row) for row in getattr(section, "drills")]  # noqa: B009 - made


def fields_of(catalogue: Catalogue) -> dict[str, list[str]]:
    """The fields of every section's model."""
    return {name: list(model.model_fields) for name, model in section_models(catalogue).items()}


@pytest.mark.parametrize("catalogue", [BUNDLED, OWN, EXTENDED], ids=lambda catalogue: catalogue.name)
def test_a_model_has_what_its_section_declares(catalogue: Catalogue) -> None:
    """Its period, its texts and the declared fields, in order; its declaration is the section's."""
    beside = ["period", *SECTION_TEXTS, "extra"]
    expected = {name: [*beside, *section.fields] for name, section in catalogue.sections.items()}
    assert expected == fields_of(catalogue)
    for name, model in section_models(catalogue).items():
        assert issubclass(model, Section)
        assert catalogue.sections[name] is model.declaration or catalogue.sections[name] == model.declaration


def test_a_row_has_heads_and_columns() -> None:
    """Heads are needed unless they may be left out; columns never are."""
    fields = row_model(BUNDLED, "rewards", "awards").model_fields
    assert {"form": True, "level": False, "collectives": False, "individuals": False} == {
        name: field.is_required() for name, field in fields.items()
    }
    assert issubclass(row_model(BUNDLED, "rewards", "awards"), Row)


def test_names_hold_what_they_declare() -> None:
    """A list, one name, one with a default."""
    models = section_models(BUNDLED)
    assert ("An toàn về an ninh, trật tự", None, ()) == (
        getattr(models["standards"](), "standard_name"),  # noqa: B009 - made while running
        getattr(models["models"](), "highlighted"),  # noqa: B009
        getattr(models["models"](), "named"),  # noqa: B009
    )


def test_old_keys_are_read_and_new_ones_written() -> None:
    """A metric that was renamed takes the reports of years before."""
    text = FIRE.replace('label = "vụ cháy", ', 'label = "vụ cháy", was = "fire_count", ')
    model = section_models(catalogue_of(text))["fires"]
    made = model.model_validate({"fire_count": 5})
    assert {"count": Count(value=5, unit="vụ")} == {name: getattr(made, name) for name in made.model_fields_set}
    with pytest.raises(ValidationError, match="fire_count"):
        model.model_validate({"fire_count": 5, "count": 6})


@pytest.mark.parametrize(
    ("key", "section", "row"),
    [("core_force", "CoreForce", "CoreForceRow"), ("tips", "Tips", "TipsRow"), ("a1_b", "A1B", "A1BRow")],
)
def test_a_class_is_called_by_its_key(key: str, section: str, row: str) -> None:
    """In capitals."""
    assert (section, row) == (class_name(key), row_class_name(key))
