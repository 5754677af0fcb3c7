"""What a template is handed: frozen views, never models.

A figure's view cannot become text by itself: only a figure filter turns it into a token. A text's view becomes a token
wherever it is printed. Everything declared is there, absent parts as absent views (false, and marked when printed), so
that a misspelt name is the only thing that can be undefined. Attributes that start with an underscore are closed to
templates by the sandbox.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NoReturn

from markupsafe import Markup

from antq_reports.errors import FigureMisuseError
from antq_reports.figures import (
    AnyFigure,
    Count,
    FigureStyle,
    Pair,
    PartOfWhole,
    Percent,
    Period,
    format_figure,
    parts_of,
)
from antq_reports.figures.amounts import StatedModel
from antq_reports.prose.change_view import ChangeView
from antq_reports.prose.date_view import DateView
from antq_reports.prose.ledger_entry import LedgerEntry
from antq_reports.prose.plan import Telling
from antq_reports.prose.tokens import ABSENT, TextToken, TokenBook
from antq_reports.report import Origin
from antq_reports.vietnamese import capitalize_first


class Absent:
    """A part that was not reported: false, empty, and printed as a mark that kills its clause."""

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Absent)

    def __hash__(self) -> int:
        return 0

    def __html__(self) -> str:
        return ABSENT

    def __str__(self) -> str:
        return ABSENT


class AbsentFigure(Absent):
    """A figure that was not reported; its parts are absent too."""

    __slots__ = ()

    @property
    def first(self) -> Absent:
        """The first number of an absent pair."""
        return self

    second = third = percent = share = part = period = label = title = rest = qualifier = first
    change = previous = completeness = subject = first
    kind = tone = outcome = news = ""
    names_unit = told = is_all = is_one = False
    extent = "0.00"

    @property
    def metric(self) -> str:
        """The metric path."""
        return self._path


class View:
    """Named values, read only. A name that is not declared is an error, not an empty text."""

    __slots__ = ("_name", "_present", "_values")

    def __init__(self, name: str, values: Mapping[str, Any], *, present: bool = True) -> None:
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_values", dict(values))
        object.__setattr__(self, "_present", present)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{self._name} is read only")

    def __bool__(self) -> bool:
        return bool(self._present)

    def __html__(self) -> NoReturn:
        raise FigureMisuseError(str(self._name), "là một mục, không in được nguyên khối; hãy in từng khóa của nó")

    __str__ = __html__


class TextView:
    """Free text. Printing it leaves a token; its digits end up in the list of unsourced digits."""

    __slots__ = ("_book", "_path", "_text")

    def __init__(self, book: TokenBook, path: str, text: str) -> None:
        self._book, self._path, self._text = book, path, text

    def __html__(self) -> Markup:
        return self._book.mint(TextToken(path=self._path, text=self._text))

    def __str__(self) -> NoReturn:
        raise FigureMisuseError(self._path, "chữ của báo cáo không qua bộ lọc chữ; hãy in thẳng {{ tên }}")


class FigureView:
    """A figure, closed: place it with ``|figure``, ``|number`` or ``|percent``."""

    __slots__ = (
        "_book",
        "_changes",
        "_completeness",
        "_figure",
        "_formula",
        "_is_all",
        "_label",
        "_path",
        "_period",
        "_previous",
        "_qualifier",
        "_sources",
        "_style",
        "_telling",
        "_zero",
    )

    def __init__(
        self,
        book: TokenBook,
        *,
        path: str,
        label: str,
        figure: AnyFigure,
        style: FigureStyle,
        zero: str,
        sources: tuple[Origin, ...] = (),
        period: Period | None = None,
        formula: str | None = None,
        changes: Mapping[str, ChangeView] = MappingProxyType({}),
        previous: FigureView | None = None,
        completeness: FigureView | None = None,
        telling: Telling | None = None,
        qualifier: TextView | Absent | None = None,
        is_all: bool = False,
    ) -> None:
        self._is_all = is_all
        self._book, self._path, self._label, self._figure, self._formula = book, path, label, figure, formula
        self._changes, self._previous, self._completeness = changes, previous, completeness
        self._style, self._zero, self._sources, self._period = style, zero, sources, period
        self._telling = telling
        self._qualifier = qualifier or Absent(f"{path}.qualifier")

    @property
    def kind(self) -> str:
        """The kind of number: count, part_of_whole, ..."""
        return self._figure.kind

    @property
    def label(self) -> TextView:
        """What is counted."""
        return TextView(self._book, f"{self._path}.label", self._label)

    @property
    def title(self) -> TextView:
        """What is counted, with a capital: for the lines of tables and charts."""
        return TextView(self._book, f"{self._path}.label", capitalize_first(self._label))

    @property
    def names_unit(self) -> bool:
        """Whether label and unit say the same, so that saying both would say it twice."""
        unit, label = str(self._figure.unit or "").casefold(), self._label.casefold()
        return bool(unit) and (label.startswith(unit) or label in unit)

    @property
    def rest(self) -> TextView | Absent:
        """The label without the unit it begins with: "camera an ninh" after "12 mắt"."""
        unit = str(self._figure.unit or "")
        rest = "" if self._label.casefold() in unit.casefold() else self._label
        rest = rest[len(unit) :].strip() if rest and self.names_unit else rest
        return TextView(self._book, f"{self._path}.label", rest) if rest else Absent(f"{self._path}.label")

    @property
    def metric(self) -> str:
        """The metric path, for attributes of the page."""
        return self._path

    @property
    def first(self) -> FigureView | Absent:
        """The first number of a pair."""
        return self._part("first")

    @property
    def second(self) -> FigureView | Absent:
        """The second number of a pair."""
        return self._part("second")

    @property
    def percent(self) -> FigureView | Absent:
        """The percent that a figure states of itself, or a change of its amount."""
        stated = parts_of(self._figure).get("percent")
        return self._derived("percent", stated) if stated is not None else AbsentFigure(f"{self._path}.percent")

    @property
    def share(self) -> FigureView | Absent:
        """The percent of a part of a whole: as stated, else computed from the two numbers."""
        if not isinstance(self._figure, PartOfWhole) or self._figure.percent is not None:
            return self.percent if isinstance(self._figure, StatedModel) else AbsentFigure(f"{self._path}.share")
        formula = f"{self._figure.part}/{self._figure.whole}"
        return self._derived("share", Percent(value=self._figure.ratio), formula)

    @property
    def part(self) -> FigureView | Absent:
        """The part alone of a part of a whole, for a sentence that has counted the whole."""
        if not isinstance(self._figure, PartOfWhole):
            return AbsentFigure(f"{self._path}.part")
        return self._derived("part", Count(value=self._figure.part, unit=self._figure.unit))

    def _is_part_of(self, whole: FigureView) -> bool:
        """Whether it is so many of exactly those."""
        part, counted = self._figure, whole._figure
        if not isinstance(part, PartOfWhole) or not isinstance(counted, Count):
            return False
        is_plain = all(each._figure.hedge is None and each._period is None for each in (self, whole))
        return is_plain and not self.qualifier and 0 < part.part <= part.whole == counted.value

    @property
    def period(self) -> DateView | Absent:
        """The figure's own period, where it differs from the report's."""
        if self._period is None:
            return Absent(f"{self._path}.period")
        return DateView(self._book, f"{self._path}.period", "Kỳ số liệu", self._period, self._sources)

    @property
    def qualifier(self) -> TextView | Absent:
        """The words the report puts behind it: "các loại". ``|figure`` prints them, ``|bare`` leaves them to you."""
        return self._qualifier

    @property
    def change(self) -> ChangeView | Absent:
        """How it moved since last year, where the two are comparable; print it with ``|compare`` or ``|figure``."""
        return self._changes.get(self._path) or AbsentFigure(f"{self._path}.change")

    @property
    def previous(self) -> FigureView | Absent:
        """Last year's figure, for a table's column."""
        return self._previous if self._previous is not None else AbsentFigure(f"{self._path}.previous")

    @property
    def completeness(self) -> FigureView | Absent:
        """How many units of how many reported it, where not all did."""
        return self._completeness if self._completeness is not None else AbsentFigure(f"{self._path}.completeness")

    @property
    def is_all(self) -> bool:
        """Whether it is all of what its metric is a part of: of 79 tips all 79 are of value."""
        return self._is_all

    @property
    def is_one(self) -> bool:
        """Whether it counts a single one, or answers for one: no number for large type."""
        return self._figure.raw in (1, (1, 1), (0, 1))

    @property
    def extent(self) -> str:
        """How long a bar is, in percent of the whole, for a style attribute: between 0.00 and 100.00."""
        ratio = self._figure.ratio or Decimal(0)
        return f"{min(max(ratio, Decimal(0)), Decimal(1)) * 100:.2f}"

    def _saying(self, figure: AnyFigure) -> FigureView:
        other = copy(self)
        other._figure = figure
        return other

    def __bool__(self) -> bool:
        """False for a zero, so that no sentence says “0 vụ”: zeros speak through ``|zero``."""
        return not self._figure.is_zero

    @property
    def third(self) -> FigureView | Absent:
        """The third number of a group of three: cases, dead, injured."""
        return self._part("third")

    def _part(self, name: str) -> FigureView | Absent:
        if isinstance(self._figure, Pair) and getattr(self._figure, name) is not None:
            return self._derived(name, getattr(self._figure, name), label=_part_label(self._figure, name, self._label))
        return AbsentFigure(f"{self._path}.{name}")

    def _derived(
        self, name: str, figure: AnyFigure, formula: str | None = None, label: str | None = None
    ) -> FigureView:
        before = self._previous._part(name) if self._previous is not None else None
        return FigureView(
            self._book,
            path=f"{self._path}.{name}",
            label=label or self._label,
            figure=figure,
            style=self._style,
            zero=self._zero,
            sources=self._sources,
            period=self._period,
            formula=formula,
            changes=self._changes,
            previous=before if isinstance(before, FigureView) else None,
            completeness=self._completeness,
            telling=self._telling,
        )

    @property
    def news(self) -> str:
        """What it is news of: rise, fall, zero, full; empty where it is just a number."""
        if self._telling is None:
            return ""
        moved = self._changes.get(self._path)
        if moved is not None and self._telling.is_change(self._path):
            return moved.outcome
        return self._telling.news_of(self._path)

    @property
    def told(self) -> bool:
        """Whether a sentence of this brief tells it here: it is there, counts something, and the plan has it told."""
        return bool(self) and self._is_told() and not self._is_said()

    def _is_told(self) -> bool:
        """Whether a sentence may tell it here: what the plan leaves to the table is absent in the body."""
        return self._telling is None or self._telling.tells(self._path)

    def _is_said(self) -> bool:
        return self._telling is not None and self._telling.has_said(self._path)

    def _is_in_headline(self) -> bool:
        return self._telling is not None and self._telling.is_headline

    def _tells_change(self) -> bool:
        return self._telling is not None and self._telling.tells_change(self._path)

    def _entry(self) -> LedgerEntry:
        """What the ledger will have of it, once it is printed."""
        return LedgerEntry(
            kind="figure",
            metric=self._path,
            label=self._label,
            value=self._figure.raw,
            figure=self._figure,
            formula=self._formula,
            sources=self._sources,
        )

    def __html__(self) -> NoReturn:
        raise FigureMisuseError(self._path, "số liệu chỉ in qua bộ lọc của nó; hãy viết {{ tên|figure }}")

    __str__ = __html__

    def __format__(self, spec: str) -> NoReturn:
        self.__html__()


def _part_label(pair: Pair, name: str, label: str) -> str:
    """What one number of a pair counts: its own unit leads, the first's words follow in brackets."""
    counted = dict(zip(parts_of(pair), pair.counted, strict=True))
    first = counted["first"]
    if name == "first" or not label.startswith(f"{first} "):
        return label
    return f"{counted[name]} ({label.removeprefix(first).strip()})"


def breadth_of(view: FigureView) -> int:
    """How many characters the number of a figure takes in print, with hedge and scale."""
    figure, style = view._figure, view._style
    alone = figure.bare if isinstance(figure, StatedModel) else figure
    return len(format_figure(alone.model_copy(update={"unit": None}), style))
