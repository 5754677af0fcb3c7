"""The sample that `make test` tries of a family: of every kind, always the same; whole when it is asked for."""

from __future__ import annotations

import pytest
import sampling
from hypothesis import settings

CASES = [*range(90), *range(100, 105), 1000]


def number_of_digits(case: int) -> int:
    """The kind of a case."""
    return len(str(case))


def test_a_sample_has_every_kind_spread_over_its_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of each kind where there are two, in the order of the family."""
    monkeypatch.setattr(sampling, "is_soak", lambda: False)
    assert [0, 5, 10, 50, 100, 102, 1000] == sampling.sample_by_kind(CASES, number_of_digits, each=2)


def test_the_large_run_has_every_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out."""
    monkeypatch.setattr(sampling, "is_soak", lambda: True)
    assert CASES == sampling.sample_by_kind(iter(CASES), number_of_digits, each=2)


def test_the_profile_decides_how_many_examples_a_property_gets() -> None:
    """The profile ``soak`` is the large run."""
    wanted = {True: 5000, False: 60}[settings.get_current_profile_name() == "soak"]
    assert wanted == sampling.tried(60).max_examples
    assert sampling.is_soak() == (wanted == 5000)
