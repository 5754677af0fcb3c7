"""All papers of a run, written beside its briefs: summary, forms to send back, chase list, changes, page, one PDF.

What has not changed since the last run is not written again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from antq_reports.batch import BatchReport, Standing
from antq_reports.batch.file_names import place_stem
from antq_reports.formats import FORMATS
from antq_reports.forms.inbox import PRINT_MARK
from antq_reports.forms.workbook_sheets import Asked
from antq_reports.papers.asked_back import STATES, Problem, problems_of
from antq_reports.papers.chase_list import CHASE_FILE, chase_csv, chase_rows
from antq_reports.papers.paper_folder import PaperFolder
from antq_reports.papers.returned_forms import RETURN_FOLDER, asked_cells, letter, write_return_form
from antq_reports.papers.run_changes import (
    CHANGES_FILE,
    Row,
    changed_rows,
    changes_csv,
    figures_of,
    keep_figures,
    last_figures,
)
from antq_reports.papers.run_page import LOOKS, PAGE_FILE, Link, PageUnit, RunPage, link_to, page_template, run_page
from antq_reports.papers.summary_rows import summarise
from antq_reports.papers.summary_workbook import SUMMARY_FILE, summary_workbook
from antq_reports.pdf.page_merger import merged_pages
from antq_reports.report import BaseReport, unit_key
from antq_reports.vietnamese import format_integer

PRINT_FILE = "in-ca-tinh.pdf"
SHOWN_CHANGES = 40
PACKED = frozenset((".zip", ".rar", ".7z"))


@dataclass(frozen=True, slots=True)
class PapersWritten:
    """What came of it: the papers written, and those that had not changed."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def write_papers(run: BatchReport, folder: Path, *, now: datetime | None = None) -> PapersWritten:
    """Write the papers of a run into its folder. Raises `OutputError`."""
    papers = PaperFolder.open(folder)
    changes = _changes(papers, run, folder)
    returned = dict(_returned(papers, run, now or datetime.now(UTC)))
    year = run.year
    if year.standings:
        rows = chase_rows(year.standings, _period(run))
        papers.put(CHASE_FILE, rows, lambda: chase_csv(rows))
        summary = summarise(year)
        papers.put(SUMMARY_FILE, summary, lambda: summary_workbook(summary))
    _print_copy(papers, run)
    page = _page(run, folder, returned, changes)
    papers.put(PAGE_FILE, (page_template(), page), lambda: run_page(page))
    papers.close()
    return PapersWritten(tuple(papers.written), tuple(papers.kept))


def _period(run: BatchReport) -> str:
    reports = (run.province, *run.year.gathered.reports)
    return next((report.period.label for report in reports if report is not None), "")


def _changes(papers: PaperFolder, run: BatchReport, folder: Path) -> list[Row]:
    """What changed since the last run that changed anything."""
    now, before = figures_of(run.year), last_figures(folder)
    if before is None or now != before:
        keep_figures(folder, now)
    rows = changed_rows(before, now) if before is not None else []
    if rows or before is None:
        papers.put(CHANGES_FILE, rows, lambda: changes_csv(rows))
    else:
        papers.keep(CHANGES_FILE)
    return rows


def _returned(papers: PaperFolder, run: BatchReport, written: datetime) -> Iterator[tuple[str, list[Link]]]:
    """For each unit with something to mend, links to its form and its letter."""
    for standing in run.year.standings:
        problems = problems_of(standing)
        if not problems and standing.state != "missing":
            continue
        stem, key = f"{RETURN_FOLDER}/{place_stem(standing.unit, standing.name)}", unit_key(standing.unit)
        links: list[Link] = []
        form = ""
        if standing.state == "used" and (asked := asked_cells(standing)):
            previous = run.year.previous.get(key)
            form = f"{stem}.xlsx"
            source = (_text_of(standing.sent), asked, _text_of(previous))
            papers.put(form, source, partial(_form_of, standing, asked, previous, written))
            links.append(link_to(form, "biểu gửi sửa"))
        if problems and all(Path(each.file).suffix.lower() in PACKED for each in problems):
            continue  # what is packed is the office's to unpack
        text = letter(standing, problems, _period(run), Path(form).name)
        papers.put(f"{stem}.txt", text, partial(text.encode, "utf-8"))
        yield key, [*links, link_to(f"{stem}.txt", "thư")]


def _text_of(report: BaseReport | None) -> str:
    """Everything a report says, as one text: its own short form names it alone."""
    return report.model_dump_json() if report is not None else ""


