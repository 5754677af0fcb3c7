"""Reading the form a commune fills in: a cover, and sheets of figures.

Columns are found by the ids of the hidden first row, rows by those of the hidden first column: moved columns,
inserted rows and renamed sheets change nothing. Where the hidden row was deleted the visible headings serve. A
value in a row without an id is a warning with its cell, never lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from antq_reports.errors import Fault, Refusal, UnknownValue
from antq_reports.figures import Period
from antq_reports.forms.answer_book import Answers, Cell
from antq_reports.forms.answers import gather
from antq_reports.forms.cell import Raw, show
from antq_reports.forms.cover import Cover
from antq_reports.forms.foreign_form import Translated
from antq_reports.forms.form_row import Doubt, doubts_about
from antq_reports.forms.free_words import CELL_OF, names_of, report_texts
from antq_reports.forms.intake_result import Gathering, Intake, Refused, make_report, refusal
from antq_reports.forms.questions import COVER_IDS, NOTE_IDS, SUBJECT_ID, Questions, Slot
from antq_reports.forms.return_mark import ReturnMark, digest_of
from antq_reports.forms.sheet import Sheet, is_blank
from antq_reports.report import Origin, Place, SourceMap

HEADINGS = {
    "kỳ này": "@value",
    "kỳ trước": "@previous",
    "ghi chú": "@note",
    "chỉ tiêu": "@label",
    "đơn vị tính": "@unit",
    "stt": "@no",
}
HEADER_ROWS = 30
NO_METRICS = "không tìm thấy mã chỉ tiêu: tệp không theo mẫu, hoặc cột và dòng ẩn chứa mã đã bị xóa"
_NOT_CORRECTED = "biểu gửi sửa còn nguyên như lúc phát, chưa sửa ô nào, nên không đọc"
_CORRECT = "sửa các ô có ghi chú rồi gửi lại"
_NOT_FILLED = "biểu chưa điền số liệu nào của kỳ này"
_USE_FORM = "nhập số liệu vào mẫu do lệnh antq-reports workbook tạo"


@dataclass(slots=True)
class FormContents:
    """The cells of one form, sorted by what they answer."""

    cover: dict[str, tuple[Raw, Origin]] = field(default_factory=dict)
    current: list[Cell] = field(default_factory=list)
    previous: list[Cell] = field(default_factory=list)
    passed_over: list[tuple[Origin, str]] = field(default_factory=list)
    """Sheets that are no part of a form."""
    strays: list[tuple[Origin, str]] = field(default_factory=list)
    """Values that no metric takes."""
    seen: set[str] = field(default_factory=set)
    """The ids of the lines that ask for a figure, answered or not."""
    doubts: list[tuple[Slot, Origin, Doubt]] = field(default_factory=list)
    """What was changed in them besides the figure."""
    swapped: list[Origin] = field(default_factory=list)
    """Headings of this period and the last that stand over each other's columns."""
    mark: ReturnMark | None = None
    """What says that a run wrote the form for correction."""

    def digest(self) -> str:
        """The digest of what stands in the cells of the cover and of this period."""
        cover = ((identifier, show(raw)) for identifier, (raw, _) in self.cover.items() if not is_blank(raw))
        return digest_of((*cover, *((cell.id, show(cell.raw)) for cell in self.current if not is_blank(cell.raw))))


