"""From a report to its views: every declared name, present or absent, figures closed, texts as tokens-to-be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from antq_reports.catalogue import Metric, MetricPath, Row, Section
from antq_reports.catalogue.group import FIGURE, LABEL
from antq_reports.catalogue.metric import in_full
from antq_reports.comparison import Comparison
from antq_reports.figures import Period
from antq_reports.figures.interval import is_exact
from antq_reports.figures.kinds import FIGURE_CLASSES
from antq_reports.intake import models_in
from antq_reports.prose.change_view import ChangeView
from antq_reports.prose.comparison_view import (
    changes_of,
    comparison_view,
    completeness_view,
    metric_completeness_view,
    section_changes,
    shared_changes,
    shared_groups,
    worse_changes,
)
from antq_reports.prose.date_view import DateView
from antq_reports.prose.extra_groups import extra_groups
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.outlook_view import outlook_view
from antq_reports.prose.own_words import OwnWords
from antq_reports.prose.plan import Telling, make_plan
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.unit_view import UnitViewer
from antq_reports.prose.views import Absent, AbsentFigure, FigureView, TextView, View
from antq_reports.report import BaseReport, ReportedFigure, reported_figures
from antq_reports.vietnamese import capitalize_first, lower_first

_DATE_LABELS = {"period": "Kỳ số liệu", "date": "Ngày", "boundaries_as_of": "Ngày địa giới có hiệu lực"}


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Builds the views of one report, all on one token book."""

    report: BaseReport
    book: TokenBook
    house: HouseRules
    comparison: Comparison | None = None
    spoken: frozenset[str] = frozenset()
    """Names that some template says."""
    length: int = 1_000
    """How many figures the sentences of the body tell."""
    is_by_news: bool = False
    """Whether changes stand beside their figures, by the plan; else at the end of each section."""

    @cached_property
    def _reported(self) -> dict[str, ReportedFigure]:
        return {reported.path: reported for reported in reported_figures(self.report)}

    @cached_property
    def words(self) -> OwnWords:
        """The texts a person wrote."""
        return OwnWords(report=self.report, book=self.book, style=self.house.figures, figures=self._unqualified)

    def _unqualified(self) -> dict[str, FigureView]:
        return {path: self._figure(reported, is_qualified=False) for path, reported in self._reported.items()}

    @cached_property
    def units(self) -> UnitViewer:
        """The figures of the place's units."""
        return UnitViewer(self.report, self.book, self.house)

    def view(self) -> View:
        """The whole report. Extras that a text of the body names are left to that text."""
        values = self._values("", self.report, type(self.report))
        for name, section in self.report.sections():
            values[name] = self._section(name, section)
        values["place"] = self._place()
        values["outlook"] = outlook_view(self.report.outlook, self.words)
        values["completeness"] = completeness_view(self.report, self.book, self.house, self.label_of)
        values["comparison"] = self._comparison()
        values["by_unit"] = self.units.view()
        values["is_visit"] = self.report.frame == "visit"
        values["quotes"] = tuple(self._quoted(f"quotes[{place}]", view) for place, view in enumerate(values["quotes"]))
        for name in ("extra", "subheads", "plan", "units"):
            values.pop(name)
        return View("báo cáo", values)

    def label_of(self, path: str) -> str:
        """What a metric path counts."""
        return self._reported[path].label if path in self._reported else path

    def figures(self) -> dict[str, FigureView]:
        """Every figure of the report by metric path, for table, strip and captions: the plan has no say in them."""
        return {path: self._figure(reported) for path, reported in self._reported.items()}

    @cached_property
    def telling(self) -> Telling:
        """The plan of the brief."""
        movements = self.comparison.movements if self.comparison is not None else {}
        return Telling(
            make_plan(self._reported, movements, self.length, self.report.plan), tells_changes=self.is_by_news
        )

    def _comparison(self) -> View:
        if self.comparison is None:
            return comparison_view(None, self.book)
        plan, movements = self.telling.plan, self.comparison.movements
        worse = worse_changes(plan, self._reported, self._changes, movements)
        shared = shared_groups(plan, self._reported, self._shared, movements)
        return comparison_view(self.comparison, self.book, worse, shared)

    def _told(self, reported: ReportedFigure) -> FigureView:
        return self._figure(reported, self.telling)

    def _figure(
        self, reported: ReportedFigure, telling: Telling | None = None, *, is_qualified: bool = True
    ) -> FigureView:
        own = reported.figure.period
        qualifier = self._qualifiers.get(reported.path) if is_qualified else None
        return FigureView(
            self.book,
            path=reported.path,
            label=reported.label,
            figure=in_full(reported.figure, reported.metric),
            style=self.house.figures,
            zero=reported.metric.zero_phrase,
            sources=self.report.sources.origins_of(reported.path),
            period=own if own != self.report.period else None,
            changes=self._changes,
            previous=self._previous(reported),
            completeness=metric_completeness_view(self.report, self.book, self.house, reported),
            telling=telling,
            qualifier=self.words.view(*qualifier) if qualifier is not None else None,
            is_all=self._is_all(reported),
        )

    def _is_all(self, reported: ReportedFigure) -> bool:
        """Whether a figure is as large as the one it is a part of."""
        whole = self._reported.get(f"{reported.section}.{reported.metric.part_of}")
        return whole is not None and is_exact(whole.figure) and whole.figure.raw == reported.figure.raw

    @cached_property
    def _qualifiers(self) -> dict[str, tuple[str, str]]:
        """The words behind a figure, with their own path, by the figure's."""
        pairs = ((name, pair) for name, section in self.report.sections() for pair in section.qualifiers)
        return {f"{name}.{key}": (f"{name}.qualifiers.{key}", text) for name, (key, text) in pairs}

    @cached_property
    def _changes(self) -> dict[str, ChangeView]:
        if self.comparison is None:
            return {}
        return dict(changes_of(self.report, self._reported, self.comparison, self.book, self.house))

    @cached_property
    def _shared(self) -> dict[str, View]:
        if self.comparison is None:
            return {}
        return shared_changes(self.report, self._reported, self.comparison, self.book, self.house)

    def _previous(self, reported: ReportedFigure) -> FigureView | None:
        before = self.comparison.previous.get(reported.path) if self.comparison is not None else None
        if self.comparison is None or before is None:
            return None
        return FigureView(
            self.book,
            path=f"{reported.path}.previous",
            label=f"{reported.label}, {self.comparison.base.label}",
            figure=before.figure,
            style=self.house.figures,
            zero=reported.metric.zero_phrase,
            sources=self.comparison.sources.get(reported.path, ()),
        )

    def _place(self) -> View:
        place = self.report.place
        values = self._values("place", place, type(place))
        values["full_name"] = TextView(self.book, "place.name", place.full_name)
        values["title"] = TextView(self.book, "place.name", capitalize_first(place.full_name))
        values["short_name"] = TextView(self.book, "place.name", place.short_name)
        if place.name.casefold() in ("cả nước", "toàn quốc"):
            values["level"] = TextView(self.book, "place.level", "quốc")  # as in "toàn quốc"
        values["is_province"] = place.is_province
        return View("place", values)

    def _section(self, name: str, section: Section) -> View:
        values = self._values(name, section, type(section))
        for key in ("qualifiers", "extra"):
            values.pop(key)
        values["extras"] = tuple(
            self._told(self._reported[f"extra.{extra.id}"])
            for extra in self.report.extra
            if extra.section == name
            and f"extra.{extra.id}" not in self.words.placed
            and self._is_planned(f"extra.{extra.id}")
        )
        if section.quote is not None:
            values["quote"] = self._quoted(f"{name}.quote", values["quote"])
        told = tuple(
            self.words.view(f"extra[{place}].sentence", extra.sentence)
            for place, extra in enumerate(self.report.extra)
            if extra.section == name and extra.sentence is not None
        )
        values["said"] = View(f"{name}.said", {**extra_groups(values["extras"], self.report.catalogue), "told": told})
        values["topic"] = TextView(self.book, f"{name}.title", lower_first(self.report.catalogue.sections[name].title))
        values["has_figures"] = any(
            reported.section == name and self._is_planned(path) for path, reported in self._reported.items()
        )
        moved = ({}, {}) if self.is_by_news else (self._changes, self._shared)
        values["changes"] = section_changes(name, self._reported, *moved, self.comparison)
        values["untold"] = tuple(self._untold(name))
        views = (view for view in values.values() if isinstance(view, FigureView) and not view)
        zeros = (*views, *(view for view in values["extras"] if not view))
        values["zeros"] = tuple(view for view in zeros if self._is_planned(view.metric) and self._stands_alone(view))
        return View(name, values)

    def _quoted(self, path: str, quote: View) -> View:
        """What somebody said without its full stop, which stands behind the quotation marks."""
        own = self.words.texts.get(f"{path}.text")
        text = self.words.view(own.path, own.text.removesuffix(".")) if own is not None else Absent(f"{path}.text")
        return View(path, {**quote._values, "text": text})

    def _untold(self, section: str) -> Iterator[FigureView]:
        """The figures of a section that no template mentions and that have something to count."""
        for reported in self._reported.values():
            address = reported.address
            is_left = address.section == section and not self._is_spoken(address)
            if is_left and self._is_planned(reported.path):
                view = self._told(reported)
                if view:
                    yield view

    def _is_spoken(self, address: MetricPath) -> bool:
        """Whether some template says a metric: by its section's name, or by one that a template gave to a section."""
        return address.declared in self.spoken or address.name in self._said_of_any

    @cached_property
    def _said_of_any(self) -> frozenset[str]:
        """The names that templates say of whatever section they were given."""
        said = (name.split(".") for name in self.spoken)
        return frozenset(name for root, name in said if root not in self.report.catalogue.sections)

    def _stands_alone(self, zero: FigureView) -> bool:
        """Whether no sentence about another figure says that this did not happen: no deaths, beside the accidents."""
        fact = self.telling.plan.fact(zero.metric)
        return fact is None or fact.head == fact.path or self._reported[fact.head].figure.is_zero

    def _is_planned(self, path: str) -> bool:
        return path in self.telling.plan.told

    def _values(self, path: str, model: BaseModel, kind: type[BaseModel]) -> dict[str, Any]:
        metrics = _metrics_of(model)
        values: dict[str, Any] = {}
        for name, info in kind.model_fields.items():
            where = f"{path}.{name}" if path else name
            value = getattr(model, name)
            if name in metrics:
                values[name] = self._metric(where)
            else:
                values[name] = self._value(where, value, info.annotation)
        if isinstance(model, Row) and model.group.is_plain and _says_label(model):
            values[LABEL] = Absent(f"{path}.{LABEL}")  # the unit says it already
        return values

    def _metric(self, path: str) -> FigureView | AbsentFigure:
        reported = self._reported.get(path) or self._reported.get(path.removesuffix(f".{FIGURE}"))
        return AbsentFigure(path) if reported is None else self._told(reported)

    def _value(self, path: str, value: Any, annotation: Any) -> Any:
        if isinstance(value, bool):
            return value
        if isinstance(value, str):
            return self.words.view(path, value)
        if isinstance(value, date | Period):
            label = _DATE_LABELS.get(path.rsplit(".", 1)[-1], "Ngày")
            return DateView(self.book, path, label, value, self.report.sources.origins_of(path))
        if isinstance(value, tuple):
            return tuple(self._value(f"{path}[{place}]", item, None) for place, item in enumerate(value))
        if isinstance(value, BaseModel):
            return View(path, self._values(path, value, type(value)))
        return absent_view(path, annotation)


def absent_view(path: str, annotation: Any) -> Any:
    """What stands for a missing value: for a missing model a view whose names are all absent."""
    model = next(models_in(annotation), None)
    if model is None or issubclass(model, (Period, *FIGURE_CLASSES)):
        return Absent(path)
    values = {name: absent_view(f"{path}.{name}", info.annotation) for name, info in model.model_fields.items()}
    return View(path, values, present=False)


def _metrics_of(model: BaseModel) -> Mapping[str, Metric]:
    """The fields of a section or a row that hold figures."""
    if isinstance(model, Section):
        return model.declaration.metrics
    return model.group.columns if isinstance(model, Row) else {}


def _says_label(row: Row) -> bool:
    """Whether a row's figure is counted in the row's own label: "236 chủ xe"."""
    return any(figure.unit == row.words for _, figure in row.figures())
