"""What holds for every roll-up: the order of the reports does not matter, sums are exact, hedges associate."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import Report
from antq_reports.catalogue import Metric
from antq_reports.comparison import compare_figures
from antq_reports.figures import (
    KINDS,
    AnyFigure,
    Count,
    Hedge,
    Indefinite,
    Interval,
    Pair,
    PartOfWhole,
    Span,
    format_figure,
    interval_of,
    parse_figure,
)
from antq_reports.figures.interval import interval_of_sum, is_exact
from antq_reports.report import Place
from antq_reports.rollup import add_figures, roll_up, roll_up_with_findings
from antq_reports.rollup.one_metric import Entry, combine
from antq_reports.rollup.participants import gather
from antq_reports.rollup.stated_totals import reconcile
from antq_reports.rollup.sums import UntoldSumError

NOBODY = gather([], "x", period=None, expected=[])
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


WRITTEN = (
    *(kind.example for kind in KINDS.values()),
    *("hơn 2,5 tỷ đồng", "1 tỷ 250 triệu đồng", "12,7 triệu lượt người", "05 vụ", "ba vụ", "0 vụ", "hơn 0 vụ"),
    *("gần 86%", "30-40%", "từ 3 - 5 vụ", "khoảng 5 - 7 kg", "vài chục vụ", "khoảng 218 vụ trong tổng số 342 vụ"),
    *("12 vụ, làm chết 3 người, bị thương ít nhất 10 người", "5 vụ với dưới 9 bị can", "15 vụ/100.000 dân"),
    *(
        "120 vụ (giảm 14 vụ so với năm 2023)",
        "412 vụ, đạt tỷ lệ 90,2%",
        "1.010/1.173 vụ (đạt 86,1%)",
        "gấp đôi cùng kỳ",
    ),
    *(f"{hedge} 12,5 kg" for hedge in Hedge),
)


@pytest.mark.parametrize("text", WRITTEN)
def test_the_figure_of_one_unit_alone_is_the_sum(text: str) -> None:
    """Value, unit and word as it wrote them; what has no sum is found, and against itself nothing has changed."""
    figure, metric = parse_figure(text), Metric(label="x")
    combined = combine("a.b", metric, [Entry(unit="xã A", figure=figure, origins=())])
    is_summable = KINDS[figure.kind].is_summable and not figure.is_share
    assert is_summable == (combined.figure is not None)
    if combined.figure is not None:
        for one, other in zip(_numbers(figure), _numbers(combined.figure), strict=True):
            assert (one.raw, one.unit, one.hedge) == (other.raw, other.unit, other.hedge)
        assert [] == list(reconcile("a.b", metric, figure, combined, NOBODY))
    assert {"same"} >= {moved.outcome for moved in compare_figures("a.b", metric, figure, figure)}
    if is_exact(figure) or isinstance(figure, Pair):
        assert [*compare_figures("a.b", metric, figure, figure)]
    assert figure == parse_figure(format_figure(figure))
    is_silent = combined.figure is not None and (isinstance(figure, PartOfWhole) or not getattr(figure, "stated", None))
    assert is_silent == (not combined.findings) or isinstance(figure, Indefinite)


def _numbers(figure: AnyFigure) -> tuple[AnyFigure, ...]:
    return figure.parts if isinstance(figure, Pair) else (figure,)
