"""Which unit, which period: names, levels, codes and dates as staff write them.

Owns `UnitEntry`, one line of the list of units that should report, and its reading from CSV. A level may stand
before the name ("Xã Tân Hà"); a code keeps its leading zeros, five digits for a commune, also where a spreadsheet
made it a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from pydantic import ValidationError

from antq_reports.catalogue.text_fields import NAME_LIMIT
from antq_reports.errors import FigureSyntaxError, Refusal, TextError
from antq_reports.figures import Period
from antq_reports.figures.period import days_disagree, label_and_days
from antq_reports.forms.cell import Raw, cell_text, show
from antq_reports.report import Place
from antq_reports.report.place import LEVELS, Level, level_before
from antq_reports.vietnamese import clean_text

_BY_FOLD: dict[str, Level] = {level.casefold(): level for level in LEVELS}
_DAY = re.compile(r"(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_LONG_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)
_OFFICE = re.compile(r"^(?:(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|công an|ban chỉ đạo) )+(?=\S)", re.IGNORECASE)
"""What stands before a unit's name when its office signs."""
_SHORT_LEVELS = (
    (re.compile(r"^x\. ?(?=\S)", re.IGNORECASE), "xã"),
    (re.compile(r"^p\. ?(?=\S)", re.IGNORECASE), "phường"),
    (re.compile(r"^đk\. ?(?=\S)", re.IGNORECASE), "đặc khu"),
)
COMMUNE_CODE_DIGITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEntry:
    """One unit that should report."""

    code: str
    name: str
    level: Level = "xã"
    predecessors: tuple[str, ...] = ()
    """Codes of the units it was formed of; its own among them where it took others in and kept its code."""
    since: date | None = None
    """The first day of its present boundaries, where they changed."""
    contact: str = ""
    phone: str = ""
    email: str = ""

    @property
    def full_name(self) -> str:
        """Level and name: "Xã Tân Hà"."""
        return f"{self.level[:1].upper()}{self.level[1:]} {self.name}"

    @property
    def place(self) -> Place:
        """The unit as a place."""
        return Place(name=self.name, level=self.level, code=self.code)


def split_level(name: str, level: Level | None = None) -> tuple[Level, str]:
    """The level and the proper name of a unit as written.

    >>> split_level("Xã Tân Hà"), split_level("Đặc khu Phú Quý"), split_level("Tân Hà", "xã")
    (('xã', 'Tân Hà'), ('đặc khu', 'Phú Quý'), ('xã', 'Tân Hà'))

    Raises `FigureSyntaxError` for a text no place can be called by.
    """
    written, proper = level_before(unit_name(name))
    return written or level or "xã", proper


def unit_name(text: str) -> str:
    """A unit's name, cleaned: without the office before it, not in capitals, levels written out.

    Raises `FigureSyntaxError` for one that is too long or holds what no page may hold.

    >>> unit_name("UBND XÃ ĐẠI LÃNH"), unit_name("Công an X. Tân Hà"), unit_name("P. 1")
    ('Xã Đại Lãnh', 'xã Tân Hà', 'phường 1')
    """
    try:
        cleaned = clean_text(text, max_length=NAME_LIMIT)
    except TextError as error:
        raise FigureSyntaxError(repr(text[:40])[1:-1], error.refusal) from error
    named = _OFFICE.sub("", cleaned)
    for pattern, level in _SHORT_LEVELS:
        named = pattern.sub(f"{level} ", named)
    letters = [word for word in re.findall(r"[^\W\d_]+", named) if len(word) > 1]
    return named.title() if letters and all(word.isupper() for word in letters) else named


def read_level(raw: Raw) -> Level | None:
    """A level as written; None for a blank. Raises for a word that is none."""
    text = cell_text(show(raw)) if raw is not None else ""
    if not text:
        return None
    if level := _BY_FOLD.get(text.casefold()):
        return level
    raise FigureSyntaxError(text, Refusal("không phải cấp hành chính", "ghi một trong: xã, phường, đặc khu"))


def read_code(raw: Raw, level: str | None = None) -> str | None:
    """A unit's code, with the leading zeros a spreadsheet dropped. Raises for anything but digits.

    >>> read_code(4823.0, "xã"), read_code("24823"), read_code("")
    ('04823', '24823', None)
    """
    text = cell_text(raw if isinstance(raw, str) else show(raw)) if raw is not None else ""
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,5}", text, re.ASCII):
        raise FigureSyntaxError(text, Refusal("không phải mã đơn vị hành chính", "ghi mã gồm 5 chữ số, ví dụ 24823"))
    return text.zfill(COMMUNE_CODE_DIGITS if level in ("xã", "phường", "đặc khu") else 2)


def read_day(raw: Raw) -> date | None:
    """A day from a date cell or from "31/12/2026"; None for a blank.

    >>> read_day("ngày 31 tháng 12 năm 2026")
    datetime.date(2026, 12, 31)
    """
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    text = cell_text(raw if isinstance(raw, str) else show(raw)) if raw is not None else ""
    if not text:
        return None
    match = _DAY.fullmatch(text) or _LONG_DAY.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text)
    except ValueError as error:
        raise FigureSyntaxError(text, Refusal("không phải ngày", "ghi ngày/tháng/năm, ví dụ 31/12/2026")) from error


def make_period(label: Raw, start: date | None = None, end: date | None = None) -> Period | None:
    """A period by its label, with the calendar days that `label_and_days` knows of when none are given.

    >>> period = make_period(2026.0)
    >>> period.label, period.start, period.end
    ('năm 2026', datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    """
    text = cell_text(label if isinstance(label, str) else show(label)) if label is not None else ""
    if not text:
        return None
    text, first, last = label_and_days(text)
    days = (start, end) if start or end else (first, last)
    if days[0] and days[1] and days[0] > days[1]:
        raise FigureSyntaxError(
            f"{show(days[0])} - {show(days[1])}", Refusal("ngày đầu kỳ sau ngày cuối kỳ", "đổi chỗ hai ngày")
        )
    if days_disagree(text, *days):
        told = " - ".join(f"{day:%d/%m/%Y}" for day in days if day is not None)
        remedy = "để trống hai ngày nếu đúng là kỳ này, hoặc sửa tên kỳ"
        raise FigureSyntaxError(text, Refusal(f"không khớp với ngày đầu và ngày cuối kỳ đã ghi ({told})", remedy))
    return _period(text, *days)


@lru_cache(maxsize=256)
def _period(label: str, start: date | None, end: date | None) -> Period:
    try:
        return Period(label=label, start=start, end=end)
    except ValidationError as error:
        raise FigureSyntaxError(label[:40], Refusal("không dùng được làm tên kỳ", "ghi như “năm 2026”")) from error
