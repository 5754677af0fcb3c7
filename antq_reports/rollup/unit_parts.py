"""What a place's report keeps of its units: the figures the catalogue tells unit by unit, and words it quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from antq_reports.catalogue import Catalogue, Metric
from antq_reports.figures import format_figure
from antq_reports.report import (
    BaseReport,
    Finding,
    Origin,
    OwnText,
    UnitFigures,
    UnitQuote,
    own_texts,
    reported_figures,
)
from antq_reports.report.braces import Named, pieces_of
from antq_reports.rollup.one_metric import Entry
from antq_reports.rollup.participants import listed
from antq_reports.vietnamese import fold_name

Used = Mapping[str, Sequence[Entry]]
"""By path of a metric: the entries its sum was made of."""


def unit_figures(
    catalogue: Catalogue, names: Sequence[str], used: Used
) -> tuple[tuple[UnitFigures, ...], dict[str, tuple[Origin, ...]]]:
    """The figures of every unit that gave one of those told by unit, and the origins of each, by its path."""
    told = [path for path, declared in catalogue.by_path.items() if isinstance(declared, Metric) and declared.by_unit]
    by_unit: dict[str, dict[str, Entry]] = {name: {} for name in names}
    for path in told:
        for entry in used.get(path, ()):
            by_unit[entry.unit][path] = entry
    kept = {name: entries for name, entries in by_unit.items() if entries}
    units = tuple(
        UnitFigures(name=name, figures=tuple((path, entry.figure) for path, entry in entries.items()))
        for name, entries in kept.items()
    )
    places = {
        f"units[{place}].{path}": entry.origins
        for place, entries in enumerate(kept.values())
        for path, entry in entries.items()
    }
    return units, places


def quoted(asked: Sequence[UnitQuote], reports: Mapping[str, BaseReport]) -> Iterator[tuple[UnitQuote, Finding | None]]:
    """The quotations a place asked for with the words of its units' reports, each with what was wrong with it."""
    known = {fold_name(name): name for name in reports}
    for place, quote in enumerate(asked):
        if quote.text is not None:
            yield quote, None
            continue
        name = known.get(fold_name(quote.unit))
        if name is None:
            near = get_close_matches(quote.unit, reports, n=1)
            there = f"có phải {near[0]}?" if near else f"các đơn vị: {listed(reports)}"
            message = f"không dẫn lời {quote.unit} được: không có báo cáo của đơn vị này; {there}"
            yield quote, _finding(place, message)
            continue
        yield _from_report(place, quote, reports[name])


def _from_report(place: int, quote: UnitQuote, report: BaseReport) -> tuple[UnitQuote, Finding | None]:
    said = list(own_texts(report))
    chosen = next((own for own in said if quote.of is None or _is_at(own.path, quote.of)), None)
    if chosen is None:
        there = ", ".join(dict.fromkeys(own.path for own in said)) or "không có lời nào"
        where = f" ở “{quote.of}”" if quote.of is not None else ""
        return quote, _finding(place, f"{quote.unit} không viết gì{where}; báo cáo của đơn vị có: {there}")
    text = _with_figures(chosen, report)
    if text is None:
        return quote, _finding(place, f"lời của {quote.unit} ở “{chosen.path}” nhắc số liệu chưa báo cáo")
    return quote.model_copy(update={"text": text, "of": chosen.path}), None


def _is_at(path: str, wanted: str) -> bool:
    return path == wanted or path.startswith((f"{wanted}[", f"{wanted}."))


def _with_figures(own: OwnText, report: BaseReport) -> str | None:
    """The text with the figures it names written out: in the place's report those names mean its own sums."""
    out, reported = own.text, {each.path: each.figure for each in reported_figures(report)}
    for piece in pieces_of(own.text):
        if isinstance(piece, Named):
            if piece.path not in reported:
                return None
            out = out.replace(f"{{{piece.path}}}", f"{{{format_figure(reported[piece.path])}}}")
    return out


def _finding(place: int, message: str) -> Finding:
    return Finding("quote-missing", "warning", f"quotes[{place}]", message)
