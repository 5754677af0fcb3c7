"""What a template is handed: views that print through their filters or not at all."""

from __future__ import annotations

import pytest

from antq_reports.errors import FigureMisuseError
from antq_reports.figures import FigureStyle, Period, parse_figure
from antq_reports.prose.date_view import DateView
from antq_reports.prose.tokens import ABSENT, TokenBook
from antq_reports.prose.views import Absent, AbsentFigure, FigureView, TextView, View


def view(text: str, label: str = "súng") -> FigureView:
    """A figure, closed."""
    figure = parse_figure(text)
    return FigureView(TokenBook(), path="a.b", label=label, figure=figure, style=FigureStyle(), zero="không có")


def words(book: TokenBook, text: TextView | Absent) -> str:
    """What a text prints as."""
    return book.visible(text.__html__())


CLOSED = (view("6 khẩu"), View("weapons", {}), DateView(TokenBook(), "date", "Ngày", Period(label="a"), ()))


@pytest.mark.parametrize("closed", CLOSED)
@pytest.mark.parametrize("printing", [str, lambda each: each.__html__()])
def test_nothing_prints_but_through_its_filter(closed: object, printing: type[str]) -> None:
    """Whole figures, sections and dates are refused in Vietnamese."""
    with pytest.raises(FigureMisuseError, match="hãy "):
        printing(closed)


def test_what_is_absent_is_false_and_empty_and_kills_its_clause() -> None:
    """So are its parts."""
    absent = AbsentFigure("a.b")
    assert (False, [], 0, ABSENT) == (bool(absent), list(absent), len(absent), str(absent.change))
    assert absent == Absent("a.c")


def test_a_name_that_is_not_declared_is_an_error() -> None:
    """And none can be set."""
    section = View("weapons", {"a": 1}, present=False)
    assert (1, False) == (section.a, bool(section))
    with pytest.raises(AttributeError, match="b"):
        _ = section.b
    with pytest.raises(AttributeError, match="read only"):
        section.a = 2


@pytest.mark.parametrize(
    ("text", "extent", "present"),
    [("6/8 xã", "75.00", True), ("9/8 xã", "100.00", True), ("0 xã", "0.00", False), ("6 xã", "0.00", True)],
)
def test_a_bar_is_between_nothing_and_the_whole(text: str, extent: str, present: bool) -> None:
    """A zero is false: it speaks through its own words."""
    assert (extent, present) == (view(text).extent, bool(view(text)))


@pytest.mark.parametrize(
    ("label", "rest"), [("mắt camera an ninh", "camera an ninh"), ("camera", "camera"), ("mắt", None)]
)
def test_a_unit_is_not_said_twice(label: str, rest: str | None) -> None:
    """The label without the unit it begins with; absent where nothing is left."""
    figure = view("12 mắt", label)
    found = figure.rest
    assert rest == (words(figure._book, found) if isinstance(found, TextView) else None)


def test_a_share_is_as_stated_else_computed() -> None:
    """With the formula in the ledger; a bare count has none."""
    stated, computed = view("6/8 xã (đạt 75%)").share, view("6/8 xã").share
    assert isinstance(stated, FigureView)
    assert isinstance(computed, FigureView)
    found = [(each._entry().metric, each._entry().formula) for each in (stated, computed)]
    assert [("a.b.percent", None), ("a.b.share", "6/8")] == found
    assert not view("6 xã").share
