"""What holds for every figure of every kind: printing and reading are inverse, and nothing else is accepted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from sampling import tried

from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Figure,
    FigureStyle,
    Hedge,
    Indefinite,
    Money,
    Pair,
    PartOfWhole,
    Percent,
    Quantity,
    Rank,
    Rate,
    Span,
    format_figure,
    format_runs,
    parse_figure,
)
from antq_reports.vietnamese import INDEFINITE_BOUNDS, PERCENT_RULES, decimals_of, parse_number, round_half_up

ADAPTER: TypeAdapter[AnyFigure] = TypeAdapter(Figure)
HEDGES = st.none() | st.sampled_from(Hedge)
WHOLES = st.integers(0, 12) | st.integers(0, 10**6) | st.integers(0, 10**15)
SCALES = st.none() | st.sampled_from(["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "nghìn tỷ"])
UNITS = st.sampled_from(("vụ", "đối tượng", "lượt người", "tin, bài, phóng sự", "cơ quan, đơn vị", "đồng chí", "hơn"))
UNITS |= st.sampled_from(("xã/phường", "súng (các loại)", "mô hình “Camera an ninh”", "Tổ bảo vệ ANTT", "ngày hội"))
UNITS |= st.sampled_from(("chứng từ", "(khẩu) súng", "đến với đảo"))
UNITS |= st.sampled_from(("bị can với bị cáo", "tổ - đội", "M’Nông"))
MEASURES = st.sampled_from(
    ["kg", "kg pháo", "g", "tạ", "tấn", "km", "mét", "ha", "km2", "m3", "lít", "giờ", "tháng tù"]
)
FLAGS = st.booleans()
BASES = st.sampled_from(["năm 2017", "cùng kỳ", "6 tháng đầu năm 2023", "tháng 10/2023"])


def decimals(low: int, high: int) -> st.SearchStrategy[Decimal]:
    """Make exact decimals with zero to four places, trailing zeros included."""
    return st.builds(lambda whole, places: Decimal(whole).scaleb(-places), st.integers(low, high), st.integers(0, 4))


def scaled(kind: type[Count] | type[Quantity] | type[Money], **fields: Any) -> st.SearchStrategy[Any]:
    """Make numbers that may take a scale word; decimals go with a scale only."""

    def build(data: dict[str, Any]) -> Any:
        if data["scale"] is None:
            data["decimals"] = None
        elif data.get("unit") == "chứng từ":
            data["scale"] = "nghìn"  # "triệu chứng" is another word
        return kind(**data)

    common = {"hedge": HEDGES, "scale": SCALES, "decimals": st.none() | st.integers(1, 4), "capital": FLAGS}
    return st.fixed_dictionaries(common | fields).map(build)


COUNTS = scaled(Count, value=WHOLES, unit=st.none() | UNITS, padding=st.sampled_from([None, 2]))
QUANTITIES = scaled(Quantity, value=decimals(0, 10**9), unit=MEASURES, glued=FLAGS)
MONEY = scaled(Money, value=decimals(0, 10**13))
PERCENTS = st.builds(
    Percent,
    value=decimals(0, 10**5),
    hedge=HEDGES,
    capital=FLAGS,
    unit=st.none() | st.sampled_from(["số hộ", "dân số"]),
)
SIGNED = st.builds(Percent, value=decimals(-(10**5), 10**5), signed=FLAGS)
PLAIN_PERCENTS = st.builds(Percent, value=decimals(0, 10**5), hedge=HEDGES)
PARTS = st.builds(
    PartOfWhole,
    part=WHOLES,
    whole=st.integers(1, 10**6),
    hedge=HEDGES,
    capital=FLAGS,
    unit=UNITS,
    percent=st.none() | PLAIN_PERCENTS,
    form=st.sampled_from(["/", "trong tổng số", "trên tổng số"]),
    percent_form=st.sampled_from(["(đạt %)", "(đạt tỷ lệ %)", "(tỷ lệ %)", "(%)", ", đạt %", ", chiếm %"]),
)
SMALL = st.builds(Count, value=WHOLES, unit=UNITS, hedge=HEDGES, padding=st.sampled_from([None, 2]))
PAIRS = st.builds(
    Pair,
    first=SMALL,
    second=SMALL,
    joiner=st.sampled_from([", ", " với ", "/", " / ", " và ", ", làm chết "]),
    third=st.none() | SMALL,
    third_joiner=st.sampled_from([", ", " và bị thương ", ", bị thương "]),
)
WORDED = st.builds(Count, value=st.integers(1, 10), unit=UNITS, in_words=FLAGS)
LEADS = st.sampled_from(["chiếm đến", "chiếm", "đạt", "đạt tỷ lệ"])
LED = st.builds(Percent, value=decimals(0, 10**5), hedge=HEDGES, lead=LEADS)
RANKS = st.builds(Rank, lead=st.sampled_from(["đứng thứ", "lần thứ", "xếp thứ"]), place=st.integers(1, 5000))
RANKS |= st.builds(Rank, lead=st.just("hạng"), place=st.just(3), word=st.just("Ba"), capital=FLAGS)
RATES = st.builds(
    Rate,
    value=decimals(0, 10**5),
    unit=st.sampled_from(["vụ", "người"]),
    per=st.sampled_from(["tổ", "người"]),
    lead=st.just("bình quân"),
    hedge=HEDGES,
)
RATES |= st.builds(Rate, value=decimals(0, 10**5), unit=st.just("vụ"), per=st.just("dân"), per_count=st.just(100_000))
STEPPED = st.builds(
    lambda high, low: Money(value=Decimal(high * 10**9 + low * 10**6), steps=("tỷ", "triệu")),
    st.integers(1, 900),
    st.integers(1, 999),
)
PERCENT_SPANS = st.builds(Span, low=st.integers(0, 40), high=st.integers(41, 99), is_percent=st.just(True))
SPANS = st.builds(
    lambda low, width, **fields: Span(low=low, high=low + width, **fields),
    low=st.integers(0, 5000),
    width=st.integers(1, 5000),
    hedge=st.none() | st.sampled_from([Hedge.ABOUT, Hedge.ESTIMATED]),
    unit=st.none() | UNITS | MEASURES,
    form=st.sampled_from(["từ đến", "đến", " - ", "-"]),
    capital=FLAGS,
)
INDEFINITES = st.builds(
    Indefinite, word=st.sampled_from(list(INDEFINITE_BOUNDS)), unit=st.none() | UNITS | st.just("đồng"), capital=FLAGS
)
AMOUNTS = st.one_of(
    st.builds(Count, value=st.integers(1, 10**6), unit=st.none() | UNITS, hedge=HEDGES),
    st.builds(Percent, value=decimals(1, 10**4), hedge=HEDGES),
    st.builds(Quantity, value=decimals(1, 10**6), unit=MEASURES, glued=FLAGS),
    st.builds(Money, value=decimals(1, 10**9), scale=SCALES),
)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Make changes whose bracket agrees with their verb."""
    direction = draw(st.sampled_from(["tăng", "giảm", "nhiều hơn", "ít hơn"]))
    size = draw(decimals(1, 10**4))
    value = size if direction in ("tăng", "nhiều hơn") else -size
    return Change(
        direction=direction,  # type: ignore[arg-type]  # sampled from the four directions
        amount=draw(AMOUNTS),
        percent=draw(st.sampled_from([None, Percent(value=value, signed=True), Percent(value=abs(value))])),
        emphasis=draw(st.sampled_from([None, "đến", "tới"])),
        base=draw(st.none() | BASES),
        base_first=draw(FLAGS),
        base_comma=draw(FLAGS),
        percent_last=draw(FLAGS),
        capital=draw(FLAGS),
    )


