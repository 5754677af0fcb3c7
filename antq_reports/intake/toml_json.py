"""Reading a report from a TOML or JSON file.

Both give the same report. Numbers with a point are kept as written (never as floats), so that 1.584 is asked about
instead of becoming 1,584. Nothing else is read: photos stay paths until a page needs them.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from antq_reports.catalogue import Award, Metric, metrics_of
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError
from antq_reports.files import read_whole
from antq_reports.intake.lines import has_endless_key, line_numbers, line_of
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.syntax import json_fault, toml_fault
from antq_reports.report import Report, SourceMap, caption_metrics, catalogue
from antq_reports.report.report import PLACEHOLDER

MAX_FILE_BYTES = 5_000_000
MAX_TOML_CHARS = 1_000_000
MAX_KEY_PARTS = 30
"""Parts of a dotted key. A report needs three; tomllib takes quadratic time, seconds for a few thousand."""
MAX_DIGITS = 30
"""Digits of a whole number: beyond it is no figure, and Python cannot even print one of five thousand."""

_REMEDIES: dict[FileProblem, str] = {
    FileProblem.NO_FILE: "chỉ đúng tệp .toml hoặc .json",
    FileProblem.TOO_LARGE: "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB",
}


def load_report(path: str | Path) -> Report:
    """The report in a ``.toml`` or ``.json`` file.

    Raises `IntakeError` with every fault found: file, line or table path, what is wrong, what to write.
    """
    file = Path(path)
    text = _read_text(file)
    report = parse_report(file, text)
    faults = tuple(_caption_faults(report, str(file)))
    if faults:
        raise _located(faults, _line_numbers(file, text))
    return report


def parse_report(file: Path, text: str) -> Report:
    """The report written in a text; `file` tells by its ending what the text is, and names it in faults.

    What captions name is not looked at: a caption that was printed once is as good as it was.
    """
    raw = _parse(file, text)
    numbers = _line_numbers(file, text)
    try:
        report = Report.model_validate(raw)
    except ValidationError as error:
        raise _located(faults_of(error, str(file)), numbers) from error
    return report.with_sources(
        SourceMap(file=file.name, folder=file.resolve().parent, places=_places(file.name, numbers))
    )


def _line_numbers(file: Path, text: str) -> dict[str, int]:
    return line_numbers(text) if file.suffix.lower() == ".toml" else {}


def _located(faults: tuple[Fault, ...], numbers: dict[str, int]) -> IntakeError:
    """The faults with their lines, in the order of the file."""
    placed = (replace(fault, line=line_of(fault.path, numbers)) for fault in faults)
    return IntakeError(tuple(sorted(placed, key=lambda fault: fault.line or 0)))


def _places(file: str, numbers: Mapping[str, int]) -> dict[str, str]:
    return {path: f"{file}, dòng {number}: {path}" for path, number in numbers.items()}


def _read_text(file: Path) -> str:
    try:
        text = read_whole(file, limit=MAX_FILE_BYTES).decode("utf-8-sig")
    except FileError as error:
        missing = {FileProblem.MISSING: _nearest(file)} if error.problem is FileProblem.MISSING else {}
        raise error.refusal(_REMEDIES | missing) from error
    except UnicodeDecodeError as error:
        raise _refusal(file, "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8") from error
    if not text.strip():
        raise _refusal(file, "tệp trống", "viết theo mẫu trong README")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(file: Path, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", message, remedy),))


def _nearest(file: Path) -> str:
    folder = file.parent
    found = (
        sorted(path.name for path in folder.glob("*") if path.suffix in {".toml", ".json"}) if folder.is_dir() else []
    )
    return f"trong {folder} có: {', '.join(found[:8])}" if found else "kiểm tra đường dẫn"


def _parse(file: Path, text: str) -> dict[str, Any]:
    kind = file.suffix.lower()
    if kind not in {".toml", ".json"}:
        raise _refusal(file, f"không đọc được tệp đuôi “{kind}”", "dùng tệp .toml hoặc .json")
    if kind == ".toml" and len(text) > MAX_TOML_CHARS:
        raise _refusal(file, "tệp TOML dài hơn 1 triệu ký tự", "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB")
    if kind == ".toml" and has_endless_key(text, MAX_KEY_PARTS):
        reason = f"có khóa gồm hơn {MAX_KEY_PARTS} phần nối bằng dấu chấm"
        raise _refusal(file, reason, "viết lại theo mẫu trong README")
    try:
        raw = tomllib.loads(text, parse_float=Decimal) if kind == ".toml" else _parse_json(file, text)
        _refuse_huge_numbers(raw)
    except tomllib.TOMLDecodeError as error:
        raise IntakeError((toml_fault(error, str(file), text),)) from error
    except json.JSONDecodeError as error:
        raise IntakeError((json_fault(error, str(file)),)) from error
    except RecursionError as error:
        raise _refusal(file, "các bảng và danh sách lồng nhau quá sâu", "viết lại theo mẫu trong README") from error
    except (ValueError, ArithmeticError) as error:  # a number beyond what Python reads
        raise _refusal(file, "có con số quá lớn hoặc quá dài", "kiểm tra lại các con số trong tệp") from error
    if not isinstance(raw, dict):
        raise _refusal(file, "tệp phải là một bảng khóa và giá trị", "xem mẫu trong README")
    return raw


def _refuse_huge_numbers(raw: Any) -> None:
    """Raise ValueError for a whole number beyond `MAX_DIGITS`, which hexadecimal notation lets through."""
    left = [raw]
    while left:
        value = left.pop()
        if isinstance(value, dict | list):
            left.extend(value.values() if isinstance(value, dict) else value)
        elif isinstance(value, int) and abs(value) >= 10**MAX_DIGITS:
            raise ValueError("number too large")


def _parse_json(file: Path, text: str) -> Any:
    """The values of a JSON file; what JSON has but TOML refuses is refused here: NaN, doubled keys, half characters."""

    def refuse_constant(name: str) -> NoReturn:
        raise _refusal(file, f"“{name}” không phải số", 'viết số nguyên (1584) hoặc chữ ("trên 550")')

    def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) < len(pairs):
            doubled = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
            raise _refusal(file, f"khóa “{doubled}” viết hai lần", "giữ lại một khóa")
        return table

    raw = json.loads(text, parse_float=Decimal, parse_constant=refuse_constant, object_pairs_hook=unique_keys)
    _refuse_half_characters(file, raw)
    return raw


def _refuse_half_characters(file: Path, raw: Any) -> None:
    try:
        json.dumps(raw, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeEncodeError as error:
        before = str(error.object)[max(0, error.start - 30) : error.start]
        raise _refusal(file, f"có ký tự hỏng sau “{before}”", "gõ lại đoạn này") from error


def _caption_faults(report: Report, file: str) -> Iterator[Fault]:
    """Captions may name metrics; a name that no metric has is a fault, a metric not reported is not."""
    known = _nameable(report)
    for place, photo in enumerate(report.photos):
        path = f"photos[{place}].caption"
        for name in caption_metrics(photo.caption):
            if name not in known and not _may_be_unreported(name, known):
                near = difflib.get_close_matches(name[:80], known, n=1)
                remedy = (
                    f"có phải “{near[0]}”?" if near else "xem tên chỉ tiêu trong antq-reports schema, hoặc bỏ dấu { }"
                )
                yield Fault(file, path, f"không có chỉ tiêu “{name[:80]}”", remedy)
        if set("{}") & set(PLACEHOLDER.sub("", photo.caption)):
            yield Fault(file, path, "dấu { } không đi thành cặp", "viết {tên_chỉ_tiêu}, hoặc bỏ dấu")


def _may_be_unreported(name: str, known: list[str]) -> bool:
    """Whether a name is that of an extra figure this report simply does not have: not reported, like any metric.

    A near miss of one it has is a slip of the pen, and a fault.
    """
    shaped = re.fullmatch(r"extra\.[a-z][a-z0-9_]{0,59}", name)
    return shaped is not None and not difflib.get_close_matches(name, known, n=1, cutoff=0.8)


def _nameable(report: Report) -> list[str]:
    """The paths a caption may name: declared metrics, rows the report has, its extra figures."""
    names = [f"extra.{extra.id}" for extra in report.extra]
    for entry in catalogue():
        if isinstance(entry.declaration, Metric):
            names.append(entry.path)
            continue
        for place, row in enumerate(getattr(getattr(report, entry.section), entry.name)):
            of_row = [f".{name}" for name in metrics_of(Award)] if isinstance(row, Award) else [""]
            names += [f"{entry.path}[{place}]{tail}" for tail in of_row]
    return names
