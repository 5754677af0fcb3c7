"""The sheets of the forms: the cover, a section of the commune's form, the province form's table.

Everything asked comes from `antq_reports.forms.questions`; looks from `antq_reports.forms.workbook_look`. Rows are
one-based here, as openpyxl has them. The first row and the first column hold ids and are hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from antq_reports.figures import Money, Percent, Quantity
from antq_reports.forms.fill import Filled
from antq_reports.forms.questions import COVER_IDS, NOTE_IDS, SUBJECT_ID, UNIT_COLUMNS, Question, Questions, Slot
from antq_reports.forms.unit_names import UnitEntry
from antq_reports.forms.workbook_look import Pen, comment, merge, protect, row_height, set_up_page

COLUMNS = ("@id", "@no", "@label", "@unit", "@value", "@previous", "@note", "@sent")
"""``@sent`` is hidden: what the last-period column held when the form was sent."""
WIDTHS = (4, 6, 50, 18, 16, 16, 26, 4)
LABEL_WIDTH = 54
UNIT_WIDTH = 24
GUIDE = (
    "Kỳ báo cáo ghi như “năm 2026”, “6 tháng đầu năm 2026”; hai ô ngày để trống, trừ khi kỳ tính theo ngày khác lịch.",
    "Ghi số vào các ô nền vàng nhạt: số nguyên (1584), hoặc chữ như trong báo cáo: “1.584”, “hơn 550”, “hàng trăm”.",
    "Chưa thống kê được thì để trống; không phát sinh thì ghi “không” hoặc “-”. Ô trống không được hiểu là số 0.",
    "Tỷ lệ ghi ở hai dòng: kết quả, rồi tổng số. Câu hỏi có hoặc không: “x” nếu có (đạt), “không” nếu chưa đạt.",
    "Tiền ghi kèm đơn vị: “33.500.000 đồng” hoặc “33,5 triệu đồng”. Số đo lẻ viết dấu phẩy: “13,85 kg”.",
    "Không xóa dòng và cột ẩn; chèn thêm dòng, đổi chỗ cột, đổi tên trang đều được.",
    "Gõ bằng bảng mã Unicode; không dùng các phông .VnTime hay VNI.",
)
SIGNATURES = ((2, "NGƯỜI LẬP BIỂU", "(ký, ghi rõ họ tên)"), (3, "THỦ TRƯỞNG ĐƠN VỊ", "(ký, đóng dấu)"))
RULED_CELLS = 60_000
"""A province's hundred units get a ruled table; a country's three thousand would get a file of twice the size."""
PROMPT_LIMIT = 255
NO_FIGURE = "Không có thì ghi “không”; chưa thống kê thì để trống."


def cover_sheet(pen: Pen, sheet: Any, title: str, subtitle: str, values: Mapping[str, object]) -> None:
    """The cover: whose figures, for which period, who filled the form in, and how to write."""
    sheet.title = "Bìa"
    for column, (name, width) in enumerate(zip(("@id", "@label", "@value"), (4, 38, 62), strict=True), start=1):
        pen.put(sheet, 1, column, name, "id")
        sheet.column_dimensions["ABC"[column - 1]].width = width
    pen.put(sheet, 2, 2, title, "title")
    pen.put(sheet, 3, 2, subtitle, "subtitle")
    for row, height in ((2, 36.0), (3, 20.0), (4, 12.0)):
        sheet.row_dimensions[row].height = height
        merge(sheet, row, 2, 3)
    asked = {name: label for name, label in COVER_IDS.items() if name != SUBJECT_ID or values.get(name)}
    for row, (identifier, label) in enumerate(asked.items(), start=5):
        pen.put(sheet, row, 1, identifier, "id")
        pen.put(sheet, row, 2, label, "sublabel" if identifier.endswith((".start", ".end")) else "label")
        pen.put(sheet, row, 3, values.get(identifier), "words")
        if identifier.endswith((".start", ".end", ".on", "_as_of")):
            sheet.cell(row, 3).number_format = "DD/MM/YYYY"
        sheet.row_dimensions[row].height = 54 if identifier in NOTE_IDS else 22
    _guide(pen, sheet, 6 + len(asked))
    _signatures(pen, sheet, 8 + len(asked) + len(GUIDE))
    _offer(
        sheet,
        [f"C{row}" for row, name in enumerate(asked, start=5) if name == "unit.level"],
        ("xã", "phường", "đặc khu"),
    )
    set_up_page(sheet, is_one_page=True)
    _finish(sheet, "C5")


def _signatures(pen: Pen, sheet: Any, row: int) -> None:
    """Where the printed form is signed and stamped."""
    for column, (who, how) in (
        (2, ("NGƯỜI LẬP BIỂU", "(ký, ghi rõ họ tên)")),
        (3, ("THỦ TRƯỞNG ĐƠN VỊ", "(ký, đóng dấu)")),
    ):
        pen.put(sheet, row, column, who, "signature")
        pen.put(sheet, row + 1, column, how, "subtitle")
    for line in (row, row + 1):
        pen.put(sheet, line, 1, "@signature", "id")
    sheet.row_dimensions[row + 2].height = 72


def _guide(pen: Pen, sheet: Any, first: int) -> None:
    pen.put(sheet, first, 2, "Cách ghi", "band")
    pen.put(sheet, first, 3, None, "band")
    merge(sheet, first, 2, 3)
    sheet.row_dimensions[first].height = 24
    for row, text in enumerate(GUIDE, start=first + 1):
        pen.put(sheet, row, 2, f"{row - first}. {text}", "hint")
        merge(sheet, row, 2, 3)
        sheet.row_dimensions[row].height = row_height(text, 120)


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell somebody is asked about: what was typed, and the question; with the words of its row."""

    text: str
    message: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Entries:
    """What the cells of a form hold, by id: this period, the last, and what is asked about."""

    current: Mapping[str, Filled]
    previous: Mapping[str, Filled]
    asked: Mapping[str, Asked]


