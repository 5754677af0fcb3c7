"""One figure against last year's: direction, amount, percent or points, and whether that is good news."""

from __future__ import annotations

from decimal import Decimal

import pytest

from antq_reports.catalogue import Metric
from antq_reports.comparison.figure_change import Movement, compare_figures
from antq_reports.figures import PartOfWhole, parse_figure

CASES = Metric(label="vụ vi phạm", unit="vụ", polarity="less")
SOLVED = Metric(label="tin báo đã giải quyết", unit="tin báo", polarity="more")


def moves(new: str, old: str, metric: Metric = CASES) -> list[Movement]:
    """Every movement from one printed figure to another."""
    return list(compare_figures("x", metric, parse_figure(new), parse_figure(old)))


def move(new: str, old: str, metric: Metric = CASES) -> Movement:
    """The one movement between two printed figures."""
    [moved] = moves(new, old, metric)
    return moved


def test_a_rise_has_amount_ratio_and_formula() -> None:
    """526 against 480; the ratio is a fraction of the base."""
    moved = move("526 vụ", "480 vụ", SOLVED)
    assert moved.amount is not None
    assert ("tăng", 46, "526 - 480", (526, 480), "good") == (
        moved.verb,
        moved.amount.value,
        moved.formula,
        moved.operands,
        moved.tone,
    )
    assert Decimal(46) / Decimal(480) == moved.ratio


def test_percents_move_by_points_of_the_computed_ratio() -> None:
    """Stated percents are not what is subtracted; points have no percent of their own."""
    moved = move("90/100 tin báo (đạt 91%)", "80/100 tin báo (đạt 80%)", SOLVED)
    assert moved.amount is not None
    assert (True, Decimal(10), "điểm phần trăm") == (moved.in_points, moved.amount.value, moved.amount.unit)
    assert (None, "90/100 - 80/100") == (moved.ratio, moved.formula)


@pytest.mark.parametrize(
    ("new", "old", "metric", "tone"),
    [
        ("20 vụ", "30 vụ", CASES, "good"),
        ("30 vụ", "20 vụ", CASES, "bad"),
        ("80/100 tin báo", "90/100 tin báo", SOLVED, "bad"),
        ("20 vụ", "20 vụ", CASES, "neutral"),
        ("30 vụ", "20 vụ", Metric(label="vụ", unit="vụ"), "neutral"),
    ],
)
def test_fewer_accidents_are_good_and_fewer_solved_cases_are_not(new: str, old: str, metric: Metric, tone: str) -> None:
    """Polarity is the metric's; what stays is no news, nor is what is neither good nor bad."""
    assert tone == move(new, old, metric).tone


def test_what_the_police_detect_is_more_or_fewer() -> None:
    """Nhiều hơn and ít hơn, by the metric's verb."""
    detected = Metric(label="đối tượng", unit="đối tượng", verb="nhiều hơn")
    told = [move(new, "100 đối tượng", detected).verb for new in ("90 đối tượng", "110 đối tượng", "100 đối tượng")]
    assert ["ít hơn", "nhiều hơn", None] == told


@pytest.mark.parametrize(
    ("new", "old", "has_ratio"),
    [
        ("12 vụ", "9 vụ", False),
        ("12 vụ", "10 vụ", True),
        ("950.000 đồng", "999.999 đồng", False),
        ("1.100.000 đồng", "1.000.000 đồng", True),
        ("0,5 kg", "0,9 kg", False),
        ("2 kg", "1 kg", True),
        ("0 vụ", "25 vụ", False),
        ("25 vụ", "25 vụ", False),
    ],
)
def test_a_small_base_has_no_percent(new: str, old: str, has_ratio: bool) -> None:
    """Below ten, a million đồng, one kilogram; nor has what fell to nothing, or stayed."""
    assert has_ratio == (move(new, old).ratio is not None)


@pytest.mark.parametrize(
    ("new", "old", "times"), [("20 vụ", "10 vụ", 2), ("19 vụ", "10 vụ", None), ("18 vụ", "9 vụ", None)]
)
def test_twice_as_many_is_told_in_times(new: str, old: str, times: int | None) -> None:
    """From two on, and never of a small base."""
    assert times == move(new, old).times


def test_a_rise_from_nothing_is_known_for_one() -> None:
    """A percent of zero is a base like any other."""
    assert [True, False, False] == [
        move(*texts).from_zero for texts in (("5 vụ", "0 vụ"), ("0 vụ", "0 vụ"), ("5%", "0%"))
    ]


def test_a_share_of_a_small_whole_moves_by_its_part() -> None:
    """Of nine, one is eleven points."""
    moved = move("8/9 tin báo", "7/9 tin báo", SOLVED)
    assert moved.amount is not None
    assert (False, 1, "tin báo", "số tin báo đã giải quyết", "8 - 7") == (
        moved.in_points,
        moved.amount.value,
        moved.amount.unit,
        moved.subject,
        moved.formula,
    )


def test_a_units_own_answer_does_not_move() -> None:
    """1/1 against 0/1 is a yes, not a hundred points; of a metric that counts no units it is a share."""
    units = Metric(label="xã đạt chuẩn", unit="xã", rollup="units", takes=(PartOfWhole,))
    assert [] == moves("1/1 xã", "0/1 xã", units)
    assert ["1 - 0"] == [moved.formula for moved in moves("1/1 xã", "0/1 xã")]


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("quả lựu đạn, bom, mìn", "quả"),
        ("kg pháo", "kg"),
        ("viên đạn", "viên đạn"),
        ("thôn, tổ dân phố", "thôn, tổ dân phố"),
    ],
)
def test_a_long_unit_is_told_by_its_classifier(unit: str, told: str) -> None:
    """The subject has named the thing; two words are not long."""
    moved = move(f"30 {unit}", f"20 {unit}")
    assert moved.amount is not None
    assert told == moved.amount.unit


@pytest.mark.parametrize(
    ("new", "old"), [("hơn 520 vụ", "480 vụ"), ("526", "48%"), ("526 vụ", "480 tin"), ("hàng trăm vụ", "480 vụ")]
)
def test_what_cannot_be_subtracted_does_not_move(new: str, old: str) -> None:
    """Inexact figures, other kinds, other units."""
    assert [] == moves(new, old)


def test_each_number_of_a_pair_moves_by_itself() -> None:
    """The first under the metric's name, the second under its unit's; one that cannot move leaves the other."""
    told = [(moved.path, moved.subject) for moved in moves("12 buổi, 300 lượt", "10 buổi, 320 lượt")]
    assert [("x.first", "số vụ vi phạm"), ("x.second", "số lượt")] == told
    assert ["x.second"] == [moved.path for moved in moves("hơn 12 buổi, 300 lượt", "10 buổi, 320 lượt")]


def test_all_three_numbers_of_a_group_move() -> None:
    """Accidents, the dead and the injured, whether the unit or the words before say who they are."""
    for old in ("10 vụ, 2 người chết, 40 người bị thương", "10 vụ, làm chết 2 người, bị thương 40 người"):
        moved = moves("9 vụ, làm chết 3 người, bị thương 41 người", old)
        assert ["x.first", "x.second", "x.third"] == [each.path for each in moved]
        assert ["số người chết", "số người bị thương"] == [each.subject for each in moved[1:]]
        assert ["fall", "rise", "rise"] == [each.outcome for each in moved]
