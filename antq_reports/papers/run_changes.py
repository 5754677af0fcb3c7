"""What changed since the last run: units that came or went, figures that are others now; as rows and as CSV.

The figures of a run stay beside its papers. Where nothing changed, the table of the last change stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from antq_reports.batch import ProvinceYear
from antq_reports.csvtext import write_csv
from antq_reports.errors import FileError
from antq_reports.figures import format_figure
from antq_reports.files import read_whole, write_whole
from antq_reports.papers.asked_back import STATES
from antq_reports.report import BaseReport, reported_figures, unit_key

FIGURES_FILE = ".antq-figures.json"
CHANGES_FILE = "thay-doi.csv"
CHANGES_HEAD = ("Mã", "Đơn vị", "Chỉ tiêu", "Lần chạy trước", "Lần này")
STATE = "tình trạng"
_MAX_BYTES = 50_000_000

Row = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One unit as a run saw it: every figure as it prints, by path, with its label."""

    name: str
    state: str
    figures: Mapping[str, tuple[str, str]]


def figures_of(year: ProvinceYear) -> dict[str, UnitFigures]:
    """Every unit of a run by key; the province last."""
    found = {
        unit_key(each.unit): UnitFigures(each.name, STATES[each.state], dict(_figures(each.report)))
        for each in year.standings
    }
    if year.province is not None:
        place = year.province.place
        found[unit_key(place)] = UnitFigures(place.full_name, STATES["used"], dict(_figures(year.province)))
    return found


def _figures(report: BaseReport | None) -> Iterator[tuple[str, tuple[str, str]]]:
    for each in reported_figures(report) if report is not None else ():
        yield each.path, (each.label, format_figure(each.figure))


def last_figures(folder: Path) -> dict[str, UnitFigures] | None:
    """What the last run saw; None where there was none, or nothing can be read of it."""
    try:
        data = json.loads(read_whole(folder / FIGURES_FILE, limit=_MAX_BYTES))
        return {key: _unit(item) for key, item in data.items()}
    except (FileError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _unit(item: Mapping[str, object]) -> UnitFigures:
    figures = item["figures"]
    if not isinstance(figures, dict):
        raise TypeError("no table of figures")
    held = {str(path): (str(label), str(text)) for path, (label, text) in figures.items()}
    return UnitFigures(str(item["name"]), str(item["state"]), held)


def keep_figures(folder: Path, now: Mapping[str, UnitFigures]) -> None:
    """Keep what this run saw. Raises `OutputError`."""
    data = {key: {"name": each.name, "state": each.state, "figures": each.figures} for key, each in now.items()}
    write_whole(folder / FIGURES_FILE, json.dumps(data, ensure_ascii=False).encode())


def changed_rows(before: Mapping[str, UnitFigures], now: Mapping[str, UnitFigures]) -> list[Row]:
    """A row for every unit whose state and every figure that is another than in the last run."""
    gone = UnitFigures("", "không có trong danh sách", {})
    rows: list[Row] = []
    for key in dict.fromkeys((*now, *before)):
        new, old = now.get(key, gone), before.get(key, gone)
        code, name = key if key.isdigit() else "", new.name or old.name
        if new.state != old.state:
            rows.append((code, name, STATE, old.state, new.state))
        for path in dict.fromkeys((*new.figures, *old.figures)):
            label, text = new.figures.get(path, ("", ""))
            old_label, old_text = old.figures.get(path, ("", ""))
            if text != old_text:
                rows.append((code, name, label or old_label, old_text, text))
    return rows


def changes_csv(rows: Sequence[Row]) -> bytes:
    """The rows as a file a spreadsheet opens."""
    return write_csv([CHANGES_HEAD, *rows])
