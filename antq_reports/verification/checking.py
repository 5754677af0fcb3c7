"""What the evidence says of itself: files against the manifest, ledger against page and data, data against others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from antq_reports.evidence import Carried, Row, ledger_rows
from antq_reports.figures import format_figure
from antq_reports.models import Report, reported_figures
from antq_reports.pdf import DrawnPage
from antq_reports.prose import LedgerEntry
from antq_reports.prose.ledger import machine_value
from antq_reports.verification.outcome import Difference, DifferenceKind, PrintedFigure
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


def ledger_differences(carried: Carried, figures: Sequence[LedgerEntry]) -> Iterator[Difference]:
    """Rows of the attached ledger that are not those the data give."""
    attached = {row.cells(): row for row in carried.ledger or ()}
    expected = {row[2:]: row for row in ledger_rows(figures)}
    for cells, row in attached.items():
        if cells not in expected:
            yield Difference(kind="ledger", metric=row.metric, printed=_line(cells), page=row.page)
    for cells in expected:
        if cells not in attached:
            yield Difference(kind="ledger", metric=cells[3], expected=_line(cells))


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
    """Values of the attached ledger that are not those of the attached data; computed ones have no value there."""
    if carried.report is None:
        return
    values = {each.path: machine_value(each.figure.raw) for each in reported_figures(carried.report)}
    for row in carried.ledger or ():
        if not row.formula and row.metric in values and values[row.metric] != row.value:
            expected = values[row.metric]
            yield Difference(kind="data", metric=row.metric, printed=row.value, expected=expected, page=row.page)


def data_differences(carried: Carried, report: Report, told: frozenset[str]) -> Iterator[Difference]:
    """Figures of the carried data that are not those of another report; those told already are left out."""
    if carried.report is None:
        return
    ours = {each.path: format_figure(each.figure) for each in reported_figures(carried.report)}
    theirs = {each.path: format_figure(each.figure) for each in reported_figures(report)}
    pages = {row.metric: row.page for row in reversed(carried.ledger or ())}
    for path in dict.fromkeys((*ours, *theirs)):
        mine, other = ours.get(path, ""), theirs.get(path, "")
        if mine != other and path not in told:
            yield Difference(kind="data", metric=path, printed=mine, expected=other, page=pages.get(path))
