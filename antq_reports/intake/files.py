"""Reading a report from a TOML or JSON file.

Both give the same report. Numbers with a point are kept as written (never as floats), so that 1.584 is asked about
instead of becoming 1,584. Nothing else is read: photos stay paths until a page needs them.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from antq_reports.errors import Fault, IntakeError
from antq_reports.intake.faults import faults_of
from antq_reports.intake.lines import line_numbers, line_of
from antq_reports.models import Report, SourceMap, caption_metrics, catalogue

MAX_FILE_BYTES = 5_000_000


def load_report(path: str | Path) -> Report:
    """The report in a ``.toml`` or ``.json`` file.

    Raises `IntakeError` with every fault found: file, line or table path, what is wrong, what to write.
    """
    file = Path(path)
    text = _read_text(file)
    raw = _parse(file, text)
    numbers = line_numbers(text) if file.suffix.lower() == ".toml" else {}
    try:
        report = Report.model_validate(raw)
    except ValidationError as error:
        faults = (replace(fault, line=line_of(fault.path, numbers)) for fault in faults_of(error, str(file)))
        raise IntakeError(tuple(faults)) from error
    faults = tuple(_caption_faults(report, str(file)))
    if faults:
        raise IntakeError(tuple(replace(fault, line=line_of(fault.path, numbers)) for fault in faults))
    return report.with_sources(SourceMap(file=file.name, folder=file.resolve().parent, places=_places(file.name, numbers)))


def _places(file: str, numbers: Mapping[str, int]) -> dict[str, str]:
    return {path: f"{file}, dòng {number}: {path}" for path, number in numbers.items()}


def _read_text(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            raise IntakeError((Fault(str(file), "", "tệp lớn hơn 5 MB", "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB"),))
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise IntakeError((Fault(str(file), "", "không có tệp này", _nearest(file)),)) from error
    except UnicodeDecodeError as error:
        raise IntakeError((Fault(str(file), "", "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8"),)) from error
    except OSError as error:
        raise IntakeError((Fault(str(file), "", f"không đọc được tệp ({error.strerror})", "kiểm tra quyền đọc tệp"),)) from error


def _nearest(file: Path) -> str:
    folder = file.parent
    found = sorted(path.name for path in folder.glob("*") if path.suffix in {".toml", ".json"}) if folder.is_dir() else []
    return f"trong {folder} có: {', '.join(found[:8])}" if found else "kiểm tra đường dẫn"


def _parse(file: Path, text: str) -> dict[str, Any]:
    kind = file.suffix.lower()
    if kind not in {".toml", ".json"}:
        raise IntakeError((Fault(str(file), "", f"không đọc được tệp đuôi “{kind}”", "dùng tệp .toml hoặc .json"),))
    try:
        raw = tomllib.loads(text, parse_float=Decimal) if kind == ".toml" else _parse_json(text)
    except tomllib.TOMLDecodeError as error:
        raise IntakeError((_syntax_fault(file, str(error)),)) from error
    except json.JSONDecodeError as error:
        fault = Fault(str(file), "", f"JSON sai cú pháp ({error.msg})", "sửa dòng đó", error.lineno)
        raise IntakeError((fault,)) from error
    except (ValueError, RecursionError) as error:
        raise IntakeError((Fault(str(file), "", f"tệp không hợp lệ ({error})", "viết lại theo mẫu trong README"),)) from error
    if not isinstance(raw, dict):
        raise IntakeError((Fault(str(file), "", "tệp phải là một bảng khóa và giá trị", "xem mẫu trong README"),))
    return raw


def _syntax_fault(file: Path, message: str) -> Fault:
    at = re.search(r"line (\d+)", message)
    reason = f"TOML sai cú pháp ({message.split(' (at')[0]})"
    return Fault(str(file), "", reason, "sửa dòng đó; chữ phải nằm trong ngoặc kép", int(at.group(1)) if at else None)


def _parse_json(text: str) -> Any:
    return json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_unique_keys)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"“{name}” không phải số")


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    doubled = next((key for key in keys if keys.count(key) > 1), None)
    if doubled is not None:
        raise ValueError(f"khóa “{doubled}” viết hai lần")
    return dict(pairs)


def _caption_faults(report: Report, file: str) -> Iterable[Fault]:
    """Captions may name metrics; a name that no metric has is a fault, a metric not reported is not."""
    known = {entry.path for entry in catalogue()}
    for place, photo in enumerate(report.photos):
        for name in caption_metrics(photo.caption):
            if name not in known and not name.startswith("extra.") and "[" not in name:
                remedy = "viết tên chỉ tiêu có trong antq-reports schema, hoặc bỏ dấu { }"
                yield Fault(file, f"photos[{place}].caption", f"không có chỉ tiêu “{name}”", remedy)
