"""``nhac-nop.csv``: whom to ask for what, with how to reach them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from antq_reports.batch import Standing
from antq_reports.csvtext import write_csv
from antq_reports.forms import UnitEntry
from antq_reports.papers.asked_back import STATES, Problem, problems_of
from antq_reports.vietnamese import format_integer

CHASE_FILE = "nhac-nop.csv"
CHASE_HEAD = ("Mã", "Đơn vị", "Tình trạng", "Cần làm", "Người liên hệ", "Điện thoại", "E-mail", "Tệp đã gửi")
SHOWN = 5


def chase_rows(standings: Sequence[Standing], period: str) -> list[tuple[str, ...]]:
    """A row for every unit that something is wanted from, those that sent nothing first."""
    order = ("missing", "unusable", "sent twice", "used")
    rows = [(order.index(each.state), row) for each in standings if (row := _row(each, period)) is not None]
    return [row for _, row in sorted(rows, key=lambda item: item[0])]


def chase_csv(rows: Sequence[tuple[str, ...]]) -> bytes:
    """The rows as a file a spreadsheet opens."""
    return write_csv([CHASE_HEAD, *rows])


def _row(standing: Standing, period: str) -> tuple[str, ...] | None:
    problems = problems_of(standing)
    if standing.state == "used" and not problems:
        return None
    unit = standing.unit
    reach = (unit.contact, unit.phone, unit.email) if isinstance(unit, UnitEntry) else ("", "", "")
    files = "; ".join(dict.fromkeys(_files(standing, problems)))
    return unit.code or "", standing.name, STATES[standing.state], _wanted(standing, problems, period), *reach, files


def _files(standing: Standing, problems: Sequence[Problem]) -> Iterator[str]:
    if standing.report is not None and standing.report.sources.file:
        yield standing.report.sources.file
    yield from (problem.file for problem in problems if problem.file)


def _wanted(standing: Standing, problems: Sequence[Problem], period: str) -> str:
    if standing.state == "missing":
        return f"gửi biểu số liệu {period}"
    shown = "; ".join(problem.label or problem.message for problem in problems[:SHOWN])
    more = f" và {format_integer(len(problems) - SHOWN)} chỗ khác" if len(problems) > SHOWN else ""
    if standing.state == "unusable":
        return f"gửi lại biểu: {shown}{more}" if shown else "gửi lại biểu"
    if standing.state == "sent twice":
        return f"cho biết bản nào đúng: {shown}{more}"
    return f"kiểm tra lại {format_integer(len(problems))} chỗ: {shown}{more}"
