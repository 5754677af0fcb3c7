"""The views of comparison and completeness that a report's view is given.

A section's changes are sorted for its sentence: good news and neutral ones first, then what went the wrong way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from antq_reports.catalogue import MetricPath, figure_path
from antq_reports.comparison import Comparison
from antq_reports.figures import AnyFigure, Count, PartOfWhole
from antq_reports.prose.change_view import ChangeView, change_view
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import Absent, AbsentFigure, DateView, FigureView, TextView, View
from antq_reports.report import BaseReport, Completeness, ReportedFigure

MOST_CHANGES = 4
"""Changes one sentence tells; the table has them all."""
MOST_METRICS = 5
"""Metrics named as incomplete in the brief."""
MOST_NAMES = 20
"""Units named as missing in the brief."""
_INCOMPLETE = "đơn vị đã gửi số liệu"


def changes_of(
    report: BaseReport,
    reported: Mapping[str, ReportedFigure],
    comparison: Comparison,
    book: TokenBook,
    house: HouseRules,
) -> Iterator[tuple[str, ChangeView]]:
    """The view of every movement, by the path of its figure."""
    for path, movement in comparison.movements.items():
        owner = _owner(path, reported)
        yield (
            path,
            change_view(
                book,
                movement,
                base=comparison.base,
                label=f"{owner.label}, so với {comparison.base.label}",
                house=house,
                sources=(*report.sources.origins_of(owner.path), *comparison.sources.get(owner.path, ())),
                share=_share(owner.figure),
            ),
        )


def _share(figure: AnyFigure) -> Literal["no", "with percent", "bare"]:
    if not isinstance(figure, PartOfWhole):
        return "no"
    return "bare" if figure.percent is None else "with percent"


def comparison_view(comparison: Comparison | None, book: TokenBook) -> View:
    """The period compared with; false where nothing is compared."""
    if comparison is None or comparison.refused is not None or not comparison.movements:
        return View("comparison", {"base": Absent("comparison.base")}, present=False)
    base = DateView(book, "comparison.base", "Kỳ so sánh", comparison.base, ())
    return View("comparison", {"base": base})


def section_changes(section: str, reported: Mapping[str, ReportedFigure], changes: Mapping[str, ChangeView]) -> View:
    """What moved in a section: ``better``, ``steady`` (neutral) and ``same`` for one sentence, ``worse`` for the next.

    A metric whose change the report states itself is told in the report's words, and rows of groups are left to tables.
    """
    stated = {each.changed for each in reported.values()}
    told = {
        path: view
        for path, view in changes.items()
        if _owner(path, reported).section == section
        and not MetricPath.of(path).is_row
        and _owner(path, reported).path not in stated
    }
    return told_changes(section, tuple(told.values()))


def told_changes(section: str, changes: Sequence[ChangeView]) -> View:
    """The changes a section's sentences tell, at most four to a sentence; news before what stayed."""
    moved = [view for view in changes if view.outcome != "same"]
    better = [view for view in moved if view.tone == "good"][:MOST_CHANGES]
    steady = [view for view in moved if view.tone == "neutral"][: MOST_CHANGES - len(better)]
    same = [view for view in changes if view.outcome == "same"][: MOST_CHANGES - len(better) - len(steady)]
    values: dict[str, object] = {
        "better": tuple(better),
        "steady": tuple(steady),
        "same": tuple(same),
        "unmoved": same[0] if same else AbsentFigure(f"{section}.changes"),
        "several_same": len(same) > 1,
        "worse": tuple([view for view in moved if view.tone == "bad"][:MOST_CHANGES]),
    }
    return View(f"{section}.changes", values, present=bool(changes))


def _owner(path: str, reported: Mapping[str, ReportedFigure]) -> ReportedFigure:
    return reported[figure_path(path)]


# --- completeness ---------------------------------------------------------------------------------------


def completeness_view(report: BaseReport, book: TokenBook, house: HouseRules, label_of: Callable[[str], str]) -> View:
    """Who sent figures and who did not, where not all did; else every name is absent."""
    whole = report.completeness
    metrics = _thin_metrics(whole) if whole is not None else ()
    if whole is None or (whole.is_whole and not metrics):
        names = ("share", "others", "other_metrics")
        absent: dict[str, object] = {name: AbsentFigure(f"completeness.{name}") for name in names}
        return View("completeness", {**absent, "missing": (), "metrics": ()}, present=False)
    values: dict[str, object] = {
        "share": AbsentFigure("completeness.share"),
        "missing": tuple(_texts(whole.missing[:MOST_NAMES], "completeness.missing", book)),
        "others": _rest(len(whole.missing) - MOST_NAMES, "others", "đơn vị khác", book, house),
        "metrics": tuple(
            _metric_view(path, label_of(path), share, book, house) for path, share in metrics[:MOST_METRICS]
        ),
        "other_metrics": _rest(len(metrics) - MOST_METRICS, "other_metrics", "chỉ tiêu khác", book, house),
    }
    if not whole.is_whole:
        share = PartOfWhole(part=whole.reported, whole=whole.expected, unit=whole.unit)
        values["share"] = _figure("completeness.share", _INCOMPLETE, share, book, house)
    return View("completeness", values)


def metric_completeness_view(
    report: BaseReport, book: TokenBook, house: HouseRules, reported: ReportedFigure
) -> FigureView | None:
    """How many units reported one metric, where not all of them did."""
    entry = report.completeness.of(reported.path) if report.completeness is not None else None
    if report.completeness is None or entry is None or not entry.missing or entry.expected == 0:
        return None
    share = PartOfWhole(part=entry.reported, whole=entry.expected, unit=report.completeness.unit)
    return _figure(f"{reported.path}.completeness", f"{reported.label}: {_INCOMPLETE}", share, book, house)


def _thin_metrics(whole: Completeness) -> tuple[tuple[str, PartOfWhole], ...]:
    """Metrics that units which did send figures left out, thinnest first."""
    absent = set(whole.missing)
    thin = [entry for entry in whole.metrics if set(entry.missing) - absent]
    thin.sort(key=lambda entry: entry.reported / entry.expected)
    return tuple(
        (entry.metric, PartOfWhole(part=entry.reported, whole=entry.expected, unit=whole.unit)) for entry in thin
    )


def _metric_view(path: str, label: str, share: PartOfWhole, book: TokenBook, house: HouseRules) -> View:
    values = {
        "label": TextView(book, f"{path}.label", label),
        "share": _figure(f"{path}.completeness", f"{label}: {_INCOMPLETE}", share, book, house),
    }
    return View(f"{path}.completeness", values)


def _rest(count: int, name: str, unit: str, book: TokenBook, house: HouseRules) -> FigureView | AbsentFigure:
    if count <= 0:
        return AbsentFigure(f"completeness.{name}")
    return _figure(f"completeness.{name}", unit, Count(value=count, unit=unit), book, house)


def _figure(path: str, label: str, figure: Count | PartOfWhole, book: TokenBook, house: HouseRules) -> FigureView:
    return FigureView(book, path=path, label=label, figure=figure, style=house.figures, zero=f"chưa có {label}")


def _texts(names: Iterable[str], path: str, book: TokenBook) -> Iterator[TextView]:
    for place, name in enumerate(names):
        yield TextView(book, f"{path}[{place}]", name)
