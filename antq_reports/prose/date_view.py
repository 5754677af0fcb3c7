"""A date or a period as templates see it: closed, and printed by its filters alone."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from antq_reports.errors import FigureMisuseError
from antq_reports.figures import Period
from antq_reports.prose.ledger_entry import LedgerEntry
from antq_reports.prose.tokens import TokenBook
from antq_reports.report import Origin


class DateView:
    """A date or a period: place it with ``|date``, ``|day``, ``|longdate`` or ``|period``."""

    __slots__ = ("_book", "_label", "_path", "_sources", "_value")

    def __init__(
        self, book: TokenBook, path: str, label: str, value: date | Period, sources: tuple[Origin, ...]
    ) -> None:
        self._book, self._path, self._label, self._value, self._sources = book, path, label, value, sources

    def _entry(self, value: date | str) -> LedgerEntry:
        """What the ledger will have of it, once it is printed: the day, or the label of the period."""
        return LedgerEntry(kind="date", metric=self._path, label=self._label, value=value, sources=self._sources)

    def __eq__(self, other: object) -> bool:
        """Whether two figures speak of the same time: a template may ask that, and no more."""
        return isinstance(other, DateView) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __html__(self) -> NoReturn:
        raise FigureMisuseError(
            self._path, "ngày và kỳ chỉ in qua bộ lọc; hãy viết {{ tên|date }} hoặc {{ tên|period }}"
        )

    __str__ = __html__
