"""What the reports of every subject share: place, period, texts, pictures, figures beyond the catalogue.

The report of a subject is a model made from its catalogue (`antq_reports.report.report_class`), with a section for each
of the catalogue's.

Where each figure came from lies beside the data (`Report.sources`), not in it: it travels through pickling and copies
and takes no part in equality.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, PrivateAttr, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from antq_reports.catalogue.catalogue import Catalogue
from antq_reports.catalogue.extra_phrase import read_phrase
from antq_reports.catalogue.group import Row
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.metric_path import KEY
from antq_reports.catalogue.section import Section
from antq_reports.catalogue.text_fields import Day, Frozen, Line, Name, Prose, Table
from antq_reports.errors import Refusal, SubjectFieldError
from antq_reports.figures import AnyFigure, Period
from antq_reports.figures.period import Dated
from antq_reports.figures.sentence_errors import refused
from antq_reports.report.choices import Choices, choice_faults
from antq_reports.report.completeness import Completeness, LeftOut
from antq_reports.report.dotted_keys import nest_keys
from antq_reports.report.media import Photo, Source, Video
from antq_reports.report.origin import SourceMap
from antq_reports.report.outlook import MAX_POINTS, Deed, Outlook
from antq_reports.report.place import Place
from antq_reports.report.provinces import level_at
from antq_reports.report.unit_figures import MAX_UNITS, UnitFigures, UnitQuote
from antq_reports.report.visit import Visit
from antq_reports.vietnamese import format_integer

MAX_ROWS = 60
"""Photos, extras and other lists: more would not be a brief (and 8.000 table rows take a minute to lay out)."""

PHOTO_PLACES = ("lead", "visit")
"""Where a photo may stand besides behind a section."""

SUBHEAD_PLACES = ("visit", "deeds", "outlook")
"""What a subhead may stand before, besides a section."""


class SteeringCommittee(Frozen):
    """The committee by its short name and, for the first mention, its full one."""

    short: Name
    full: Line | None = None


class ExtraFigure(Frozen):
    """A figure beyond the catalogue, with its label; every output treats it like a metric."""

    id: Annotated[str, Field(pattern=rf"^{KEY}$")]
    label: Line
    section: Annotated[str, Field(pattern=rf"^{KEY}$", description="Mục của chủ đề mà số liệu này thuộc về")]
    figure: Annotated[
        AnyFigure,
        Metric(label="số liệu ngoài danh mục"),
    ]
    sentence: Prose | None = Field(default=None, description="Câu kể riêng số liệu này, có {extra.<id>} trong câu")


class BaseReport(Frozen):
    """A place's report for a period. Sections left out were not reported.

    Place, period and figures take their short forms, and a figure may be given by its dotted path:
    ``Report.model_validate({"place": "tỉnh Hà Tĩnh", "period": 2026, "section.metric": 1584})``.
    """

    catalogue: ClassVar[Catalogue]
    """What its subject asks for."""

    subject: str = Field(default="", description="Chủ đề của báo cáo")
    place: Place
    period: Annotated[Period, Dated()]
    frame: Literal["results", "visit"] = Field(
        default="results", description="Kiểu bài: kết quả của một kỳ, hoặc buổi làm việc"
    )
    steering_committee: SteeringCommittee | None = None
    actors: tuple[Name, ...] = Field(
        default=(), description="Những ai lãnh đạo và tham gia phong trào", max_length=MAX_ROWS
    )
    kicker: Line | None = None
    headline: Line | None = None
    date: Day | None = Field(default=None, description="Ngày của bài; cũng là ngày ghi trong tệp PDF")
    outlet: Name | None = Field(default=None, description="Tên viết tắt của tòa soạn đứng tên bài, in đầu đoạn mở")
    lead: Prose | None = Field(default=None, description="Đoạn mở tự viết, thay cho đoạn mở soạn sẵn")
    highlights: tuple[Prose, ...] = Field(
        default=(), description="Kết quả nổi bật, kể ngay sau đoạn mở", max_length=MAX_POINTS
    )
    subheads: Annotated[tuple[tuple[str, str], ...], Table(Line)] = Field(
        default=(), description="Tít phụ tự đặt, theo khóa của mục đứng sau nó"
    )
    plan: Choices | None = Field(
        default=None, description="Chọn khác với máy: điều lên tít, ở đoạn mở, kể trong bài, chỉ ở bảng"
    )
    byline: Name | None = None
    attribution: Line | None = None
    source: Source | None = None
    extra: tuple[ExtraFigure, ...] = Field(default=(), max_length=MAX_ROWS)
    deeds: tuple[Deed, ...] = Field(default=(), description="Việc làm tiêu biểu của người, đơn vị", max_length=MAX_ROWS)
    outlook: Outlook | None = None
    visit: Visit | None = None
    photos: tuple[Photo, ...] = Field(default=(), max_length=MAX_ROWS)
    video: Video | None = None
    quotes: tuple[UnitQuote, ...] = Field(
        default=(), description="Lời của các xã, phường mà bản tin của tỉnh dẫn lại", max_length=MAX_POINTS
    )
    units: tuple[UnitFigures, ...] = Field(
        default=(), description="Số liệu của từng đơn vị, khi báo cáo là số tổng hợp", max_length=MAX_UNITS
    )
    completeness: Completeness | None = Field(
        default=None, description="Bao nhiêu đơn vị đã gửi số liệu, khi báo cáo là số tổng hợp"
    )
    left_out: tuple[LeftOut, ...] = Field(
        default=(), description="Chỉ tiêu có số liệu nhưng chưa in, chưa cộng, chờ kiểm tra lại"
    )

    _sources: SourceMap = PrivateAttr(default_factory=SourceMap)

    @model_validator(mode="after")
    def _take_level_of_the_day(self) -> Self:
        """A province whose level nobody wrote has the one of the period's end: some become cities of that rank."""
        day = self.period.end or self.date
        if "level" not in self.place.model_fields_set and day is not None:
            level = level_at(self.place.name, day)
            if level is not None and level != self.place.level:
                self.__dict__["place"] = self.place.model_copy(update={"level": level})
        return self

    def section(self, name: str) -> Section:
        """A section by its key in the catalogue."""
        found: Section = getattr(self, name)
        return found

    def sections(self) -> Iterator[tuple[str, Section]]:
        """Every section with its key, in the order of the catalogue."""
        return ((name, self.section(name)) for name in self.catalogue.sections)

    def rows(self, section: str, group: str) -> tuple[Row, ...]:
        """The rows of a group."""
        found: tuple[Row, ...] = getattr(self.section(section), group)
        return found

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
        if not isinstance(other, BaseReport) or type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.place, self.period, self.frame, self.headline))

    def __repr__(self) -> str:
        count = format_integer(sum(1 for _ in self._figures()))
        return f"<{type(self).__name__} {self.place.full_name}, {self.period.label}: {count} số liệu>"

    __str__ = __repr__

    def _figures(self) -> Iterator[AnyFigure]:
        """Every figure, without its path."""
        for _, section in self.sections():
            yield from section.figures()
        yield from (extra.figure for extra in self.extra)

    @field_validator("frame", mode="before")
    @classmethod
    def _take_new_name(cls, value: Any) -> Any:
        """The frame was called "year-end" when it told whole years only."""
        return "results" if value == "year-end" else value

    @model_validator(mode="before")
    @classmethod
    def _nest_dotted_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        nested, clashes = nest_keys(data)
        if clashes:
            raise refused("report", clashes[0].refusal, clashes[0].path)
        return nested

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(schema)
        dotted = {"description": "Khóa viết liền bằng dấu chấm: mục.chỉ_tiêu"}
        handler.resolve_ref_schema(made)["patternProperties"] = {rf"^{KEY}(\.[a-z0-9_]+)+$": dotted}
        return made

    @model_validator(mode="after")
    def _take_extras_of_sections(self) -> Self:
        """The extra figures that sections hold in one line each become the report's, like those written in full."""
        sections = [(name, value) for name, value in self if isinstance(value, Section)]
        for name, section in sections:
            if section.extra:
                said = [(key, read_phrase(text)) for key, text in section.extra]
                made = [
                    ExtraFigure(id=key, label=phrase.label, section=name, figure=phrase.figure) for key, phrase in said
                ]
                self.__dict__["extra"] = (*self.extra, *made)
                self.__dict__[name] = section.model_copy(update={"extra": ()})
        if len(self.extra) > MAX_ROWS:
            raise _fault(f"có hơn {MAX_ROWS} số liệu ngoài danh mục", "bớt xuống mức cho phép")
        return self

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
        for at, refusal in choice_faults(self.plan, self.catalogue) if self.plan is not None else ():
            raise refused("report", refusal, at)
        for at, name, more in self._named_sections():
            known = (*self.catalogue.sections, *more)
            if name not in known:
                otherwise = f"chọn một trong: {', '.join(known)}"
                raise refused("report", Refusal.of_unknown(f"không có mục “{name[:80]}”", name, known, otherwise), at)
        return self

    def _named_sections(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Where a section is named, its name, and what else may stand there."""
        for place, extra in enumerate(self.extra):
            yield f"extra[{place}].section", extra.section, ()
        for place, photo in enumerate(self.photos):
            if photo.after is not None:
                yield f"photos[{place}].after", photo.after, PHOTO_PLACES
        for place, name in enumerate(self.plan.order if self.plan is not None else ()):
            yield f"plan.order[{place}]", name, ()
        for name, _ in self.subheads:
            yield f"subheads.{name[:80]}", name, SUBHEAD_PLACES

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a class with fields that no catalogue declares: nothing would sum, print or verify them."""
        declared = getattr(cls, "catalogue", None)
        known = {*BaseReport.model_fields, *(declared.sections if declared is not None else ())}
        strange = sorted(set(cls.model_fields) - known)
        if strange and declared is not None:
            raise SubjectFieldError(cls.__name__, tuple(strange))


def _fault(reason: str, remedy: str) -> PydanticCustomError:
    return refused("report", Refusal(reason, remedy))
