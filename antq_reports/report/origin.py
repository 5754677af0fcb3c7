"""Where a figure came from: an `Origin` per place, and the map from metric paths to them.

An origin is a value, told in words only when it is printed: whoever needs the file, the cell or the note asks for it
and takes no sentence apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

MAX_NOTE = 200
"""Characters of a note that travel with a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One place a figure was read from. Parts that a kind of input does not have are empty.

    >>> print(Origin(file="tan-ha.xlsx", sheet="Vũ khí", cell="E11", note="ước tính"))
    tan-ha.xlsx, trang “Vũ khí”, ô E11 (ghi chú: ước tính)
    >>> print(Origin(file="lam-dong-2024.toml", line=78, path="news.received"))
    lam-dong-2024.toml, dòng 78: news.received
    """

    file: str = ""
    """The file's name, without its folder."""
    sheet: str = ""
    cell: str = ""
    """The cell of a sheet: "E11"."""
    line: int | None = None
    """The line of a text file, or the row of a CSV file, from 1."""
    column: int | None = None
    """The column of a CSV file, from 1."""
    record: int | None = None
    """Which of the records handed over by a programme, from 1."""
    path: str = ""
    """The table path in a file of tables, which is where a figure stands there."""
    unit: str = ""
    """Whose form it is, where figures of several units are added up: "xã Tân Hà"."""
    note: str = ""
    """What the writer left beside the figure, on one line."""
    author: str = ""
    """Who filled in the form, for the place of the report as a whole."""

    @property
    def within(self) -> str:
        """The place inside the file, as a person finds it: "trang “Vũ khí”, ô E11", "dòng 7, cột 3".

        >>> Origin(file="a.csv", line=7, column=3, note="ước tính").within
        'dòng 7, cột 3'
        """
        numbered = (("dòng", self.line), ("cột", self.column), ("số", self.record))
        parts = [f"trang “{self.sheet}”" if self.sheet else "", f"ô {self.cell}" if self.cell else ""]
        return ", ".join(part for part in (*parts, *(f"{word} {n}" for word, n in numbered if n is not None)) if part)

    def beside(self, metric: str) -> Origin:
        """The origin as it is told beside a metric: without the path where that says no more than the metric does."""
        says_it = metric == self.path or metric.startswith((f"{self.path}.", f"{self.path}["))
        return replace(self, path="") if says_it and (self.file or self.unit) else self

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file or self.unit, self.within) if part)
        whole = ": ".join(part for part in (place, self.path) if part)
        by = f" (người lập biểu: {self.author})" if self.author else ""
        return f"{whole}{by} (ghi chú: {self.note})" if self.note else f"{whole}{by}"


def words_of(origins: Iterable[Origin]) -> str:
    """Several places as one text for people, parted by semicolons. Nothing reads it back: a note may hold semicolons.

    >>> words_of((Origin(file="a.xlsx", cell="B4"), Origin(unit="xã B", path="news.received")))
    'a.xlsx, ô B4; xã B: news.received'
    """
    return "; ".join(map(str, origins))


def one_line(note: str) -> str:
    r"""What a writer left beside a figure as one printable line of bounded length.

    >>> one_line("ước tính;\nxem  công văn")
    'ước tính; xem công văn'
    """
    shown = "".join(char if char.isprintable() else " " for char in note[: 4 * MAX_NOTE])
    return " ".join(shown.split())[:MAX_NOTE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """One figure that was given and is neither printed nor added: it stays out until a person settles it.

    >>> print(Withheld(path="fires.solved", label="vụ đã xử lý", reason="phần 26 lớn hơn tổng 19", code="unreadable"))
    vụ đã xử lý: phần 26 lớn hơn tổng 19
    """

    path: str
    """The metric path; of a row its own."""
    label: str
    reason: str
    """The fact in Vietnamese, with the values as they were typed, without a full stop."""
    code: str
    """The code of the finding, or "unreadable" for a cell nothing could be read from."""
    remedy: str = ""
    value: str = ""
    """What was given, as typed or as a figure prints."""
    origins: tuple[Origin, ...] = ()
    typed: tuple[tuple[str, str, str], ...] = ()
    """The cells of a form that gave it: id, text as typed, the words of its row."""

    @property
    def place(self) -> str:
        """The origins in words; empty when they are not known."""
        return words_of(self.origins)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.label, self.reason) if part)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where a report and its figures were read: the file's name and folder, and the origins per metric path."""

    file: str = ""
    folder: Path | None = None
    places: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    """Every origin of a metric path: one where it was read, several where it was added up."""
    withheld: tuple[Withheld, ...] = ()
    """The figures its input gave that are left out of the report."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What the unit wrote in words, each under its heading: for the papers of a run. No brief prints it."""
    returned: str = ""
    """When a form that a run wrote for correction was written, as ISO time; empty for any other input."""

    def origins_of(self, path: str) -> tuple[Origin, ...]:
        """Every place a metric was read from or added up from; its path in the file where no more is known."""
        if path in self.places:
            return self.places[path]
        return (Origin(file=self.file, path=path),) if self.file else ()

    def origins_near(self, path: str) -> tuple[Origin, ...]:
        """The same, of the nearest thing around it that was read: a figure typed in a text has the text's."""
        around = path
        while around and around not in self.places:
            cut = max(around.rfind("."), around.rfind("["))
            around = around[:cut] if cut > 0 else ""
        return self.origins_of(around or path)

    def without_persons(self) -> SourceMap:
        """The same without who filled a form in and what a clerk noted: what may go to print."""
        is_noted = any(origin.note or origin.author for origins in self.places.values() for origin in origins)
        if not (is_noted or self.remarks):
            return self
        places = {
            path: tuple(replace(origin, note="", author="") for origin in origins)
            for path, origins in self.places.items()
        }
        return replace(self, places=places, remarks=())

    def under(self, file: str) -> SourceMap:
        """The same of a file that is called otherwise: by its path below the folder that was read."""
        places = {
            path: tuple(replace(origin, file=file) if origin.file == self.file else origin for origin in origins)
            for path, origins in self.places.items()
        }
        return replace(self, file=file, places=places)

    def place_of(self, path: str) -> str | None:
        """The places of a metric in words ("lam-dong-2024.toml, dòng 78: news.received"), if known."""
        return words_of(self.origins_of(path)) or None
