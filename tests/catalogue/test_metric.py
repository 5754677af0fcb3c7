"""Every short form of a metric gives the same value as its full mapping; everything else is one Vietnamese fault."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, get_args

import pytest
from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import PydanticCustomError

from antq_reports import Report
from antq_reports.catalogue import CatalogueEntry, Metric, bundled_catalogue, section_models
from antq_reports.catalogue.metric import COUNTABLE, KIND_SETS, read_figure, with_unit
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Indefinite,
    Pair,
    PartOfWhole,
    Percent,
    Quantity,
    Span,
    format_figure,
    parse_figure,
)

PLACE = {"place": {"name": "Lâm Đồng"}, "period": "năm 2024"}
CATALOGUE = bundled_catalogue()
METRICS = [entry for entry in CATALOGUE.entries if isinstance(entry.declaration, Metric)]
SHORT_FORMS: tuple[int | str, ...] = (
    0,
    1584,
    "1.584",
    "trên 550",
    "05",
    "1,2 triệu",
    "1.010/1.173",
    "1.010/1.173 vụ (đạt 86,1%)",
    "86,1%",
    "31 vụ, 34 đối tượng",
    "13,85 kg",
    "2,5 tỷ đồng",
    "5 - 7",
    "hàng trăm",
    "giảm 4,6% so với cùng kỳ",
)


SAMPLE_METRICS = {
    "countable": Metric(label="vụ việc", unit="vụ", takes=COUNTABLE),
    "ratio": Metric(label="tỷ lệ", unit="vụ", takes=KIND_SETS["ratio"]),
    "amount": Metric(label="tiền phạt", unit="đồng", takes=KIND_SETS["amount"]),
    "measure": Metric(label="thuốc nổ", unit="kg thuốc nổ", takes=KIND_SETS["measure"]),
    "area": Metric(label="diện tích", unit="km2", takes=(Quantity,)),
    "sessions": Metric(label="buổi", unit=("buổi", "lượt người"), takes=(Pair, *COUNTABLE)),
    "change": Metric(label="biến động", takes=(Change,)),
}
"""One metric of each group of kinds."""
SAMPLE_FIELDS: dict[str, Any] = {name: (metric.field_type, None) for name, metric in SAMPLE_METRICS.items()}
Sample: type[BaseModel] = create_model("Sample", **SAMPLE_FIELDS)


def value_of(field: str, raw: Any) -> Any:
    """Return the figure that a raw value of a field of the sample gives."""
    return getattr(Sample.model_validate({field: raw}), field)


def refusal(field: str, raw: Any) -> tuple[str, str, str]:
    """Return place, reason and remedy of the one fault a raw value gives."""
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({field: raw})
    (item,) = caught.value.errors()
    return ".".join(map(str, item["loc"])), item["ctx"]["refusal"].reason, item["ctx"]["refusal"].remedy


def report_or_none(entry: CatalogueEntry, raw: Any) -> Report | None:
    """Return the report with a raw value of a metric; None when the metric refuses it by a figure's fault alone."""
    try:
        return Report.model_validate({**PLACE, entry.section: {entry.name: raw}})
    except ValidationError as error:
        if {"figure"} != {item["type"] for item in error.errors()}:
            raise
        return None


