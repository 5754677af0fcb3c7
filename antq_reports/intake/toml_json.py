"""Reading a report from a TOML or JSON file.

Both give the same report. Numbers with a point are kept as written (never as floats), so that 1.584 is asked about
instead of becoming 1,584. Nothing else is read: photos stay paths until a page needs them.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from antq_reports.catalogue import Award, Metric, metrics_of
from antq_reports.errors import Fault, IntakeError, Refusal
from antq_reports.intake.lines import line_numbers
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.syntax import json_fault
from antq_reports.intake.toml_values import located, readable_values, refuse_huge_numbers, toml_values
from antq_reports.report import Origin, Report, SourceMap, caption_metrics, catalogue
from antq_reports.report.report import PLACEHOLDER

MAX_FILE_BYTES = 5_000_000


def load_report(path: str | Path) -> Report:
    """The report in a ``.toml`` or ``.json`` file.

    Raises `IntakeError` with every fault found: file, line or table path, what is wrong, what to write.
    """
    file = Path(path)
    text = _read_text(file)
    report = parse_report(file, text)
    faults = tuple(_caption_faults(report, str(file)))
    if faults:
        raise IntakeError(located(faults, _line_numbers(file, text)))
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
        raise IntakeError(located(faults_of(error, str(file)), numbers)) from error
    return report.with_sources(
        SourceMap(file=file.name, folder=file.resolve().parent, places=_places(file.name, numbers))
    )


def _line_numbers(file: Path, text: str) -> dict[str, int]:
    return line_numbers(text) if file.suffix.lower() == ".toml" else {}


def _places(file: str, numbers: Mapping[str, int]) -> dict[str, tuple[Origin, ...]]:
    return {path: (Origin(file=file, line=number, path=path),) for path, number in numbers.items()}


def _read_text(file: Path) -> str:
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise _refusal(file, "không phải là một tệp", "chỉ đúng tệp .toml hoặc .json")
        if size > MAX_FILE_BYTES:
            raise _refusal(file, "tệp lớn hơn 5 MB", "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB")
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise _refusal(file, "không có tệp này", _nearest(file)) from error
    except UnicodeDecodeError as error:
        raise _refusal(file, "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8") from error
    except PermissionError as error:
        raise _refusal(file, "không có quyền đọc tệp", "kiểm tra quyền đọc tệp") from error
    except (OSError, ValueError) as error:  # ValueError: a path no system takes
        raise _refusal(file, "không đọc được tệp", "kiểm tra đường dẫn và ổ đĩa") from error
    if not text.strip():
        raise _refusal(file, "tệp trống", "viết theo mẫu trong README")
    return text


def _refusal(file: Path, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", Refusal(message, remedy)),))


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
    return toml_values(text, str(file)) if kind == ".toml" else _json_values(file, text)


def _json_values(file: Path, text: str) -> dict[str, Any]:
    with readable_values(str(file)):
        raw = _parse_json(file, text)
        refuse_huge_numbers(raw)
    if not isinstance(raw, dict):
        raise _refusal(file, "tệp phải là một bảng khóa và giá trị", "xem mẫu trong README")
    return raw


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

    try:
        raw = json.loads(text, parse_float=Decimal, parse_constant=refuse_constant, object_pairs_hook=unique_keys)
    except json.JSONDecodeError as error:
        raise IntakeError((json_fault(error, str(file)),)) from error
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
                near = next(iter(difflib.get_close_matches(name[:80], known, n=1)), None)
                remedy = f"có phải “{near}”?" if near else "xem tên chỉ tiêu trong antq-reports schema, hoặc bỏ dấu { }"
                yield Fault(file, path, Refusal(f"không có chỉ tiêu “{name[:80]}”", remedy, near))
        if set("{}") & set(PLACEHOLDER.sub("", photo.caption)):
            yield Fault(file, path, Refusal("dấu { } không đi thành cặp", "viết {tên_chỉ_tiêu}, hoặc bỏ dấu"))


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
