"""Holding a finished brief against what it carries, or against other data: the whole chain of checks, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from antq_reports.errors import Fault, IntakeError, PdfError, Refusal
from antq_reports.evidence import Brief, Carried, read_brief, read_carried, sha256
from antq_reports.formats import carried_files
from antq_reports.page import Page
from antq_reports.page.external_addresses import addresses_in
from antq_reports.pdf import PdfContent, read_pdf
from antq_reports.report import BaseReport
from antq_reports.verification import ledger_checks as checking
from antq_reports.verification.block_match import match
from antq_reports.verification.expected_text import Block, Unit, attached_units, html_blocks, pdf_blocks, units_of
from antq_reports.verification.figure_checks import figure_differences
from antq_reports.verification.rerender import Remade, differing_pages, html_pictures, remade_file, remade_files, remake
from antq_reports.verification.verdict import Difference, Verification
from antq_reports.verification.word_diff import compare

PAGED = frozenset({"pdf", "html"})
"""The formats whose page can be read as it is seen."""


def verify(
    path: str | Path,
    report: BaseReport | None = None,
    *,
    templates: str | Path | None = None,
    appearance: bool = True,
) -> Verification:
    """Hold a finished ``.pdf`` or ``.html`` brief against the data it carries, or against `report`.

    The text is what is drawn on the pages. Where programme and templates (``templates`` is a folder of one's own, as
    for `render_report`) are those the brief was made with, text and ledger are made anew from the data; otherwise the
    page is held against the text it carries, and the ledger against the data. With ``appearance`` the pages are also
    made anew and compared as pictures, where they can be: that finds what lies over the text. Where they cannot, text
    that left no ink and things drawn over text are looked for.

    It shows that page, data and ledger agree; not who made them: that takes `report`, or a signature.
    Raises `IntakeError` for a file that cannot be read or has no page, carries no data, or data of another format.
    """
    brief = read_brief(path)
    if not brief.files:
        remedy = "bản tin dựng bằng antq_reports mới mang theo số liệu để đối chiếu"
        raise IntakeError((Fault(str(brief.path), "", Refusal("không mang theo số liệu", remedy)),))
    if brief.kind not in PAGED:
        refusal = Refusal(f"trang của định dạng {brief.kind} không đối chiếu được", "đối chiếu bản .pdf hoặc .html")
        raise IntakeError((Fault(str(brief.path), "", refusal),))
    brief.demand_format()
    try:
        content = read_pdf(brief.data) if brief.kind == "pdf" else None
        case = _Case(brief, content, read_carried(brief), report, templates)
        return case.verdict(appearance=appearance)
    except PdfError as error:
        fault = Fault(str(brief.path), "", Refusal("; ".join(error.problems), "lấy lại bản tin gốc"))
        raise IntakeError((fault,)) from error


@dataclass(frozen=True, slots=True)
class _Case:
    """One brief being verified."""

    brief: Brief
    content: PdfContent | None
    """What a PDF shows; None for HTML."""
    carried: Carried
    report: BaseReport | None
    templates: str | Path | None

    def verdict(self, *, appearance: bool) -> Verification:
        blocks = self._blocks()
        remade = _with_words_here(remake(self.carried, self.report, self.templates), blocks)
        units, found = self._expected(remade)
        figures, differences = compare(match(units, blocks))
        if not differences:  # else it is not sure which of two equal figures is which
            differences += checking.page_differences(self.carried, figures)
        differences += found
        differences += self._margins()
        differences += checking.file_differences(self.carried)
        if self.content is not None:
            differences += checking.picture_differences(self.carried, self.content.pictures)
        else:
            differences += checking.picture_differences(self.carried, html_pictures(self.brief.data))
            differences += [Difference(kind="markup", printed=each) for each in addresses_in(self._html())]
            differences += self._markup() if not differences else []
        if self.report is not None:
            told = frozenset(each.metric for each in differences)
            differences += checking.data_differences(self.carried, self.report, told)
        identical, seen, looks = self._compared_whole(remade, differences) if appearance else (None, [], False)
        return Verification(
            file=str(self.brief.path),
            differences=tuple(dict.fromkeys((*differences, *seen))),
            figures=tuple(figures),
            method="rerendered" if remade.draft is not None else "attached",
            reason=remade.reason,
            identical=identical,
            is_same_look=looks,
            subject=self._subject(),
        )

    def _subject(self) -> str:
        """The subject whose declarations the brief carries; empty where they come with the library."""
        report = self.carried.report
        return report.catalogue.name if report is not None and not report.catalogue.is_bundled else ""

    def _expected(self, remade: Remade) -> tuple[Sequence[Unit], list[Difference]]:
        """What should stand on the page, and what the ledger has to say otherwise."""
        if remade.draft is not None:
            page = remade.draft.page
            found: list[Difference] = []
            if self.report is None:
                found = self._unlike_elsewhere(page) if remade.reason else self._unlike(page)
            return units_of(page.lines, page.figures), found
        units, found = self._borne_out()
        data = self.report or self.carried.report
        if remade.near is not None and data is not None:
            has_own_name = self.carried.manifest is not None and bool(self.carried.manifest.setting.brand)
            read = units[1:] if has_own_name else units  # the masthead is the brand's, which is not carried
            found += figure_differences(self.carried.ledger or (), read, remade.near.page, data)
        return units, found

    def _unlike(self, page: Page) -> list[Difference]:
        """Ledger and text that are not those of the page made anew."""
        ledger = checking.ledger_differences(self.carried, page.figures)
        return [*ledger, *checking.text_differences(self.carried, page.text)]

    def _unlike_elsewhere(self, page: Page) -> list[Difference]:
        """The same of another version, whose ledger may have other labels and formulas, and no other words."""
        return [*self._borne_out()[1], *checking.text_differences(self.carried, page.text)]

    def _borne_out(self) -> tuple[list[Unit], list[Difference]]:
        """The units of the attached text, and rows of the ledger that neither text nor data bear out."""
        units, wrong = attached_units(self.carried.lines or (), self.carried.ledger or ())
        return units, [*checking.unborne_rows(wrong), *checking.value_differences(self.carried)]

    def _blocks(self) -> list[Block]:
        return pdf_blocks(self.content) if self.content is not None else html_blocks(self._html())

    def _html(self) -> str:
        return carried_files(self.brief.data.decode("utf-8"))[0]

    def _margins(self) -> list[Difference]:
        if self.content is None:
            return []
        margins = self.carried.manifest.margins if self.carried.manifest is not None else ()
        return list(checking.margin_differences(self.content.pages, margins))

    def _compared_whole(self, remade: Remade, told: Sequence[Difference]) -> tuple[bool | None, list[Difference], bool]:
        """Whether the file is what its data give, what is otherwise and not told yet, whether the pages look alike."""
        again = None
        if remade.draft is not None:
            again = remade_file(self.brief, self.carried, self.content, self.templates)
        if again == self.brief.data:
            return True, [], True
        if again is None or remade.reason:
            is_alike = again is not None and self.content is not None and not differing_pages(self.brief.data, again)
            seen = [] if self.content is None else list(checking.sight_differences(self.brief.data))
            return None, seen, is_alike
        found: list[Difference] = []
        if self.content is not None:
            pages = {difference.page for difference in told}
            looks = [page for page in differing_pages(self.brief.data, again) if page not in pages]
            found += [Difference(kind="appearance", page=page) for page in looks]
        elif not told and carried_files(again.decode("utf-8"))[0] != self._html():
            found.append(Difference(kind="markup"))
        if not (told or found):
            found += checking.content_differences(self.brief.files, remade_files(self.brief.kind, again))
        return False, found, not any(each.kind in ("appearance", "markup") for each in found)

    def _markup(self) -> list[Difference]:
        """HTML whose words agree may still hide or add something by its markup or stylesheet."""
        manifest = self.carried.manifest
        same = manifest is not None and manifest.markup == sha256(self._html().encode("utf-8"))
        return [] if same else [Difference(kind="markup")]


def _with_words_here(remade: Remade, blocks: Sequence[Block]) -> Remade:
    """Where this version says what the page says, the page is held against that; what made it anyone may write."""
    if remade.near is None:
        return remade
    page = remade.near.page
    _, differences = compare(match(units_of(page.lines, page.figures), blocks))
    return remade if differences else Remade(remade.near, remade.reason)
