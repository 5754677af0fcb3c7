"""The views of comparison and completeness that a report's view is given.

Most changes stand beside their figures; what is told apart is what got worse and found no place there, and changes of
fewer units than the figure printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from antq_reports.catalogue import MetricPath, figure_path
from antq_reports.comparison import Comparison, Movement
from antq_reports.figures import AnyFigure, Count, PartOfWhole, parts_of
from antq_reports.prose.change_view import ChangeView, change_view
from antq_reports.prose.date_view import DateView
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.plan import Plan, worth_telling
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import Absent, AbsentFigure, FigureView, TextView, View
from antq_reports.report import BaseReport, Completeness, ReportedFigure, stated_changes

Movements = Mapping[str, Movement]
MOST_CHANGES = 4
"""Changes one sentence tells; the table has them all."""
MOST_SHARED = 6
"""Changes of fewer units than the totals that are told at all."""
MOST_METRICS = 4
"""Metrics named as incomplete in the brief."""
MOST_NAMES = 20
"""Units named as missing in the brief."""
_INCOMPLETE = "đơn vị có số liệu"


def changes_of(
    report: BaseReport,
    reported: Mapping[str, ReportedFigure],
    comparison: Comparison,
    book: TokenBook,
    house: HouseRules,
) -> Iterator[tuple[str, ChangeView]]:
    """The view of every movement of the figures printed, by the path of its figure."""
    for path, movement in comparison.movements.items():
        if movement.units is not None:
            continue  # it is of fewer units than the figure printed: told apart, with its own two sums
        yield path, _change_of(report, reported, comparison, path, book, house)


def _change_of(
    report: BaseReport,
    reported: Mapping[str, ReportedFigure],
    comparison: Comparison,
    path: str,
    book: TokenBook,
    house: HouseRules,
) -> ChangeView:
    owner = _owner(path, reported)
    return change_view(
        book,
        comparison.movements[path],
        base=comparison.base,
        label=f"{owner.label}, so với {comparison.base.label}",
        house=house,
        sources=(*report.sources.origins_of(owner.path), *comparison.sources.get(owner.path, ())),
        share=_share(owner.figure),
    )


def _share(figure: AnyFigure) -> Literal["no", "with percent", "bare"]:
    if not isinstance(figure, PartOfWhole):
        return "no"
    return "bare" if figure.percent is None else "with percent"


def shared_changes(
    report: BaseReport,
    reported: Mapping[str, ReportedFigure],
    comparison: Comparison,
    book: TokenBook,
    house: HouseRules,
) -> dict[str, View]:
    """Movements over the units that have a figure in both years, by path: the change with both of its own sums."""
    found: dict[str, View] = {}
    for path, movement in comparison.movements.items():
        owner, entry = _owner(path, reported), comparison.shared.get(figure_path(path))
        if movement.units is None or entry is None or report.completeness is None:
            continue
        part = path.removeprefix(f"{owner.path}.") if path != owner.path else ""
        new, old = _part_of(entry.new, part), _part_of(entry.old, part)
        count = Count(value=movement.units, unit=report.completeness.unit)
        change = _change_of(report, reported, comparison, path, book, house)
        if change.outcome != "same" and not change._agrees(
            house.figures
        ):  # shortened, the three numbers would not: all their digits then
            house = house.model_copy(update={"figures": house.figures.model_copy(update={"scale_money": False})})
            change = _change_of(report, reported, comparison, path, book, house)
        found[path] = View(
            f"{path}.shared",
            {
                "subject": change.subject,
                "change": change,
                "is_rise": change.outcome == "rise",
                "is_same": change.outcome == "same",
                "units": _figure(f"{path}.shared.completeness", "đơn vị có số liệu cả hai năm", count, book, house),
                "new": _figure(f"{path}.shared", owner.label, new, book, house),
                "old": _figure(f"{path}.shared.previous", f"{owner.label}, {comparison.base.label}", old, book, house),
            },
        )
    return found


def _part_of(figure: AnyFigure | None, part: str) -> AnyFigure:
    """One number of a pair, else the figure itself."""
    assert figure is not None  # a movement has both
    return parts_of(figure)[part] if part else figure


def _by_units(views: Mapping[str, View], movements: Movements) -> Iterator[View]:
    """Shared changes that are of equally many units, for one sentence each."""
    groups: dict[int | None, list[View]] = {}
    for path, view in views.items():
        groups.setdefault(movements[path].units, []).append(view)
    for same in groups.values():
        for first in range(0, len(same), MOST_CHANGES):
            items = tuple(same[first : first + MOST_CHANGES])
            yield View("section.changes.shared", {"units": items[0].units, "items": items, "is_more": first > 0})


def comparison_view(
    comparison: Comparison | None,
    book: TokenBook,
    worse: tuple[ChangeView, ...] = (),
    shared: tuple[View, ...] = (),
) -> View:
    """The period compared with, what got worse and stands beside no figure, and what is told of fewer units.

    False where nothing is compared.
    """
    if comparison is None or comparison.refused is not None or not comparison.movements:
        absent = {"base": Absent("comparison.base"), "is_partial": False, "worse": (), "shared": ()}
        return View("comparison", absent, present=False)
    base = DateView(book, "comparison.base", "Kỳ so sánh", comparison.base, ())
    is_partial = bool(comparison.shared or comparison.skipped)
    return View("comparison", {"base": base, "is_partial": is_partial, "worse": worse, "shared": shared})


def section_changes(
    section: str,
    reported: Mapping[str, ReportedFigure],
    changes: Mapping[str, ChangeView],
    shared: Mapping[str, View],
    comparison: Comparison | None,
) -> View:
    """What moved in a section: ``better``, ``steady`` (neutral) and ``same`` for one sentence, ``worse`` for the next.

    ``shared`` are those of fewer units than the totals, by how many units they are of. A metric whose change the report
    states itself is told in the report's words, and rows of groups are left to tables.
    """
    stated = stated_changes(reported)

    def is_told(path: str) -> bool:
        owner = _owner(path, reported)
        return owner.section == section and not MetricPath.of(path).is_row and owner.path not in stated

    told = tuple(view for path, view in changes.items() if is_told(path))
    of_some = {path: view for path, view in shared.items() if is_told(path)}
    groups = tuple(_by_units(of_some, comparison.movements)) if comparison is not None else ()
    return told_changes(section, told, groups)


def told_changes(section: str, changes: Sequence[ChangeView], shared: tuple[View, ...] = ()) -> View:
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
        "shared": shared,
    }
    return View(f"{section}.changes", values, present=bool(changes or shared))


def worse_changes(
    plan: Plan, reported: Mapping[str, ReportedFigure], changes: Mapping[str, ChangeView], movements: Movements
) -> tuple[ChangeView, ...]:
    """What got worse and is told beside no figure, the best news first: for one closing sentence."""
    stated = stated_changes(reported)
    found = [
        path
        for path, view in changes.items()
        if view.tone == "bad"
        and view.outcome != "same"
        and path not in (*plan.changes, *stated)
        and _earns_sentence(path, reported, movements)
    ]
    return tuple(changes[path] for path in sorted(found, key=plan.rank)[:MOST_CHANGES])


def shared_groups(
    plan: Plan, reported: Mapping[str, ReportedFigure], shared: Mapping[str, View], movements: Movements
) -> tuple[View, ...]:
    """Changes of fewer units than the totals, the best news first, in one sentence for those of equally many units."""
    found = sorted((path for path in shared if _earns_sentence(path, reported, movements)), key=plan.rank)
    return tuple(_by_units({path: shared[path] for path in found[:MOST_SHARED]}, movements))


def _earns_sentence(path: str, reported: Mapping[str, ReportedFigure], movements: Movements) -> bool:
    return not MetricPath.of(path).is_row and worth_telling(movements[path], _owner(path, reported))


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
        nobody = dict.fromkeys(("missing", "unusable", "sent_twice", "metrics"), ())
        return View("completeness", {**absent, **nobody}, present=False)
    values: dict[str, object] = {
        "share": AbsentFigure("completeness.share"),
        "missing": tuple(_texts(whole.missing[:MOST_NAMES], "completeness.missing", book)),
        "unusable": tuple(_texts(whole.unusable[:MOST_NAMES], "completeness.unusable", book)),
        "sent_twice": tuple(_texts(whole.sent_twice[:MOST_NAMES], "completeness.sent_twice", book)),
        "others": _rest(len(whole.missing) - MOST_NAMES, "others", "đơn vị khác", book, house),
        "metrics": tuple(_by_share(metrics[:MOST_METRICS], label_of, book, house)),
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
    absent = {*whole.missing, *whole.unusable, *whole.sent_twice}
    metrics = (entry for entry in whole.metrics if not MetricPath.of(entry.metric).is_row)
    thin = [entry for entry in metrics if set(entry.missing) - absent]
    thin.sort(key=lambda entry: entry.reported / entry.expected)
    return tuple(
        (entry.metric, PartOfWhole(part=entry.reported, whole=entry.expected, unit=whole.unit)) for entry in thin
    )


def _by_share(
    metrics: Sequence[tuple[str, PartOfWhole]], label_of: Callable[[str], str], book: TokenBook, house: HouseRules
) -> Iterator[View]:
    """Metrics that equally many units gave, under one share: for one clause each."""
    for share, same in groupby(metrics, key=lambda each: each[1]):
        paths = [path for path, _ in same]
        labels = [label_of(path) for path in paths]
        values = {
            "labels": tuple(TextView(book, f"{path}.label", label) for path, label in zip(paths, labels, strict=True)),
            "share": _figure(f"{paths[0]}.completeness", f"{labels[0]}: {_INCOMPLETE}", share, book, house),
        }
        yield View(f"{paths[0]}.completeness", values)


def _rest(count: int, name: str, unit: str, book: TokenBook, house: HouseRules) -> FigureView | AbsentFigure:
    if count <= 0:
        return AbsentFigure(f"completeness.{name}")
    return _figure(f"completeness.{name}", unit, Count(value=count, unit=unit), book, house)


def _figure(path: str, label: str, figure: AnyFigure, book: TokenBook, house: HouseRules) -> FigureView:
    return FigureView(book, path=path, label=label, figure=figure, style=house.figures, zero=f"chưa có {label}")


def _texts(names: Iterable[str], path: str, book: TokenBook) -> Iterator[TextView]:
    for place, name in enumerate(names):
        yield TextView(book, f"{path}[{place}]", name)
