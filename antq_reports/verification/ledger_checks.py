"""What the evidence says of itself: files against the manifest, ledger against page and data, data against others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from antq_reports.catalogue import figure_path
from antq_reports.evidence import TEXT_FILE, Carried, Row, ledger_rows, sha256
from antq_reports.evidence.carried import lines_of
from antq_reports.evidence.ledger_csv import KINDS
from antq_reports.figures import format_figure
from antq_reports.pdf import DrawnPage, hidden_things
from antq_reports.prose import LedgerEntry
from antq_reports.report import BaseReport, figures_of_units, is_typed, reported_figures, words_of
from antq_reports.verification.alignment import opcodes
from antq_reports.verification.known_values import bears_out, known_formula, known_values
from antq_reports.verification.verdict import Difference, DifferenceKind, PrintedFigure
from antq_reports.vietnamese import find_digit_runs, find_indefinites


def file_differences(carried: Carried) -> Iterator[Difference]:
    """Files that cannot be read, and files that are not what the manifest says."""
    for name, reason in carried.unreadable:
        yield Difference(kind="evidence", metric=name, printed=reason)
    unreadable = {name for name, _ in carried.unreadable}
    for name in carried.altered:
        if name not in unreadable:
            yield Difference(kind="evidence", metric=name, printed="không khớp mã băm trong bản kê")


def margin_differences(pages: Sequence[DrawnPage], margins: Sequence[Sequence[str]]) -> Iterator[Difference]:
    """What stands outside the text of each page and is not its running head and number, and what lies over it."""
    for page in pages:
        known = Counter(margins[page.number - 1]) if page.number <= len(margins) else Counter()
        drawn = Counter(page.loose)
        strange, lost = " ".join((drawn - known).elements()), " ".join((known - drawn).elements())
        if strange or lost:
            numbers = [*find_digit_runs(strange), *find_indefinites(strange)]
            kind: DifferenceKind = "unsourced" if numbers and not lost else "wording"
            yield Difference(kind=kind, printed=strange, expected=lost, page=page.number)
        for overlay in page.overlays:
            yield Difference(kind="overlay", printed=overlay, page=page.number)


def sight_differences(data: bytes) -> Iterator[Difference]:
    """Text of a PDF that nobody can see, and what lies over text, where the page cannot be drawn anew."""
    for page, unseen, things in hidden_things(data):
        yield from (Difference(kind="unseen", printed=text, page=page) for text in unseen)
        yield from (Difference(kind="overlay", printed=kind, page=page) for kind in things)


def ledger_differences(carried: Carried, figures: Sequence[LedgerEntry]) -> Iterator[Difference]:
    """Rows of the attached ledger that are not those the data give, one by one and in their order."""
    attached = [row.cells() for row in carried.ledger or ()]
    expected = [row[2:] for row in ledger_rows(figures)]
    ours, theirs = ["\0".join(cells) for cells in attached], ["\0".join(cells) for cells in expected]
    for is_equal, i1, i2, j1, j2 in opcodes(ours, theirs):
        if is_equal:
            continue
        for row in (carried.ledger or ())[i1:i2]:
            yield Difference(kind="ledger", metric=row.metric, printed=_line(row.cells()), page=row.page)
        for cells in expected[j1:j2]:
            yield Difference(kind="ledger", metric=cells[3], expected=_line(cells))


def text_differences(carried: Carried, text: str) -> Iterator[Difference]:
    """An attached text that is not the one the data give."""
    if carried.lines is not None and carried.lines != lines_of(text):
        yield Difference(kind="evidence", metric=TEXT_FILE, printed="không phải lời văn mà số liệu cho ra")


def content_differences(brief: Mapping[str, bytes], again: Mapping[str, bytes]) -> Iterator[Difference]:
    """Attached files that are not those the data give, byte for byte."""
    for name in sorted(brief.keys() | again.keys()):
        if brief.get(name) != again.get(name):
            yield Difference(kind="evidence", metric=name, printed="không phải tệp mà số liệu cho ra")


def picture_differences(carried: Carried, pictures: Iterable[bytes]) -> Iterator[Difference]:
    """Photos of the manifest that are not in the file."""
    found = {sha256(picture) for picture in pictures}
    for photo in carried.manifest.photos if carried.manifest is not None else ():
        if photo.sha256 not in found:
            yield Difference(kind="evidence", metric=photo.path, printed="ảnh trên trang không phải ảnh trong bản kê")


def _line(cells: Sequence[str]) -> str:
    return "; ".join(cell for cell in cells[3:] if cell)


def page_differences(carried: Carried, printed: Sequence[PrintedFigure]) -> Iterator[Difference]:
    """Rows of the attached ledger that name another page than the one the figure stands on."""
    for row, figure in zip(carried.ledger or (), printed, strict=False):
        same = (row.metric, row.text) == (figure.metric, figure.text)
        if same and figure.found and figure.page is not None and row.page != figure.page:
            yield Difference(
                kind="ledger",
                metric=row.metric,
                printed=f"trang {row.page}" if row.page else "không ghi trang",
                expected=f"trang {figure.page}",
                page=figure.page,
            )


def unborne_rows(rows: Iterable[Row]) -> Iterator[Difference]:
    """Rows of the attached ledger that the attached text does not bear out."""
    for row in rows:
        yield Difference(kind="ledger", metric=row.metric, printed=row.text, page=row.page)


def value_differences(carried: Carried) -> Iterator[Difference]:
    """Values and sources of the attached ledger that are not those of the attached data."""
    if carried.report is None:
        return
    known = known_values(carried.report, carried.previous)
    for row in carried.ledger or ():
        for printed, expected in _row_differences(row, known, carried.report):
            yield Difference(kind="data", metric=row.metric, printed=printed, expected=expected, page=row.page)


def _row_differences(row: Row, known: Mapping[str, str], report: BaseReport) -> Iterator[tuple[str, str]]:
    """What a row says, and what it should say."""
    if row.formula != (expected := known_formula(row.metric, row.formula, known)):
        yield row.formula, expected
    elif row.metric in known and known[row.metric] != row.value:
        yield row.value, known[row.metric]
    elif row.metric not in known and report.catalogue.is_metric(row.metric):
        yield row.value, ""
    elif row.kind == KINDS["figure"] and not bears_out(row.text, row.value):
        yield row.text, row.value
    base = figure_path(row.metric)
    origins = report.sources.origins_near(base) if is_typed(base) else report.sources.origins_of(base)
    places = words_of(origins)
    if row.metric in known and ".previous" not in row.metric and row.source != places:
        yield row.source, places


def data_differences(carried: Carried, report: BaseReport, told: frozenset[str]) -> Iterator[Difference]:
    """Figures of the carried data that are not those of another report; those told already are left out."""
    if carried.report is None:
        return
    ours, theirs = _printed_figures(carried.report), _printed_figures(report)
    pages = {row.metric: row.page for row in reversed(carried.ledger or ())}
    for path in dict.fromkeys((*ours, *theirs)):
        mine, other = ours.get(path, ""), theirs.get(path, "")
        if mine != other and path not in told:
            yield Difference(kind="data", metric=path, printed=mine, expected=other, page=pages.get(path))


def _printed_figures(report: BaseReport) -> dict[str, str]:
    """Every figure of a report and of its units, as printed, by path."""
    found = {each.path: format_figure(each.figure) for each in reported_figures(report)}
    return found | {path: format_figure(figure) for path, _, figure in figures_of_units(report.units)}
