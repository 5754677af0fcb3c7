"""What the ledger of a brief holds: an entry per printed figure or date, and the digits that are nobody's figure.

A token of the prose carries the entry it will become, before its place and printed text are known; settling the page
adds those (`antq_reports.prose.ledger`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from antq_reports.figures import AnyFigure
from antq_reports.report import Origin, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One printed figure or date. A figure printed twice has two entries.

    Example: of "1.010/1.173 vụ (đạt 86,1%)" the value is ``(1010, 1173)`` and the figure the `PartOfWhole` itself; of a
    change "tăng 46 khẩu" the value is ``("tăng", 46)``, the formula "526 - 480", the operands ``(526, 480)``.
    """

    kind: Literal["figure", "date"]
    metric: str
    label: str
    value: object
    """The raw value: int, Decimal, tuple, date or str. Ratios are fractions."""
    figure: AnyFigure | None = None
    formula: str | None = None
    operands: tuple[object, ...] = ()
    """The raw values a change was computed from, this year's first."""
    sources: tuple[Origin, ...] = ()
    """Where the figure was read or added up from; of a change this year's places before last year's."""
    text: str = ""
    """As printed, with plain spaces; empty until it is."""
    paragraph: int = 0
    """Which paragraph of the brief's text it is printed in, from 1; a row of a table is a paragraph."""
    offset: int = 0
    """How many characters of that paragraph stand before it."""

    @property
    def source(self) -> str | None:
        """The sources in words, parted by semicolons; None where they are not known."""
        return words_of(self.sources) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsourced:
    """Digits (or words such as "hàng trăm") inside free text: nobody's typed figure."""

    path: str
    text: str
    context: str
