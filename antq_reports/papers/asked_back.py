"""What a unit is asked to mend, in whole sentences: one entry for each thing, wherever it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from antq_reports.batch import Standing
from antq_reports.report import Origin, Withheld

STATES = {
    "used": "đã dùng",
    "missing": "chưa gửi",
    "unusable": "đã gửi, chưa dùng được",
    "sent twice": "gửi nhiều bản khác nhau",
}
"""How each state of a unit is told."""
_CHECK = "kiểm tra lại; sai thì sửa, đúng thì trả lời để ghi nhận"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend."""

    label: str = ""
    """The metric; empty where it is about the form as a whole."""
    file: str = ""
    where: str = ""
    """The sheet and cell."""
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        label = f"{self.label}: " if self.label and self.label not in self.message else ""
        told = f"{place}{label}{self.message}"
        return f"{told[:1].upper()}{told[1:]} → {self.remedy}" if self.remedy else f"{told[:1].upper()}{told[1:]}"


def problems_of(standing: Standing) -> tuple[Problem, ...]:
    """Everything a unit is asked about, each thing once."""
    found = (*_of_input(standing), *_of_cells(standing), *_of_findings(standing))
    told: dict[str, Problem] = {}
    for problem in found:
        told.setdefault(problem.message, problem)
    return tuple(told.values())


def _of_input(standing: Standing) -> Iterator[Problem]:
    for fault in standing.faults:
        yield Problem(file=Path(fault.file).name, where=fault.where, message=fault.message, remedy=fault.remedy)


def _of_cells(standing: Standing) -> Iterator[Problem]:
    for each in standing.withheld:
        file, where = spot_of(each.origins)
        yield Problem(
            label=each.label,
            file=file,
            where=where,
            message=said_of(each),
            remedy=each.remedy or _CHECK,
        )


def spot_of(origins: Sequence[Origin]) -> tuple[str, str]:
    """The file and the cell of the first of several places; empty where none is known."""
    return (origins[0].file, origins[0].within) if origins else ("", "")


def said_of(withheld: Withheld) -> str:
    """What is wrong with a figure that was left out, with what was typed where nothing could be read from it."""
    if withheld.code == "unreadable" and withheld.value:
        return f"{withheld.label}: đọc được “{withheld.value}”, {withheld.reason}"
    return withheld.reason


def _of_findings(standing: Standing) -> Iterator[Problem]:
    """Errors about the form as a whole, and what a person should look at."""
    settled = {each.path for each in standing.withheld}
    for finding in standing.findings:
        if finding.severity == "error" and finding.path not in settled and not settled.intersection(finding.others):
            file, where = spot_of(finding.origins)
            yield Problem(file=file, where=where, message=finding.message, remedy="")