@st.composite
def stated(draw: st.DrawFn) -> AnyFigure:
    """Make numbers that say how they moved, or what share they are."""
    figure = draw(st.builds(Count, value=WHOLES, unit=UNITS, hedge=HEDGES) | st.builds(Money, value=decimals(1, 10**9)))
    moved = Change(direction="giảm", amount=draw(SMALL.filter(lambda count: count.value > 0)), base=draw(BASES))
    percent = draw(st.none() | PLAIN_PERCENTS)
    form = draw(st.sampled_from(["(…)", ", …"]))
    return figure.model_copy(update={"percent": percent, "change": moved, "change_form": form})


FIGURES: st.SearchStrategy[Any] = st.one_of(
    *(COUNTS, QUANTITIES, MONEY, PERCENTS, SIGNED, PARTS, PAIRS, SPANS, INDEFINITES, changes()),
    *(WORDED, LED, RANKS, RATES, STEPPED, PERCENT_SPANS, stated()),
)
STYLES = st.builds(
    FigureStyle,
    percent_rule=st.none() | st.sampled_from(sorted(PERCENT_RULES)),
    hedge_above=st.sampled_from([None, "hơn", "trên"]),
    thousand_word=st.sampled_from([None, "nghìn", "ngàn"]),
    billion_word=st.sampled_from([None, "tỷ", "tỉ"]),
    zero_padding=st.sampled_from([None, True, False]),
    glued_measure=st.sampled_from([None, True, False]),
    scale_money=FLAGS,
)


