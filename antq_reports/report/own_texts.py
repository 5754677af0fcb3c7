"""The texts of a report that a person wrote and that take figures in braces, each with its path and its place.

Named figures are the report's; typed ones get a path of their own below the text's: ``lead.typed[0]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antq_reports.catalogue import Section
from antq_reports.figures import AnyFigure
from antq_reports.report.base_report import BaseReport
from antq_reports.report.braces import Typed, pieces_of
from antq_reports.report.outlook import Outlook

TYPED = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """One text, with the table path it is written under."""

    path: str
    text: str
    place: str
    """Where it is printed, in Vietnamese: "đoạn mở", "chú thích ảnh"."""
    has_stand_in: bool = False
    """Whether something else is printed where a figure of it was not reported: of a caption, the description."""

    is_clause: bool = False
    """Whether it goes on in a sentence of the templates, so that a figure it opens with takes no capital."""

    def typed(self) -> Iterator[TypedFigure]:
        """The figures typed in it."""
        for piece in pieces_of(self.text):
            if isinstance(piece, Typed):
                path = f"{self.path}.{TYPED}[{piece.number}]"
                yield TypedFigure(path=path, label=f"số ghi ở {self.place}", figure=piece.figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFigure:
    """A figure typed in a text."""

    path: str
    label: str
    """Where it stands: nobody declared what it counts."""
    figure: AnyFigure


def is_typed(path: str) -> bool:
    """Whether a path of a ledger is that of a figure typed in a text, or of a part of one.

    >>> is_typed("lead.typed[0]"), is_typed("lead.typed[0].first"), is_typed("roads.accidents")
    (True, True, False)
    """
    return f".{TYPED}[" in path


def own_texts(report: BaseReport) -> Iterator[OwnText]:
    """Every text that takes figures in braces, in the order of the page."""
    yield from _of_opening(report)
    for name, section in report.sections():
        yield from _of_section(name, section)
    yield from _of_visit(report)
    for place, extra in enumerate(report.extra):
        if extra.sentence is not None:
            yield OwnText(path=f"extra[{place}].sentence", text=extra.sentence, place=f"câu về {extra.label}")
    yield from _of_closing(report)
    for place, photo in enumerate(report.photos):
        yield OwnText(path=f"photos[{place}].caption", text=photo.caption, place="chú thích ảnh", has_stand_in=True)


def _of_opening(report: BaseReport) -> Iterator[OwnText]:
    for name, text, where in (("headline", report.headline, "tít"), ("lead", report.lead, "đoạn mở")):
        if text is not None:
            yield OwnText(path=name, text=text, place=where)
    for place, text in enumerate(report.highlights):
        yield OwnText(path=f"highlights[{place}]", text=text, place="kết quả nổi bật")
    for name, text in report.subheads:
        yield OwnText(path=f"subheads.{name}", text=text, place="tít phụ")


def _of_section(name: str, section: Section) -> Iterator[OwnText]:
    title = f"mục “{section.declaration.title}”"
    if section.opening is not None:
        yield OwnText(path=f"{name}.opening", text=section.opening, place=f"câu mở đầu {title}")
    for place, paragraph in enumerate(section.paragraphs):
        yield OwnText(path=f"{name}.paragraphs[{place}].text", text=paragraph.text, place=f"đoạn viết riêng ở {title}")
    for key, words in section.qualifiers:
        yield OwnText(
            path=f"{name}.qualifiers.{key}", text=words, place=f"chữ đi sau số liệu ở {title}", is_clause=True
        )
    if section.closing is not None:
        yield OwnText(path=f"{name}.closing", text=section.closing, place=f"câu kết {title}")
    if section.quote is not None:
        yield OwnText(path=f"{name}.quote.text", text=section.quote.text, place=f"lời nói ở {title}")


def _of_visit(report: BaseReport) -> Iterator[OwnText]:
    if report.visit is None:
        return
    for name, words in (("praise", "lời ghi nhận"), ("requests", "yêu cầu"), ("proposals", "kiến nghị")):
        for place, text in enumerate(getattr(report.visit, name)):
            yield OwnText(path=f"visit.{name}[{place}]", text=text, place=f"{words} tại buổi làm việc", is_clause=True)


def _of_closing(report: BaseReport) -> Iterator[OwnText]:
    for place, deed in enumerate(report.deeds):
        for name, text in deed:
            if text is not None:
                yield OwnText(path=f"deeds[{place}].{name}", text=text, place="việc làm tiêu biểu", is_clause=True)
    for place, quote in enumerate(report.quotes):
        if quote.text is not None:
            yield OwnText(path=f"quotes[{place}].text", text=quote.text, place=f"lời của {quote.unit}")
    for name, info in Outlook.model_fields.items():
        for place, text in enumerate(getattr(report.outlook, name, ())):
            where = f"phần “{info.description}”"
            yield OwnText(path=f"outlook.{name}[{place}]", text=text, place=where, is_clause=True)