def figures_sheet(
    pen: Pen,
    sheet: Any,
    questions: Questions,
    sections: Sequence[tuple[int, Sequence[Question]]],
    headings: Mapping[str, str],
    entries: Entries,
) -> None:
    """Sections of a commune's form, numbered: a row a cell, this period beside the last; one printed page."""
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True), start=1):
        pen.put(sheet, 1, column, name, "id")
        sheet.column_dimensions["ABCDEFGH"[column - 1]].width = width
    pen.put(sheet, 2, 2, headings["title"], "title")
    pen.put(sheet, 3, 2, headings["subtitle"], "subtitle")
    pen.put(sheet, 4, 1, "@head", "id")
    words = ("STT", "Chỉ tiêu", "Đơn vị tính", headings["this"], headings["last"], "Ghi chú")
    for column, word in enumerate(words, start=2):
        pen.put(sheet, 4, column, word, "head")
    for row, height in ((2, 28.0), (3, 20.0), (4, 36.0)):
        sheet.row_dimensions[row].height = height
    for row in (2, 3):
        merge(sheet, row, 2, 7)
    rows = _Rows(pen, sheet, questions, entries)
    for number, asked in sections:
        title = questions.catalogue.sections[asked[0].section].title
        rows.band(f"{number}. {title.upper()}", "section")
        _section_rows(rows, number, asked)
    rows.offer()
    set_up_page(sheet, title_rows="4:4", is_one_page=True)
    sheet.column_dimensions["H"].hidden = True
    _finish(sheet, "E5")


