"""What the summary of a run says, as plain rows: units by metrics, the province metric by metric, findings, sources.

The totals are those of the province's report, as it prints them; nothing is added up here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from antq_reports.batch import ProvinceYear, Standing
from antq_reports.comparison import Comparison, Movement, compare
from antq_reports.comparison.compare import identity_of
from antq_reports.figures import AnyFigure, Count, Money, Quantity, format_figure
from antq_reports.figures.interval import is_exact
from antq_reports.papers.asked_back import STATES, said_of, spot_of
from antq_reports.report import BaseReport, Finding, ReportedFigure, reported_figures
from antq_reports.vietnamese import USUAL_PERCENT_RULE, format_integer, format_percent, round_half_up

Key = tuple[str, str]
Value = int | float | str | None
GRADES = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}


@dataclass(frozen=True, slots=True)
class Column:
    """One metric, or one row of a group: a column of the table of units, a row of the province's."""

    section: str
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of one cell; an error is of a figure that was left out."""

    is_error: bool
    message: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit: who, how it stands, its figures by column, and what is said of them."""

    code: str
    name: str
    state: str
    values: Mapping[Key, Value]
    marks: Mapping[Key, Mark]


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """One metric of the province: as it is printed, over how many units, last year's, how it moved, from where."""

    section: str
    label: str
    figure: str
    value: Value
    coverage: str
    last: str
    change: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Everything the summary says."""

    title: str
    columns: Mapping[Key, Column]
    units: tuple[UnitRow, ...]
    province: Mapping[Key, ProvinceRow]
    last_label: str
    findings: tuple[tuple[str, ...], ...]
    sources: tuple[tuple[Value, ...], ...]
    remarks: tuple[tuple[str, str, str], ...]


def summarise(year: ProvinceYear) -> Summary:
    """The rows of a run."""
    return _Summing(year).run()


@dataclass
class _Summing:
    year: ProvinceYear
    columns: dict[Key, Column] = field(default_factory=dict)

    def run(self) -> Summary:
        province = self.year.province
        units = tuple(self._unit(each) for each in self.year.standings)
        rows = dict(self._province()) if province is not None else {}
        known = [entry.path for entry in province.catalogue.entries] if province is not None else []
        order = {path: place for place, path in enumerate(known)}
        columns = sorted(self.columns, key=lambda key: (order.get(key[0].split("[")[0], len(order)), key[1]))
        period = province.period.label if province is not None else ""
        name = province.place.full_name if province is not None else ""
        return Summary(
            title=" · ".join(filter(None, (name, period))),
            columns={key: self.columns[key] for key in columns},
            units=units,
            province=rows,
            last_label=self._comparison.base.label if self._comparison is not None else "Kỳ trước",
            findings=tuple(_finding_row(finding) for finding in self.year.findings),
            sources=tuple(_sources(self.year.gathered.reports)),
            remarks=tuple(_remarks(self.year.gathered.reports)),
        )

    @cached_property
    def _comparison(self) -> Comparison | None:
        now, before = self.year.now, self.year.before
        return compare(now.report, before.report) if now is not None and before is not None else None

    def _key(self, reported: ReportedFigure, report: BaseReport) -> Key:
        key = identity_of(reported)
        if key not in self.columns:
            unit = reported.metric.unit
            shown = " / ".join(unit) if isinstance(unit, tuple) else unit or reported.figure.unit or ""
            section = report.catalogue.sections[reported.section].title
            self.columns[key] = Column(section, reported.label, shown)
        return key

    def _unit(self, standing: Standing) -> UnitRow:
        values: dict[Key, Value] = {}
        marks: dict[Key, Mark] = {}
        keys: dict[str, Key] = {}
        sent = standing.sent if standing.report is not None else None
        for each in reported_figures(sent) if sent is not None else ():
            keys[each.path] = key = self._key(each, sent)  # type: ignore[arg-type]  # not None where it has figures
            values[key] = plain_value(each.figure)
        for left in standing.withheld:
            key = keys.get(left.path) or (left.path, "")
            if key in self.columns or key in values:
                values[key] = left.value
                marks[key] = Mark(is_error=True, message=said_of(left))
        for finding in standing.findings:
            if finding.path in keys and finding.severity != "info":
                marks.setdefault(keys[finding.path], Mark(is_error=False, message=finding.message))
        return UnitRow(standing.unit.code or "", standing.name, STATES[standing.state], values, marks)

    def _province(self) -> Iterator[tuple[Key, ProvinceRow]]:
        now = self.year.now
        assert now is not None
        report, compared = now.report, self._comparison
        whole = report.completeness
        for each in reported_figures(report):
            covered = whole.of(each.path) if whole is not None else None
            count, expected = (covered or whole, whole) if whole is not None else (None, None)
            is_sum = each.path in now.parts
            coverage = (
                f"{format_integer(count.reported)}/{format_integer(expected.expected)}"
                if is_sum and count is not None and expected is not None
                else ""
            )
            last, change = _movement(each, compared)
            column_key = self._key(each, report)
            yield (
                column_key,
                ProvinceRow(
                    section=report.catalogue.sections[each.section].title,
                    label=each.label,
                    figure=format_figure(each.figure),
                    value=plain_value(each.figure),
                    coverage=coverage,
                    last=last,
                    change=change,
                    source="cộng từ các đơn vị" if is_sum else "báo cáo của tỉnh",
                ),
            )


def plain_value(figure: AnyFigure) -> Value:
    """A figure as a cell holds it: a number where it is exact, else the text it prints as."""
    number = figure.number
    if isinstance(figure, Count | Quantity | Money) and number is not None and is_exact(figure):
        return int(number) if number == number.to_integral_value() else float(number)
    return format_figure(figure)


def _movement(reported: ReportedFigure, comparison: Comparison | None) -> tuple[str, str]:
    """Last year's figure and the change; where fewer units are compared, both their sums instead."""
    if comparison is None:
        return "", ""
    moved = comparison.movements.get(reported.path)
    before = comparison.previous.get(reported.path)
    if moved is not None and moved.units is not None:
        shown = f"ở {format_integer(moved.units)} đơn vị có số liệu hai năm: "
        return "", f"{shown}{format_figure(moved.old)} → {format_figure(moved.new)}, {_change(moved)}"
    last = format_figure(before.figure) if before is not None else ""
    return last, _change(moved) if moved is not None else ""


def _change(moved: Movement) -> str:
    if moved.verb is None or moved.amount is None:
        return "không đổi"
    amount = moved.amount
    if not isinstance(amount, Count):
        amount = amount.model_copy(update={"value": round_half_up(amount.value, 2)})
    percent = f" ({format_percent(abs(moved.ratio), USUAL_PERCENT_RULE)})" if moved.ratio is not None else ""
    return f"{moved.verb} {format_figure(amount)}{percent}"


def _finding_row(finding: Finding) -> tuple[str, ...]:
    return GRADES[finding.severity], finding.unit, finding.message, *spot_of(finding.origins)


def _sources(reports: Iterable[BaseReport]) -> Iterator[tuple[Value, ...]]:
    """A row for every figure of every unit: whose, what, as given, from which cell."""
    for report in reports:
        for each in reported_figures(report):
            for origin in report.sources.origins_of(each.path):
                code, name = report.place.code or "", report.place.full_name
                yield code, name, each.label, format_figure(each.figure), origin.file, origin.within


def _remarks(reports: Iterable[BaseReport]) -> Iterator[tuple[str, str, str]]:
    for report in reports:
        yield from ((report.place.full_name, heading, text) for heading, text in report.sources.remarks)