def read_commune_form(
    file: Path, sheets: Sequence[Sheet], questions: Questions, foreign: Translated | None = None
) -> Intake:
    """The report of a commune's form, and that of its last-period column when it is filled.

    ``foreign`` is somebody else's form in our terms, whose sheets these are: it asks what it asks.
    """
    contents = _contents(sheets, questions)
    if foreign is not None:
        contents.cover |= foreign.cover
        contents.current += foreign.cells
        contents.passed_over.clear()
    if not any(questions.slot_of(cell.id) for cell in contents.current):
        if contents.seen:
            return refusal(file, _NOT_FILLED, "điền cột “Kỳ này” rồi gửi lại; không phát sinh thì ghi “không”")
        return refusal(file, NO_METRICS, _USE_FORM)
    if contents.mark is not None and contents.mark.digest == contents.digest():
        return Intake(warnings=(Fault(str(file), "", Refusal(_NOT_CORRECTED, _CORRECT)),))
    cover = Cover(str(file), contents.cover)
    place, period = cover.place(), cover.period("period")
    answers = gather(contents.current, str(file), questions, place.level if place else None)
    answers.faults[:0] = [*cover.faults, *_swapped(contents, str(file))]
    _settle_doubts(contents, answers)
    _warn_of_lone_labels(contents, answers)
    missing = _missing(contents, answers, place) if foreign is None else ()
    warned = (*_warnings_of(contents, str(file)), *missing)
    if place is None or period is None or answers.faults:
        return Intake(
            refused=(Refused(str(file), place, tuple(answers.faults)),), warnings=(*answers.warnings, *warned)
        )
    returned = contents.mark.written if contents.mark is not None else ""
    source = SourceMap(file=file.name, folder=file.resolve().parent, remarks=tuple(cover.remarks()), returned=returned)
    more: dict[str, object] = {"date": cover.day("filled.on")} if cover.day("filled.on") else {}
    written = {name: contents.cover[name][0] for name in NOTE_IDS if name in contents.cover}
    more |= report_texts(written)
    answers.places |= {name: (contents.cover[cell][1],) for name, cell in CELL_OF.items() if name in more}
    for section, key, names in names_of(written, questions.catalogue):
        answers.sections.setdefault(section, {})[key] = names
    answers.places |= cover.places()
    made = make_report(answers, place, period, source, **more)
    gathered = Gathering(warnings=[*answers.warnings, *warned], questioned=list(answers.asked))
    if isinstance(made, Refused):
        gathered.refused.append(made)
    else:
        gathered.reports.append(made)
        gathered.add(_previous(contents, file, questions, place, cover.period("previous"), source))
    return gathered.done()


def is_blank_form(sheets: Sequence[Sheet], questions: Questions) -> bool:
    """Whether a form asks for figures and nobody gave one, a name or a word."""
    contents = _contents(sheets, questions)
    written = [name for name in contents.cover if name.startswith("filled.") or name in NOTE_IDS]
    is_cover_blank = all(is_blank(contents.cover[name][0]) for name in written)
    return bool(contents.seen) and is_cover_blank and all(is_blank(cell.raw) for cell in contents.current)


def _swapped(contents: FormContents, file: str) -> Iterator[Fault]:
    for origin in contents.swapped:
        advice = Refusal(
            "tiêu đề cột Kỳ này và Kỳ trước bị đổi chỗ cho nhau", "đặt lại đúng tiêu đề và số của từng cột"
        )
        yield Fault(file, "", advice, origin=origin)


def _settle_doubts(contents: FormContents, answers: Answers) -> None:
    for slot, origin, doubt in contents.doubts:
        if doubt.is_minor:
            told = doubt.error
            answers.warn(origin, f"{slot.question.label}: {told.reason}, biểu ghi “{told.text}”", told.remedy)
        elif not answers.is_asked(slot.question.path):
            ids = slot.question.slot_ids()
            answers.ask(origin, slot.question, doubt.error, (cell for cell in contents.current if cell.id in ids))


def _warn_of_lone_labels(contents: FormContents, answers: Answers) -> None:
    """A row that somebody named and gave no number, in this period or the last."""
    both = (*contents.current, *contents.previous)
    numbered = {_row_of(cell) for cell in both if not is_blank(cell.raw)}
    for cell in contents.current:
        if cell.label and is_blank(cell.raw) and _row_of(cell) not in numbered:
            answers.warn(
                cell.origin, f"“{cell.label[:60]}” có tên mà chưa có số", "ghi số vào cột Kỳ này, hoặc xóa tên"
            )


def _row_of(cell: Cell) -> str:
    return cell.id.partition("]")[0]


def _missing(contents: FormContents, answers: Answers, place: Place | None) -> Iterator[Fault]:
    """One warning for the lines and sections that were deleted."""
    lost: dict[str, list[str]] = {}
    asked = answers.questions.of_communes(place.level if place is not None else None)
    for question in asked:
        if not contents.seen.intersection(question.slot_ids()):
            lost.setdefault(question.section, []).append(question.label)
    if not lost:
        return
    sections = answers.questions.catalogue.sections
    whole = {name for name in lost if len(lost[name]) == sum(question.section == name for question in asked)}
    sheets = [f"cả mục “{sections[name].title}”" for name in lost if name in whole]
    lines = [label for name, labels in lost.items() if name not in whole for label in labels]
    shown = "; ".join((*sheets, *lines[:MOST_LOST]))
    more = f" và {len(lines) - MOST_LOST} dòng khác" if len(lines) > MOST_LOST else ""
    reason = f"biểu bị xóa: {shown}{more}; các chỉ tiêu đó coi như chưa có số liệu"
    yield Fault(answers.file, "", Refusal(reason, "gửi lại biểu còn đủ các dòng, nếu đơn vị có số liệu"))


