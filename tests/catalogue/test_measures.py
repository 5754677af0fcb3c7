"""What a figure is counted in, held against what its metric declares."""

from __future__ import annotations

import pytest

from antq_reports.catalogue import find_catalogue
from antq_reports.catalogue.measures import factor, foreign_units, in_declared_unit, means_same, settle_unit
from antq_reports.catalogue.metric import Metric
from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import format_figure, parse_figure


def settled(text: str, unit: str | tuple[str, str], *same: str) -> str:
    """A figure as its metric prints it, or why not."""
    try:
        return format_figure(settle_unit(parse_figure(text), Metric(label="x", unit=unit, same=same)))
    except FigureSyntaxError as error:
        return error.reason


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("16 vụ TNGT", "vụ", "16 vụ"),
        ("3.095 lượt", "lượt người", "3.095 lượt người"),
        ("28,1 kg pháo hoa", "kg pháo", "28,1 kg pháo"),
        ("28,1 kg", "kg pháo", "28,1 kg pháo"),
        ("52 súng", "khẩu súng", "52 khẩu súng"),
        ("hơn 52 Khẩu", "khẩu súng", "hơn 52 khẩu súng"),
        ("500 g", "kg pháo", "0,5 kg pháo"),
        ("1,2 tạ", "kg pháo", "120 kg pháo"),
        ("0,5 tấn", "kg pháo", "500 kg pháo"),
        ("gần 0,5 tấn", "kg pháo", "gần 500 kg pháo"),
        ("1,5 km", "mét dây", "1.500 mét dây"),
        ("250 ha", "km2", "2,5 km2"),
        ("33,5 triệu đồng", "đồng", "33,5 triệu đồng"),
        ("hàng trăm", "viên đạn", "hàng trăm"),
    ],
)
def test_what_means_the_same_or_converts_is_the_metric_s(text: str, unit: str, expected: str) -> None:
    """It prints with the declared noun; a conversion is exact."""
    assert expected == settled(text, unit, "súng", "khẩu")


@pytest.mark.parametrize(
    ("text", "unit"), [("5.038 người", "lượt người"), ("20 bao", "kíp nổ"), ("3 kg", "mét dây"), ("5 người", "vụ")]
)
def test_what_counts_something_else_is_refused(text: str, unit: str) -> None:
    """With both units named."""
    found = text.partition(" ")[2]
    assert f"tính bằng “{found}”, chỉ tiêu này tính bằng “{unit}”" == settled(text, unit)
    figure, metric = parse_figure(text), Metric(label="x", unit=unit)
    assert [found] == list(foreign_units(figure, metric))
    assert figure == in_declared_unit(figure, metric)


def test_both_numbers_of_a_pair_are_held_against_their_units() -> None:
    """Each by its own."""
    units = ("buổi", "lượt học sinh")
    assert "3 buổi, 40 lượt học sinh" == settled("3 cuộc, 40 lượt", units, "cuộc")
    assert settled("3 buổi, 40 người", units).startswith("tính bằng “người”")
    units = ("vụ", "người chết")
    assert "3 vụ, 2 người chết" == settled("3 vụ, 2 người chết", units)
    for text in ("3 vụ, làm chết 2 người", "3 vụ, làm chết 2 người, bị thương 4 người"):
        assert text == settled(text, units)  # the words before say what the unit does not
    assert settled("3 vụ, làm bị thương 2 người", units).startswith("tính bằng “người bị thương”")


def test_what_a_measure_states_of_itself_is_kept() -> None:
    """A conversion changes the number alone."""
    for text in ("2 tấn (giảm 1 tấn so với năm 2023)", "khoảng 2 tấn, chiếm 21,5%"):
        assert text.replace("2 tấn", "2.000 kg", 1) == settled(text, "kg")


def test_no_unit_of_one_metric_of_a_section_is_another_s_by_its_other_words() -> None:
    """The word “súng” may not stand for two metrics whose cells stand one under the other."""
    section = find_catalogue(None).sections["weapons"]
    for name, metric in section.metrics.items():
        others = [other for key, other in section.metrics.items() if key != name]
        assert [] == [other.unit for other in others if isinstance(other.unit, str) and other.unit in metric.same]


def test_measures_of_another_dimension_have_no_factor() -> None:
    """Nor has what is no measure."""
    assert (None, None) == (factor("kg", "mét"), factor("vụ", "kg"))
    assert not means_same("lượt", "người")


def test_a_measure_that_converts_keeps_what_it_states() -> None:
    """The share and the change stand as they were written."""
    metric = Metric(label="pháo", unit="kg pháo")
    settled = settle_unit(parse_figure("0,5 tấn pháo (giảm 10% so với năm 2023)"), metric)
    assert "500 kg pháo (giảm 10% so với năm 2023)" == format_figure(settled)
