"""Every name a template sees, read off the views of a full report: for the wording reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from antq_reports.comparison import Comparison, compare_figures
from antq_reports.figures import Count
from antq_reports.load import load_report
from antq_reports.page.page import _article_view, _brand_view, _codes_view, _Photos
from antq_reports.pictures.photos import read_photo
from antq_reports.prose import compose, prose_library, read_templates
from antq_reports.prose.change_view import ChangeView
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.report_view import Viewer
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import FigureView, View
from antq_reports.prose.words import MOVEMENT
from antq_reports.report import (
    BaseReport,
    Completeness,
    Deed,
    ExtraFigure,
    LeftOut,
    Outlook,
    UnitQuote,
    reported_figures,
)
from antq_reports.report.completeness import LikeForLike, MetricCompleteness

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SAMPLE = EXAMPLES / "quang-nam-2024.toml"
"""A report of a visit, with people, photos and a source."""
Names = Mapping[str, frozenset[str]]
OF_PROSE = frozenset({"house", "words"})
"""What sentences see beside the report."""
OF_PAGES = frozenset({"article", "brand", "codes", "style_name"})
"""What pages see beside the report."""
_SAME_NAMES = {
    "visit.host": "visit.head",
    **{f"outlook.{name}": "outlook.tasks" for name in Outlook.model_fields},
    **{f"section.said.{name}": "section.said.counted" for name in ("ranked", "moved", "labelled")},
}
_OF_UNITS = {"lowest": "highest", "full": "none"}


def names_in_templates() -> Names:
    """The names of every view, by the view: ``place``, ``section``, ``article``."""
    report = _sample()
    viewer = Viewer(report=report, book=TokenBook(), house=HouseRules(), comparison=_comparison(report))
    found: dict[str, set[str]] = {}
    _walk("report", viewer.view(), found, report)
    of_views = {"figure": FigureView, "change": ChangeView}
    found |= {name: _properties(view) for name, view in of_views.items()}
    found |= {"house": {"people", "ellipsis"}, "words": {MOVEMENT}, "page": set(OF_PAGES)}
    return {name: frozenset(names) for name, names in {**found, **dict(_names_of_pages(report))}.items()}


def _sample() -> BaseReport:
    """The example of a visit, as if units had sent it and one had not."""
    report = load_report(SAMPLE)
    path = report.catalogue.entries[0].path
    thin = MetricCompleteness(metric=path, reported=1, expected=3, missing=("xã Tân Hà",))
    whole = Completeness(reported=3, expected=3, unit="xã", metrics=(thin,))
    out = (LeftOut(metric=path, label="chỉ tiêu", reason="chờ kiểm tra lại"),)
    own = {
        "highlights": ("Kết quả nổi bật",),
        "quotes": (UnitQuote(unit="xã Tân Hà", text="Bà con tin nhau."),),
        "deeds": (Deed(who="tổ tự quản", what="giữ bình yên xóm làng"),),
        "extra": tuple(ExtraFigure.model_validate(each) for each in _extras(report.catalogue.entries[0].section)),
    }
    return report.model_copy(update={"completeness": whole, "left_out": out, **own})


def _extras(section: str) -> list[dict[str, str]]:
    """An extra figure of every way of saying one."""
    said = {
        "a": ("tổ tự quản", "3 tổ"),
        "b": ("cả nước", "đứng thứ 1"),
        "c": ("số vụ", "giảm 2 vụ"),
        "d": ("vụ, người", "3 vụ, 2 người"),
    }
    return [{"id": key, "label": label, "section": section, "figure": text} for key, (label, text) in said.items()]


def _comparison(report: BaseReport) -> Comparison:
    """One figure compared over fewer units than it is of."""
    counts = (each for each in reported_figures(report) if isinstance(each.figure, Count) and not each.figure.hedge)
    first = next(counts)
    [moved] = compare_figures(first.path, first.metric, first.figure, first.figure)
    entry = LikeForLike(metric=first.path, units=1, old=first.figure, new=first.figure)
    movements = {first.path: replace(moved, units=1)}
    return Comparison(base=report.period, movements=movements, shared={first.path: entry})


def _walk(path: str, value: Any, found: dict[str, set[str]], report: BaseReport) -> None:
    """Take a view's names, and those of the views below it."""
    if isinstance(value, tuple):
        for item in value[:1]:
            _walk(path, item, found, report)
    if not isinstance(value, View):
        return
    names = set(value._values)
    section = path if path in report.catalogue.sections else None
    if section is not None:
        names -= set(report.catalogue.sections[section].fields)
    if path in ("report", "by_unit"):
        names -= set(report.catalogue.sections)
    found.setdefault("section" if section else _known_as(path), set()).update(
        () if path.startswith("by_unit.") and path.count(".") == 1 else names
    )
    for name in sorted(value._values):
        below = f"section.{name}" if section else name if path == "report" else f"{path}.{name}"
        if section is None or name in names:
            _walk(below, value._values[name], found, report)


def _known_as(path: str) -> str:
    """What the reference calls a view: of the views of the metrics told by unit one stands for all."""
    names = path.split(".")
    if names[0] == "by_unit":
        return ".".join(("by_unit", *(_OF_UNITS.get(name, name) for name in names[3:])))
    return _SAME_NAMES.get(path, path)


def _properties(view: type) -> set[str]:
    return {name for name, value in vars(view).items() if isinstance(value, property) and not name.startswith("_")}


def _names_of_pages(report: BaseReport) -> Iterator[tuple[str, set[str]]]:
    article = compose(report, prose_library(read_templates(), report.catalogue), HouseRules())
    view = _article_view(article, _Photos(lambda path: read_photo(EXAMPLES, path), {}))
    yield "article", set(view._values)
    yield "block", set(view.blocks[0]._values)
    yield "photo", set(view.hero._values)
    yield "codes", set(_codes_view(article)._values)
    yield "brand", set(_brand_view(None, article)._values)
