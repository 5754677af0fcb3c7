"""What holds for every roll-up: the order of the reports does not matter, sums are exact, hedges associate."""

from __future__ import annotations

import random
from decimal import Decimal

from held import held
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import Report
from antq_reports.figures import (
    AnyFigure,
    Count,
    Hedge,
    Indefinite,
    Interval,
    Span,
    format_figure,
    interval_of,
    parse_figure,
)
from antq_reports.figures.interval import interval_of_sum
from antq_reports.report import Place
from antq_reports.rollup import add_figures, roll_up, roll_up_with_findings
from antq_reports.rollup.sums import UntoldSumError

PROVINCE = Place(name="Lâm Đồng", level="tỉnh")
COUNTS = st.builds(
    lambda value, hedge: Count(value=value, hedge=hedge, unit="vụ"),
    st.integers(1, 10**6),
    st.none() | st.sampled_from(Hedge),
)
WORDS = st.builds(
    lambda word: Indefinite(word=word, unit="vụ"), st.sampled_from(["hàng chục", "hàng trăm", "hàng nghìn"])
)
TEXTS = st.sampled_from(["12 khẩu súng", "hơn 40 khẩu súng", "gần 9 khẩu súng", "hàng chục khẩu súng", "3 quả", "7"])


@st.composite
def communes(draw: st.DrawFn) -> list[Report]:
    """Make reports of up to six communes, some of them twice, some without a code."""
    made = []
    for place in range(draw(st.integers(1, 6))):
        sections = {
            "weapons": {"firearms_surrendered": draw(st.none() | TEXTS)},
            "tips": {"crime_reports_resolved": draw(st.sampled_from(["1/2 tin báo", "3/4 tin báo", "50%"]))},
            "models": {"named": draw(st.lists(st.sampled_from(["Camera", "CAMERA", "Cổng trường"]), max_size=2))},
            "commitments": {
                "transport_pledges_by_group": draw(st.lists(st.sampled_from(["3 chủ xe", "4 lái xe"]), max_size=2))
            },
        }
        where = {
            "name": f"Xã {draw(st.integers(0, 4))}",
            "level": "xã",
            "code": draw(st.sampled_from([None, f"{place:05}"])),
        }
        made.append(Report.model_validate({"place": where, "period": "năm 2026", **sections}))
    return made


SPANS = st.builds(
    lambda low, width, hedge: Span(low=low, high=low + width, hedge=hedge, unit="vụ"),
    st.integers(0, 50),
    st.integers(1, 50),
    st.sampled_from([None, Hedge.ABOUT]),
)


def meant_by(data: st.DataObject, figure: AnyFigure) -> int:
    """Draw a number that a figure may mean."""
    interval = interval_of(figure)
    assert interval is not None
    low = interval.low if interval.low is not None else (interval.high or Decimal(0)) - 1000
    return data.draw(st.integers(int(low), int(interval.high if interval.high is not None else low + 1000)))


@given(st.lists(COUNTS | SPANS | WORDS, min_size=1, max_size=5), st.data())
def test_what_is_true_of_the_parts_is_true_of_the_sum(figures: list[AnyFigure], data: st.DataObject) -> None:
    """Whatever numbers the units mean, the sum of these is one that the printed sum may mean, or nothing is printed."""
    try:
        total = add_figures(figures)
    except UntoldSumError:
        assert interval_of_sum(figures) == Interval()  # only what has no bound at all stays untold
        return
    if all(isinstance(figure, Indefinite) for figure in figures):
        return  # the largest word stands for them, and that is found
    interval = interval_of(parse_figure(format_figure(total)))
    assert interval is not None
    assert interval.contains(sum(meant_by(data, figure) for figure in figures))
    assert interval_of_sum(figures).is_exact == interval.is_exact


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_sums_are_exact(figures: list[Count]) -> None:
    """No number is rounded, and the word is none that nobody wrote, but for "khoảng"."""
    try:
        total = add_figures(figures)
    except UntoldSumError:
        return
    assert sum(figure.value for figure in figures) == total.raw
    assert total.hedge in {*(figure.hedge for figure in figures if figure.hedge), Hedge.ABOUT} or not total.hedge


@given(st.lists(COUNTS | WORDS, min_size=3, max_size=8), st.integers(1, 7))
def test_a_sum_of_sums_is_the_sum(figures: list[Count | Indefinite], cut: int) -> None:
    """Districts in between change nothing, as long as each of them counted something and the whole can be told."""
    left, right = figures[: cut % len(figures)], figures[cut % len(figures) :]
    if not any(isinstance(each, Count) for each in left) or not any(isinstance(each, Count) for each in right):
        return
    try:
        whole = add_figures(figures)
    except UntoldSumError:
        return
    parted = add_figures([add_figures(left), add_figures(right)])
    assert (whole.raw, whole.hedge) == (parted.raw, parted.hedge)


@given(communes(), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(reports: list[Report], chance: random.Random) -> None:
    """The same reports in any order give the same report, sources and findings."""
    shuffled = list(reports)
    chance.shuffle(shuffled)
    one, other = roll_up_with_findings(reports, PROVINCE), roll_up_with_findings(shuffled, PROVINCE)
    assert one.report == other.report
    assert one.report.sources.places == other.report.sources.places
    assert one.findings == other.findings


@given(st.lists(st.none() | st.integers(0, 10**6), min_size=1, max_size=30))
def test_the_province_is_the_sum_of_its_communes(values: list[int | None]) -> None:
    """A metric is the sum of what was reported, and the count of who reported it."""
    reports = [
        Report.model_validate(
            {
                "place": {"name": f"A{place}", "level": "xã", "code": f"{place:05}"},
                "period": "năm 2026",
                "tips": {"public_tips": value},
            }
        )
        for place, value in enumerate(values)
    ]
    report = roll_up(reports, PROVINCE)
    known = [value for value in values if value is not None]
    total = held(report, "tips.public_tips")
    assert (sum(known) if known else None) == (total.raw if total is not None else None)
    entry = report.completeness.of("tips.public_tips") if report.completeness else None
    assert (len(known) if known else None) == (entry.reported if entry else None)