class _Rows:
    """The rows of one section sheet as they are written, and the cells that offer yes or no."""

    def __init__(self, pen: Pen, sheet: Any, questions: Questions, entries: Entries) -> None:
        self.questions = questions
        self.pen, self.sheet, self.entries = pen, sheet, entries
        self.next = 5
        self.prompts: dict[str, list[str]] = {}
        self.yes_no: list[str] = []

    def add(self, identifier: str, number: str, *, is_listed: bool = False, is_second: bool = False) -> None:
        """One cell of an answer, on a row of its own."""
        slot = self.questions.slot_of(identifier)
        assert slot is not None
        row, put = self.next, self.pen.put
        now, before = self.entries.current.get(identifier), self.entries.previous.get(identifier)
        asked = self.entries.asked.get(identifier)
        words = asked.label if asked is not None and asked.label else (now or before or Filled("")).label
        label = slot.label if not is_listed else "" if is_second else words
        put(self.sheet, row, 1, identifier, "id")
        put(self.sheet, row, 2, number, "number")
        put(
            self.sheet,
            row,
            3,
            label or None,
            "words" if is_listed and not is_second else "sublabel" if is_second else "label",
        )
        unit = slot.unit or (now or before or Filled("")).unit
        put(self.sheet, row, 4, unit or None, "words" if is_listed and not slot.part else "unit")
        put(
            self.sheet,
            row,
            5,
            _held(now) if asked is None else asked.text or None,
            "input" if asked is None else "asked",
        )
        if asked is not None:
            comment(self.sheet.cell(row, 5), asked.message)
        put(self.sheet, row, 6, _held(before), "input")
        put(self.sheet, row, 7, None, "words")
        if before is not None:
            put(self.sheet, row, 8, _held(before), "id")
        height = max(row_height(label, LABEL_WIDTH), row_height(unit, UNIT_WIDTH))
        self.sheet.row_dimensions[row].height = height
        target = self.yes_no if slot.question.shape == "yes-no" else self.prompts.setdefault(prompt_of(slot), [])
        target += [f"E{row}", f"F{row}"]
        self.next += 1

    def band(self, text: str, look: Literal["section", "band"] = "band") -> None:
        """A heading over the rows of a section, or of a group in it."""
        first = 2 if look == "section" else 3
        for column in range(2, 8):
            self.pen.put(self.sheet, self.next, column, text if column == first else None, look)
        self.pen.put(self.sheet, self.next, 1, "@band", "id")
        merge(self.sheet, self.next, first, 7)
        self.sheet.row_dimensions[self.next].height = row_height(text, 110)
        self.next += 1

    def offer(self) -> None:
        """What the cells say when they are chosen."""
        for prompt, cells in self.prompts.items():
            _hint(self.sheet, cells, prompt)
        _offer(self.sheet, self.yes_no, ("x", "không"))


def _held(filled: Filled | None) -> int | float | str | None:
    """What a cell holds; nothing where an award's other number alone is known."""
    return None if filled is None or filled.value == "" else filled.value


def _section_rows(rows: _Rows, section: int, asked: Sequence[Question]) -> None:
    for number, question in enumerate(asked, start=1):
        is_listed = question.shape == "group"
        if is_listed:
            rows.band(_band_text(question))
        for place, identifier in enumerate(question.slot_ids()):
            is_second = place % len(question.parts) > 0
            whole = f"{section}.{number}"
            mark = f"{whole}.{place // len(question.parts) + 1}" if is_listed else whole
            rows.add(identifier, "" if is_second else mark, is_listed=is_listed, is_second=is_second)


def _band_text(question: Question) -> str:
    label = question.label[:1].upper() + question.label[1:]
    return f"{label}: {question.group.hint}"


def prompt_of(slot: Slot) -> str:
    """What a cell says when it is chosen."""
    kinds = slot.question.kinds
    if slot.question.shape == "group":
        return "Ghi số và tên loại trên cùng một dòng. Không có thì để trống cả dòng."
    if Money in kinds:
        return f"Ghi kèm đơn vị: “33.500.000 đồng” hoặc “33,5 triệu đồng”. {NO_FIGURE}"
    if Quantity in kinds:
        return f"Ghi số đo ({slot.unit}), số lẻ viết bằng chữ với dấu phẩy: “13,85 kg”. {NO_FIGURE}"
    if slot.part == "part" and Percent in kinds:
        return "Ghi kết quả ở ô này, tổng số ở dòng dưới. Chưa có thì để trống cả hai."
    return f"Ghi số nguyên (1584) hoặc chữ: “1.584”, “hơn 550”, “hàng trăm”. {NO_FIGURE}"


