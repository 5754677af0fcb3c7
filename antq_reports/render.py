"""The chain, written out once: report, article, page, PDF.

`render_report` does everything up to the page at once, so that every fault of data, wording or photo is raised there;
the PDF is made when it is first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path

from antq_reports.assets import fonts_dir
from antq_reports.brand import Brand
from antq_reports.brand.brand_css import FONT, brand_fonts
from antq_reports.comparison import Comparison, compare
from antq_reports.errors import OutputError, PhotoError, Refusal, StyleError, TemplateError
from antq_reports.evidence import Setting, collect, setting_of
from antq_reports.files import write_whole
from antq_reports.formats import FORMATS, carry
from antq_reports.page import Page, build_page, standalone_html
from antq_reports.page.external_addresses import addresses_in, css_addresses
from antq_reports.pdf import PdfStyle, RenderedPdf, Resource, render_pdf
from antq_reports.pictures.photos import PreparedPhoto, prepare_photo, read_photo
from antq_reports.prose import (
    Explained,
    LedgerEntry,
    StyleFiles,
    Unsourced,
    compose,
    explain,
    prose_library,
    read_templates,
    style_files,
)
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.report import BaseReport, Finding, Withheld
from antq_reports.report.acceptance import Acceptance
from antq_reports.review import check_report, judge, withhold
from antq_reports.vietnamese import format_integer


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report's page before it becomes a file, with everything it was made from and with."""

    report: BaseReport
    previous: BaseReport | None
    page: Page = field(repr=False)
    style: StyleFiles = field(repr=False)
    setting: Setting
    unprinted: tuple[str, ...]
    plan: tuple[Explained, ...]
    comparison: Comparison | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reviewed:
    """The report as it was given, for its findings, and what of it is accepted."""

    given: BaseReport
    previous: BaseReport | None
    accepted: tuple[Acceptance, ...]


