"""A report becomes an article: headline, lead, and blocks in order, all still holding tokens.

Owns the order of things and nothing of their look. Wording is in ``templates/prose``; what is missing from the report
is missing from the article, without a hole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from markupsafe import Markup, escape

from antq_reports.catalogue import MetricPath
from antq_reports.comparison import Comparison
from antq_reports.errors import Refusal, TemplateError
from antq_reports.figures import KINDS
from antq_reports.prose.blocks import SHORT_PARAGRAPH, Block, PlacedPhoto, joined, name_base_once, split_paragraphs
from antq_reports.prose.filters import RULES_KEY
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.plan import Plan
from antq_reports.prose.report_view import Viewer
from antq_reports.prose.sandbox import render_template
from antq_reports.prose.section_blocks import Paragraphs, with_own_words
from antq_reports.prose.table_part import TablePart, table_parts
from antq_reports.prose.tags import BOOK_KEY, TELLING_KEY
from antq_reports.prose.template_folder import FramePlan, Part, ProseLibrary
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.unit_view import Annex
from antq_reports.prose.views import Absent, FigureView, TextView, View, breadth_of
from antq_reports.prose.words import Words
from antq_reports.report import BaseReport, Photo

SECTION_FILE = "section.j2"
"""Tells a section that has no wording of its own."""
QUOTE_FILE = "quote.j2"
HIGHLIGHTS_FILE = "frames/highlights.j2"
DEEDS_FILE, OUTLOOK_FILE = "frames/deeds.j2", "frames/outlook.j2"
"""A person's own words that a plan need not name: they are printed at the start and the end then."""
LONG_ARTICLE = 450
"""From so many syllables on, an article gets subheads."""
STRIP_LENGTH = 4
STRIP_BREADTH = 12
"""Characters of a number that a quarter of the page holds in the strip's size; "khoảng 119/143" would run on."""


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
    plan: Plan
    """What was told, and why."""
    places: Mapping[str, frozenset[str]]
    """Where figures stand: those of the headline, the lead, the body, by these names."""
    table_parts: tuple[TablePart, ...]
    """The same rows by section."""
    annex: Annex | None
    """The figures of every unit, where the report has them."""
    unprinted: tuple[str, ...]
    """Metric paths of the figures that the plan tells and no sentence says."""
    addresses: Mapping[str, str]
    """Web addresses of source and video, for QR codes."""
    together: tuple[str, ...]
    """Words and names of several syllables that a headline does not break."""
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
        self.book.seed = f"{self.report.place.full_name}|{self.report.period.label}"
        viewer = Viewer(
            report=self.report,
            book=self.book,
            house=self.house,
            comparison=self.comparison,
            spoken=self.library.spoken,
            is_by_news=plan.order == "news",
            length=plan.length.province if self.report.place.is_province else plan.length.commune,
        )
        figures, telling = viewer.figures(), viewer.telling
        photos = [self._place_photo(place, photo, viewer) for place, photo in enumerate(self.report.photos)]
        view = viewer.view()
        subheads = {name: viewer.words.view(f"subheads.{name}", text) for name, text in self.report.subheads}
        context = {**self._context(view), TELLING_KEY: telling}
        hero = photos[0] if photos and photos[0].photo.after is None else None
        headline = self._headline(plan, view, context)
        telling.by_family = True
        lead = self._lead(plan, view, context)
        in_lead = self.book.figures_in(lead)
        telling.said = frozenset() if self.report.lead else in_lead
        telling.is_body = True
        own = {name: Markup(text.__html__()) for name, text in subheads.items() if text}
        blocks = tuple(self._blocks(plan, context, own, figures, photos[1:] if hero else photos, telling.plan))
        in_body = self.book.figures_in(*(block.content for block in blocks))
        places = {"headline": self.book.figures_in(headline), "lead": in_lead, "body": in_body}
        printed = frozenset().union(*places.values(), self.book.figures_in(*_captions(blocks, hero)))
        table = tuple(row for view in figures.values() for row in table_rows(view))
        return Article(
            report=view,
            headline=headline,
            house=self.house,
            mark=self._mark(view),
            lead=lead,
            hero=hero,
            blocks=blocks,
            strip=self._strip(plan, figures, telling.plan, in_lead),
            table=table,
            table_parts=table_parts(table, self.report),
            annex=viewer.units.annex(),
            plan=telling.plan,
            places=places,
            unprinted=tuple(
                path for path, view in figures.items() if view and path in telling.plan.told and path not in printed
            ),
            addresses=self._addresses(),
            together=(*self.library.words.together, self.report.place.name),
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
        return Markup(name_base_once(_join(self._render(plan.lead, context))))

    def _blocks(
        self,
        plan: FramePlan,
        context: Mapping[str, object],
        subheads: Mapping[str, Markup],
        figures: Mapping[str, FigureView],
        photos: list[PlacedPhoto],
        news: Plan,
    ) -> Iterator[Block]:
        waiting = list(photos)
        yield from _taken(waiting, "lead")
        told = list(self._parts(plan, context, news))
        is_long = self._syllables(told) >= LONG_ARTICLE
        for part, files in told:
            of_part = part.head_over([file for file, paragraphs in files if paragraphs]) if is_long else ""
            blocks: list[Block] = []
            for file, paragraphs in files:
                head = subheads.get(_photo_place(file), Markup(of_part))
                if paragraphs and head:
                    blocks.append(Block(kind="subhead", content=head))
                of_part = "" if paragraphs else of_part
                blocks += self._told(file, paragraphs, figures, waiting)
            yield from joined(blocks, self.book, SHORT_PARAGRAPH if plan.order == "news" else 0)
        yield from (Block(kind="photo", photo=placed) for placed in waiting)
        if self.report.video is not None:
            yield Block(kind="video")

    def _parts(
        self, plan: FramePlan, context: Mapping[str, object], news: Plan
    ) -> Iterator[tuple[Part, list[tuple[str, Paragraphs]]]]:
        """The parts of the plan with the paragraphs of their files; what it does not name before and behind."""
        named = {file for part in plan.parts for file in part.files}
        parts = list(ordered_parts(plan.parts, news) if plan.order == "news" else plan.parts)
        if HIGHLIGHTS_FILE not in named:
            parts.insert(0, Part(files=(HIGHLIGHTS_FILE,)))
        parts.append(Part(files=tuple(f"sections/{name}.j2" for name in self._unplanned(plan))))
        closing = (("", DEEDS_FILE), (plan.closing, OUTLOOK_FILE))
        parts += [Part(subhead=subhead, files=(file,)) for subhead, file in closing if file not in named]
        for part in parts:
            yield part, [(file, self._with_own_words(file, context)) for file in part.files]

    def _with_own_words(self, file: str, context: Mapping[str, object]) -> Paragraphs:
        """The paragraphs of a file; those of a section with a person's own words."""
        name = _photo_place(file)
        told = self._of_file(file, context)
        if name not in self.report.catalogue.sections:
            return told
        section = context[name]
        written = self.report.section(name).paragraphs
        behind = (f"{name}.{each.after}" if each.after is not None else None for each in written)
        own = with_own_words(told, cast(View, section), behind, self.book)
        return [*own, *self._render(QUOTE_FILE, {**context, "section": section})]

    def _of_file(self, file: str, context: Mapping[str, object]) -> Paragraphs:
        """The paragraphs of a file; a section without a file of its own has those of its kind."""
        if file in self.library.names:
            return self._render(file, context)
        return self._render(SECTION_FILE, {**context, "section": context[_photo_place(file)]})

    def _syllables(self, told: list[tuple[Part, list[tuple[str, Paragraphs]]]]) -> int:
        sentences = (each for _, files in told for _, paragraphs in files for lines in paragraphs for each in lines)
        return sum(len(self.book.visible(sentence).split()) for sentence in sentences)

    def _unplanned(self, plan: FramePlan) -> Iterator[str]:
        """Sections that the frame does not name: told last, by their own file where there is one."""
        named = {_photo_place(file) for part in plan.parts for file in part.files}
        return (name for name in self.report.catalogue.sections if name not in named)

    def _told(
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
        return (declared.bars or declared.title) if declared is not None else ""

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

    def _strip(
        self, plan: FramePlan, figures: Mapping[str, FigureView], news: Plan, in_lead: frozenset[str]
    ) -> tuple[FigureView, ...]:
        """The best news that the lead has not told, no two of one family; or what the frame asks for."""
        wanted = news.choices.strip or plan.strip or strip_of(news, in_lead)
        shown = [figures[path] for path in wanted if figures.get(path)]
        fitting = (view for view in shown if KINDS[view.kind].in_strip and breadth_of(view) <= STRIP_BREADTH)
        fitting = (view for view in fitting if not view.is_one or wanted is news.choices.strip)
        chosen = tuple(fitting)[:STRIP_LENGTH]
        return chosen if len(chosen) > 1 else ()


def _captions(blocks: tuple[Block, ...], hero: PlacedPhoto | None) -> Iterator[Markup]:
    yield from (block.photo.caption for block in blocks if block.photo)
    if hero is not None:
        yield hero.caption


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


def ordered_parts(parts: Sequence[Part], news: Plan) -> list[Part]:
    """The parts by the best news each tells; those that stay are where they were."""
    moving = iter(sorted((part for part in parts if not part.stays), key=lambda part: news.best_of(_sections(part))))
    return [part if part.stays else next(moving) for part in parts]


def _sections(part: Part) -> list[str]:
    return [_photo_place(file) for file in part.files]


def strip_of(news: Plan, told: frozenset[str]) -> list[str]:
    """The figures that could stand in the strip, best first: of each family one, and none that the lead told."""
    heads = {fact.head for fact in news.facts if fact.path in told}
    chosen: dict[str, str] = {}
    for fact in news.facts:
        if fact.head not in heads and fact.score and not MetricPath.of(fact.path).is_row:
            chosen.setdefault(fact.head, fact.path)
    return list(chosen.values())


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
