"""What holds for every roll-up: the order of the reports does not matter, sums are exact, hedges associate."""

from __future__ import annotations

import random

from held import held
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import Report
from antq_reports.figures import Count, Hedge, Indefinite
from antq_reports.figures.interval import interval_of_sum
from antq_reports.report import Place
from antq_reports.rollup import add_figures, roll_up, roll_up_with_findings

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


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_sums_are_exact(figures: list[Count]) -> None:
    """No number is rounded, and the hedge claims no more than those of the figures do."""
    total = add_figures(figures)
    assert sum(figure.value for figure in figures) == total.raw
    said = {each.hedge for each in figures} - {None}
    assert interval_of_sum(figures).hedge in (None, Hedge.ABOUT) or total.hedge in said
    assert (total.hedge is None) == (not said)
    if {hedge.direction for hedge in said if hedge is not None} == {"below"}:
        assert (Hedge.UNDER in said) == (total.hedge is Hedge.UNDER)  # "dưới 5" may be 1: nothing near is claimed
    if said & {Hedge.MORE_THAN, Hedge.OVER}:
        assert total.hedge not in (Hedge.AT_LEAST, Hedge.NOT_UNDER)


@given(st.lists(COUNTS | WORDS, min_size=3, max_size=8), st.integers(1, 7))
def test_a_sum_of_sums_is_the_sum(figures: list[Count | Indefinite], cut: int) -> None:
    """Districts in between change nothing, as long as each of them counted something."""
    left, right = figures[: cut % len(figures)], figures[cut % len(figures) :]
    if not any(isinstance(each, Count) for each in left) or not any(isinstance(each, Count) for each in right):
        return
    whole, parted = add_figures(figures), add_figures([add_figures(left), add_figures(right)])
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