@pytest.mark.parametrize(
    ("field", "short", "full"),
    [
        ("countable", 1584, {"kind": "count", "value": 1584, "unit": "vụ"}),
        ("countable", "1.584 vụ", {"kind": "count", "value": 1584, "unit": "vụ"}),
        ("countable", "trên 550", {"kind": "count", "value": 550, "hedge": "trên", "unit": "vụ"}),
        ("countable", "03", {"kind": "count", "value": 3, "padding": 2}),
        ("countable", "hàng trăm", {"kind": "indefinite", "word": "hàng trăm", "unit": "vụ"}),
        ("countable", "5 - 7 người", {"kind": "span", "low": 5, "high": 7, "form": " - ", "unit": "người"}),
        ("ratio", "1.010/1.173 vụ", {"kind": "part_of_whole", "part": 1010, "whole": 1173}),
        ("ratio", "86,1%", {"kind": "percent", "value": "0.861"}),
        ("amount", 450_000, {"kind": "money", "value": 450_000}),
        ("amount", "2,5 tỷ đồng", {"kind": "money", "value": 2_500_000_000, "scale": "tỷ"}),
        ("measure", 5, {"kind": "quantity", "value": 5, "unit": "kg thuốc nổ"}),
        ("measure", "trên 5", {"kind": "quantity", "value": 5, "unit": "kg thuốc nổ", "hedge": "trên"}),
        ("measure", "13,85 kg", {"kind": "quantity", "value": "13.85", "unit": "kg"}),
        ("measure", Decimal("12.34"), {"kind": "quantity", "value": "12.34", "unit": "kg thuốc nổ"}),
        ("measure", Decimal("0.015"), {"kind": "quantity", "value": "0.015", "unit": "kg thuốc nổ"}),
        ("area", "9.773", {"kind": "quantity", "value": 9773, "unit": "km2"}),
        ("sessions", 214, {"kind": "count", "value": 214, "unit": "buổi"}),
        ("sessions", "214", {"kind": "count", "value": 214, "unit": "buổi"}),
        (
            "sessions",
            "214 buổi với 58.628 lượt người",
            {
                "kind": "pair",
                "first": {"value": 214, "unit": "buổi"},
                "second": {"value": 58628, "unit": "lượt người"},
                "joiner": " với ",
            },
        ),
        (
            "change",
            "giảm 14 vụ",
            {"kind": "change", "direction": "giảm", "amount": {"kind": "count", "value": 14, "unit": "vụ"}},
        ),
    ],
)
def test_short_form_is_the_full_mapping(field: str, short: Any, full: dict[str, Any]) -> None:
    """What a person writes and its full mapping validate to the same value."""
    assert value_of(field, full) == value_of(field, short)


@pytest.mark.parametrize(
    ("field", "raw", "unit"),
    [
        ("countable", 5, "vụ"),
        ("countable", "trên 550", "vụ"),
        ("countable", "trên 550 lượt", "lượt"),
        ("countable", "hàng trăm", "vụ"),
        ("countable", {"kind": "count", "value": 5}, "vụ"),
        ("countable", {"kind": "count", "value": 5, "unit": "người"}, "người"),
        ("ratio", "5/6", "vụ"),
        ("ratio", "86,1%", None),
        ("measure", 5, "kg thuốc nổ"),
        ("measure", "hàng trăm", "kg thuốc nổ"),
        ("sessions", "hàng trăm", "buổi"),
    ],
)
def test_unit_is_filled_in_when_none_was_written(field: str, raw: Any, unit: str | None) -> None:
    """The metric's unit stands in for one left out and never replaces one written."""
    assert unit == value_of(field, raw).unit


