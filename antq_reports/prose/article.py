"""A report becomes an article: headline, lead, and blocks in order, all still holding tokens.

Owns the order of things and nothing of their look. Wording is in ``templates/prose``; what is missing from the report
is missing from the article, without a hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from markupsafe import Markup, escape

from antq_reports.catalogue import figure_path
from antq_reports.comparison import Comparison
from antq_reports.errors import Refusal, TemplateError
from antq_reports.figures import KINDS
from antq_reports.prose.filters import RULES_KEY
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.report_view import Viewer
from antq_reports.prose.sandbox import render_template
from antq_reports.prose.section_blocks import Paragraphs, with_own_words
from antq_reports.prose.tags import BOOK_KEY
from antq_reports.prose.template_folder import FramePlan, ProseLibrary
from antq_reports.prose.tokens import SENTENCE_CLOSE, SENTENCE_OPEN, TOKEN_CLASS, FigureToken, TokenBook
from antq_reports.prose.views import Absent, FigureView, TextView, View, breadth_of
from antq_reports.prose.words import Words
from antq_reports.report import BaseReport, Photo

_SENTENCE = re.compile(f"{SENTENCE_OPEN}([^{SENTENCE_CLOSE}]*){SENTENCE_CLOSE}")
_FIGURE_TOKEN = re.compile(TOKEN_CLASS)
EMPTY = Markup()
SECTION_FILE = "section.j2"
"""Tells a section that has no wording of its own."""
QUOTE_FILE = "quote.j2"
HIGHLIGHTS_FILE = "frames/highlights.j2"
DEEDS_FILE, OUTLOOK_FILE = "frames/deeds.j2", "frames/outlook.j2"
"""A person's own words that a plan need not name: they are printed at the start and the end then."""
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
        photos = [self._place_photo(place, photo, viewer) for place, photo in enumerate(self.report.photos)]
        view = viewer.view()
        subheads = {name: viewer.words.view(f"subheads.{name}", text) for name, text in self.report.subheads}
        context = self._context(view)
        hero = photos[0] if photos and photos[0].photo.after is None else None
        headline, lead = self._headline(plan, view, context), self._lead(plan, view, context)
        own = {name: Markup(text.__html__()) for name, text in subheads.items() if text}
        blocks = tuple(self._blocks(plan, context, own, figures, photos[1:] if hero else photos))
        printed = self._printed_paths((headline, lead), blocks, hero, figures)
        return Article(
            report=view,
            headline=headline,
            house=self.house,
            mark=self._mark(view),
            lead=lead,
            hero=hero,
            blocks=blocks,
            strip=self._strip(plan, figures),
            table=tuple(row for path in figures if path in printed for row in table_rows(figures[path])),
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

    def _render(self, name: str, context: Mapping[str, object]) -> Paragraphs:
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
        subheads: Mapping[str, Markup],
        figures: Mapping[str, FigureView],
        photos: list[PlacedPhoto],
    ) -> Iterator[Block]:
        waiting = list(photos)
        yield from _taken(waiting, "lead")
        stretches = list(self._stretches(plan, context))
        total = sum(len(paragraphs) for _, files in stretches for _, paragraphs in files)
        for subhead, files in stretches:
            of_part = Markup(subhead if total >= LONG_ARTICLE else "")
            for file, paragraphs in files:
                head = subheads.get(_photo_place(file), of_part)
                if paragraphs and head:
                    yield Block(kind="subhead", content=head)
                of_part = EMPTY if paragraphs else of_part
                yield from self._of_file(file, paragraphs, figures, waiting)
        yield from (Block(kind="photo", photo=placed) for placed in waiting)
        if self.report.video is not None:
            yield Block(kind="video")

    def _stretches(
        self, plan: FramePlan, context: Mapping[str, object]
    ) -> Iterator[tuple[str, list[tuple[str, Paragraphs]]]]:
        """The parts of the plan with the paragraphs of their files; what it does not name before and behind."""
        named = {file for part in plan.parts for file in part.files}
        if HIGHLIGHTS_FILE not in named:
            yield "", [(HIGHLIGHTS_FILE, self._render(HIGHLIGHTS_FILE, context))]
        for part in plan.parts:
            yield part.subhead, [(file, self._with_own_words(file, context)) for file in part.files]
        yield "", [(file, self._with_own_words(file, context, name)) for name, file in self._unplanned(plan)]
        for subhead, file in (("", DEEDS_FILE), (plan.closing, OUTLOOK_FILE)):
            if file not in named:
                yield subhead, [(file, self._render(file, context))]

    def _with_own_words(self, file: str, context: Mapping[str, object], unplanned: str | None = None) -> Paragraphs:
        """The paragraphs of a file; those of a section with a person's own words."""
        name = unplanned or _photo_place(file)
        told = self._render(file, context) if unplanned is None else self._of_section(name, file, context)
        if name not in self.report.catalogue.sections:
            return told
        section = context[name]
        written = self.report.section(name).paragraphs
        behind = (f"{name}.{each.after}" if each.after is not None else None for each in written)
        own = with_own_words(told, cast(View, section), behind, self.book)
        return [*own, *self._render(QUOTE_FILE, {**context, "section": section})]

    def _of_section(self, name: str, file: str, context: Mapping[str, object]) -> Paragraphs:
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
        self, file: str, paragraphs: Paragraphs, figures: Mapping[str, FigureView], waiting: list[PlacedPhoto]
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

    def _place_photo(self, index: int, photo: Photo, viewer: Viewer) -> PlacedPhoto:
        path = f"photos[{index}]"
        values: dict[str, Any] = {
            "alt": TextView(self.book, f"{path}.alt", photo.alt),
            "credit": TextView(self.book, f"{path}.credit", photo.credit) if photo.credit else Absent(f"{path}.credit"),
            "illustration": photo.illustration,
        }
        caption = viewer.words.view(f"{path}.caption", photo.caption)
        told = caption if caption else values["alt"]  # the description, where a figure of the caption was not reported
        return PlacedPhoto(photo=photo, index=index, caption=Markup(told.__html__()), view=View(path, values))

    def _strip(self, plan: FramePlan, figures: Mapping[str, FigureView]) -> tuple[FigureView, ...]:
        shown = [figures[path] for path in plan.strip if figures.get(path)]
        fitting = (view for view in shown if KINDS[view.kind].in_strip and breadth_of(view) <= STRIP_BREADTH)
        chosen = tuple(fitting)[:STRIP_LENGTH]
        return chosen if len(chosen) > 1 else ()

    def _printed_paths(
        self,
        opening: tuple[Markup, ...],
        blocks: tuple[Block, ...],
        hero: PlacedPhoto | None,
        figures: Mapping[str, FigureView],
    ) -> tuple[str, ...]:
        """Metric paths in the order the article first prints them."""
        captions = [block.photo.caption for block in blocks if block.photo] + ([hero.caption] if hero else [])
        running = [*opening, *(block.content for block in blocks), *captions]
        tokens = (self.book.get(char) for text in running for char in _FIGURE_TOKEN.findall(text))
        paths = (figure_path(token.path) for token in tokens if isinstance(token, FigureToken))
        return tuple(dict.fromkeys(path for path in paths if path in figures))


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


def split_paragraphs(text: str, name: str) -> Paragraphs:
    """Sentences by paragraph; a line break between two sentences starts a new paragraph.

    Raises `TemplateError` for words outside ``{% sentence %}``: nothing would own their capital and full stop.
    """
    paragraphs: Paragraphs = []
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


def _join(paragraphs: Paragraphs) -> Markup:
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
