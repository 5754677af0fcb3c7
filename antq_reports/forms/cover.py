"""The cover of a form: whose figures, for which period, who filled it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from antq_reports.errors import Fault, FigureSyntaxError, Refusal
from antq_reports.figures import Period
from antq_reports.forms.cell import Raw, cell_text, show
from antq_reports.forms.questions import COVER_IDS, NOTE_IDS
from antq_reports.forms.sheet import is_blank
from antq_reports.forms.unit_names import make_period, read_code, read_day, read_level, split_level, unit_name
from antq_reports.report import Origin, Place
from antq_reports.report.origin import one_line

COVER = "trang bìa"
MAX_REMARK = 2_000
"""Characters of a remark that are kept."""


@dataclass(slots=True)
class Cover:
    """The cover sheet: whose report, for which period. Its faults gather as they are met."""

    file: str
    cells: Mapping[str, tuple[Raw, Origin]]
    faults: list[Fault] = field(default_factory=list)

    def place(self) -> Place | None:
        """The unit, or None with a fault."""
        written = self.read("unit.level", read_level)
        met = len(self.faults)
        name = self.read("unit.name", lambda raw: unit_name(cell_text(show(raw))) if raw is not None else "")
        if not name:
            if len(self.faults) == met:
                self._miss("unit.name", "chưa ghi tên đơn vị")
            return None
        level, proper = split_level(name, written)
        code = self.read("unit.code", lambda raw: read_code(raw, level))
        return Place(name=proper, level=level, code=code, boundaries_as_of=self.day("unit.boundaries_as_of"))

    def period(self, which: str) -> Period | None:
        """This period or the previous one; a missing label of this one is a fault."""
        start, end = self.day(f"{which}.start"), self.day(f"{which}.end")
        period: Period | None = self.read(f"{which}.label", lambda raw: make_period(raw, start, end))
        if period is None and which == "period" and not self.faults:
            self._miss("period.label", "chưa ghi kỳ báo cáo")
        return period

    def day(self, identifier: str) -> Any:
        """A day of the cover."""
        return self.read(identifier, read_day)

    def places(self) -> dict[str, tuple[Origin, ...]]:
        """Where the unit and the period were read, and who filled the form in."""
        by = ", ".join(show(self.cells[key][0]) for key in ("filled.by", "filled.role") if not is_blank(self._raw(key)))
        where = replace(self.cells["unit.name"][1], author=one_line(by))
        return {"place": (where,), "period": (self.cells["period.label"][1],)}

    def remarks(self) -> Iterator[tuple[str, str]]:
        """What the unit wrote in the cells for free words, each under its heading; nothing there is a fault."""
        for identifier in NOTE_IDS:
            raw = self._raw(identifier)
            if not is_blank(raw):
                try:
                    yield COVER_IDS[identifier], cell_text(show(raw)[:MAX_REMARK])
                except FigureSyntaxError as error:
                    yield COVER_IDS[identifier], f"(không đọc được: {error.reason})"

    def read(self, identifier: str, reader: Any) -> Any:
        """One cell through a reader; what it refuses is a fault, met once."""
        raw = self._raw(identifier)
        try:
            return reader(None if is_blank(raw) else raw)
        except FigureSyntaxError as error:
            label = COVER_IDS[identifier]
            reason = f"{label}: đọc được “{error.text}”, {error.reason}"
            fault = self._fault(identifier, replace(error.refusal, reason=reason))
            if fault not in self.faults:
                self.faults.append(fault)
            return None

    def _raw(self, identifier: str) -> Raw:
        return self.cells[identifier][0] if identifier in self.cells else None

    def _miss(self, identifier: str, message: str) -> None:
        self.faults.append(self._fault(identifier, Refusal(message, "ghi vào trang bìa của mẫu")))

    def _fault(self, identifier: str, refusal: Refusal) -> Fault:
        """A fault at its cell, or at the cover as a whole where the form has no such cell."""
        if identifier not in self.cells:
            return Fault(self.file, COVER, refusal)
        return Fault(self.file, "", refusal, origin=self.cells[identifier][1])