MOST_LOST = 6
"""Deleted lines that are named."""


def _warnings_of(contents: FormContents, file: str) -> Iterator[Fault]:
    remedy = "ghi vào đúng dòng chỉ tiêu"
    for origin, message in contents.passed_over:
        yield Fault(file, "", Refusal(message, remedy), origin=origin)
    for origin, message in contents.strays:
        yield UnknownValue(file, "", Refusal(message, remedy), origin=origin)


def _previous(
    contents: FormContents, file: Path, questions: Questions, place: Place, period: Period | None, source: SourceMap
) -> Intake:
    """The last-period column, as a report of its own; its faults are warnings: the figures of now are not in doubt."""
    answers = gather(contents.previous, str(file), questions, place.level)
    if period is None or not (answers.sections or answers.asked):
        return Intake()
    warnings = [
        replace(fault, refusal=replace(fault.refusal, reason=f"kỳ trước: {fault.message}")) for fault in answers.asked
    ]
    made = make_report(answers, place, period, source)
    reports = () if isinstance(made, Refused) else (made,)
    return Intake(previous=reports, warnings=(*warnings, *answers.warnings))


def _contents(sheets: Sequence[Sheet], questions: Questions) -> FormContents:
    contents = FormContents()
    for sheet in sheets:
        columns, first = find_columns(sheet, questions)
        if "@id" not in columns or "@value" not in columns:
            cells = sum(not is_blank(raw) for row in sheet.rows for raw in row)
            if cells:
                contents.passed_over.append(
                    (
                        Origin(file=sheet.file, sheet=sheet.name),
                        f"trang không có mã chỉ tiêu nên {cells} ô không được đọc",
                    )
                )
            continue
        contents.swapped += _swapped_headings(sheet, columns, first)
        grid = _Grid(sheet, columns, questions)
        for number in range(first, len(sheet.rows)):
            grid.sort_row(contents, number)
    return contents


def _swapped_headings(sheet: Sheet, columns: Mapping[str, int], first: int) -> Iterator[Origin]:
    """The visible heading of the last period over the column of this one."""
    for number, row in enumerate(sheet.rows[first : first + HEADER_ROWS], start=first):
        if _text(row, columns["@id"]) == "@head":
            if _text(row, columns["@value"]).casefold().startswith("kỳ trước"):
                yield sheet.origin(number, columns["@value"])
            return


