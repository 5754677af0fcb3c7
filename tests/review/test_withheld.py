"""What looks wrong is neither printed nor added, until a person says that it is right."""

from __future__ import annotations

from typing import Any

import pytest
from held import held

from antq_reports import Report, render_report
from antq_reports.report import reported_figures
from antq_reports.report.acceptance import Acceptance
from antq_reports.review import check_report, judge, withhold

PLACE = {"name": "Tân Hà", "level": "xã", "code": "24823"}


def report(**figures: Any) -> Report:
    """A commune's report."""
    return Report.model_validate(
        {"place": PLACE, "period": 2026, **{k.replace("__", "."): v for k, v in figures.items()}}
    )


def accepted(metric: str, value: str, code: str = "24823") -> Acceptance:
    """What a person wrote into the list."""
    return Acceptance(code=code, metric=metric, value=value, who="Lê Thị Hoa", when="2/12/2026", why="đã gọi", line=2)


def left(found: Report) -> list[str]:
    """The metrics that are left out."""
    return [each.path for each in found.sources.withheld]


@pytest.mark.parametrize(
    ("figures", "out"),
    [
        ({"standards__safe_residential_areas": "26/19 khu dân cư"}, ["standards.safe_residential_areas"]),
        ({"tips__public_tips": 5, "tips__valuable_tips": 9}, ["tips.valuable_tips", "tips.public_tips"]),
        (
            {"traffic_safety__traffic_accidents": 0, "traffic_safety__traffic_deaths": 4},
            ["traffic_safety.traffic_deaths", "traffic_safety.traffic_accidents"],
        ),
        ({"tips__public_tips": 9, "tips__valuable_tips": 5}, []),
    ],
)
def test_an_error_takes_its_figures_out(figures: dict[str, Any], out: list[str]) -> None:
    """A broken rule between two metrics takes both; the others stay."""
    found = withhold(report(weapons__detonators=3, **figures))
    assert out == left(found)
    assert out == [each.metric for each in found.left_out]
    assert [] == [each.path for each in reported_figures(found) if each.path in out]
    assert 3 == held(found, "weapons.detonators").raw


def test_the_change_of_what_is_left_out_is_left_out() -> None:
    """It would speak of a figure that is not there."""
    found = withhold(
        report(
            traffic_safety__traffic_accidents=0,
            traffic_safety__traffic_deaths=4,
            traffic_safety__traffic_accidents_change="giảm 2 vụ",
        )
    )
    assert "traffic_safety.traffic_accidents_change" in left(found)


def test_a_row_and_an_extra_are_left_out_alone() -> None:
    """The other rows keep their places."""
    rows = ["5 chủ xe", "7 lái xe"]
    extra = [{"id": "a", "label": "cụm", "section": "tips", "figure": "7/5 cụm"}]
    given = report(commitments__transport_pledges_by_group=rows, extra=extra)
    found = judge(given, check_report(given))
    assert ["extra.a"] == [each.path for each in found.report.sources.withheld]
    assert (2, ()) == (len(found.report.rows("commitments", "transport_pledges_by_group")), found.report.extra)


def test_what_was_accepted_is_printed() -> None:
    """The finding stays, as one that was settled."""
    given = report(standards__safe_residential_areas="26/19 khu dân cư")
    for metric in ("standards.safe_residential_areas", "Khu dân cư đạt tiêu chuẩn an toàn"):
        verdict = judge(given, check_report(given), [accepted(metric, "26/19")])
        assert verdict.report == given
        [finding] = [finding for finding in verdict.findings if finding.code == "part-above-whole"]
        assert ("info", True) == (finding.severity, finding.message.endswith("(đã được chấp nhận)"))


@pytest.mark.parametrize(
    ("acceptance", "code"),
    [
        (accepted("standards.safe_residential_areas", "25/19"), "acceptance-lapsed"),
        (accepted("tips.public_tips", "26/19"), "acceptance-unused"),
        (accepted("standards.safe_residential_areas", "26/19", code="24824"), ""),
    ],
)
def test_an_acceptance_holds_for_one_value_of_one_unit(acceptance: Acceptance, code: str) -> None:
    """Another value is another question, and that is told; another unit's is none of this one's."""
    given = report(standards__safe_residential_areas="26/19 khu dân cư")
    verdict = judge(given, check_report(given), [acceptance])
    assert ["standards.safe_residential_areas"] == [each.path for each in verdict.report.sources.withheld]
    assert [code] * bool(code) == [each.code for each in verdict.findings if each.code.startswith("acceptance")]


def test_a_brief_says_what_it_leaves_out() -> None:
    """In its words, in its evidence and to whoever asked for it."""
    brief = render_report(report(tips__public_tips=5, tips__valuable_tips=9, models__models_active=4))
    assert ["tips.valuable_tips", "tips.public_tips"] == [each.path for each in brief.withheld]
    assert "9 tin" not in brief.text
    assert (
        "Do số liệu đang được kiểm tra lại, bài chưa in tin có giá trị do quần chúng cung cấp; tin do quần chúng"
        in brief.text
    )
    assert "subtotal-above-total" in [finding.code for finding in brief.findings]


def test_what_was_taken_out_is_not_taken_out_twice() -> None:
    """A report that was judged is judged again when it is printed."""
    once = withhold(report(tips__public_tips=5, tips__valuable_tips=9))
    assert (once, left(once)) == (withhold(once), left(withhold(once)))
