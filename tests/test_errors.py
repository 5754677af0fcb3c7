"""Every error survives a process pool: it pickles and comes back the same."""

from __future__ import annotations

import importlib
import inspect
import pickle
import pkgutil
import typing

import pytest

import antq_reports
from antq_reports.errors import AntqReportsError, Fault, FileProblem, IntakeError, Refusal

FAULT = Fault(file="xã-a.xlsx", path="weapons.firearms", refusal=Refusal("“12a” không phải số", "viết 12"), line=7)
SAMPLES: dict[object, object] = {
    Refusal: Refusal("thiếu dấu chấm", "viết như", "1.584"),
    str: "tên “Đắk R’Lấp”",
    int: 7,
    FileProblem: FileProblem.TOO_LARGE,
    int | None: 3,
    bool: True,
    str | None: "ghi chú",
    tuple[str, ...]: ("một", "hai"),
    tuple[Fault, ...]: (FAULT, Fault(file="b.toml", path="", refusal=Refusal("trống"))),
}


def import_every_module() -> None:
    """Errors may live in any module; all must be loaded before subclasses are counted."""
    for module in pkgutil.walk_packages(antq_reports.__path__, "antq_reports."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def error_classes(base: type[AntqReportsError] = AntqReportsError) -> list[type[AntqReportsError]]:
    """Return every error class of the package, the base first."""
    below = [found for child in base.__subclasses__() for found in error_classes(child)]
    return [base, *(cls for cls in below if cls.__module__.startswith("antq_reports."))]


def sample_arguments(cls: type[AntqReportsError]) -> list[object]:
    """Return one argument per parameter of the constructor, chosen by its annotation."""
    constructor: object = cls.__init__
    if constructor is Exception.__init__:
        return []
    hints = typing.get_type_hints(constructor)
    parameters = list(inspect.signature(cls).parameters.values())
    assert all(parameter.kind is parameter.POSITIONAL_OR_KEYWORD for parameter in parameters), (
        f"{cls.__name__}: pickle calls cls(*args), so arguments must be positional"
    )
    return [SAMPLES[hints[parameter.name]] for parameter in parameters]


def facts_of(given: object) -> list[str]:
    """What a sentence made from an argument must tell."""
    if isinstance(given, Refusal):
        return [given.reason, given.remedy]
    return [str(fact) for fact in (given if isinstance(given, tuple) else (given,))]


import_every_module()
CLASSES = sorted(set(error_classes()), key=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_an_error_survives_pickling(cls: type[AntqReportsError]) -> None:
    """The same class, arguments, attributes and sentence come back."""
    error = cls(*sample_arguments(cls))
    returned = pickle.loads(pickle.dumps(error))
    assert (type(error), error.args, vars(error), str(error)) == (
        type(returned),
        returned.args,
        vars(returned),
        str(returned),
    )


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls is not AntqReportsError], ids=lambda cls: cls.__name__)
def test_an_error_tells_every_fact_it_was_given(cls: type[AntqReportsError]) -> None:
    """No argument is swallowed by the sentence; a yes or no chooses its words."""
    arguments = sample_arguments(cls)
    facts = [fact for given in arguments if not isinstance(given, bool) for fact in facts_of(given)]
    sentence = str(cls(*arguments))
    assert [] == [fact for fact in facts if fact not in sentence]
    for place, argument in enumerate(arguments):
        if isinstance(argument, bool):
            assert sentence != str(cls(*arguments[:place], not argument, *arguments[place + 1 :]))


def test_all_errors_were_seen() -> None:
    """The base and a dozen more; fewer means that the search is broken."""
    assert len(CLASSES) >= 12


def test_a_name_says_that_it_is_an_error() -> None:
    """Error classes end in Error."""
    assert [] == [cls.__name__ for cls in CLASSES if not cls.__name__.endswith("Error")]


def test_a_fault_is_one_line_with_place_and_remedy() -> None:
    """File and line, path, message, remedy."""
    assert "xã-a.xlsx, dòng 7: weapons.firearms: “12a” không phải số → viết 12" == str(FAULT)


def test_an_intake_error_lists_every_fault() -> None:
    """All faults at once, one a line."""
    assert f"{FAULT}\n{FAULT}" == str(IntakeError((FAULT, FAULT)))