@pytest.mark.parametrize(
    ("field", "raw", "reason", "remedy"),
    [
        ("countable", "1.010/1.173 vụ", "“vụ việc” không nhận phần trên tổng", "hãy viết: số đếm"),
        ("countable", "86,1%", "không nhận phần trăm", "số ước chừng"),
        ("countable", "2,5 tỷ đồng", "không nhận số tiền", "số đếm"),
        ("countable", {"kind": "percent", "value": "0.5"}, "không nhận phần trăm", "số đếm"),
        ("change", 5, "“5” thiếu phần còn lại", "giảm 4,6% so với cùng kỳ"),
        ("ratio", 5, "“5” thiếu phần còn lại", "phần trên tổng"),
        ("amount", "450.000", "không nhận số đếm", "2,5 tỷ đồng"),
        ("countable", Decimal("1.584"), "có thể là số nguyên viết dấu chấm hàng nghìn", 'viết 1584 hoặc "1.584"'),
        ("measure", Decimal("1.584"), "có thể là số thập phân", '"1,584 kg" nếu là số đo'),
        ("countable", Decimal("12.34"), "“12.34” là số thập phân", '"12,34 triệu"'),
        ("amount", Decimal("2.5"), "“2.5” là số thập phân", '"2,5 tỷ đồng"'),
        ("ratio", Decimal("86.1"), "“86.1” là số thập phân", '"86,1%"'),
        ("change", Decimal("1.5"), "“1.5” là số thập phân", "tăng, giảm"),
        ("countable", 12.34, "“12.34” không phải số liệu", "hãy viết số nguyên (1584)"),
        ("countable", True, "“true” không phải số liệu", "hãy viết số nguyên"),
        ("countable", False, "“false” không phải số liệu", "hãy viết số nguyên"),
        ("countable", [1], "một danh sách không phải số liệu", "hãy viết số nguyên"),
        ("countable", date(2024, 1, 5), "“2024-01-05” không phải số liệu", "hãy viết số nguyên"),
        ("countable", -3, "“-3” là số âm", 'mức giảm viết "giảm 14 vụ"'),
        ("measure", Decimal("-1.5"), "“-1.5” là số âm", "viết số không âm"),
        ("countable", "-3", "“-3”", "hãy viết"),
        ("countable", 10**20, "quá lớn (tối đa 1.000.000.000.000.000)", "kiểm tra lại"),
        ("measure", Decimal("1E+999"), "quá lớn", "kiểm tra lại"),
        ("measure", Decimal("NaN"), "“NaN” không phải số", "hãy viết số nguyên"),
        ("measure", Decimal("Infinity"), "“Infinity” không phải số", "hãy viết số nguyên"),
        ("countable", "12.34", "dấu chấm chỉ dùng để tách", '"12,34"'),
        ("countable", "1,234.5", "viết theo lối tiếng Anh", '"1.234,5"'),
        ("countable", "1.23", "dấu chấm chỉ dùng để tách", '"1,23"'),
        ("countable", "", "chưa có số liệu", "để trống hẳn"),
        ("countable", "nhiều vụ", "không có con số nào", "hãy viết như"),
        ("countable", {"value": 5}, "thiếu khóa “kind”", '"count"'),
        ("countable", {"kind": "number", "value": 5}, "không có loại số liệu “number”", '"count"'),
        ("countable", "30-40%", "không nhận khoảng phần trăm (“30-40%”)", "số đếm (“1.584 buổi”)"),
        ("countable", "từ 30-40%", "không nhận khoảng phần trăm", "số đếm"),
        ("countable", {"kind": "span", "low": 3, "high": 4, "is_percent": True}, "không nhận khoảng phần", "số đếm"),
    ],
)
def test_what_is_no_figure_is_one_fault(field: str, raw: Any, reason: str, remedy: str) -> None:
    """One fault with its place, a Vietnamese reason and what to write instead."""
    place, fact, advice = refusal(field, raw)
    assert field == place
    assert reason in fact
    assert remedy in advice


def test_full_mapping_shows_every_fault_at_its_key() -> None:
    """A full mapping is faulted key by key, not at the first wrong key alone."""
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({"countable": {"kind": "count", "value": -1, "unit": 5, "vunit": "vụ"}})
    places = {".".join(map(str, item["loc"])) for item in caught.value.errors()}
    assert {"countable.value", "countable.unit", "countable.vunit"} == places


def test_null_is_not_reported_and_required_figures_refuse_it() -> None:
    """An optional metric takes null as not reported; a required one says that the value is empty."""

    class Required(BaseModel):
        figure: Annotated[Count | Span | Indefinite, Metric(label="vụ", takes=COUNTABLE)]

    assert value_of("countable", None) is None
    with pytest.raises(ValidationError, match="giá trị trống không phải số liệu"):
        Required.model_validate({"figure": None})


@pytest.mark.parametrize("entry", METRICS, ids=lambda entry: entry.path)
def test_every_metric_takes_its_short_forms(entry: CatalogueEntry) -> None:
    """In every metric of the catalogue a short form gives a valid figure, equal to its own full mapping."""
    taken = [report for short in SHORT_FORMS if (report := report_or_none(entry, short))]
    assert taken
    for report in taken:
        figure: AnyFigure = getattr(getattr(report, entry.section), entry.name)
        assert report == Report.model_validate({**PLACE, entry.section: {entry.name: figure.model_dump()}})


