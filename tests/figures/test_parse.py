"""Text to figures, strictly."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest

from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import Change, Count, PartOfWhole, Percent, format_figure, parse_figure

ACCEPTED: list[tuple[str, str, Any]] = [
    ("1.584", "count", 1584),
    ("1.584 vụ", "count", 1584),
    ("trên 550", "count", 550),
    ("Hơn 12.200 lượt người", "count", 12200),
    ("khoảng hơn 300 người", "count", 300),
    ("ước tính 5.000 người", "count", 5000),
    ("03 vụ", "count", 3),
    ("0 vụ", "count", 0),
    ("12,7 triệu lượt người", "count", 12_700_000),
    ("613 ngàn lượt", "count", 613_000),
    ("1.900 tin, bài, phóng sự", "count", 1900),
    ("29 cơ quan, đơn vị", "count", 29),
    ("5 đồng chí", "count", 5),
    ("1.010/1.173 vụ", "part_of_whole", (1010, 1173)),
    ("1.010/1.173 vụ (đạt 86,1%)", "part_of_whole", (1010, 1173)),
    ("108/111 xã (đạt tỷ lệ 95,3%)", "part_of_whole", (108, 111)),
    ("1.010/1.173 vụ (86,1%)", "part_of_whole", (1010, 1173)),
    ("1.010/1.173 vụ, đạt 88,31%", "part_of_whole", (1010, 1173)),
    ("218 vụ trong tổng số 342 vụ", "part_of_whole", (218, 342)),
    ("12/5 vụ", "part_of_whole", (12, 5)),
    ("18/18", "part_of_whole", (18, 18)),
    ("31 vụ, 34 đối tượng", "pair", (31, 34)),
    ("31 vụ với 34 đối tượng", "pair", (31, 34)),
    ("88 vụ/151 bị can", "pair", (88, 151)),
    ("88 vụ / 151 bị can", "pair", (88, 151)),
    ("05 tin, bài, hơn 07 lượt", "pair", (5, 7)),
    ("86,1%", "percent", Decimal("0.861")),
    ("gần 27%", "percent", Decimal("0.27")),
    ("+9,79%", "percent", Decimal("0.0979")),
    ("-25,40%", "percent", Decimal("-0.2540")),
    ("30kg", "quantity", Decimal(30)),
    ("13,85 kg pháo", "quantity", Decimal("13.85")),
    ("1,2 triệu m3", "quantity", Decimal(1_200_000)),
    ("0,5 điểm phần trăm", "quantity", Decimal("0.5")),
    ("12 tháng", "quantity", Decimal(12)),
    ("2,5 tỷ đồng", "money", Decimal(2_500_000_000)),
    ("2,50 tỉ đồng", "money", Decimal(2_500_000_000)),
    ("hơn 33,5 triệu đồng", "money", Decimal(33_500_000)),
    ("450.000 đồng", "money", Decimal(450_000)),
    ("từ 5 đến 7 vụ", "span", (5, 7)),
    ("khoảng 5 - 7 vụ", "span", (5, 7)),
    ("5-7 vụ", "span", (5, 7)),
    ("hàng trăm", "indefinite", "hàng trăm"),
    ("Hàng chục ngàn lượt người", "indefinite", "hàng chục ngàn"),
    ("tăng 14 xã so với năm 2017", "change", ("tăng", 14)),
    ("giảm 4,6% so với cùng kỳ", "change", ("giảm", Decimal("0.046"))),
    ("tăng 464 vụ (+9,79%)", "change", ("tăng", 464)),
    ("tăng 464 vụ so với cùng kỳ (+9,79%)", "change", ("tăng", 464)),
    ("tăng đến 54%", "change", ("tăng", Decimal("0.54"))),
    ("So với cùng kỳ, giảm gần 4,6%", "change", ("giảm", Decimal("0.046"))),
    ("nhiều hơn 14 vụ so với tháng 10/2023", "change", ("nhiều hơn", 14)),
    ("giảm 33,5 triệu đồng", "change", ("giảm", Decimal(33_500_000))),
    ("120 vụ (giảm 14 vụ so với năm 2023)", "count", 120),
    ("120 vụ, giảm 14 vụ so với cùng kỳ", "count", 120),
    ("38,4 tỷ đồng (tăng 2,1 tỷ đồng so với năm 2025)", "money", Decimal(38_400_000_000)),
    ("98/100 vụ (đạt 98%), tăng 3 vụ so với năm 2025", "part_of_whole", (98, 100)),
    ("412 vụ, đạt tỷ lệ 90,2%", "count", 412),
    ("35 vụ (21,5%)", "count", 35),
    ("98 vụ án, đạt tỷ lệ hơn 80%", "count", 98),
    ("tăng 41 vụ (12,5%)", "change", ("tăng", 41)),
    ("giảm 60 vụ (giảm 25,1%)", "change", ("giảm", 60)),
    ("tăng 41 vụ, +12,5% so với tháng 3/2023", "change", ("tăng", 41)),
    ("tăng 20 vụ (80/60 vụ)", "change", ("tăng", 20)),
    ("so với cùng kỳ giảm 12 vụ", "change", ("giảm", 12)),
    ("so với tháng 3/2023 tăng 9 vụ (+4,5%)", "change", ("tăng", 9)),
    ("giảm 40% (giảm 6 vụ so với cùng kỳ)", "change", ("giảm", Decimal("0.4"))),
    ("gấp 2 lần", "change", ("gấp", 2)),
    ("gấp hơn 1,5 lần cùng kỳ năm trước", "change", ("gấp", Decimal("1.5"))),
    ("gấp đôi so với năm 2023", "change", ("gấp", 2)),
    ("vượt 8,4%", "change", ("vượt", Decimal("0.084"))),
    ("bằng 65,2% kế hoạch", "change", ("bằng", Decimal("0.652"))),
    ("cao hơn 3,1%", "change", ("cao hơn", Decimal("0.031"))),
    ("bằng cùng kỳ", "change", ("bằng", 0)),
    ("không đổi so với năm 2025", "change", ("không đổi", 0)),
    ("giảm cả 3 tiêu chí", "change", ("giảm", 3)),
    ("5 tập thể và 14 cá nhân", "pair", (5, 14)),
    ("12 vụ, 3 người chết, 10 người bị thương", "pair", (12, 3, 10)),
    ("12 vụ, làm chết 3 người, bị thương 10 người", "pair", (12, 3, 10)),
    ("đứng thứ 5 cả nước", "rank", 5),
    ("hạng Ba", "rank", 3),
    ("lần thứ 12", "rank", 12),
    ("bình quân 3,1 người/tổ", "rate", Decimal("3.1")),
    ("15 vụ/100.000 dân", "rate", Decimal(15)),
    ("86 thôn/tổ dân phố", "count", 86),
    ("từ 3 - 5 thành viên", "span", (3, 5)),
    ("từ 30-40%", "span", (30, 40)),
    ("dưới 5 vụ", "count", 5),
    ("ít nhất 3 vụ", "count", 3),
    ("xấp xỉ 50 vụ", "count", 50),
    ("vài chục người", "indefinite", "vài chục"),
    ("chiếm đến 63%", "percent", Decimal("0.63")),
    ("ba vụ", "count", 3),
    ("1 tỷ 250 triệu đồng", "money", Decimal(1_250_000_000)),
    ("86 mô hình “4 an toàn”", "count", 86),
    ("12 câu lạc bộ “5 không, 3 sạch”", "count", 12),
    ("5 km²", "quantity", Decimal(5)),
]


@pytest.mark.parametrize(("text", "kind", "raw"), ACCEPTED)
def test_each_form_is_read_as_its_kind(text: str, kind: str, raw: Any) -> None:
    """A text in Vietnamese notation becomes a figure of its kind and value, and prints back to itself."""
    figure = parse_figure(text)
    assert (kind, raw, text) == (figure.kind, figure.raw, format_figure(figure))


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("1584", 'hãy viết "1.584"'),
        ("1584 vụ", 'hãy viết "1.584 vụ"'),
        ("1 584 vụ", 'hãy viết "1.584 vụ"'),
        ("1.584,", 'hãy viết "1.584"'),
        ("12.34", 'nếu là số thập phân hãy viết "12,34"'),
        ("12.34 kg", 'nếu là số thập phân hãy viết "12,34 kg"'),
        ("1,234.5 kg", 'hãy viết "1.234,5 kg"'),
        ("012 vụ", 'hãy viết "12 vụ"'),
        ("00 vụ", 'hãy viết "0 vụ"'),
        ("03/05 vụ", 'hãy viết "3/05 vụ"'),
        ("05%", 'hãy viết "5%"'),
        ("05 kg", 'hãy viết "5 kg"'),
        ("05 triệu đồng", 'hãy viết "5 triệu đồng"'),
        ("12,5 vụ", "hãy viết số nguyên, hoặc thêm đơn vị đo"),
        ("5/0 vụ", "hãy kiểm tra lại tổng số"),
        ("1.010 / 1.173 vụ", 'hãy viết "1.010/1.173 vụ"'),
        ("33,5 triệu ₫", 'hãy viết "33,5 triệu đồng"'),
        ("450.000đ", 'hãy viết "450.000 đồng"'),
        ("450.000 VND", 'hãy viết "450.000 đồng"'),
        ("450.000 VNĐ", 'hãy viết "450.000 đồng"'),
        ("86,1 %", 'hãy viết "86,1%"'),
        ("-5 vụ", 'hãy viết "5 vụ"'),
        ("-0%", 'hãy viết "0%"'),
        ("giảm -5%", 'hãy viết "giảm 5%"'),
        ("tăng 464 vụ (-9,79%)", "hãy viết dấu “+” trong ngoặc"),
        ("giảm 464 vụ (tăng 9,79%)", "hãy kiểm tra lại chiều thay đổi"),
        ("tăng 20 vụ (80/50 vụ)", "hãy kiểm tra lại ba con số"),
        ("giảm 40% (tăng 6 vụ)", "hãy kiểm tra lại chiều thay đổi"),
        ("gấp 5 vụ", "hãy viết như “gấp 2 lần”, “gấp đôi”"),
        ("đạt 5 vụ", "hãy bỏ chữ đó"),
        ("tăng 0 vụ", 'hãy viết "không tăng, không giảm" bằng lời'),
        ("7 - 5 vụ", "hãy đổi chỗ hoặc chỉ viết một số"),
        ("5–7 vụ", 'hãy viết "5-7 vụ"'),
        ("5vụ", 'hãy viết "5 vụ"'),
        ("5 KG", 'hãy viết "kg"'),
        ("31 vụ, 34 kg", "hãy tách thành hai số liệu riêng"),
        ("218 vụ trong tổng số 342 xã", 'hãy viết như "218 vụ trong tổng số 342 vụ"'),
        ("hơn  5 vụ", 'hãy viết "hơn 5 vụ"'),
        ("1.000.000.000.000.001 vụ", "hãy kiểm tra lại số liệu"),
    ],
)
def test_refusal_says_what_to_write(text: str, remedy: str) -> None:
    """A refused text comes back whole, with what to write instead."""
    with pytest.raises(FigureSyntaxError) as caught:
        parse_figure(text)
    assert (text, remedy) == (caught.value.text, caught.value.remedy)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hơn",
        "hàng loạt",
        "50 vạn người",
        "5 tỷ phú",
        "5 Triệu người",
        "2 triệu 500 tỷ đồng",
        "2 tỷ 1.500 triệu đồng",
        "1e5 vụ",
        "12 người dưới 18 tuổi",
        "31 vụ, 34 đối tượng, 5 kg",
        "hơn +9%",
        "hơn hàng trăm vụ",
        "1.584 vụ.",
        "5 vụ\x00",
    ],
)
def test_what_is_no_figure_is_refused(text: str) -> None:
    """Anything else is an error that names its reason and remedy."""
    with pytest.raises(FigureSyntaxError, match="; .+"):
        parse_figure(text)


def test_no_break_spaces_and_ends_are_forgiven() -> None:
    """No-break spaces count as spaces and the ends are stripped."""
    assert Count(value=1584, unit="lượt người") == parse_figure("\u00a01.584\u00a0lượt người ")


def test_stated_percent_is_kept_beside_the_parts() -> None:
    """A stated percent is kept as written, whatever the parts say."""
    figure = parse_figure("1/2 vụ (đạt gần 86,10%)")
    assert isinstance(figure, PartOfWhole)
    assert figure.percent is not None
    assert ("0.8610", "gần") == (str(figure.percent.value), figure.percent.hedge)


def test_base_is_what_follows_so_voi() -> None:
    """The base of a change may hold digits of its own."""
    figure = parse_figure("tăng 464 vụ (+9,79%) so với 6 tháng đầu năm 2023")
    assert isinstance(figure, Change)
    assert ("6 tháng đầu năm 2023", Percent(value=Decimal("0.0979"), signed=True)) == (figure.base, figure.percent)


@pytest.mark.parametrize(
    "text", ["5 " + "vụ, " * 140, "5 " + "a với " * 95 + "6", "1." * 290, "tăng 5" + " so với a" * 60]
)
def test_hostile_text_is_refused_quickly(text: str) -> None:
    """No text within the limit makes the reader slow."""
    start = time.process_time()
    with pytest.raises(FigureSyntaxError):
        parse_figure(text)
    assert time.process_time() - start < 1


def test_overlong_text_is_refused_unread() -> None:
    """A text beyond the limit is refused with the limit."""
    with pytest.raises(FigureSyntaxError, match="quá giới hạn 600"):
        parse_figure("5 vụ " * 200)


@pytest.mark.parametrize(
    "base",
    [
        *("cùng kỳ", "cùng kỳ năm 2025", "cùng kỳ năm trước", "năm 2017", "năm trước", "tháng 11", "tháng 11/2025"),
        *("tháng 10 năm 2025", "quý I/2025", "quý 3 năm 2025", "kỳ trước", "giai đoạn trước", "giai đoạn 2020 - 2025"),
        *("6 tháng đầu năm 2025", "nhiệm kỳ trước", "trước khi sáp nhập", "kế hoạch năm 2026"),
    ],
)
def test_a_change_is_against_another_time_or_a_plan(base: str) -> None:
    """Whatever the press sets it against."""
    assert f"giảm 46 vụ so với {base}" == format_figure(parse_figure(f"giảm 46 vụ so với {base}"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("giảm 46 vụ so với cùng kỳ. Bắt 650 đối tượng", "mốc so sánh"),
        ("giảm 3 vụ so với 650 vụ của năm trước", "mốc so sánh"),
        ("19/8", "có thể là một ngày"),
        ("31/12", "có thể là một ngày"),
        ("12 vụ, bắt nhiều người", "có cụm “bắt”"),
        ("12 vụ (tăng)", "có cụm “tăng”"),
        ("12 vụ trong đó nhiều vụ lớn", "có cụm “trong đó”"),
    ],
)
def test_a_second_statement_is_never_swallowed(text: str, reason: str) -> None:
    """Its figure would be printed and stand in no list."""
    with pytest.raises(FigureSyntaxError) as caught:
        parse_figure(text)
    assert reason in caught.value.reason


@pytest.mark.parametrize("text", ["5/8", "19/8 vụ", "26/19", "7/31"])
def test_what_is_no_day_is_a_part_of_a_whole(text: str) -> None:
    """Also with a part above its whole, which is reviewed."""
    assert text == format_figure(parse_figure(text))
