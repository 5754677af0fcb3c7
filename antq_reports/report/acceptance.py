"""What a person who asked back says is right all the same: a figure that a check would leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from antq_reports.figures import AnyFigure, format_figure
from antq_reports.report.place import Place
from antq_reports.vietnamese import fold_name

FILE_WORDS = frozenset(map(fold_name, ("tệp", "tệp số liệu", "file", "biểu")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """One line of a list of acceptances. Who, when and why are the run's own and go into no brief."""

    code: str = ""
    unit: str = ""
    metric: str
    """The path or the label of the metric."""
    value: str
    """The value it was given for; another value is another question."""
    who: str
    when: str
    why: str
    line: int = 0

    @property
    def chooses_file(self) -> bool:
        """Whether it says which of a unit's files counts, its value being the file's name."""
        return fold_name(self.metric) in FILE_WORDS

    def is_of(self, place: Place) -> bool:
        """Whether it is of a unit: by its code, else by its name with or without the level."""
        if self.code and place.code:
            return self.code.zfill(5) == place.code.zfill(5)
        return fold_name(self.unit) in (fold_name(place.name), fold_name(place.full_name))

    def names(self, path: str, label: str) -> bool:
        """Whether it is of a metric."""
        return self.metric == path or fold_name(self.metric) == fold_name(label)

    def is_for(self, figure: AnyFigure) -> bool:
        """Whether it was given for this value; words beside the numbers do not matter."""
        return _numbers(self.value) == _numbers(format_figure(figure))


def _numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text without their grouping: "1.584 vụ" and "1584" are one."""
    return tuple(number.replace(".", "").rstrip(",") for number in re.findall(r"[0-9][0-9.,]*", text))