@pytest.mark.parametrize("entry", METRICS, ids=lambda entry: entry.path)
def test_every_metric_is_declared_whole(entry: CatalogueEntry) -> None:
    """A metric has a label, a phrase for zero, kinds, and is part of a metric beside it."""
    assert isinstance(entry.declaration, Metric)
    field = section_models(CATALOGUE)[entry.section].model_fields[entry.name]
    siblings = CATALOGUE.sections[entry.section].metrics
    assert entry.declaration.label.strip()
    assert entry.declaration.zero_phrase.strip()
    assert entry.declaration.takes
    assert {*entry.declaration.takes, type(None)} == set(get_args(field.annotation))
    assert entry.declaration.part_of in {None, *siblings} - {entry.name}


def test_figures_made_in_python_are_taken_as_they_are() -> None:
    """A figure already made goes through; the unit is still filled in."""
    assert Count(value=5, unit="vụ") == value_of("countable", Count(value=5))
    assert Count(value=5, unit="vụ") == read_figure(Count(value=5, unit="vụ"))


def test_unit_of_a_measure_turns_a_bare_count_into_a_quantity() -> None:
    """A bare 5 of a metric in kg is five kilograms, hedge and scale kept; a count with its own unit stays one."""
    assert Quantity(value=Decimal(5), unit="kg pháo") == with_unit(Count(value=5), "kg pháo")
    assert parse_figure("hơn 1,2 triệu kg pháo") == with_unit(parse_figure("hơn 1,2 triệu"), "kg pháo")
    assert Count(value=5, unit="hộp") == with_unit(Count(value=5, unit="hộp"), "kg pháo")
    stated = parse_figure("35 (giảm 2 so với năm 2023)").model_copy(update={"percent": Percent(value=Decimal("0.2"))})
    assert "35 kg (đạt 20%) (giảm 2 so với năm 2023)" == format_figure(with_unit(stated, "kg"))


def test_unit_is_not_forced_on_figures_without_one() -> None:
    """A percent or a metric without a unit stays as it is."""
    for text in ("86,1%", "30-40%"):
        assert parse_figure(text) == with_unit(parse_figure(text), "vụ")
    assert PartOfWhole(part=1, whole=2) == with_unit(PartOfWhole(part=1, whole=2), None)


def test_a_text_may_have_a_period_of_its_own() -> None:
    """A percent as well, written as it is printed."""
    figure = read_figure({"text": "410/500 vụ (đạt 82%)", "period": "11 tháng đầu năm 2026"})
    assert figure.period is not None
    assert ("410/500 vụ (đạt 82%)", "11 tháng đầu năm 2026") == (format_figure(figure), figure.period.label)
    assert "82%" == format_figure(read_figure({"percent": "82%"}))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"kind": "percent", "value": 82}, "value = 82 là 8200%, có lẽ muốn nói 82%"),
        ({"percent": 82}, "không phải chữ"),
        ({"percent": "82 vụ"}, "không phải phần trăm"),
        ({"text": "82%", "percent": "82%"}, "thiếu khóa “kind”"),
    ],
)
def test_a_percent_that_would_print_another_is_refused(raw: dict[str, object], reason: str) -> None:
    """With what to write."""
    with pytest.raises(PydanticCustomError) as caught:
        read_figure(raw)
    assert reason in str(caught.value)


def test_a_span_of_percents_is_no_count() -> None:
    """From 30 to 40 percent of something are not 30 to 40 of it; a metric of shares takes them without its unit."""
    with pytest.raises(ValidationError, match="không nhận khoảng"):
        Report.model_validate({"place": "xã Tân Hà", "period": 2026, "tips.public_tips": "từ 30-40%"})
    share = read_figure("từ 30-40%")
    assert with_unit(share, "tin") == share


def test_a_count_that_becomes_a_measure_keeps_what_it_states() -> None:
    """Hedge, percent and change go with the number."""
    made = with_unit(parse_figure("hơn 12 (giảm 3 so với năm 2023)"), "kg pháo")
    assert "hơn 12 kg pháo (giảm 3 so với năm 2023)" == format_figure(made)