@tried(500)
@given(FIGURES)
def test_what_is_printed_reads_back_to_the_same_figure(figure: AnyFigure) -> None:
    """``parse_figure(format_figure(figure))`` is the figure, and prints the same text again."""
    text = format_figure(figure)
    assert figure == parse_figure(text)
    assert text == format_figure(parse_figure(text))


@tried(200)
@given(FIGURES)
def test_a_figure_survives_json_and_mappings(figure: AnyFigure) -> None:
    """The full mapping validates to the same value, from JSON and from plain dicts."""
    assert figure == ADAPTER.validate_json(ADAPTER.dump_json(figure))
    assert figure == ADAPTER.validate_python(ADAPTER.dump_python(figure, mode="json"))


@tried(300)
@given(FIGURES, st.none() | STYLES)
def test_runs_join_to_the_printed_text(figure: AnyFigure, style: FigureStyle | None) -> None:
    """The runs are the printed figure, none empty, with a number among them."""
    runs = format_runs(figure, style)
    assert "".join(run.text for run in runs) == format_figure(figure, style)
    assert all(run.text for run in runs)
    assert any(run.role == "number" for run in runs)


@tried(300)
@given(FIGURES, STYLES)
def test_every_house_style_prints_readable_figures(figure: AnyFigure, style: FigureStyle) -> None:
    """A house style changes what is printed into a text that still reads as a figure of that kind."""
    text = format_figure(figure, style)
    try:
        read = parse_figure(text)
    except FigureSyntaxError as error:
        # A fraction too small for the rule prints as zero, which takes no sign and is no change.
        assert style.percent_rule is not None, text
        assert "0%" in text or "0,0" in text, error  # noqa: PT017 # the only refusal allowed
    else:
        assert figure.kind == read.kind


DIRECTIONS = {hedge: hedge.direction for hedge in Hedge}


@tried(200)
@given(decimals(0, 10**5), HEDGES, st.sampled_from(sorted(PERCENT_RULES)))
def test_a_shortened_percent_is_rounded_as_its_hedge_says(value: Decimal, hedge: Hedge | None, rule: str) -> None:
    """hơn/trên: the true value lies above the printed one; gần: below; else the nearest, half up."""
    text = format_figure(Percent(value=value, hedge=hedge), FigureStyle(percent_rule=rule))
    printed = parse_number(text.split(" ")[-1].removesuffix("%")) / 100
    step = Decimal(1).scaleb(-PERCENT_RULES[rule].ratio_places)
    if hedge is None and round_half_up(value, PERCENT_RULES[rule].ratio_places) in (0, 1):
        assert (printed in (0, 1)) == (value in (0, 1))
        step = Decimal(1).scaleb(-decimals_of(printed))
    assert_rounded(printed, value, step, hedge)