def _form_of(standing: Standing, asked: Mapping[str, Asked], previous: BaseReport | None, written: datetime) -> bytes:
    with tempfile.TemporaryDirectory(prefix="antq-") as folder:
        path = write_return_form(Path(folder) / "form.xlsx", standing, asked, previous, written)
        return path.read_bytes()


def _print_copy(papers: PaperFolder, run: BatchReport) -> None:
    made = (*run.result.rendered, *run.result.skipped)
    briefs = sorted(made, key=lambda each: (not _is_province(run, each.code), each.path.name))
    if len(briefs) > 1:
        files = [each.path for each in briefs]
        digests = [(file.name, papers.digest(file)) for file in files]
        papers.put(PRINT_FILE, digests, lambda: merged_pages(files, ending=PRINT_MARK))


def _is_province(run: BatchReport, code: str | None) -> bool:
    return run.province is not None and run.province.place.code == code


# --- the page ------------------------------------------------------------------------------------------


def _page(run: BatchReport, folder: Path, returned: dict[str, list[Link]], changes: Sequence[Row]) -> RunPage:
    year = run.year
    briefs = {(each.unit, each.code): each.path.name for each in (*run.result.rendered, *run.result.skipped)}
    units = [_unit_line(folder, each, briefs, returned) for each in year.standings]
    province = year.province
    if province is not None:
        place = province.place
        file = briefs.get((place.full_name, place.code))
        name = place.full_name[:1].upper() + place.full_name[1:]
        notices = tuple(str(each) for each in year.findings if each.unit == place.full_name and each.severity != "info")
        units.insert(
            0,
            PageUnit(
                name=name,
                code=place.code or "",
                state="bản tổng hợp",
                look="used",
                problems=notices,
                links=_brief_links(folder, file),
                is_province=True,
            ),
        )
    used = sum(each.state == "used" for each in year.standings)
    asked = sum(bool(problems_of(each)) for each in year.standings)
    known = {each.name for each in year.standings} | ({province.place.full_name} if province is not None else set())
    general = [str(each) for each in year.findings if each.unit not in known and each.severity != "info"]
    return RunPage(
        title=units[0].name if province is not None else "Bản tin các đơn vị",
        subtitle=f"Số liệu {_period(run)}",
        numbers=(
            (f"{format_integer(used)}/{format_integer(len(year.standings))}", "đơn vị dùng được số liệu"),
            (format_integer(len(briefs)), "bản tin"),
            (format_integer(asked), "đơn vị cần hỏi lại"),
            (format_integer(len(run.result.failed)), "bản tin không dựng được"),
        ),
        papers=tuple(_paper_links(run)),
        notices=tuple(dict.fromkeys(text[:1].upper() + text[1:] for text in general)),
        changes=tuple(changes[:SHOWN_CHANGES]),
        more_changes=max(0, len(changes) - SHOWN_CHANGES),
        units=tuple(units),
    )


def _paper_links(run: BatchReport) -> Iterator[Link]:
    if run.year.standings:
        yield link_to(SUMMARY_FILE, "Bảng tổng hợp (.xlsx)")
        yield link_to(CHASE_FILE, "Danh sách nhắc nộp (.csv)")
    yield link_to(CHANGES_FILE, "Thay đổi so với lần trước (.csv)")
    if len(run.result.rendered) + len(run.result.skipped) > 1:
        yield link_to(PRINT_FILE, "Mọi bản tin trong một tệp để in (.pdf)")


def _brief_links(folder: Path, file: str | None) -> tuple[Link, ...]:
    """Links to a brief in each format it lies there in."""
    if file is None:
        return ()
    others = [(name, Path(file).with_suffix(f".{name}").name) for name in FORMATS if name != "pdf"]
    there = [link_to(other, name) for name, other in others if (folder / other).is_file()]
    return link_to(file, "bản tin"), *there


def _unit_line(
    folder: Path, standing: Standing, briefs: dict[tuple[str, str | None], str], returned: dict[str, list[Link]]
) -> PageUnit:
    place = standing.report.place if standing.report is not None else None
    file = briefs.get((place.full_name, place.code)) if place is not None else None
    problems: Sequence[Problem] = problems_of(standing)
    return PageUnit(
        name=standing.name[:1].upper() + standing.name[1:],
        code=standing.unit.code or "",
        state=STATES[standing.state],
        look=LOOKS[standing.state],
        problems=tuple(map(str, problems)),
        links=(*_brief_links(folder, file), *returned.get(unit_key(standing.unit), ())),
    )
