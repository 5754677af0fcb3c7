"""What a batch gave, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

State = Literal["rendered", "skipped", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A unit whose brief lies in the folder."""

    unit: str
    code: str | None
    path: Path
    problems: tuple[str, ...] = ()
    """What the PDF engine complained about while this run made it, with ``strict=False``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A unit that got no brief, and why."""

    unit: str
    code: str | None
    reason: str

    def __str__(self) -> str:
        return f"{self.unit}{f' ({self.code})' if self.code else ''}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResult:
    """Every unit of a batch, in the order given: made anew, left as it was, failed."""

    rendered: tuple[Brief, ...]
    skipped: tuple[Brief, ...]
    failed: tuple[Failure, ...]
    leftovers: tuple[Path, ...]
    """Files of an earlier run that belong to no unit of this one; they are left alone."""
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether every unit has its brief."""
        return not self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One unit done, for those who watch."""

    unit: str
    state: State
    done: int
    total: int
    rate: float
    """Briefs rendered a second so far; 0 before the first."""
    seconds_left: float | None
    """None before anything can be said."""


Progress = Callable[[Step], None]
