"""What a report may choose of its plan: names of the subject, each fault with its place and what is near."""

from __future__ import annotations

import pytest
from faulty_files import only_fault, writer

from antq_reports.bundled import Report


@pytest.mark.parametrize(
    ("line", "path", "near"),
    [
        ('headline = "tips.public_tip"', "plan.headline", "tips.public_tips"),
        ('lead = ["weapons.firearms_surrendered", "weapons.grenade"]', "plan.lead[1]", "weapons.grenades_surrendered"),
        ('strip = ["tips.publictips"]', "plan.strip[0]", "tips.public_tips"),
        ('tell = ["welfare.gift"]', "plan.tell[0]", "welfare.gifts"),
        ('table = ["welfare.gift"]', "plan.table[0]", "welfare.gifts"),
        ('order = ["wepons"]', "plan.order[0]", "weapons"),
    ],
)
def test_an_unknown_name_is_a_fault_with_its_place(line: str, path: str, near: str, tmp_path: object) -> None:
    """Key, line, and the name that was meant."""
    file = writer(tmp_path)("a.toml", f'place = "xã Tân Hà"\nperiod = "năm 2026"\n[plan]\n{line}\n')  # type: ignore[arg-type]
    fault = only_fault(file)
    assert (path, 4) == (fault.path, fault.line)
    assert near in fault.remedy


def test_extra_figures_may_be_chosen() -> None:
    """By their name, though the subject does not declare them."""
    report = Report.model_validate(
        {"place": "xã Tân Hà", "period": 2026, "plan": {"tell": ["extra.boats"], "order": ["weapons", "tips"]}}
    )
    assert report.plan is not None
    assert ("extra.boats",) == report.plan.tell
