"""How comparisons read: every combination in one golden text, and what the ledger says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from compared_briefs import HOUSE, LIBRARY, article, body, commune_year, plain, prose

from antq_reports import Report
from antq_reports.catalogue import Metric, bundled_catalogue
from antq_reports.comparison import Movement, compare, compare_figures
from antq_reports.errors import FigureMisuseError
from antq_reports.figures import AnyFigure, Period, format_figure, parse_figure
from antq_reports.prose import Article, LedgerEntry, prose_library, settle
from antq_reports.prose.blocks import split_paragraphs
from antq_reports.prose.change_view import ChangeView, change_view
from antq_reports.prose.comparison_view import comparison_view, told_changes
from antq_reports.prose.filters import RULES_KEY, number
from antq_reports.prose.filters import compare as compare_filter
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.tags import BOOK_KEY
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import View
from antq_reports.report import Completeness, MetricCompleteness, Origin, SourceMap

BASE = Period(label="năm 2025")
POINTS_AS_PERCENT = HOUSE.model_copy(update={"percentage_points": "%"})

KINDS = {
    "count": {
        "more": Metric(label="tin do quần chúng cung cấp", unit="tin", polarity="more"),
        "less": Metric(label="vụ tai nạn giao thông", unit="vụ", polarity="less"),
        "neutral": Metric(label="súng các loại người dân giao nộp", unit="khẩu súng"),
    },
    "percent": {
        "more": Metric(label="tin báo, tố giác về tội phạm đã giải quyết", polarity="more"),
        "less": Metric(label="tái phạm của người chấp hành xong án phạt tù", polarity="less"),
        "neutral": Metric(label="hộ dân sống ở khu vực đô thị"),
    },
    "part_of_whole": {
        "more": Metric(label="vụ phạm tội về trật tự xã hội được điều tra, làm rõ", unit="vụ", polarity="more"),
        "less": Metric(label="khu dân cư phức tạp về an ninh, trật tự", unit="khu dân cư", polarity="less"),
        "neutral": Metric(label="thôn, tổ dân phố ven đường quốc lộ", unit="thôn, tổ dân phố"),
    },
    "money": {
        "more": Metric(label="tài sản thu hồi cho người bị hại", unit="đồng", polarity="more"),
        "less": Metric(label="tài sản bị thiệt hại", unit="đồng", polarity="less"),
        "neutral": Metric(label="tiền phạt vi phạm hành chính", unit="đồng"),
    },
}
CASES: dict[str, dict[str, tuple[str, str | None]]] = {
    "count": {
        "tăng": ("526", "480"),
        "giảm": ("480", "526"),
        "tăng gấp nhiều lần": ("1.008", "480"),
        "tăng gấp đôi": ("960", "480"),
        "không đổi": ("480", "480"),
        "kỳ trước bằng không": ("5", "0"),
        "kỳ này bằng không": ("0", "25"),
        "kỳ trước rất nhỏ": ("5", "2"),
        "kỳ trước không có số": ("526", None),
        "số ước chừng": ("hơn 520", "480"),
    },
    "percent": {
        "tăng": ("86,1%", "84,05%"),
        "giảm": ("84,05%", "86,1%"),
        "không đổi": ("86,1%", "86,1%"),
        "kỳ trước bằng không": ("5%", "0%"),
        "kỳ trước rất nhỏ": ("1,5%", "0,5%"),
        "kỳ trước không có số": ("86,1%", None),
    },
    "part_of_whole": {
        "tăng": ("1.010/1.173", "965/1.150"),
        "giảm": ("965/1.150", "1.010/1.173"),
        "không đổi": ("1.010/1.173", "1.010/1.173"),
        "kỳ trước bằng không": ("12/140", "0/150"),
        "kỳ trước rất nhỏ": ("5/6", "3/4"),
        "kỳ trước không có số": ("1.010/1.173", None),
    },
    "money": {
        "tăng": ("2,5 tỷ đồng", "2,1 tỷ đồng"),
        "giảm": ("850 triệu đồng", "1,2 tỷ đồng"),
        "tăng gấp nhiều lần": ("4,52 tỷ đồng", "2,1 tỷ đồng"),
        "không đổi": ("850 triệu đồng", "850 triệu đồng"),
        "kỳ trước bằng không": ("850 triệu đồng", "0 đồng"),
        "kỳ trước rất nhỏ": ("90 triệu đồng", "500.000 đồng"),
        "kỳ trước không có số": ("850 triệu đồng", None),
    },
}
POLARITIES = {"more": "nhiều là tốt", "less": "ít là tốt", "neutral": "trung tính"}


def figure_of(text: str, metric: Metric) -> AnyFigure:
    """Read a figure with the metric's unit."""
    figure = parse_figure(text)
    unit = (
        metric.unit if figure.unit is None and isinstance(metric.unit, str) and figure.kind != "money" else figure.unit
    )
    return figure.model_copy(update={"unit": unit})


