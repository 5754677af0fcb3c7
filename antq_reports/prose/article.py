"""A report becomes an article: headline, lead, and blocks in order, all still holding tokens.

Owns the order of things and nothing of their look. Wording is in ``templates/prose``; what is missing from the report
is missing from the article, without a hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup, escape

from antq_reports.catalogue import figure_path
from antq_reports.comparison import Comparison
from antq_reports.errors import Refusal, TemplateError
from antq_reports.figures import KINDS
from antq_reports.prose.filters import FIGURE_FILTERS, RULES_KEY
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.report_view import Viewer
from antq_reports.prose.sandbox import render_template
from antq_reports.prose.table_part import TablePart, table_parts
from antq_reports.prose.tags import BOOK_KEY
from antq_reports.prose.template_folder import FramePlan, ProseLibrary
from antq_reports.prose.tokens import SENTENCE_CLOSE, SENTENCE_OPEN, TOKEN_CLASS, FigureToken, TextToken, TokenBook
from antq_reports.prose.views import Absent, FigureView, TextView, View, breadth_of
from antq_reports.prose.words import Words
from antq_reports.report import BaseReport, Photo, caption_metrics
from antq_reports.report.base_report import PLACEHOLDER

_SENTENCE = re.compile(f"{SENTENCE_OPEN}([^{SENTENCE_CLOSE}]*){SENTENCE_CLOSE}")
_FIGURE_TOKEN = re.compile(TOKEN_CLASS)
EMPTY = Markup()
SECTION_FILE = "section.j2"
"""Tells a section that has no wording of its own."""
LONG_ARTICLE = 6
"""From so many paragraphs on, an article gets subheads."""
STRIP_LENGTH = 4
STRIP_BREADTH = 12
"""Characters of a number that a quarter of the page holds in the strip's size; "khoảng 119/143" would run on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPhoto:
    """A photo in its place, its caption still holding tokens."""

    photo: Photo
    index: int
    caption: Markup
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of the body, in reading order."""

    kind: Literal["subhead", "paragraph", "photo", "bars", "video"]
    section: str = ""
    content: Markup = EMPTY
    photo: PlacedPhoto | None = None
    bars: tuple[FigureView, ...] = ()
    title: str = ""
    """What a bar chart is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Everything a page template places. Markup holds tokens until the page is settled."""

    report: View
    headline: Markup
    house: HouseRules
    """The house rules it was written by, with the subject's abbreviations."""
    mark: Markup
    """What the lead opens with in brackets: the outlet, else the place; empty where the house has no such custom."""
    lead: Markup
    hero: PlacedPhoto | None
    blocks: tuple[Block, ...]
    strip: tuple[FigureView, ...]
    table: tuple[FigureView, ...]
    table_parts: tuple[TablePart, ...]
    """The same rows by section."""
    unprinted: tuple[str, ...]
    """Metric paths of reported figures that the wording leaves out."""
    addresses: Mapping[str, str]
    """Web addresses of source and video, for QR codes."""
    book: TokenBook


