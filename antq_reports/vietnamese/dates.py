"""Dates to Vietnamese text, by the forms newspapers and official papers use.

No CLDR pattern writes the official form (Nghị định 30/2020/NĐ-CP): a zero before days below 10 and before months
1 and 2, and before nothing else.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from antq_reports.errors import Refusal, TextError

DateForm = Literal["slash", "slash-short", "dash-short", "dot-short", "long", "official", "official-short"]
"""How a date is written; ``-short`` leaves the year out, except in the official form."""


def format_date(d: date, form: DateForm) -> str:
    """Write one date.

    >>> day = date(2024, 10, 16)
    >>> format_date(day, "slash"), format_date(day, "slash-short"), format_date(day, "dash-short")
    ('16/10/2024', '16/10', '16-10')
    >>> format_date(date(2015, 7, 28), "dot-short"), format_date(day, "long")
    ('28.7', 'ngày 16 tháng 10 năm 2024')
    >>> format_date(date(2023, 8, 5), "official"), format_date(date(2023, 2, 1), "official")
    ('ngày 05 tháng 8 năm 2023', 'ngày 01 tháng 02 năm 2023')
    >>> format_date(date(2020, 3, 5), "official-short")
    '05/3/2020'
    """
    day, month = f"{d.day:02}", f"{d.month:02}" if d.month <= 2 else f"{d.month}"
    forms: dict[DateForm, str] = {
        "slash": f"{d.day}/{d.month}/{d.year}",
        "slash-short": f"{d.day}/{d.month}",
        "dash-short": f"{d.day}-{d.month}",
        "dot-short": f"{d.day}.{d.month}",
        "long": f"ngày {d.day} tháng {d.month} năm {d.year}",
        "official": f"ngày {day} tháng {month} năm {d.year}",
        "official-short": f"{day}/{month}/{d.year}",
    }
    return forms[form]


def format_date_range(start: date, end: date, form: DateForm) -> str:
    """Write a period by its first and last day; a period of one day is that day.

    >>> format_date_range(date(2024, 7, 15), date(2024, 8, 14), "slash-short")
    'từ ngày 15/7 đến ngày 14/8'
    >>> format_date_range(date(2024, 7, 15), date(2024, 7, 15), "slash")
    'ngày 15/7/2024'
    """
    if start > end:
        fact = f"ngày đầu {format_date(start, 'slash')} sau ngày cuối {format_date(end, 'slash')}"
        raise TextError(Refusal(fact, "hãy đổi chỗ hai ngày"))
    first, last = (_with_word(format_date(day, form)) for day in (start, end))
    return first if start == end else f"từ {first} đến {last}"


def _with_word(text: str) -> str:
    return text if text.startswith("ngày ") else f"ngày {text}"
