"""One catalogue laid over another: key by key, sections in the place they name, faults with its own lines."""

from __future__ import annotations

import pytest
from own_subject import EXTENSION, catalogue_of, faults_of, told

from antq_reports.catalogue import Metric, bundled_catalogue, subject_names
from antq_reports.catalogue.catalogue_file import merge

HEAD = 'name = "chua-chay"\ntitle = "Chữa cháy"\n'
COUNT = 'count = { label = "vụ cháy", unit = "vụ" }\n'


def test_an_extension_has_what_it_extends_and_its_own() -> None:
    """New metrics behind the old ones of their section, new sections behind the one named."""
    base, own = bundled_catalogue(), catalogue_of(EXTENSION)
    assert {"weapons.homemade_guns", "tips.hotline_calls", "forests.patrols"} <= set(own.by_path)
    assert 5 == len(own.entries) - len(base.entries)
    assert base.by_path == {path: own.by_path[path] for path in base.by_path}
    names = list(own.sections)
    assert "forests" == names[names.index("weapons") + 1]
    assert list(base.sections) == [name for name in names if name != "forests"]
    assert "homemade_guns" == list(own.sections["weapons"].fields)[-1]
    assert ("lam-dong-bao-ve-antq", base.name, False) == (own.name, own.base, own.is_bundled)


def test_a_metric_is_changed_key_by_key() -> None:
    """What is not said stays."""
    text = 'extends = "toan-dan-bao-ve-antq"\n[weapons]\ndetonators = { label = "kíp nổ các loại" }\n'
    old, new = (catalogue.by_path["weapons.detonators"] for catalogue in (bundled_catalogue(), catalogue_of(text)))
    assert isinstance(old, Metric)
    assert isinstance(new, Metric)
    assert ("kíp nổ các loại", old.unit, old.takes) == (new.label, new.unit, new.takes)


def test_a_fault_of_an_extension_has_its_own_line() -> None:
    """Of the base there is nothing to tell."""
    text = 'extends = "toan-dan-bao-ve-antq"\n[weapons]\nguns = { lable = "a" }\n[forest]\ntitle = "Vũ khí"\n'
    assert [(3, "weapons.guns.lable"), (3, "weapons.guns.label"), (5, "forest.title")] == told(text)


@pytest.mark.parametrize(
    ("extends", "remedy"),
    [
        ('"toan-dan-bao-ve-an"', "có phải “toan-dan-bao-ve-antq”?"),
        ("5", f"các tên dùng được: {', '.join(subject_names())}"),
    ],
)
def test_only_a_bundled_subject_can_be_extended(extends: str, remedy: str) -> None:
    """Another is told with those there are."""
    (fault,) = faults_of(f"{HEAD}extends = {extends}\n")
    assert ("extends", 3, remedy) == (fault.path, fault.line, fault.remedy)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ({}, "abcd"),
        ({"d": "a"}, "adbc"),
        ({"c": "a", "d": "a"}, "acdb"),
        ({"d": "c", "c": "a"}, "acdb"),
        ({"a": "d"}, "bcda"),
        ({"a": "b", "b": "a"}, "cdab"),
        ({"a": "a"}, "abcd"),
        ({"a": "x"}, "abcd"),
    ],
)
def test_sections_stand_after_the_one_they_name(order: dict[str, str], expected: str) -> None:
    """Several behind one in their own order; ordered once, ordered for good."""
    tables = {name: {"after": order[name]} if name in order else {} for name in "abcd"}
    merged = merge({}, tables)
    assert (list(expected), list(expected)) == (list(merged), list(merge({}, merged)))


@pytest.mark.parametrize(
    ("after", "remedy"),
    [('"fire"', "có phải “fires”?"), ('"teams"', "các tên dùng được: fires"), ("5", "đặt nội dung trong ngoặc kép")],
)
def test_a_section_stands_after_another_there_is(after: str, remedy: str) -> None:
    """Not after itself, not after nothing."""
    (fault,) = faults_of(f'{HEAD}[fires]\ntitle = "Cháy"\n{COUNT}[teams]\ntitle = "Đội"\nafter = {after}\n{COUNT}')
    assert ("teams.after", 8, remedy) == (fault.path, fault.line, fault.remedy)


def test_tables_are_merged_and_left_as_they_were() -> None:
    """A list is written over, not added to."""
    base, own = {"x": {"m": {"a": 1, "b": [1]}}}, {"x": {"m": {"b": [2]}, "n": {}}}
    assert {"x": {"m": {"a": 1, "b": [2]}, "n": {}}} == merge(base, own)
    assert ({"x": {"m": {"a": 1, "b": [1]}}}, {"x": {"m": {"b": [2]}, "n": {}}}) == (base, own)
