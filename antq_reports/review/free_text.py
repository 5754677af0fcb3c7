"""What free text gives away: another place's name, another year, a picture without a description.

Names of publishers, visitors and signed programmes may hold any place and date; they are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from antq_reports.report import BaseReport, Finding, Photo, Place, unreported_names
from antq_reports.report.provinces import MERGED, province_names, successor_of
from antq_reports.vietnamese import fold_name

_UNREAD = frozenset(
    (
        "place",
        "period",
        "source",
        "attribution",
        "outlet",
        "byline",
        "completeness",
        "visit",
        "video",
        "path",
        "credit",
        "url",
    )
)
_TECHNICAL = frozenset(
    (
        *("kind", "unit", "hedge", "scale", "form", "joiner", "percent_form", "id", "after", "section", "frame"),
        *("who", "role", "units", "of"),
    )
)
_YEAR = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?![\d/]|,\d)")
_OTHER_TIME = re.compile(
    r"(?:so với|cùng kỳ|giai đoạn|nhiệm kỳ|từ năm|đến năm|trước năm|sau năm|Luật|Nghị định|Nghị quyết|Thông tư"
    r"|Chỉ thị|Quyết định|Kế hoạch|- )[^.;]{0,40}$",
    re.IGNORECASE,
)
_NOT_PROVINCE = re.compile(
    r"(?:xã|phường|thôn|ấp|đường|phố|thị trấn|thị xã|huyện|quận|cầu|chợ|trường|hồ|sông|núi|đèo|khu|Quốc lộ|buôn) $",
    re.IGNORECASE,
)
_CAPITAL_AFTER = re.compile(r"^ (?:- )?[A-ZÀ-ỸĐ]")
_CAPITAL_BEFORE = re.compile(r"(\w+) (?:- )?$")
_TITLES = frozenset(("tỉnh", "ubnd", "hđnd", "mttq", "tp", "phố", "an", "ở", "tại"))
"""Capitalised words that may stand right before a province's name: Tỉnh, UBND, Công an."""
_PLACEHOLDERS = frozenset(
    map(
        fold_name,
        ("ảnh", "hình", "hình ảnh", "photo", "image", "alt", "mô tả", "mô tả ảnh", "ảnh minh họa", "không có"),
    )
)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|heic)", re.IGNORECASE)


def wording_findings(report: BaseReport, province: Place | None) -> Iterator[Finding]:
    """Every finding about the texts of a report."""
    own = own_names(report.place, province)
    years = own_years(report)
    for path, text in texts_of(report):
        yield from _year_findings(path, text, years)
        if own:
            yield from _place_findings(path, text, own)
    yield from _unprinted_findings(report)
    for place, quote in enumerate(report.quotes):
        if quote.text is None and not report.units:  # where units were added up, the roll-up told it
            message = f"chưa có lời của {quote.unit} để dẫn; ghi vào text, hoặc cộng báo cáo của các đơn vị"
            yield Finding("quote-missing", "warning", f"quotes[{place}]", message)
    for place, photo in enumerate(report.photos):
        yield from _photo_findings(f"photos[{place}]", photo)


def _unprinted_findings(report: BaseReport) -> Iterator[Finding]:
    """Texts that give way because a figure they name is not there."""
    for own, missing in unreported_names(report):
        message = f"{own.place} không in được như đã viết vì chưa có số liệu: {', '.join(missing)}"
        yield Finding("text-without-figure", "warning", own.path, message)


def texts_of(model: BaseModel, path: str = "") -> Iterator[tuple[str, str]]:
    """Every free text of a report with its path; publishers, people and technical words left out."""
    for name, value in model:
        if name in _TECHNICAL or (name in _UNREAD and (not path or isinstance(model, Photo))):
            continue
        yield from _texts_in(value, f"{path}.{name}" if path else name)


def _texts_in(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple) and value and all(_is_pair(item) for item in value):
        for key, item in value:
            yield from _texts_in(item, f"{path}.{key}")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _texts_in(item, f"{path}[{place}]")
    elif isinstance(value, BaseModel) and "kind" not in type(value).model_fields:
        yield from texts_of(value, path)


def _is_pair(item: Any) -> bool:
    """Whether an item is a line of a table of texts."""
    return isinstance(item, tuple) and len(item) == 2


# --- years ----------------------------------------------------------------------------------------------


def own_years(report: BaseReport) -> frozenset[int]:
    """The years a report may speak of as its own: its period's and its date's; none when it names none."""
    days = (report.period.start, report.period.end, report.date)
    years = {day.year for day in days if day is not None}
    return frozenset(years | {int(year) for year in _YEAR.findall(report.period.label)})


def _year_findings(path: str, text: str, years: frozenset[int]) -> Iterator[Finding]:
    for match in _YEAR.finditer(text):
        if years and int(match[1]) not in years and not _OTHER_TIME.search(text[: match.start()]):
            own = ", ".join(map(str, sorted(years)))
            message = f"nhắc tới năm {match[1]} trong khi báo cáo là của năm {own}: “{_around(text, match)}”"
            yield Finding("foreign-year", "warning", path, message)


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - 30), match.end() + 30
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


# --- places ---------------------------------------------------------------------------------------------


def own_names(place: Place, province: Place | None) -> frozenset[str]:
    """The provinces a report's texts may name: its own, what that was made of, what it became. Empty when unknown."""
    home = place if place.is_province else province
    if home is None:
        return frozenset()
    return _names_of(home.name)


@lru_cache(maxsize=64)
def _names_of(home: str) -> frozenset[str]:
    names = {name for name in province_names() if fold_name(name) == fold_name(home)}
    names |= {now for name in names if (now := successor_of(name)) is not None}
    return frozenset(names | {part for name in names for part in MERGED.get(name, ())})


def _place_findings(path: str, text: str, own: frozenset[str]) -> Iterator[Finding]:
    for name in sorted(province_names() - own):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if is_province_name(text, match):
                message = f"nhắc tới {name}, tỉnh khác: “{_around(text, match)}”"
                yield Finding("foreign-place", "warning", path, message)
                break


def is_province_name(text: str, match: re.Match[str]) -> bool:
    """Whether a name found in a text is a province's, not a street's, a commune's or a part of a longer name."""
    before, after = text[: match.start()], text[match.end() :]
    if _NOT_PROVINCE.search(before) or _CAPITAL_AFTER.match(after):
        return False
    word = _CAPITAL_BEFORE.search(before)
    return word is None or not word[1][0].isupper() or word[1].lower() in _TITLES


# --- pictures -------------------------------------------------------------------------------------------


def _photo_findings(path: str, photo: Photo) -> Iterator[Finding]:
    """A description that describes nothing is a missing one: a placeholder, a file name, the caption again."""
    said = fold_name(photo.alt)
    if said in _PLACEHOLDERS or _FILE_NAME.fullmatch(photo.alt) or len(photo.alt) < 5:
        message = f"mô tả ảnh “{photo.alt}” không cho biết trong ảnh có gì; hãy viết một câu tả ảnh"
        yield Finding("alt-missing", "error", f"{path}.alt", message)
    elif said == fold_name(photo.caption):
        message = "mô tả ảnh chép lại chú thích; hãy tả những gì nhìn thấy trong ảnh"
        yield Finding("alt-is-caption", "warning", f"{path}.alt", message)
