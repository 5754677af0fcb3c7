"""What a unit has said is not said again, and a noun stands before the brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.figures import FigureStyle, format_runs, parse_figure
from antq_reports.prose.nouns import unsaid, with_noun

WORDS = st.lists(st.sampled_from(["vụ", "tai", "nạn", "giao", "thông", "người", "chết", "tin"]), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("figure", "noun", "printed"),
    [
        ("6 người", "chết", "6 người chết"),
        ("6 người chết", "chết", "6 người chết"),
        ("31 vụ", "tai nạn giao thông", "31 vụ tai nạn giao thông"),
        ("31 vụ tai nạn giao thông", "tai nạn giao thông", "31 vụ tai nạn giao thông"),
        ("31 vụ tai nạn giao thông đường bộ", "tai nạn giao thông", "31 vụ tai nạn giao thông đường bộ"),
        ("902 tin có giá trị", "có giá trị", "902 tin có giá trị"),
        ("75 khẩu súng các loại", "các loại", "75 khẩu súng các loại"),
        ("41/45 xã đạt tiêu chí", "đạt tiêu chí về an ninh", "41/45 xã đạt tiêu chí về an ninh"),
        ("1.367 Tổ bảo vệ an ninh, trật tự", "bảo vệ an ninh, trật tự", "1.367 Tổ bảo vệ an ninh, trật tự"),
        ("40/44 vụ (đạt 90,9%)", "phạm tội", "40/44 vụ phạm tội (đạt 90,9%)"),
        ("120 vụ (giảm 14 vụ so với năm 2023)", "phạm tội", "120 vụ phạm tội (giảm 14 vụ so với năm 2023)"),
        ("412 vụ, đạt tỷ lệ 90,2%", "án", "412 vụ án, đạt tỷ lệ 90,2%"),
        ("14 buổi với 1.736 lượt", "tại trường", "14 buổi tại trường với 1.736 lượt"),
        ("95%", "vụ án", "95% vụ án"),
        ("6", "vụ án", "6 vụ án"),
    ],
)
def test_a_noun_is_said_once_and_before_the_brackets(figure: str, noun: str, printed: str) -> None:
    """Whatever the writer of the figure has said already."""
    runs = with_noun(format_runs(parse_figure(figure), FigureStyle()), noun)
    assert printed == "".join(run.text for run in runs)


@given(WORDS, WORDS)
def test_nothing_is_lost_and_nothing_doubled(noun: list[str], unit: list[str]) -> None:
    """The unit with what is left of the noun holds every word of both, and says no end of the unit again."""
    left = unsaid(" ".join(noun), " ".join(unit)).split()
    said = [*unit, *left]
    assert set(noun) <= set(said)
    assert not left or unit[-len(noun) :] != noun
    assert left == noun[len(noun) - len(left) :]
