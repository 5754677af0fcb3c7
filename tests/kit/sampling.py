"""What `make test` tries of a large family of cases, and `make soak` whole.

The Hypothesis profile is the switch: ``soak`` (`make soak`), ``fuzz`` and ``replay`` (`make fuzz`), or else the
default, which tries the same cases every time. Profiles are loaded before the tests are read, so that what stands here
may be asked at the top of a test file.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase

_T = TypeVar("_T")
SAVED = Path(__file__).resolve().parent.parent.parent / "out" / "fuzz"
"""Where `make fuzz` keeps the inputs that broke a target, as Hypothesis keeps them."""


def register_profiles(saved: Path = SAVED) -> None:
    """Make the profiles known to Hypothesis."""
    settings.register_profile("default", max_examples=60, derandomize=True, deadline=None)
    settings.register_profile(
        "soak", max_examples=5000, derandomize=False, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    database = DirectoryBasedExampleDatabase(saved)
    settings.register_profile("fuzz", derandomize=False, deadline=None, database=database)
    # Without the phase that generates inputs every saved one is tried, not a tenth of them.
    settings.register_profile("replay", settings.get_profile("fuzz"), phases=[Phase.reuse, Phase.shrink])


def is_soak() -> bool:
    """Whether everything is tried whole."""
    return settings.get_current_profile_name() == "soak"


def whole_only(reason: str) -> pytest.MarkDecorator:
    """A mark for a test that `make soak` runs and `make test` does not, and what stands for it there."""
    return pytest.mark.skipif(not is_soak(), reason=f"make soak runs it; {reason}")


def tried(few: int, whole: int = 5000) -> settings:
    """So few examples of a property in `make test`, so many in `make soak`."""
    return settings(max_examples=whole if is_soak() else few)


def sample_by_kind(cases: Iterable[_T], kind_of: Callable[[_T], Hashable], each: int = 1) -> list[_T]:
    """So many cases of each kind, spread over those of the kind, always the same; all of them in `make soak`."""
    found = list(cases)
    if is_soak():
        return found
    groups: dict[Hashable, list[int]] = {}
    for place, case in enumerate(found):
        groups.setdefault(kind_of(case), []).append(place)
    kept = {group[len(group) * nth // each] for group in groups.values() for nth in range(each)}
    return [found[place] for place in sorted(kept)]
