"""The filters that place figures, dates and terms. Each takes a view and leaves a token; none makes text.

An absent view leaves the mark that kills its clause. A zero does too, everywhere but in ``|zero`` and in tables.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from antq_reports.errors import FigureMisuseError
from antq_reports.figures import KINDS, Hedge, Money, Pair, PartOfWhole, Period, Run, format_runs, parts_of
from antq_reports.figures.amounts import StatedModel
from antq_reports.prose.change_view import ChangeView
from antq_reports.prose.date_view import DateView
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.nouns import with_noun
from antq_reports.prose.tags import book_of
from antq_reports.prose.tokens import ABSENT, AbbreviationToken, DateToken, FigureToken, TextToken
from antq_reports.prose.views import Absent, FigureView
from antq_reports.vietnamese import format_date, lower_first

_OVER = tuple(hedge.value for hedge in Hedge if hedge.direction == "above")
RULES_KEY = "#rules"
"""The context name of the house rules: no template can write it."""


def _expect_figure(view: Any, name: str) -> FigureView:
    if not isinstance(view, FigureView):
        raise FigureMisuseError(getattr(view, "_path", f"“{view}”"), f"bộ lọc |{name} chỉ nhận số liệu")
    return view


def _mint(view: FigureView, runs: tuple[Run, ...]) -> Markup:
    return view._book.mint(FigureToken(entry=view._entry(), runs=runs))


def figure(view: Any, noun: Any = "") -> Markup:
    """The whole figure: hedge, digits, unit, and its own period in brackets where it has one.

    A noun stands behind the unit where the unit has not said it: "44 vụ phạm tội (giảm 6 vụ so với năm 2025)".

    A zero is as absent as nothing here: it speaks through ``|zero``. A pair with one zero prints the other number;
    no part of a whole is "0/217 khu dân cư", never "0 khu dân cư trên tổng số 217".
    """
    if isinstance(view, ChangeView):
        return view._short()
    own = view._period if isinstance(view, FigureView) else None
    qualifier = view.qualifier if isinstance(view, FigureView) and view else None
    if qualifier:
        return _qualified(view, noun)
    return _whole(view, "figure", (Run(f" ({own.label})", "word"),) if own is not None else (), noun)


def told(view: Any, noun: Any = "", percent: bool = True) -> Markup:
    """As ``|figure``, with its change in brackets where the plan tells it; absent where the lead has told it.

    A change is told without the percent of a small base. With ``percent=false`` a part of a whole is said without the
    percent its writer put behind it: "106/206 xã" where "(đạt 86,1%) đạt" would follow.
    """
    if isinstance(view, ChangeView):
        return view._short(is_sparing=True)
    if isinstance(view, FigureView) and view._is_said():
        return Markup(ABSENT)
    text = figure(view if percent else _without_percent(view), noun)
    return _with_change(view, text) if ABSENT not in text else text


def _without_percent(view: Any) -> Any:
    if not isinstance(view, FigureView) or not isinstance(view._figure, PartOfWhole):
        return view
    return view._saying(view._figure.model_copy(update={"percent": None}))


def within(view: Any, whole: Any, words: Any) -> Markup:
    """A part of what the sentence has just counted: "37 vụ, đạt 94,87%" behind "39 vụ"; as ``|told`` for any other."""
    if not (isinstance(view, FigureView) and isinstance(whole, FigureView) and view._is_part_of(whole)):
        return told(view)
    if not view.told:
        return Markup(ABSENT)
    between = Markup(f", {_checked_noun(view, words, 'within')} ")
    return _with_change(view, _whole(view.part, "within", ()) + between + figure(view.share))


def common(view: Any) -> Any:
    """The figure with its unit as a common noun within a sentence: "8 tổ bảo vệ" for "8 Tổ bảo vệ"."""
    if not isinstance(view, FigureView) or not KINDS[view.kind].has_unit or view._figure.unit is None:
        return view
    return view._saying(view._figure.model_copy(update={"unit": lower_first(view._figure.unit)}))


def direction(view: Any) -> Markup:
    """The one word of a change, "tăng" or "giảm", where both of its figures follow."""
    if isinstance(view, Absent):
        return Markup(ABSENT)
    if not isinstance(view, ChangeView):
        raise FigureMisuseError(getattr(view, "_path", f"“{view}”"), "bộ lọc |direction chỉ nhận so sánh")
    return view._direction()


def labelled(view: Any) -> Markup:
    """The figure with its label, "12 cuộc gọi đến đường dây nóng", then qualifier, own period, and its change."""
    if isinstance(view, FigureView) and view._is_said():
        return Markup(ABSENT)
    text = bare(view)
    if ABSENT in text:
        return text
    behind = [each.__html__() for each in (view.rest, view.qualifier) if not isinstance(each, Absent)]
    return _with_change(view, _with_period(view, Markup(" ").join((text, *behind))))


def _with_change(view: FigureView, text: Markup) -> Markup:
    if not view._tells_change():
        return text
    moved, before = view.change, view.previous
    change = moved._beside() if isinstance(moved, ChangeView) else Markup(ABSENT)
    if ABSENT in change or (not view and view._is_in_headline()):
        return text
    if isinstance(moved, ChangeView) and isinstance(before, FigureView) and (not view or moved._is_of_parts()):
        change = moved._base() + Markup(": ") + (number if view else bare)(before)  # rather than points, or a fall to 0
    if view._book.visible(text).endswith(")"):
        return text + Markup(", ") + change
    return text + Markup(" (") + change + Markup(")")


def _qualified(view: FigureView, noun: Any) -> Markup:
    """The figure with the words the report puts behind it, its own period last."""
    return _with_period(view, _whole(view, "figure", (), noun) + " " + view.qualifier.__html__())


def _with_period(view: FigureView, text: Markup) -> Markup:
    return text + Markup(f" ({period(view.period)})") if view._period is not None else text


def _without_zero(triple: Pair) -> Pair:
    """The two numbers of three that are not 0: "12 vụ, 3 người chết" of "12 vụ, 3 người chết, 0 người bị thương"."""
    first, second = (part for part in triple.parts if not part.is_zero)
    joiner = triple.joiner if triple.third is not None and triple.third.is_zero else triple.third_joiner
    return Pair(first=first, second=second, joiner=joiner)


def bare(view: Any, noun: Any = "") -> Markup:
    """The whole figure without its period and its qualifier: for sentences that say these themselves."""
    return _whole(view, "bare", (), noun)


def _checked_noun(view: FigureView | ChangeView, noun: Any, name: str) -> str:
    """A template's own word: no text of a report, no digits."""
    if type(noun) is not str or any(char.isdigit() for char in noun):
        raise FigureMisuseError(view._path, f'danh từ của bộ lọc là chữ viết sẵn; viết như |{name}("vụ phạm tội")')
    return noun