@tried(200)
@given(st.integers(10**6, 10**14), HEDGES)
def test_money_is_exact_or_rounded_as_its_hedge_says(value: int, hedge: Hedge | None) -> None:
    """Three decimals before a scale word are exact; what has more keeps two, after "hơn" where it had no hedge."""
    text = format_figure(Money(value=Decimal(value), hedge=hedge), FigureStyle(scale_money=True))
    printed = parse_figure(text)
    assert isinstance(printed, Money)
    assert printed.scale in ("triệu", "tỷ")
    if value % (10**3 if value < 10**9 else 10**6) == 0:
        assert (int(printed.value), printed.hedge) == (value, hedge)
    else:
        step = Decimal(10**4 if printed.scale == "triệu" else 10**7)
        assert printed.hedge == hedge or hedge is None or hedge.direction == "above"
        assert_rounded(printed.value, Decimal(value), step, hedge or Hedge.MORE_THAN)


def assert_rounded(printed: Decimal, value: Decimal, step: Decimal, hedge: Hedge | None) -> None:
    """Check that a printed number is a multiple of the step on the side its hedge allows."""
    assert printed % step == 0
    match DIRECTIONS.get(hedge) if hedge else None:
        case "above":
            assert 0 <= value - printed < step
        case "below":
            assert 0 <= printed - value < step
        case _:
            assert -step / 2 <= value - printed < step / 2 or value - printed == -step / 2


MUTATIONS = st.sampled_from(
    [".", ",", " ", "-", "+", "/", "%", "0", "1", "(", ")", ";", "đ", "kg", "triệu ", "hơn ", "'"]
)


@tried(600)
@given(FIGURES, MUTATIONS, st.integers(0, 60), st.sampled_from(["insert", "replace", "delete"]))
def test_nothing_but_the_printed_form_is_accepted(figure: AnyFigure, piece: str, place: int, deed: str) -> None:
    """A slip in a printed figure is refused with a remedy, or is itself exactly how another figure prints."""
    text = format_figure(figure)
    at = min(place, len(text))
    head, tail = text[:at], text[at + (deed != "insert") :]
    check_accepted_or_refused(f"{head}{'' if deed == 'delete' else piece}{tail}")


TOKENS = [
    "hơn",
    "5",
    "05",
    "1.584",
    "12,5",
    "%",
    "vụ",
    "kg",
    "tỷ",
    "đồng",
    "tăng",
    "so với",
    "từ",
    "đến",
    "/",
    ", ",
    "(",
    ")",
    " ",
]


@tried(600)
@given(
    st.lists(st.sampled_from(TOKENS), max_size=9).map("".join)
    | st.lists(st.sampled_from(TOKENS), max_size=7).map(" ".join)
)
def test_any_text_is_read_exactly_or_refused(text: str) -> None:
    """Whatever is accepted formats back to itself; whatever is not is refused with a remedy, never otherwise."""
    check_accepted_or_refused(text)


def check_accepted_or_refused(text: str) -> None:
    """Check that a text is the print of its figure, or is refused as the reader promises."""
    try:
        figure = parse_figure(text)
    except FigureSyntaxError as error:
        assert all((error.reason, error.remedy))  # noqa: PT017 # either outcome is right, each has its promise
    else:
        assert text.strip() == format_figure(figure)


SEPARATORS = st.sampled_from([",", " ", "", "'", "..", "_", "\u2009"])


@given(st.integers(1000, 10**12), SEPARATORS, st.sampled_from(["", " vụ", " kg", " đồng", "%", "/2.000 vụ"]))
def test_wrong_grouping_is_never_read_as_another_number(value: int, separator: str, tail: str) -> None:
    """Grouping starts at 1.000 (dot), never a space: another separator is refused unless it makes decimals."""
    text = f"{value:,}".replace(",", separator) + tail
    try:
        figure = parse_figure(text)
    except FigureSyntaxError:
        return
    assert separator == ","
    assert not isinstance(figure, Count | PartOfWhole)