def _hint(sheet: Any, cells: Sequence[str], prompt: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]  # no types

    rule = DataValidation(type=None, allow_blank=True, showErrorMessage=False, showInputMessage=True)
    rule.promptTitle, rule.prompt = "Cách ghi", prompt[:PROMPT_LIMIT]
    rule.sqref = _ranges(cells)
    sheet.add_data_validation(rule)


def _offer(sheet: Any, cells: Sequence[str], words: Sequence[str]) -> None:
    """A list to choose from, which lets any other text pass."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not cells:
        return
    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=False)
    rule.showInputMessage, rule.promptTitle, rule.prompt = True, "Cách ghi", f"Chọn hoặc ghi: {', '.join(words)}."
    rule.sqref = _ranges(cells)
    sheet.add_data_validation(rule)


def _ranges(cells: Sequence[str]) -> Any:
    from openpyxl.worksheet.cell_range import MultiCellRange  # type: ignore[import-untyped]  # no types

    return MultiCellRange(" ".join(cells))


def _finish(sheet: Any, frozen: str) -> None:
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = frozen
    protect(sheet)


def province_sheet(
    pen: Pen,
    sheet: Any,
    questions: Questions,
    units: Sequence[UnitEntry],
    filled: Mapping[str, Mapping[str, Filled]],
) -> None:
    """The province form: a row a unit, a column a cell; sections, labels and units stand above."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # no types

    identifiers = [each for question in questions.of_communes() for each in question.column_ids()]
    heads = ("@id", *UNIT_COLUMNS[:3], *identifiers, UNIT_COLUMNS[3])
    for column, name in enumerate(heads, start=1):
        pen.put(sheet, 1, column, name, "id")
    for column, width in enumerate((4, 10, 26, 10), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _province_heads(pen, sheet, questions, identifiers)
    columns = {identifier: column for column, identifier in enumerate(heads, start=1)}
    is_ruled = len(units) * len(heads) <= RULED_CELLS
    for row, unit in enumerate(units, start=5):
        for column, value in ((2, unit.code), (3, unit.name), (4, unit.level)):
            pen.put(sheet, row, column, value, "label")
        given = filled.get(unit.code, {})
        for identifier in identifiers:
            if is_ruled or identifier in given:
                pen.put(sheet, row, columns[identifier], _held(given.get(identifier)), "input")
        if is_ruled:
            pen.put(sheet, row, columns[UNIT_COLUMNS[3]], None, "words")
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "E5"
    set_up_page(sheet, landscape=True, title_rows="2:4")
    sheet.page_setup.paperSize, sheet.page_setup.fitToWidth = 8, 0
    sheet.print_title_cols = "B:D"


def _province_heads(pen: Pen, sheet: Any, questions: Questions, identifiers: Sequence[str]) -> None:
    from openpyxl.utils import get_column_letter

    for row in (2, 3, 4):
        pen.put(sheet, row, 1, "@head", "id")
        for column, word in enumerate(("Mã đơn vị", "Tên đơn vị", "Cấp"), start=2):
            pen.put(sheet, row, column, word if row == 3 else None, "head")
    section = ""
    for column, identifier in enumerate(identifiers, start=5):
        slot = questions.slot_of(identifier)
        assert slot is not None
        title = questions.catalogue.sections[slot.question.section].title
        pen.put(sheet, 2, column, None if title == section else title, "band")
        pen.put(sheet, 3, column, slot.label, "head")
        pen.put(sheet, 4, column, slot.unit, "unit")
        section = title
        sheet.column_dimensions[get_column_letter(column)].width = 30 if slot.question.shape == "group" else 17
    last = 5 + len(identifiers)
    for row in (2, 3, 4):
        pen.put(sheet, row, last, "Ghi chú" if row == 3 else None, "head")
    sheet.column_dimensions[get_column_letter(last)].width = 30
    for row, height in ((2, 24.0), (3, 96.0), (4, 36.0)):
        sheet.row_dimensions[row].height = height