@dataclass(slots=True)
class _Composer:
    report: BaseReport
    library: ProseLibrary
    house: HouseRules
    comparison: Comparison | None = None
    book: TokenBook = field(default_factory=TokenBook)

    def compose(self) -> Article:
        plan = self._plan()
        viewer = Viewer(
            report=self.report,
            book=self.book,
            house=self.house,
            comparison=self.comparison,
            spoken=self.library.spoken,
        )
        figures = viewer.figures()
        photos = [self._place_photo(place, photo, figures) for place, photo in enumerate(self.report.photos)]
        captions = [photo.caption for photo in self.report.photos if _is_caption_whole(photo, figures)]
        named = {name for caption in captions for name in caption_metrics(caption)}
        view = viewer.view(placed=frozenset(named))
        context = self._context(view)
        hero = photos[0] if photos and photos[0].photo.after is None else None
        headline, lead = self._headline(plan, view, context), self._lead(plan, view, context)
        blocks = tuple(self._blocks(plan, context, figures, photos[1:] if hero else photos))
        printed = self._printed_paths(lead, blocks, hero, figures)
        table = tuple(row for path in figures if path in printed for row in table_rows(figures[path]))
        return Article(
            report=view,
            headline=headline,
            house=self.house,
            mark=self._mark(view),
            lead=lead,
            hero=hero,
            blocks=blocks,
            strip=self._strip(plan, figures),
            table=table,
            table_parts=table_parts(table, self.report),
            unprinted=tuple(path for path in figures if path not in printed),
            addresses=self._addresses(),
            book=self.book,
        )

    def _addresses(self) -> dict[str, str]:
        parts = {"source": self.report.source, "video": self.report.video}
        return {name: part.url for name, part in parts.items() if part is not None and part.url is not None}

    def _plan(self) -> FramePlan:
        if self.report.frame not in self.library.frames:
            raise TemplateError(
                "prose/frames.toml",
                None,
                Refusal(f"thiếu kiểu bài [{self.report.frame}]", "thêm mục đó vào frames.toml"),
            )
        return self.library.frames[self.report.frame]

    def _context(self, view: View) -> dict[str, object]:
        house = {
            "people": Markup(self.house.people),
            "ellipsis": Markup(self.house.ellipsis),
        }
        words = {name: escape(text) for name, text in self.library.words.texts}
        more = {"house": View("house", house), "words": View("words", words)}
        return {**view._values, **more, BOOK_KEY: self.book, RULES_KEY: self.house}

    def _render(self, name: str, context: Mapping[str, object]) -> list[list[str]]:
        """The paragraphs of a prose file, each a list of sentences."""
        text = render_template(self.library.environment, name, context, self.library.names)
        return split_paragraphs(text, name)

    def _headline(self, plan: FramePlan, view: View, context: Mapping[str, object]) -> Markup:
        if isinstance(view.headline, TextView):
            return view.headline.__html__()
        return _join(self._render(plan.headline, context))

    def _mark(self, view: View) -> Markup:
        if not self.house.dateline:
            return Markup()
        return Markup((view.outlet if view.outlet else view.place.short_name).__html__())

    def _lead(self, plan: FramePlan, view: View, context: Mapping[str, object]) -> Markup:
        if isinstance(view.lead, TextView):
            return view.lead.__html__()
        return _join(self._render(plan.lead, context))

    def _blocks(
        self,
        plan: FramePlan,
        context: Mapping[str, object],
        figures: Mapping[str, FigureView],
        photos: list[PlacedPhoto],
    ) -> Iterator[Block]:
        waiting = list(photos)
        yield from _taken(waiting, "lead")
        stretches = [
            (part.subhead, [(file, self._render(file, context)) for file in part.files]) for part in plan.parts
        ]
        stretches.append(("", [(file, self._of_section(name, file, context)) for name, file in self._unplanned(plan)]))
        total = sum(len(paragraphs) for _, files in stretches for _, paragraphs in files)
        for subhead, files in stretches:
            if total >= LONG_ARTICLE and subhead and any(paragraphs for _, paragraphs in files):
                yield Block(kind="subhead", content=Markup(subhead))
            for file, paragraphs in files:
                yield from self._of_file(file, paragraphs, figures, waiting)
        yield from (Block(kind="photo", photo=placed) for placed in waiting)
        if self.report.video is not None:
            yield Block(kind="video")

    def _of_section(self, name: str, file: str, context: Mapping[str, object]) -> list[list[str]]:
        """The paragraphs of a section that the frame does not name."""
        own = file if file in self.library.names else SECTION_FILE
        return self._render(own, {**context, "section": context[name]})

    def _unplanned(self, plan: FramePlan) -> Iterator[tuple[str, str]]:
        """Sections that the frame does not name: told last, by their own file where there is one."""
        named = {_photo_place(file) for part in plan.parts for file in part.files}
        for name in self.report.catalogue.sections:
            if name not in named:
                yield name, f"sections/{name}.j2"

    def _of_file(
        self, file: str, paragraphs: list[list[str]], figures: Mapping[str, FigureView], waiting: list[PlacedPhoto]
    ) -> Iterator[Block]:
        section = _photo_place(file)
        for sentences in paragraphs:
            yield Block(kind="paragraph", section=section, content=Markup(" ".join(sentences)))
        bars = tuple(
            view for path, view in figures.items() if path.startswith(f"{section}.") and view.kind == "part_of_whole"
        )
        if bars and paragraphs:
            yield Block(kind="bars", section=section, bars=bars, title=self._bars_title(section))
        yield from _taken(waiting, section)

    def _bars_title(self, section: str) -> str:
        declared = self.report.catalogue.sections.get(section)
        return (declared.bars or "") if declared is not None else ""

    def _place_photo(self, index: int, photo: Photo, figures: Mapping[str, FigureView]) -> PlacedPhoto:
        path = f"photos[{index}]"
        values: dict[str, object] = {
            "alt": TextView(self.book, f"{path}.alt", photo.alt),
            "credit": TextView(self.book, f"{path}.credit", photo.credit) if photo.credit else Absent(f"{path}.credit"),
            "illustration": photo.illustration,
        }
        return PlacedPhoto(
            photo=photo, index=index, caption=self._caption(path, photo, figures), view=View(path, values)
        )

    def _caption(self, path: str, photo: Photo, figures: Mapping[str, FigureView]) -> Markup:
        """The caption with its figures placed; where one of them was not reported, the description takes its place."""
        if not _is_caption_whole(photo, figures):
            return self.book.mint(TextToken(path=f"{path}.alt", text=photo.alt))
        out = Markup()
        for place, piece in enumerate(PLACEHOLDER.split(photo.caption)):
            if place % 2:
                out += FIGURE_FILTERS["figure"](figures[piece])
            elif piece:
                out += self.book.mint(TextToken(path=f"{path}.caption", text=piece))
        return out

    def _strip(self, plan: FramePlan, figures: Mapping[str, FigureView]) -> tuple[FigureView, ...]:
        shown = [figures[path] for path in plan.strip if figures.get(path)]
        fitting = (view for view in shown if KINDS[view.kind].in_strip and breadth_of(view) <= STRIP_BREADTH)
        chosen = tuple(fitting)[:STRIP_LENGTH]
        return chosen if len(chosen) > 1 else ()

    def _printed_paths(
        self, lead: Markup, blocks: tuple[Block, ...], hero: PlacedPhoto | None, figures: Mapping[str, FigureView]
    ) -> tuple[str, ...]:
        """Metric paths in the order the body first prints them."""
        captions = [block.photo.caption for block in blocks if block.photo] + ([hero.caption] if hero else [])
        running = [lead, *(block.content for block in blocks), *captions]
        tokens = (self.book.get(char) for text in running for char in _FIGURE_TOKEN.findall(text))
        paths = (figure_path(token.path) for token in tokens if isinstance(token, FigureToken))
        return tuple(dict.fromkeys(path for path in paths if path in figures))


