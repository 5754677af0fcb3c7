"""A figure beyond the catalogue in one line, as a person says it: the figure and what it counts are told apart.

``"10/10 huyện đạt tiêu chí số 19.2"`` opens with its figure, ``"số vụ trộm cắp giảm 12 vụ so với cùng kỳ"`` ends in a
change, ``"đuối nước: 12 vụ, 15 người chết"`` puts the label first. What is behind the figure and its unit is words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from antq_reports.catalogue.text_fields import Name, Table
from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures import AnyFigure, Change, Pair, parse_figure
from antq_reports.figures.sentence_errors import refused

MAX_PHRASES = 60
"""Extra figures of one section: more belong into a catalogue."""
MAX_WORDS = 40
ONE_WORD_UNITS = frozenset(
    (
        *("vụ", "việc", "người", "lượt", "buổi", "lớp", "cuộc", "đợt", "tin", "bài", "xã", "phường", "huyện", "tỉnh"),
        *("thôn", "bản", "ấp", "buôn", "hộ", "khẩu", "viên", "quả", "cái", "chiếc", "con", "mắt", "tổ", "đội", "nhóm"),
        *("đoàn", "suất", "căn", "điểm", "cụm", "tuyến", "km", "km²", "ha", "m²", "kg", "tấn", "lít", "mét"),
        *("đồng", "bộ", "vị", "ngày", "giờ", "năm", "tháng", "loại", "phần", "thẻ", "xe", "tàu"),
    )
)
"""Units of one syllable; of any other two are taken: "86 doanh nghiệp ký cam kết" counts doanh nghiệp."""
_NO_UNITS = frozenset(("trên", "trong", "so", "với", "và"))
"""What can stand right behind a number and goes on with it."""
EXAMPLE = "10/10 huyện đạt tiêu chí số 19.2"


@dataclass(frozen=True, slots=True)
class ExtraPhrase:
    """What a phrase says: a figure, and the label of what it counts."""

    label: str
    figure: AnyFigure


def read_phrase(text: str) -> ExtraPhrase:
    """The figure of a phrase and its label. Raises `FigureSyntaxError` for a phrase without one.

    >>> read_phrase("10/10 huyện đạt tiêu chí số 19.2").label
    'huyện đạt tiêu chí số 19.2'
    >>> read_phrase("số vụ trộm cắp giảm 12 vụ so với cùng kỳ").label
    'vụ trộm cắp'
    """
    words = text.split(" ")
    if len(words) > MAX_WORDS:
        raise FigureSyntaxError(text[:80], Refusal(f"dài hơn {MAX_WORDS} chữ", f'viết gọn, như "{EXAMPLE}"'))
    found = _labelled(text) or _opening(words) or _ending(words)
    if found is None:
        raise FigureSyntaxError(text[:80], _refusal(text))
    return found


def _labelled(text: str) -> ExtraPhrase | None:
    label, colon, rest = text.rpartition(": ")
    figure = _figure(rest) if colon and label.strip() else None
    return ExtraPhrase(label.strip(), figure) if figure is not None else None


def _opening(words: list[str]) -> ExtraPhrase | None:
    """A phrase that opens with its figure: the shortest stretch that is one with its unit, brackets behind it too."""
    found = dict(_figures_from_start(words))
    for count, figure in found.items():
        if _is_whole(figure) and words[count - 1 : count + 1] != ["đồng", "chí"]:
            is_half = " " not in (figure.unit or " ") and figure.unit not in ONE_WORD_UNITS
            longer = count + 1 if is_half and count + 1 in found and words[count].isalpha() else count
            return _with_brackets(words, longer, found)
    return None


def _is_whole(figure: AnyFigure) -> bool:
    """Whether nothing of the figure can be in the words behind it: it has its unit, or its kind needs none."""
    if isinstance(figure, Change | Pair) or (figure.unit or "").split(" ")[0] in _NO_UNITS:
        return False
    return figure.unit is not None or figure.kind in ("percent", "money")


def _with_brackets(words: list[str], count: int, found: dict[int, AnyFigure]) -> ExtraPhrase | None:
    if count < len(words) and words[count].startswith("("):
        count = next((end for end in found if end > count and words[end - 1].endswith(")")), count)
    figure = found[count]
    label = " ".join(part for part in (figure.unit, *words[count:]) if part)
    return ExtraPhrase(label, figure) if label else None


def _ending(words: list[str]) -> ExtraPhrase | None:
    """A phrase that ends in a change: the longest one."""
    for start in range(1, len(words)):
        figure = _figure(" ".join(words[start:]))
        if isinstance(figure, Change):
            return ExtraPhrase(" ".join(words[:start]).removeprefix("số "), figure)
    return None


def _figures_from_start(words: list[str]) -> Iterator[tuple[int, AnyFigure]]:
    for count in range(1, len(words) + 1):
        figure = _figure(" ".join(words[:count]))
        if figure is not None:
            yield count, figure


def _figure(text: str) -> AnyFigure | None:
    try:
        return parse_figure(text)
    except FigureSyntaxError:
        return None


def _refusal(text: str) -> Refusal:
    """Why nothing was read: what is wrong with the number that is there, else how a phrase looks."""
    first = text.split(" ", maxsplit=1)[0]
    try:
        parse_figure(first)
    except FigureSyntaxError as error:
        if any(char.isdigit() for char in first):
            return error.refusal
    return Refusal("không rõ số liệu nào của cái gì", f'viết như "{EXAMPLE}", hoặc "tên: số liệu"')


def _check(text: str) -> str:
    try:
        read_phrase(text)
    except FigureSyntaxError as error:
        reason = f"“{error.text}”: {error.reason}"
        raise refused("extra", Refusal(reason, error.remedy, error.refusal.suggestion)) from error
    return text


ExtraTable = Annotated[tuple[tuple[str, str], ...], Table(Annotated[Name, AfterValidator(_check)], MAX_PHRASES)]
"""Phrases by the id of the figure each holds."""
