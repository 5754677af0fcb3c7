"""The report: everything a brief is made from, typed and frozen.

Where each figure came from lies beside the data (`Report.sources`), not in it: it travels through pickling and copies
and takes no part in equality.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.text_fields import Day, Frozen, Line, Name, Prose
from antq_reports.figures import Change, Count, Indefinite, Money, Pair, PartOfWhole, Percent, Period, Quantity, Span
from antq_reports.figures.sentence_errors import fault
from antq_reports.report.completeness import Completeness
from antq_reports.report.media import Photo, SectionName, Source, Video
from antq_reports.report.origin import SourceMap
from antq_reports.report.place import Place
from antq_reports.report.sections import (
    Commitments,
    Communication,
    Context,
    CoreForce,
    CrimeResults,
    Models,
    PoliticalSecurity,
    Reintegration,
    Rewards,
    Standards,
    Tips,
    TrafficSafety,
    Weapons,
    Welfare,
)
from antq_reports.report.visit import Visit

MAX_ROWS = 60
"""Photos, extras and other lists: more would not be a brief (and 8.000 table rows take a minute to lay out)."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class SteeringCommittee(Frozen):
    """The committee by its short name and, for the first mention, its full one."""

    short: Name
    full: Line | None = None


class ExtraFigure(Frozen):
    """A figure beyond the catalogue, with its label; every output treats it like a metric."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
    label: Line
    section: SectionName
    figure: Annotated[
        Count | PartOfWhole | Pair | Percent | Quantity | Money | Span | Indefinite | Change,
        Metric(label="số liệu ngoài danh mục"),
    ]


class Report(Frozen):
    """A place's report for a period. Sections left out were not reported."""

    place: Place
    period: Period
    frame: Literal["year-end", "visit"] = Field("year-end", description="Kiểu bài: kết quả cả năm, hoặc buổi làm việc")
    steering_committee: SteeringCommittee | None = None
    actors: tuple[Name, ...] = Field((), description="Những ai lãnh đạo và tham gia phong trào", max_length=MAX_ROWS)
    kicker: Line | None = None
    headline: Line | None = None
    date: Day | None = Field(None, description="Ngày của bài; cũng là ngày ghi trong tệp PDF")
    outlet: Name | None = Field(None, description="Tên viết tắt của tòa soạn đứng tên bài, in đầu đoạn mở")
    lead: Prose | None = Field(None, description="Đoạn mở tự viết, thay cho đoạn mở soạn sẵn")
    byline: Name | None = None
    attribution: Line | None = None
    source: Source | None = None
    context: Context = Context()
    political_security: PoliticalSecurity = PoliticalSecurity()
    communication: Communication = Communication()
    commitments: Commitments = Commitments()
    traffic_safety: TrafficSafety = TrafficSafety()
    weapons: Weapons = Weapons()
    tips: Tips = Tips()
    crime_results: CrimeResults = CrimeResults()
    standards: Standards = Standards()
    models: Models = Models()
    core_force: CoreForce = CoreForce()
    reintegration: Reintegration = Reintegration()
    welfare: Welfare = Welfare()
    rewards: Rewards = Rewards()
    extra: tuple[ExtraFigure, ...] = Field((), max_length=MAX_ROWS)
    visit: Visit | None = None
    photos: tuple[Photo, ...] = Field((), max_length=MAX_ROWS)
    video: Video | None = None
    completeness: Completeness | None = Field(
        None, description="Bao nhiêu đơn vị đã gửi số liệu, khi báo cáo là số tổng hợp"
    )

    _sources: SourceMap = PrivateAttr(default_factory=SourceMap)

    @property
    def sources(self) -> SourceMap:
        """Where the report and its figures were read. Takes no part in equality."""
        return self._sources

    def with_sources(self, sources: SourceMap) -> Self:
        """The same report with its origins."""
        copy = self.model_copy()
        copy._sources = sources
        return copy

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.place, self.period, self.frame, self.headline))

    @model_validator(mode="after")
    def _check_whole(self) -> Self:
        if self.frame == "visit" and self.visit is None:
            raise _fault(
                "kiểu bài “visit” cần mục [visit]", 'thêm [visit] với ít nhất khóa "delegation", hoặc bỏ frame'
            )
        ids = [extra.id for extra in self.extra]
        doubled = sorted({name for name in ids if ids.count(name) > 1})
        if doubled:
            raise _fault(f"extra trùng id: {', '.join(doubled)}", "mỗi số liệu thêm cần một id riêng")
        return self


def _fault(reason: str, remedy: str) -> PydanticCustomError:
    return fault("report", reason, remedy)


def caption_metrics(caption: str) -> tuple[str, ...]:
    """The metric paths a caption names in braces.

    >>> caption_metrics("Người dân nộp {weapons.firearms_surrendered} trong năm")
    ('weapons.firearms_surrendered',)
    """
    return tuple(PLACEHOLDER.findall(caption))