def _is_caption_whole(photo: Photo, figures: Mapping[str, FigureView]) -> bool:
    """Whether every figure a caption names was reported and has something to count, so that the caption is printed."""
    return all(name in figures and figures[name] for name in caption_metrics(photo.caption))


def _photo_place(file: str) -> str:
    """The place a photo names in ``after`` to follow a prose file: a section, or the visit."""
    name = file.rsplit("/", 1)[-1].removesuffix(".j2")
    return "visit" if name == "visit-meeting" else name


def _taken(waiting: list[PlacedPhoto], place: str) -> Iterator[Block]:
    for placed in [photo for photo in waiting if photo.photo.after == place]:
        waiting.remove(placed)
        yield Block(kind="photo", section=place, photo=placed)


def table_rows(view: FigureView) -> Iterator[FigureView]:
    """The rows of the closing table for one figure: a pair takes two, or three."""
    for part in (view.first, view.second, view.third) if view.kind == "pair" and view else (view,):
        if isinstance(part, FigureView):
            yield part


def split_paragraphs(text: str, name: str) -> list[list[str]]:
    """Sentences by paragraph; a line break between two sentences starts a new paragraph.

    Raises `TemplateError` for words outside ``{% sentence %}``: nothing would own their capital and full stop.
    """
    paragraphs: list[list[str]] = []
    place = 0
    for match in _SENTENCE.finditer(text):
        between = text[place : match.start()]
        _refuse_stray(between, name)
        if not paragraphs or "\n" in between:
            paragraphs.append([])
        paragraphs[-1].append(match.group(1))
        place = match.end()
    _refuse_stray(text[place:], name)
    return paragraphs


def _refuse_stray(text: str, name: str) -> None:
    if text.strip():
        raise TemplateError(
            name, None, Refusal(f"chữ “{text.strip()[:40]}” nằm ngoài {{% sentence %}}", "đưa chữ đó vào trong một câu")
        )


def _join(paragraphs: list[list[str]]) -> Markup:
    return Markup(" ".join(sentence for sentences in paragraphs for sentence in sentences))


def compose(
    report: BaseReport, library: ProseLibrary, house: HouseRules, comparison: Comparison | None = None
) -> Article:
    """The article of a report; with a comparison it says how the figures moved.

    Raises `TemplateError` (template, line, reason) when a wording template fails, `FigureMisuseError` when one would
    print a figure past the ledger.
    """
    return _Composer(report, library, _with_words(house, library.words), comparison).compose()


def _with_words(house: HouseRules, words: Words) -> HouseRules:
    """The house rules with the subject's abbreviations; the house's own come first."""
    return house.model_copy(update={"abbreviations": {**dict(words.abbreviations), **house.abbreviations}})