def views_of(book: TokenBook, movements: tuple[Movement, ...], house: HouseRules) -> tuple[ChangeView, ...]:
    """Make the closed views of movements."""
    return tuple(
        change_view(
            book,
            moved,
            base=BASE,
            label=moved.subject,
            house=house,
            sources=(Origin(file="xa.xlsx", cell="B4"), Origin(file="xa.xlsx", cell="C4")),
            share="bare" if "/" in moved.formula else "no",
        )
        for moved in movements
    )


def section_text(movements: tuple[Movement, ...], house: HouseRules = HOUSE) -> str:
    """Render the sentences that end a section."""
    book = TokenBook()
    views = views_of(book, movements, house)
    comparison = compare(commune_year(2026), commune_year(2025))
    base = comparison_view(replace(comparison, movements={moved.subject: moved for moved in movements}), book)
    context = {
        "comparison": base,
        "section": View("mục", {"changes": told_changes("mục", views)}),
        BOOK_KEY: book,
        RULES_KEY: house,
    }
    text = prose_library(LIBRARY, bundled_catalogue()).environment.get_template("changes.j2").render(context)
    sentences = [sentence for paragraph in split_paragraphs(text, "changes.j2") for sentence in paragraph]
    return plain(settle(" ".join(sentences), book).html)


def inline_text(view: ChangeView, book: TokenBook) -> str:
    """Render a change as a clause of a sentence."""
    return plain(settle(str(compare_filter(view)), book).html)


def table_text(view: ChangeView, book: TokenBook) -> str:
    """Render a change as a cell."""
    return plain(settle(str(number(view)), book).html)


def last(**sections: object) -> Report:
    """Make last year's report, compiled within this year's boundaries."""
    return commune_year(2025, **sections)


def lines() -> Iterator[str]:
    """Write every combination."""
    for kind, cases in CASES.items():
        for polarity, name in POLARITIES.items():
            metric = KINDS[kind][polarity]
            yield f"\n== {kind}, {name}: {metric.label}\n"
            for case, (new_text, old_text) in cases.items():
                yield from case_lines(case, metric, new_text, old_text)


def case_lines(case: str, metric: Metric, new_text: str, old_text: str | None) -> Iterator[str]:
    """Write one combination: the sentence, the clause, the cell."""
    new = figure_of(new_text, metric)
    old = figure_of(old_text, metric) if old_text is not None else None
    movements = tuple(compare_figures("x", metric, new, old)) if old is not None else ()
    yield f"[{case}] {format_figure(old) if old is not None else '(không có)'} → {format_figure(new)}\n"
    if not movements:
        yield "  (không so sánh)\n"
        return
    book = TokenBook()
    view = views_of(book, movements, HOUSE)[0]
    yield f"  {section_text(movements)}\n"
    said = metric.zero_phrase if new.raw == 0 else format_figure(new, HOUSE.figures)
    yield f"  … {said}, {inline_text(view, book)}.\n"
    yield f"  | {table_text(view, book)} |\n"


def mixed_lines() -> Iterator[str]:
    """Write sections in which figures went different ways."""
    moves = {
        "điều tốt": ("count", "less", "480", "526"),
        "điều trung tính": ("count", "neutral", "526", "480"),
        "không đổi": ("money", "neutral", "850 triệu đồng", "850 triệu đồng"),
        "điều chưa tốt": ("part_of_whole", "more", "965/1.150", "1.010/1.173"),
        "điều chưa tốt khác": ("money", "less", "2,5 tỷ đồng", "2,1 tỷ đồng"),
        "không đổi nữa": ("count", "more", "480", "480"),
    }
    names = list(moves)
    for chosen in ([0, 3], [1, 3], [2, 3], [3], [3, 4], [0, 1, 2], [2, 5], [0, 1, 2, 5, 3, 4]):
        picked = [moves[names[place]] for place in chosen]
        made = [
            next(compare_figures("x", KINDS[kind][tone], *(figure_of(text, KINDS[kind][tone]) for text in (new, old))))
            for kind, tone, new, old in picked
        ]
        yield f"[{', '.join(names[place] for place in chosen)}]\n  {section_text(tuple(made))}\n"


def test_every_combination_reads_like_an_editor_s(golden: Callable[[str, str], None]) -> None:
    """Rise, fall, equal, zero base, missing base, small base × polarity × kind, in one text for a person to read."""
    golden("comparison-sentences.txt", "".join(lines()).lstrip("\n"))


def test_good_news_comes_first_and_what_went_wrong_is_set_against_it(golden: Callable[[str, str], None]) -> None:
    """Fewer accidents are good, a lower share of cases solved is not: "Tuy nhiên", "Riêng", "Đáng lưu ý"."""
    golden("comparison-sections.txt", "".join(mixed_lines()))


