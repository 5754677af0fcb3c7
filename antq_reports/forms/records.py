"""Rows to reports, long or wide, as a query, a data frame or a long CSV gives them.

A long row is one figure: it names the unit (code, and name where known), the period, the metric by its id, the value,
and perhaps a note. A wide row is one unit: every column that is none of `FIELDS` is a metric's id. Rows of one unit and
period make one report, in the order they are first met. Keys may be English or Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, overload

from antq_reports.catalogue import Catalogue, find_catalogue
from antq_reports.errors import Fault, FigureSyntaxError, IntakeError, Refusal, SubjectError
from antq_reports.figures import Period
from antq_reports.forms.answer_book import Answers, Cell
from antq_reports.forms.answers import gather
from antq_reports.forms.cell import Broken, Raw, show
from antq_reports.forms.intake_result import Gathering, Intake, Refused, make_report
from antq_reports.forms.questions import Questions, questions_of
from antq_reports.forms.sheet import is_blank
from antq_reports.forms.unit_names import UnitEntry, make_period, read_code, read_day, read_level, split_level
from antq_reports.intake.plain_values import plain_value
from antq_reports.report import BaseReport, Origin, Place, SourceMap, UnitRegister
from antq_reports.report.origin import one_line
from antq_reports.vietnamese import slugify

if TYPE_CHECKING:
    from antq_reports.bundled import Report

FIELDS: dict[str, tuple[str, ...]] = {
    "code": ("unit-code", "code", "ma-don-vi", "ma"),
    "name": ("unit-name", "unit", "name", "ten-don-vi", "don-vi", "ten"),
    "level": ("level", "cap"),
    "period": ("period", "ky", "ky-bao-cao", "nam"),
    "start": ("period-start", "start", "tu-ngay"),
    "end": ("period-end", "end", "den-ngay"),
    "boundaries": ("boundaries-as-of", "dia-gioi"),
    "metric": ("metric", "chi-tieu", "ma-chi-tieu"),
    "value": ("value", "gia-tri", "so-lieu"),
    "note": ("note", "ghi-chu"),
    "label": ("label", "ten-loai"),
    "subject": ("subject", "chu-de"),
}
"""The keys a record may have, as slugs, by what they mean."""

FindCatalogue = Callable[[str | None], Catalogue]
"""Gives the catalogue of a subject by its name; the default one for None. Raises `SubjectError`."""
_KEYS = {slug: name for name, slugs in FIELDS.items() for slug in slugs}
RECORDS = "bản ghi"


@dataclass(slots=True)
class _Group:
    """The rows of one unit and period."""

    first: Mapping[str, Raw]
    origin: Origin
    cells: list[Cell] = field(default_factory=list)


class Record(Protocol):
    """A row: a mapping, or what knows its keys and gives a value by one, as `sqlite3.Row` does."""

    def keys(self) -> Iterable[Any]:
        """The names of the columns."""
        ...

    def __getitem__(self, key: str, /) -> Any:
        """The value of a column."""
        ...


@overload
def reports_from_records(
    rows: Iterable[Record],
    *,
    units: Sequence[UnitEntry] = ...,
    subject: None = None,
    templates: None = None,
    allow_unknown: bool = ...,
) -> tuple[Report, ...]: ...
@overload
def reports_from_records(
    rows: Iterable[Record],
    *,
    units: Sequence[UnitEntry] = ...,
    subject: str | None = ...,
    templates: str | Path | None = ...,
    allow_unknown: bool = ...,
) -> tuple[BaseReport, ...]: ...
def reports_from_records(
    rows: Iterable[Record],
    *,
    units: Sequence[UnitEntry] = (),
    subject: str | None = None,
    templates: str | Path | None = None,
    allow_unknown: bool = False,
) -> tuple[BaseReport, ...]:
    """Reports from rows: long (``metric``, ``value``, ``note``) or wide (a column a metric's id, a row a unit).

    Either names ``unit_code``, ``unit_name`` and ``period``. NaN is a blank; NumPy's numbers, `Decimal` and `Fraction`
    are numbers. ``units`` gives names for codes where the rows have none; ``subject`` is that of rows that name none
    themselves, to be found among the bundled ones or in the folder ``templates``.

    A value that no metric takes is a fault, unless ``allow_unknown``. Any other doubt is an `AntqReportsWarning`.
    Raises `IntakeError` with every fault.

    A row is like ``{"unit_code": "24823", "unit_name": "Xã Tân Hà", "period": 2026, "metric": ..., "value": 12}``, its
    metric the address of one (``roads.accidents``); or wide, with that address as a key: ``"roads.accidents": 12``.
    """
    found = read_records(rows, partial(find_catalogue, templates=templates), units=units, subject=subject)
    return found.settle(allow_unknown=allow_unknown)


def read_records(
    rows: Iterable[Record],
    find: FindCatalogue = find_catalogue,
    *,
    units: Sequence[UnitEntry] = (),
    subject: str | None = None,
    file: Path | None = None,
    first: int = 1,
) -> Intake:
    """The same, going on past faults. ``first`` is the number of the first row, for places in a file."""
    groups: dict[tuple[str, ...], _Group] = {}
    gathered = Gathering()
    name = str(file) if file else RECORDS
    for number, record in enumerate(rows, start=first):
        row = _row(record, number)
        origin = Origin(
            file=file.name if file else RECORDS,
            line=number if file else None,
            record=None if file else number,
            note=one_line(_text(row, "note")),
        )
        if missing := _missing(row):
            if any(not is_blank(value) for value in row.values()):
                fault = Fault(name, "", Refusal(missing, "ghi đủ các cột này"), origin=origin)
                gathered.refused.append(Refused(name, None, (fault,)))
            continue
        key = (_text(row, "code") or _text(row, "name"), _text(row, "period"), _text(row, "subject"))
        group = groups.setdefault(key, _Group(row, origin))
        group.cells += _cells(row, origin)
    known = UnitRegister.of(units)
    for (*_, named), group in groups.items():
        try:
            questions = questions_of(find(named or subject))
        except SubjectError as error:
            gathered.refused.append(Refused(name, None, (Fault(name, "", error.refusal, origin=group.origin),)))
            continue
        _finish(gathered, group, questions, known, name, file)
    return gathered.done()


def _row(record: Record, number: int) -> dict[str, Raw]:
    """A record's values by the fields they are of, and by their own keys."""
    if not hasattr(record, "keys"):
        reason = f"bản ghi số {number} không phải là một bảng khóa và giá trị (kiểu {type(record).__name__})"
        remedy = 'đưa vào các dict; với pandas: df.to_dict("records"), với polars: df.to_dicts()'
        raise IntakeError((Fault(RECORDS, "", Refusal(reason, remedy)),))
    keys = list(record.keys())
    return {_KEYS.get(slugify(str(key)), str(key)): _raw(record[key]) for key in keys}


def _raw(value: Any) -> Raw:
    """A value as a cell may hold it; of a kind that no cell holds, what is wrong with it."""
    found = plain_value(value)
    if found is None or isinstance(found, str | int | Decimal | date | time | timedelta):
        return found
    reason = f"giá trị kiểu {type(value).__name__} không phải số liệu"
    return Broken(Refusal(reason, "đưa vào một con số, hoặc chữ như “hơn 550 vụ”"))


def _is_long(row: Mapping[str, Raw]) -> bool:
    return "metric" in row or "value" in row


def _missing(row: Mapping[str, Raw]) -> str:
    """What a row lacks to say whose figures it holds; empty where it does say so."""
    has_unit = not (is_blank(row.get("code")) and is_blank(row.get("name")))
    if _is_long(row):
        return "" if has_unit and not is_blank(row.get("metric")) else "thiếu mã đơn vị hoặc mã chỉ tiêu"
    return "" if has_unit else "thiếu mã đơn vị hoặc tên đơn vị"


def _cells(row: Mapping[str, Raw], origin: Origin) -> list[Cell]:
    """The one figure of a long row; those of a wide one, each with its column for its path."""
    if _is_long(row):
        return [Cell(_text(row, "metric"), row.get("value"), origin, _text(row, "label"))]
    metrics = [key for key in row if key not in FIELDS]
    return [Cell(key, row[key], replace(origin, path=key)) for key in metrics]


def _text(row: Mapping[str, Raw], name: str) -> str:
    raw = row.get(name)
    return raw.strip() if isinstance(raw, str) else show(raw)


def _finish(
    gathered: Gathering,
    group: _Group,
    questions: Questions,
    known: UnitRegister[UnitEntry],
    name: str,
    file: Path | None,
) -> None:
    head = Answers(name, questions)
    place = _place(head, group, known)
    period = _period(head, group)
    answers = gather(group.cells, name, questions, place.level if place else None)
    answers.faults[:0] = head.faults
    gathered.warnings += answers.warnings
    gathered.questioned += answers.asked
    if place is None or period is None or answers.faults:
        gathered.refused.append(Refused(name, place, tuple(answers.faults)))
        return
    source = SourceMap(file=file.name if file else RECORDS, folder=file.resolve().parent if file else None)
    made = make_report(answers, place, period, source)
    if isinstance(made, Refused):
        gathered.refused.append(made)
    else:
        gathered.reports.append(made)


def _place(head: Answers, group: _Group, known: UnitRegister[UnitEntry]) -> Place | None:
    try:
        level, name = split_level(_text(group.first, "name"), read_level(group.first.get("level")))
        written = _text(group.first, "code")
        code = read_code(written, "tỉnh" if len(written) <= 2 else level)
        unit = known.coded(code)
        boundaries = read_day(group.first.get("boundaries"))
    except FigureSyntaxError as error:
        head.refuse(group.origin, "đơn vị", error)
        return None
    if unit is not None and not name:
        level, name = unit.level, unit.name
    return Place(name=name or f"mã {code}", level=level, code=code, boundaries_as_of=boundaries)


def _period(head: Answers, group: _Group) -> Period | None:
    try:
        days: list[date | None] = [read_day(group.first.get(name)) for name in ("start", "end")]
        period = make_period(group.first.get("period"), *days)
    except FigureSyntaxError as error:
        head.refuse(group.origin, "kỳ báo cáo", error)
        return None
    if period is None:
        head.faults.append(
            Fault(head.file, "", Refusal("chưa ghi kỳ báo cáo", "ghi như “năm 2026”"), origin=group.origin)
        )
    return period
