"""What the data alone say of a ledger's rows, where the text cannot be made anew: values, formulas, printed numbers.

Only what is certain is judged: a path, a formula or a way of writing that is not known here is let be, for another
version of the programme may have its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from antq_reports.catalogue.metric_path import earlier_path
from antq_reports.figures import AnyFigure, PartOfWhole, parts_of
from antq_reports.prose.ledger import machine_value
from antq_reports.report import BaseReport, figures_of_units, own_texts, reported_figures

_CHANGE, _PERCENT, _SHARE = ".change", ".change.percent", ".share"
_PRINTED = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_SCALED = re.compile(r"\b(?:nghìn|ngàn|triệu|tỷ|tỉ)\b", re.IGNORECASE)


def known_values(report: BaseReport, previous: BaseReport | None) -> dict[str, str]:
    """The value of every figure and date, and of their parts, by the path a ledger has for it."""
    known = dict(_dates(report))
    for path, figure in figures_by_path(report):
        known.update({path + part: value for part, value in _parts(figure)})
    for each in reported_figures(previous) if previous is not None else ():
        known.update({f"{each.path}.previous{part}": value for part, value in _parts(each.figure)})
    return known


def figures_by_path(report: BaseReport) -> Iterator[tuple[str, AnyFigure]]:
    """Every figure of the data by the path a ledger has for it: reported, typed in a text, and of the units."""
    yield from ((each.path, each.figure) for each in reported_figures(report))
    yield from ((typed.path, typed.figure) for own in own_texts(report) for typed in own.typed())
    yield from ((path, figure) for path, _, figure in figures_of_units(report.units))


def _dates(report: BaseReport) -> Iterator[tuple[str, str]]:
    visit = report.visit
    programme = visit.programme if visit is not None else None
    found: dict[str, date | None] = {
        "date": report.date,
        "visit.date": visit.date if visit is not None else None,
        "visit.programme.date": programme.date if programme is not None else None,
    }
    yield "period", report.period.label
    yield from ((path, day.isoformat()) for path, day in found.items() if day is not None)


def _parts(figure: AnyFigure) -> Iterator[tuple[str, str]]:
    yield "", machine_value(figure.raw)
    yield from ((f".{name}", machine_value(part.raw)) for name, part in parts_of(figure).items())
    if isinstance(figure, PartOfWhole):
        yield ".part", machine_value(figure.part)
    if figure.period is not None:
        yield ".period", figure.period.label


def known_formula(path: str, formula: str, known: Mapping[str, str]) -> str:
    """How a row's value must have been computed; the formula as it is where that is not known."""
    for suffix, form in ((_PERCENT, "({0} - {1}) / {1}"), (_CHANGE, "{0} - {1}"), (_SHARE, "{0}")):
        if path.endswith(suffix):
            base = path.removesuffix(suffix)
            new, old = known.get(base), known.get(earlier_path(base), "" if suffix == _SHARE else None)
            if new is None or old is None:
                return formula
            ways = [form.format(new, old), form.format(_part_of(new), _part_of(old))]
            return formula if formula in ways else ways[0]
    return formula


def _part_of(value: str) -> str:
    """The part of a part of a whole: where the wholes are the same, its change is counted in it."""
    return value.partition("/")[0]


def bears_out(text: str, value: str) -> bool:
    """Whether the numbers printed are those of the value, as far as they can be compared.

    >>> bears_out("1.010/1.173 vụ (đạt 86,1%)", "1010/1173"), bears_out("99,56%", "0.99561"), bears_out("7 vụ", "8")
    (True, True, False)
    """
    printed = [Decimal(each.replace(".", "").replace(",", ".")) for each in _PRINTED.findall(text)]
    values = [Decimal(each) for each in _PLAIN.findall(value)]
    if not printed or not any(values) or _SCALED.search(text):  # nothing is said in words
        return True
    if "%" in text and len(values) == 1:
        places = Decimal(1).scaleb(int(printed[0].as_tuple().exponent))
        return abs(printed[0] - 100 * values[0]) <= places
    return printed[: len(values)] == values