# --- single rules -----------------------------------------------------------------------------------------


def one(new: str, old: str, house: HouseRules = HOUSE, kind: str = "count") -> tuple[ChangeView, TokenBook]:
    """Make the view of one change."""
    metric, book = KINDS[kind]["more"], TokenBook()
    moved = tuple(compare_figures("x", metric, figure_of(new, metric), figure_of(old, metric)))
    return views_of(book, moved, house)[0], book


def entries(written: Article) -> dict[str, LedgerEntry]:
    """List what lead and paragraphs print, by metric."""
    figures = settle(prose(written), written.book).figures
    return {entry.metric: entry for entry in figures}


def test_the_press_writes_percent_for_points() -> None:
    """A house option; "điểm phần trăm" is the default."""
    view, book = one("86,1%", "84,05%", POINTS_AS_PERCENT, "percent")
    assert "tăng 2,05% so với năm 2025" == inline_text(view, book)


@pytest.mark.parametrize(
    ("rule", "expected"), [("a", "tăng 2,1 điểm"), ("b", "tăng 2,10 điểm"), ("c", "tăng 2,1 điểm")]
)
def test_points_follow_the_house_s_percent_rule(rule: str, expected: str) -> None:
    """As many decimals as the house gives its percents."""
    figures = HOUSE.figures.model_copy(update={"percent_rule": rule})
    view, book = one("86,1%", "84%", HOUSE.model_copy(update={"figures": figures}), "percent")
    assert inline_text(view, book).startswith(expected)


def test_a_computed_percent_is_rounded_once() -> None:
    """12,345% by a rule of one decimal is 12,3%, not 12,35% rounded to 12,4%."""
    figures = HOUSE.figures.model_copy(update={"percent_rule": "c"})
    view, book = one("112.345", "100.000", HOUSE.model_copy(update={"figures": figures}))
    assert "(+12,3%)" in inline_text(view, book)


def test_a_change_too_small_to_print_is_none() -> None:
    """0,001 points would print as a zero."""
    view, book = one("86,101%", "86,1%", kind="percent")
    assert ("không đổi so với năm 2025", "same") == (inline_text(view, book), view.outcome)


def test_a_table_s_change_agrees_with_its_row() -> None:
    """Its columns have all digits of an amount, and so has the change where its sentence would say "hơn"."""
    view, book = one("2.555.123.400 đồng", "2.124.000.000 đồng", kind="money")
    assert "+431.123.400 (+20,3%)" == table_text(view, book)
    view, book = one("2.555.123.400 đồng", "2.124.000.000 đồng", kind="money")
    assert "tăng hơn 431,12 triệu đồng (+20,3%) so với năm 2025" == inline_text(view, book)


def test_a_table_leaves_out_a_change_that_does_not_agree_with_its_row() -> None:
    """86,05% less 84,04% prints as 2,01 points; by a house of one decimal 86,1% and 84% differ by 2,1."""
    figures = HOUSE.figures.model_copy(update={"percent_rule": "c"})
    view, book = one("86,05%", "84,04%", HOUSE.model_copy(update={"figures": figures}), "percent")
    assert "" == table_text(view, book)


def test_a_change_can_be_placed_by_its_filters_alone() -> None:
    """The view is closed: no text comes out of it by itself."""
    view, _ = one("526", "480")
    with pytest.raises(FigureMisuseError, match="chỉ in qua bộ lọc"):
        str(view)


def test_the_ledger_tells_how_a_change_was_computed() -> None:
    """Formula, both values, both cells; the percent and the base are entries of their own."""
    places = {"tips.public_tips": (Origin(file="moi.xlsx", cell="B4", note="sửa; ký lại"),)}
    new = commune_year(2026, tips={"public_tips": 526}).with_sources(SourceMap(places=places))
    old = commune_year(2025, tips={"public_tips": 480})
    old = old.with_sources(SourceMap(places={"tips.public_tips": (Origin(file="cu.xlsx", cell="B4"),)}))
    found = entries(article(new, old))
    change, percent = found["tips.public_tips.change"], found["tips.public_tips.change.percent"]
    assert ("tăng 46 tin", "526 - 480", (526, 480), ("tăng", 46)) == (
        change.text,
        change.formula,
        change.operands,
        change.value,
    )
    assert ["moi.xlsx", "cu.xlsx"] == [origin.file for origin in change.sources]
    assert "moi.xlsx, ô B4 (ghi chú: sửa; ký lại); cu.xlsx, ô B4" == change.source
    assert ("+9,58%", "(526 - 480) / 480") == (percent.text, percent.formula)
    assert ("date", "năm 2025") == (found["comparison.base"].kind, found["comparison.base"].text)