class _Grid:
    """One sheet with its columns known: sorts its rows into the form's contents."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, int], questions: Questions) -> None:
        self.sheet, self.slot_of = sheet, questions.slot_of
        self.width = width = max((len(row) for row in sheet.rows), default=0)
        self.identifier, self.value = columns["@id"], columns["@value"]
        self.previous = columns.get("@previous", width)
        self.label, self.unit, self.note = (columns.get(name, width) for name in ("@label", "@unit", "@note"))
        self.columns, self.knows_sent = dict(columns), "@sent" in columns
        self.strays = tuple(column for column in range(width) if column not in columns.values())

    def sort_row(self, contents: FormContents, number: int) -> None:
        """Take one row: a line of the cover, or the cells of an answer; what stands outside the table is a warning."""
        row = self.sheet.rows[number]
        row = row if len(row) == self.width else [*row, *[None] * (self.width - len(row))]
        identifier = _text(row, self.identifier)
        if identifier.startswith("@"):
            contents.mark = ReturnMark.parse(identifier) or contents.mark
            return
        if identifier in COVER_IDS:
            contents.cover[identifier] = (row[self.value], self.sheet.origin(number, self.value))
            return
        slot = self.slot_of(identifier)
        if slot is not None:
            contents.seen.add(identifier)
            self._doubt(contents, slot, number, row)
        if (raw := row[self.value]) != "" and not is_blank(raw):
            self._sort_cell(contents, number, self.value, identifier, row)
        if self.previous < self.width and (raw := row[self.previous]) != "" and not is_blank(raw):
            self._sort_cell(contents, number, self.previous, identifier, row)
        if (
            slot is not None
            and slot.row is not None
            and slot.part in ("", slot.question.parts[0])
            and (label := _text(row, self.label))
        ):
            _lend_label(contents, identifier, label, self.sheet.origin(number, self.value))
        for column in self.strays:
            if not is_blank(raw := row[column]):
                message = f"không chỉ tiêu nào nhận giá trị “{show(raw)[:60]}” (cột ngoài bảng)"
                contents.strays.append((self.sheet.origin(number, column), message))

    def _doubt(self, contents: FormContents, slot: Slot, number: int, row: Sequence[Raw]) -> None:
        """Take what was changed in a line; most lines are as they were sent, and are passed at once."""
        label, unit, note = (
            row[column] if column < self.width else None for column in (self.label, self.unit, self.note)
        )
        is_plain = (label == slot.label or not label) and (unit == slot.unit or not unit) and is_blank(note)
        if is_plain and not (self.knows_sent and row[self.previous] != row[self.columns["@sent"]]):
            return
        cells = {name: row[column] for name, column in self.columns.items() if column < self.width}
        for doubt in doubts_about(slot, cells, knows_sent=self.knows_sent):
            contents.doubts.append((slot, self.sheet.origin(number, self.columns[doubt.column]), doubt))

    def _sort_cell(self, contents: FormContents, number: int, column: int, identifier: str, row: Sequence[Raw]) -> None:
        is_current = column == self.value
        origin = self.sheet.origin(number, column, _text(row, self.note) if is_current else "")
        if not identifier:
            message = f"không chỉ tiêu nào nhận giá trị “{show(row[column])[:60]}” (dòng không có mã)"
            contents.strays.append((origin, message))
            return
        cell = Cell(identifier, row[column], origin, _text(row, self.label), _text(row, self.unit))
        (contents.current if is_current else contents.previous).append(cell)


def _lend_label(contents: FormContents, identifier: str, label: str, origin: Origin) -> None:
    """The label of a row stands beside its first number; the second may be the only one filled in."""
    lent = Cell(identifier, "", origin, label)
    contents.current.append(lent)
    contents.previous.append(lent)


def find_columns(sheet: Sheet, questions: Questions) -> tuple[dict[str, int], int]:
    """The columns by their ids, and the first row below them; by visible headings where the ids are gone."""
    for number, row in enumerate(sheet.rows[:HEADER_ROWS]):
        found = {raw.strip(): column for column, raw in enumerate(row) if isinstance(raw, str) and raw.startswith("@")}
        if len(found) >= 2:
            return found, number + 1
    return _columns_by_heading(sheet, questions)


def _columns_by_heading(sheet: Sheet, questions: Questions) -> tuple[dict[str, int], int]:
    counts: dict[int, int] = {}
    for row in sheet.rows:
        for column, raw in enumerate(row):
            if isinstance(raw, str) and (questions.slot_of(raw.strip()) or raw.strip() in COVER_IDS):
                counts[column] = counts.get(column, 0) + 1
    if not counts:
        return {}, 0
    columns = {"@id": max(counts, key=lambda column: counts[column])}
    for number, row in enumerate(sheet.rows[:HEADER_ROWS]):
        for column, raw in enumerate(row):
            heading = next(
                (text for text in HEADINGS if isinstance(raw, str) and raw.casefold().startswith(text)), None
            )
            if heading:
                columns.setdefault(HEADINGS[heading], column)
        if "@value" in columns:
            return columns, number + 1
    return columns, 0


def subject_of(sheets: Sequence[Sheet]) -> str | None:
    """The subject a form's cover names; None where it names none, as the forms of the default subject do."""
    for sheet in sheets:
        for row in sheet.rows[:HEADER_ROWS]:
            if SUBJECT_ID in row:
                known = (SUBJECT_ID, COVER_IDS[SUBJECT_ID])
                texts = [raw.strip() for raw in row if isinstance(raw, str) and raw.strip()]
                return next((text for text in texts if text not in known), None)
    return None


def _text(row: Sequence[Raw], column: int) -> str:
    raw = row[column] if column < len(row) else None
    if isinstance(raw, str):
        return raw.strip()
    return "" if raw is None else show(raw)