class RenderedReport:
    """A finished brief. Everything is computed from the page; the PDF lazily and once."""

    report: BaseReport
    """The report the brief was made from."""
    comparison: Comparison | None
    """How it stands against last year, or why it cannot be compared; None when no last year was given."""
    unprinted: tuple[str, ...]
    """Metric paths of the figures that the sentences should tell and no wording says."""
    plan: tuple[Explained, ...]
    """Every figure with its score as news and where it went, best first."""

    def __init__(self, draft: Draft, *, strict: bool, reviewed: _Reviewed | None = None) -> None:
        self.report = draft.report
        self._reviewed = reviewed or _Reviewed(given=draft.report, previous=draft.previous, accepted=())
        self.comparison = draft.comparison
        self.unprinted = draft.unprinted
        self.plan = draft.plan
        self._page = draft.page
        self._style_name = draft.style.name
        self._style = _load_stylesheet(draft.style.name, draft.style.css, draft.style.rules.fonts, draft.style.brand)
        self._screen = draft.style.screen
        self._evidence = collect(draft.report, draft.previous, draft.page, draft.setting)
        self._strict = strict

    def __repr__(self) -> str:
        where = f"{self.report.place.full_name}, {self.report.period.label}"
        count = format_integer(len(self.figures))
        return f"<{type(self).__name__} {where}, kiểu {self._style_name}: {count} số liệu và ngày in ra>"

    def _repr_html_(self) -> str:
        """The page in a frame of its own, for notebooks: nothing in it runs, and its styles reach no further."""
        look = "width:100%;height:85vh;border:1px solid #ccc"
        return f'<iframe sandbox srcdoc="{escape(self.html)}" style="{look}" title="{escape(repr(self))}"></iframe>'

    @property
    def figures(self) -> tuple[LedgerEntry, ...]:
        """The ledger: every figure and date printed, in the order of the page."""
        return self._page.figures

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """The figures that were given and are not printed, each with its reason and where it was read."""
        return self.report.sources.withheld

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything a person should look at in the report as it was given."""
        reviewed = self._reviewed
        return judge(reviewed.given, check_report(reviewed.given, reviewed.previous), reviewed.accepted).findings

    @property
    def unsourced(self) -> tuple[Unsourced, ...]:
        """Digits and words like "hàng trăm" inside free text, with the path of the text."""
        return self._page.unsourced

    @cached_property
    def html(self) -> str:
        """One self-contained HTML file, with its evidence inside.

        Raises `TemplateError` in strict mode for a page that would have a browser fetch or run anything.
        """
        page, style = self._page, self._style
        if self._strict:
            _refuse_addresses((*addresses_in(page.html), *css_addresses(style.css), *css_addresses(self._screen)))
        alone = standalone_html(page.html, style.css, style.resources, page.images, page.figures, self._screen)
        return carry(alone, self._evidence.for_html(alone))

    @property
    def text(self) -> str:
        """The plain text of the page."""
        return self._page.text

    @cached_property
    def _rendered_pdf(self) -> RenderedPdf:
        images = {key: Resource(photo.data, photo.mime) for key, photo in self._page.images.items()}
        html, tighter, attach = self._page.html, self._page.tighter_settings, self._evidence.for_pdf
        return render_pdf(html, self._style, images, strict=self._strict, attach=attach, tighter=tighter)

    @property
    def pdf(self) -> bytes:
        """The PDF, its evidence attached. Raises `PdfError` in strict mode for anything the engine complains about."""
        return self._rendered_pdf.data

    @property
    def problems(self) -> tuple[str, ...]:
        """What the PDF engine complained about, when not strict."""
        return self._rendered_pdf.problems

    def save(self, path: str | Path) -> Path:
        """Write the brief to ``path`` (``.pdf``, ``.html`` or ``.txt``), beside it first and then over it.

        Raises `OutputError` when it cannot be written; what stood there before then still stands.
        """
        target = Path(path)
        return write_whole(target, self.content(target.suffix.lstrip(".").lower(), str(target)))

    def content(self, kind: str, place: str = "") -> bytes:
        """The brief as bytes of one of the formats."""
        if kind not in FORMATS:
            remedy = f"đặt đuôi tệp là một trong: {', '.join(FORMATS)}"
            raise OutputError(place, Refusal(f"không ghi được dạng “{kind}”", remedy))
        return FORMATS[kind].write(self)


def render_report(
    report: BaseReport,
    *,
    style: str = DEFAULT_STYLE,
    previous: BaseReport | None = None,
    templates: str | Path | None = None,
    folder: str | Path | None = None,
    photos: Mapping[str, bytes] | None = None,
    strict: bool = True,
    accepted: Sequence[Acceptance] = (),
    internal: bool = False,
) -> RenderedReport:
    """A report's brief in a style.

    A figure that cannot be right (a part above its whole, a broken rule) is not printed: it is in ``withheld``, unless
    a person ``accepted`` it. Names of who filled in forms and clerks' notes stay out of the brief and its evidence,
    unless it is an ``internal`` one.

    ``previous`` is last year's report: changes are printed where the two are comparable, and nowhere else.
    ``templates`` is a folder whose files lie over the bundled wording and styles; ``folder`` is where the photos lie
    (default: the folder the report was read from), and ``photos`` holds the files of some or all by path, which goes
    before the folder. With ``strict`` (the default) anything the PDF engine complains
    about, a missing glyph or a dropped declaration, raises instead of printing.

    Raises `StyleError`, `TemplateError`, `FigureMisuseError`, `PhotoError`, and on ``.pdf`` `PdfError`.
    """
    place = Path(folder) if folder is not None else report.sources.folder
    given = photos or {}

    def read(path: str) -> PreparedPhoto:
        return prepare_photo(given[path], path) if path in given else _read_photo(place, path)

    reviewed = _Reviewed(given=report, previous=previous, accepted=tuple(accepted))
    printed = withhold(report, reviewed.accepted)
    if not internal:
        printed = printed.with_sources(printed.sources.without_persons())
        previous = previous and previous.with_sources(previous.sources.without_persons())
    drawn = make_draft(printed, style=style, previous=previous, templates=templates, read=read)
    return RenderedReport(drawn, strict=strict, reviewed=reviewed)


def make_draft(
    report: BaseReport,
    *,
    style: str,
    previous: BaseReport | None,
    templates: str | Path | None,
    read: Callable[[str], PreparedPhoto],
) -> Draft:
    """The page of a report; ``read`` gives the photo at a path. Raises as `render_report` does."""
    library = read_templates(Path(templates) if templates is not None else None)
    files = style_files(library, style)
    comparison = compare(report, previous) if previous is not None else None
    article = compose(report, prose_library(library, report.catalogue), files.rules.house, comparison)
    return Draft(
        report=report,
        previous=previous,
        page=build_page(article, files, read),
        style=files,
        setting=setting_of(library, files, report.catalogue),
        unprinted=article.unprinted,
        plan=tuple(explain(article)),
        comparison=comparison,
    )


def _refuse_addresses(addresses: tuple[str, ...]) -> None:
    if addresses:
        shown = "; ".join(address[:120] for address in addresses[:5])
        remedy = "bỏ thẻ hoặc địa chỉ đó; bản tin chỉ dùng ảnh của báo cáo và phông kèm theo"
        raise TemplateError("trang", None, Refusal(f"trang HTML sẽ tải hoặc chạy thứ ở ngoài: {shown}", remedy))


def _read_photo(folder: Path | None, path: str) -> PreparedPhoto:
    if folder is None:
        remedy = "gọi render_report(..., folder=thư_mục_ảnh) hoặc photos={đường_dẫn: bytes}"
        raise PhotoError(path, Refusal("báo cáo không cho biết ảnh nằm ở thư mục nào", remedy))
    return read_photo(folder, path)


@lru_cache(maxsize=16)
def _load_stylesheet(name: str, css: str, fonts: tuple[str, ...], brand: Brand | None) -> PdfStyle:
    """A style's stylesheet with the fonts it and the brand name, made once per content and process."""
    own = {address: Resource(data, "font/ttf") for address, data in brand_fonts(brand).items()}
    return PdfStyle(css, {f"{FONT}{Path(font).name}": _font(name, font) for font in fonts} | own)


def _font(style: str, font: str) -> Resource:
    root = fonts_dir().resolve()
    file = (root / font).resolve()
    if not file.is_relative_to(root) or file.suffix != ".ttf" or not file.is_file():
        known = ", ".join(sorted(path.relative_to(root).as_posix() for path in root.rglob("*.ttf")))
        raise StyleError(
            f"styles/{style}/style.toml", Refusal(f"không có phông “{font}”", f"các phông có sẵn: {known}")
        )
    return Resource(file.read_bytes(), "font/ttf")
