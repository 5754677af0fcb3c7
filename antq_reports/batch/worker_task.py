"""What travels between a batch and its workers: one brief to make, the limits it is made under, what came of it.

Everything here is small, immutable and picklable, and whole: a worker on another machine needs nothing of the sender's
disk, photos and the user's own templates included.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from antq_reports.report import BaseReport
from antq_reports.report.acceptance import Acceptance

DEFAULT_SECONDS = 120.0
DEFAULT_MEGABYTES = 1536
DEFAULT_BRIEFS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one brief may cost before the process that makes it is killed."""

    seconds: float = DEFAULT_SECONDS
    megabytes: int | None = DEFAULT_MEGABYTES
    """Address space (RLIMIT_AS), not resident memory; None for no limit."""
    briefs: int = DEFAULT_BRIEFS
    """After how many briefs a process is replaced by a fresh one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One brief to make."""

    unit: str
    report: BaseReport = field(repr=False)
    style: str
    setting: str = field(repr=False)
    """The digest of programme, style and fonts that the sender has: a worker that has others refuses."""
    previous: BaseReport | None = field(default=None, repr=False)
    templates: tuple[tuple[str, bytes], ...] | None = field(default=None, repr=False)
    """The user's own template files, by path and bytes."""
    photos: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """The files of the report's photos, by path and bytes."""
    strict: bool = True
    accepted: tuple[Acceptance, ...] = ()
    internal: bool = False
    formats: tuple[str, ...] = ()
    """Formats wanted besides the PDF."""
    limits: Limits | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a task: a PDF, or the reason in Vietnamese why there is none."""

    pdf: bytes | None = field(default=None, repr=False)
    reason: str = ""
    others: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """The brief in the further formats asked for, by name."""
    problems: tuple[str, ...] = ()
    """What the PDF engine complained about, where that does not stop a brief (``strict=False``)."""
