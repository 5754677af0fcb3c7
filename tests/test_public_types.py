"""Whatever a public signature or a public attribute names can be imported from a documented place."""

from __future__ import annotations

import importlib
import inspect
import re
import typing
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pydantic

import antq_reports

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "engineers.md"
FEWEST_CLASSES = 40


def public_packages() -> list[str]:
    """Return the packages that the guide's table lists."""
    return re.findall(r"^\| `(antq_reports[a-z_.]*)` \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


def classes_in(annotation: Any) -> Iterator[type]:
    """Yield the classes of ours that an annotation names, at any depth."""
    if isinstance(annotation, typing.TypeAliasType if hasattr(typing, "TypeAliasType") else ()):
        annotation = annotation.__value__
    if isinstance(annotation, type) and annotation.__module__.startswith("antq_reports"):
        yield annotation
    for part in typing.get_args(annotation):
        yield from classes_in(list(part) if isinstance(part, list) else part)


def hints_of(thing: Any) -> dict[str, Any]:
    """Return what the annotations of a function or a class say, resolved."""
    module = importlib.import_module(thing.__module__)
    known = {**vars(pydantic), **vars(module), "Report": antq_reports.Report}
    return typing.get_type_hints(thing, globalns=known, localns={} if isinstance(thing, type) else None)


def annotations_of(cls: type) -> Iterator[Any]:
    """Yield the annotations of the public attributes and methods that a class of ours declares."""
    if issubclass(cls, pydantic.BaseModel):
        yield from (field.annotation for field in cls.model_fields.values())
    else:
        yield from (hint for name, hint in hints_of(cls).items() if not name.startswith("_"))
    for base in cls.__mro__:
        if base.__module__.startswith("antq_reports"):
            for name, member in vars(base).items():
                if not name.startswith("_"):
                    yield from hints_of_member(member)


def hints_of_member(member: Any) -> Iterator[Any]:
    """Yield the annotations of a property or a method."""
    function = getattr(member, "fget", None) or getattr(member, "func", None) or getattr(member, "__func__", member)
    if inspect.isfunction(function) or isinstance(member, cached_property):
        yield from hints_of(function).values()


def reached() -> dict[type, str]:
    """Return every class of ours that can be met from the public face, with where it was met."""
    found: dict[type, str] = {}
    left: list[tuple[Any, str]] = []
    for name in antq_reports.__all__:
        thing = getattr(antq_reports, name)
        if isinstance(thing, type):
            left.append((thing, name))
        elif callable(thing):
            left += [(cls, f"{name}()") for hint in hints_of(thing).values() for cls in classes_in(hint)]
    while left:
        cls, where = left.pop()
        if cls not in found:
            found[cls] = where
            left += [(met, cls.__name__) for hint in annotations_of(cls) for met in classes_in(hint)]
    return found


def is_public(cls: type, packages: list[str]) -> bool:
    """Tell whether a class is shown by a documented package."""
    return any(getattr(importlib.import_module(package), cls.__name__, None) is cls for package in packages)


def test_the_guide_lists_packages_that_say_what_they_show() -> None:
    """A public package has `__all__`; errors are all of their module, the made models all of theirs."""
    packages = public_packages()
    assert "antq_reports" in packages
    for package in packages:
        module = importlib.import_module(package)
        assert module.__doc__
        assert hasattr(module, "__all__") or package in ("antq_reports.bundled", "antq_reports.errors")


def test_every_class_one_can_meet_is_importable_from_a_documented_place() -> None:
    """Nobody has to write an import that the next version may break."""
    packages = public_packages()
    met = reached()
    assert len(met) >= FEWEST_CLASSES
    assert {} == {cls.__name__: where for cls, where in met.items() if not is_public(cls, packages)}


def test_the_walk_goes_through_what_is_returned() -> None:
    """From a function to its result, to what that holds, to what that holds."""
    names = {cls.__name__ for cls in reached()}
    assert set() == {"LedgerEntry", "Movement", "Origin", "Metric", "Weapons", "AwardsRow", "Failure"} - names