def _whole(view: Any, name: str, tail: tuple[Run, ...], noun: Any = "") -> Markup:
    if isinstance(view, Absent):
        return Markup(ABSENT)
    view = _expect_figure(view, name)
    if not view or not view._is_told():
        return Markup(ABSENT)
    noun = _checked_noun(view, noun, name)
    shown = view._figure
    if isinstance(shown, Pair) and any(part.is_zero for part in shown.parts):
        names = [part for part, figure in parts_of(shown).items() if not figure.is_zero]
        if len(names) == 1:
            return _whole(getattr(view, names[0]), name, tail, noun)
        shown = _without_zero(shown)
    if isinstance(shown, PartOfWhole) and shown.part == 0:
        shown = shown.model_copy(update={"form": "/"})
    return _mint(view, (*with_noun(format_runs(shown, view._style), noun), *tail))


def compare(view: Any, noun: Any = "") -> Markup:
    """A change with its base: "tăng 46 khẩu súng (+9,58%) so với năm 2025"; takes a figure too, for its change.

    With a noun it is said for a headline, "giảm 15 vụ phạm tội so với năm 2025", and only where the change is news.
    """
    if isinstance(view, FigureView):
        if noun and view.news not in ("rise", "fall"):
            return Markup(ABSENT)
        view = view.change
    if isinstance(view, Absent):
        return Markup(ABSENT)
    if not isinstance(view, ChangeView):
        raise FigureMisuseError(getattr(view, "_path", f"“{view}”"), "bộ lọc |compare chỉ nhận so sánh")
    return view._full(_checked_noun(view, noun, "compare"))


def number(view: Any) -> Markup:
    """Hedge and digits without the unit, for strips and tables; a zero is said in words."""
    if isinstance(view, Absent):
        return Markup(ABSENT)
    if isinstance(view, ChangeView):
        return view._signed()
    view = _expect_figure(view, "number")
    if not view:
        return _mint(view, (Run("không", "number"),))
    shown = view._figure
    if isinstance(shown, PartOfWhole):
        shown = shown.model_copy(update={"form": "/"})
    if isinstance(shown, StatedModel):
        shown = shown.bare
    runs = format_runs(shown, view._style)
    if not KINDS[shown.kind].has_unit:
        return _mint(view, runs)
    return _mint(view, tuple(run for run in runs if run.role == "number"))


def exact(view: Any) -> Markup:
    """As ``|number``, with all digits of an amount that a house shortens: for the column of a table."""
    if isinstance(view, FigureView) and isinstance(view._figure, Money):
        style = view._style.model_copy(update={"scale_money": False})
        shortened = format_runs(view._figure, view._style)[0].text.startswith(_OVER)
        if shortened and view._figure.hedge is None:
            return _mint(view, format_runs(view._figure, style)[:1])
    return number(view)


