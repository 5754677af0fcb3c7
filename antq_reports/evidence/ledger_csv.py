"""The evidence as files: their names, and the ledger as a table a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from antq_reports.csvtext import write_csv
from antq_reports.prose import LedgerEntry
from antq_reports.prose.ledger import machine_value

LEDGER_FILE = "so-so-lieu.csv"
TEXT_FILE = "van-ban.txt"
MANIFEST_FILE = "ban-ke.json"

LEDGER_HEAD = (
    "STT",
    "Trang",
    "Đoạn",
    "Vị trí",
    "Loại",
    "Mã chỉ tiêu",
    "Chỉ tiêu",
    "In là",
    "Giá trị",
    "Cách tính",
    "Nguồn",
)
KINDS = {"figure": "số liệu", "date": "ngày"}


def ledger_rows(figures: Sequence[LedgerEntry], pages: Sequence[int] = ()) -> list[tuple[str, ...]]:
    """The ledger, a row per printed figure, in the order of `LEDGER_HEAD`; without pages that column is empty."""
    known = pages or (0,) * len(figures)
    numbered = enumerate(zip(figures, known, strict=True), start=1)
    return [
        (
            str(number),
            str(page or ""),
            str(entry.paragraph),
            str(entry.offset),
            KINDS[entry.kind],
            entry.metric,
            entry.label,
            entry.text,
            machine_value(entry.value),
            entry.formula or "",
            entry.source or "",
        )
        for number, (entry, page) in numbered
    ]


def ledger_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows under their head, as the bytes of a CSV file."""
    return write_csv([LEDGER_HEAD, *rows])
