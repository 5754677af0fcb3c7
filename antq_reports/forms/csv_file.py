"""CSV files: the province form (a row a unit, a column a metric) or long records (a row a figure).

UTF-8 with or without a byte order mark; semicolons, commas or tabs, whichever the heading holds most of. Which of
the two forms a file has is read off its heading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from antq_reports.catalogue import find_catalogue
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, Refusal, SubjectError
from antq_reports.files import read_whole
from antq_reports.forms.intake_result import Intake, refusal
from antq_reports.forms.province_layout import find_layout, read_province_form
from antq_reports.forms.questions import questions_of
from antq_reports.forms.records import FIELDS, FindCatalogue, read_records
from antq_reports.forms.sheet import Sheet
from antq_reports.vietnamese import format_integer, slugify

MAX_FILE_BYTES = 20_000_000
MAX_ROWS = 300_000
"""A figure a row: every figure of some three thousand communes."""
MAX_COLUMNS = 1_000
_GUARDED = re.compile(r"'(?=[=+\-@])")


def read_delimited(file: Path, find: FindCatalogue = find_catalogue) -> Intake:
    """The reports of a CSV file in either form. Its subject stands in a column of its own, ``chủ đề``."""
    rows = read_table(file)
    heading = {slugify(text) for text in rows[0]} if rows else set()
    if heading & set(FIELDS["metric"]) and heading & set(FIELDS["value"]):
        records = (dict(zip(rows[0], row, strict=False)) for row in rows[1:] if any(row))
        return read_records(records, find, file=file, first=2)
    sheet = Sheet("", [list(row) for row in rows], file.name)
    try:
        questions = questions_of(find(_subject_column(rows)))
    except SubjectError as error:
        return refusal(file, error.reason, error.remedy)
    if find_layout(sheet, questions) is None:
        message = "dòng đầu không có mã chỉ tiêu nào"
        remedy = "cần cột mã đơn vị và các cột mã chỉ tiêu, hoặc các cột: mã đơn vị, kỳ, chỉ tiêu, giá trị, ghi chú"
        return refusal(file, message, remedy)
    return read_province_form(file, [sheet], questions)


def _subject_column(rows: list[list[str]]) -> str | None:
    """The subject that the first row of a wide table names."""
    heading = [slugify(text) for text in rows[0]] if rows else []
    place = next((number for number, slug in enumerate(heading) if slug in FIELDS["subject"]), None)
    first = rows[1] if len(rows) > 1 and place is not None else []
    return (first[place].strip() or None) if place is not None and place < len(first) else None


def read_table(file: Path) -> list[list[str]]:
    """The rows of a CSV file as texts. Raises `IntakeError` for a file that is none."""
    text = _read_text(file)
    first_line = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first_line.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return [[_GUARDED.sub("", cell, count=1) for cell in row] for row in _bounded(file, rows, delimiter)]
    except csv.Error as error:
        _refuse(file, f"tệp CSV sai cú pháp ({error})", "kiểm tra các dấu ngoặc kép", error)


def _bounded(file: Path, rows: Iterable[list[str]], delimiter: str) -> Iterator[list[str]]:
    """The rows, as long as they are a table people fill in."""
    for number, row in enumerate(rows, start=1):
        if len(row) > MAX_COLUMNS or number > MAX_ROWS:
            reason = f"bảng có quá {format_integer(MAX_ROWS)} dòng hoặc quá {format_integer(MAX_COLUMNS)} cột"
            _refuse(file, reason, f"xóa dòng và cột thừa (dấu “{delimiter}” thừa cuối dòng), hoặc tách tệp")
        yield row


def _read_text(file: Path) -> str:
    try:
        data = read_whole(file, limit=MAX_FILE_BYTES)
    except FileError as error:
        raise error.of_input({FileProblem.NO_FILE: "chỉ đúng tệp .csv"}) from error
    if not data.strip():
        _refuse(file, "tệp rỗng", "gửi lại tệp")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(file, "tệp không phải UTF-8", "khi lưu từ Excel chọn dạng “CSV UTF-8”", error)


def _refuse(file: Path, message: str, remedy: str, cause: BaseException | None = None) -> NoReturn:
    raise IntakeError((Fault(str(file), "", Refusal(message, remedy)),)) from cause