def cell(view: Any) -> Markup:
    """As ``|exact``, with a zero in digits: for the columns of a table of many units."""
    return _mint(view, (Run("0", "number"),)) if isinstance(view, FigureView) and not view else exact(view)


def unit(view: Any) -> Markup:
    """The unit alone."""
    closed = _expect_figure(view, "unit")
    text = closed._figure.unit
    if not closed or not text or not KINDS[closed.kind].has_unit:
        return Markup()
    return closed._book.mint(TextToken(path=f"{closed._path}.unit", text=text))


def zero(view: Any, words: Any = "") -> Markup:
    """What a zero says: "không xảy ra tai nạn giao thông", with its change where the plan tells it.

    Anything but a zero is absent here. Where the sentence has named the thing, the template's own words stand instead:
    ``|zero("không có người chết")``.
    """
    if not isinstance(view, FigureView) or view or view._is_said() or not view._is_told():
        return Markup(ABSENT)
    return _with_change(view, _mint(view, (Run(_checked_noun(view, words, "zero") or view._zero, "word"),)))


def every(view: Any, words: Any) -> Markup:
    """The template's own words for a figure that is all of what it is a part of: ``|every("tất cả đều có giá trị")``.

    Absent for any other, so that "trong đó 79 tin" is not said of 79.
    """
    if not isinstance(view, FigureView) or not view.told or not view.is_all:
        return Markup(ABSENT)
    return _mint(view, (Run(_checked_noun(view, words, "every"), "word"),))


def answer(view: Any, met: str, unmet: str | None = None) -> Markup:
    """What a unit answers for itself, in the template's words: ``|answer("đạt", "chưa đạt")`` of 1/1 and of 0/1.

    Absent where a figure counts more than the unit itself, so that a sentence of the province can stand in, and of 0/1
    without words for it.
    """
    if isinstance(view, Absent):
        return Markup(ABSENT)
    view = _expect_figure(view, "answer")
    shown = view._figure
    if not isinstance(shown, PartOfWhole) or shown.whole != 1 or not view._is_told():
        return Markup(ABSENT)
    words = met if shown.part else unmet
    if words is None:
        return Markup(ABSENT)
    if type(words) is not str:
        raise FigureMisuseError(view._path, 'bộ lọc |answer nhận hai chữ viết sẵn; viết như |answer("đạt", "chưa đạt")')
    return _mint(view, (Run(words, "word"),))


def _date_filter(name: str, form_of: Callable[[HouseRules], Any]) -> Callable[..., Markup]:
    @pass_context
    def apply(context: Context, view: Any) -> Markup:
        if isinstance(view, Absent):
            return Markup(ABSENT)
        if not isinstance(view, DateView) or not isinstance(view._value, date):
            raise FigureMisuseError(getattr(view, "_path", str(view)), f"bộ lọc |{name} chỉ nhận ngày")
        text = format_date(view._value, form_of(context[RULES_KEY]))
        return view._book.mint(DateToken(entry=view._entry(view._value), text=text))

    return apply


def iso(view: Any) -> Markup:
    """A date as a program reads it (2024-10-16), for an attribute of the page: never text, never in the ledger."""
    if not isinstance(view, DateView) or not isinstance(view._value, date):
        raise FigureMisuseError(getattr(view, "_path", str(view)), "bộ lọc |iso chỉ nhận ngày")
    return Markup(view._value.isoformat())


def period(view: Any) -> Markup:
    """The label of a period: "năm 2024", "6 tháng đầu năm 2024"."""
    if isinstance(view, Absent):
        return Markup(ABSENT)
    if not isinstance(view, DateView) or not isinstance(view._value, Period):
        raise FigureMisuseError(getattr(view, "_path", str(view)), "bộ lọc |period chỉ nhận kỳ")
    label = view._value.label
    return view._book.mint(DateToken(entry=view._entry(label), text=label))


@pass_context
def abbreviation(context: Context, short: Any) -> Markup:
    """A term of the house's table: in full when first met, abbreviated after."""
    table = context[RULES_KEY].abbreviations
    if not isinstance(short, str) or short not in table:
        raise FigureMisuseError(str(short), "chữ tắt không có trong bảng abbreviations của style.toml")
    return book_of(context).mint(AbbreviationToken(short=short, text=table[short]))


FIGURE_FILTERS: dict[str, Callable[..., Any]] = {
    "figure": figure,
    "told": told,
    "within": within,
    "common": common,
    "direction": direction,
    "labelled": labelled,
    "bare": bare,
    "compare": compare,
    "number": number,
    "exact": exact,
    "cell": cell,
    "unit": unit,
    "zero": zero,
    "answer": answer,
    "every": every,
    "period": period,
    "iso": iso,
    "abbr": abbreviation,
    "date": _date_filter("date", lambda rules: rules.date),
    "day": _date_filter("day", lambda rules: rules.day),
    "longdate": _date_filter("longdate", lambda rules: "long"),
}