def test_a_brief_without_a_predecessor_compares_nothing() -> None:
    """No base, no sentence."""
    new = commune_year(2026, tips={"public_tips": 526})
    assert "So với" not in body(article(new, None))


def test_a_refused_comparison_prints_nothing() -> None:
    """Half a year is no base for a year."""
    half = Report.model_validate({"place": {"name": "Tân Hà", "level": "xã"}, "period": "6 tháng đầu năm 2025"})
    assert "So với" not in body(article(commune_year(2026, tips={"public_tips": 526}), half))


def test_a_change_the_report_states_is_not_told_twice() -> None:
    """The report's own words stand; the review tells where they are wrong."""
    stated = {"public_order_cases": 526, "public_order_cases_change": "tăng 46 vụ so với cùng kỳ"}
    text = body(article(commune_year(2026, crime_results=stated), last(crime_results={"public_order_cases": 480})))
    assert 1 == text.count("46 vụ")


def test_a_zero_is_compared_too() -> None:
    """No accidents after five: the zero speaks in words, the change in figures."""
    text = body(
        article(
            commune_year(2026, traffic_safety={"traffic_accidents": 0}),
            last(traffic_safety={"traffic_accidents": 5}),
        )
    )
    assert "không xảy ra tai nạn giao thông (năm 2025: 5 vụ)." in text


def test_table_rows_know_last_year() -> None:
    """A row has last year's figure and its change, absent where there are none."""
    new = commune_year(2026, tips={"public_tips": 526, "valuable_tips": 300})
    written = article(new, last(tips={"public_tips": 480}))
    rows = {row.metric: row for row in written.table}
    known, unknown = rows["tips.public_tips"], rows["tips.valuable_tips"]
    assert isinstance(known.change, ChangeView)
    cells = [plain(settle(str(number(cell)), written.book).html) for cell in (known, known.previous, known.change)]
    assert ["526", "480", "+46 (+9,58%)"] == cells
    assert (False, False) == (bool(unknown.change), bool(unknown.previous))


def test_a_brief_says_which_units_are_missing() -> None:
    """Completeness is said when it is not whole, with typed figures."""
    thin = MetricCompleteness(
        metric="tips.public_tips", reported=95, expected=102, missing=("xã A", "phường 1", "xã B")
    )
    whole = Completeness(reported=97, expected=102, unit="xã, phường", missing=("xã A", "phường 1"), metrics=(thin,))
    new = commune_year(2026, tips={"public_tips": 526}).model_copy(update={"completeness": whole})
    written = article(new, None)
    text = body(written)
    assert "Số liệu trong bài tổng hợp từ 97/102 xã, phường; xã A, phường 1 chưa gửi báo cáo." in text
    assert "Riêng số liệu về tin do quần chúng cung cấp tổng hợp từ 95/102 xã, phường." in text
    assert (97, 102) == entries(written)["completeness.share"].value


def test_a_whole_roll_up_says_nothing() -> None:
    """All sent all: no sentence."""
    whole = Completeness(reported=102, expected=102, unit="xã, phường")
    new = commune_year(2026, tips={"public_tips": 526}).model_copy(update={"completeness": whole})
    assert "tổng hợp từ" not in body(article(new, None))


def test_many_missing_units_are_counted() -> None:
    """Twenty names, and how many more."""
    names = tuple(f"xã {letter}{other}" for letter in "ABCDE" for other in "abcde")
    whole = Completeness(reported=77, expected=102, unit="xã", missing=names)
    new = commune_year(2026).model_copy(update={"completeness": whole})
    assert "xã De và 5 đơn vị khác chưa gửi báo cáo." in body(article(new, None))


def test_a_change_beside_its_figure_has_no_brackets_in_its_own() -> None:
    """Points keep their name; a percent stands only behind a base of a hundred or more; the noun once."""
    shares = {"public_order_cases_solved": "40/44 vụ (đạt 90,9%)", "public_order_cases": 44}
    before = {"public_order_cases_solved": "30/40 vụ (đạt 75%)", "public_order_cases": 40}
    more = {"tips": {"public_tips": 5}, "welfare": {"gifts": 12, "festival_sites": 3}, "models": {"models_active": 3}}
    text = body(article(commune_year(2026, crime_results=shares, **more), last(crime_results=before)))
    assert "40 vụ, đạt 90,9% (tăng 15,91 điểm phần trăm" in text
    assert "44 vụ phạm tội về trật tự xã hội (tăng 4 vụ so với năm 2025)" in text
    guns = {"firearms_surrendered": "526 khẩu súng", "fireworks_kg": "12 kg"}
    old = {"firearms_surrendered": "480 khẩu súng", "fireworks_kg": "10 kg"}
    text = body(article(commune_year(2026, weapons=guns, tips={"public_tips": 5}), last(weapons=old)))
    assert "526 khẩu súng (tăng 46 khẩu, +9,58% so với năm 2025)" in text
