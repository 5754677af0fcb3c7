"""TOML and JSON as plain values, with the line of every key: strict, bounded, every refusal in Vietnamese.

Both give the same values. Numbers with a point are kept as written (never as floats), so that 1.584 is asked about
instead of becoming 1,584.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from antq_reports.errors import Fault, IntakeError, Refusal
from antq_reports.intake.lines import line_numbers
from antq_reports.intake.syntax import json_fault
from antq_reports.intake.toml_values import readable_values, refuse_huge_numbers, toml_values

MAX_FILE_BYTES = 5_000_000


Values = dict[str, Any]


def read_values(file: Path, text: str) -> tuple[Values, Mapping[str, int]]:
    """The values of a text that is TOML or JSON by its file's ending; JSON has no line numbers."""
    kind = file.suffix.lower()
    return _parse(file, text, kind), line_numbers(text) if kind == ".toml" else {}


def _refusal(file: Path | str, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", Refusal(message, remedy)),))


def _parse(file: Path, text: str, kind: str) -> Values:
    if kind not in {".toml", ".json"}:
        raise _refusal(file, f"không đọc được tệp đuôi “{kind}”", "dùng tệp .toml hoặc .json")
    return toml_values(text, str(file)) if kind == ".toml" else json_values(text, str(file))


def json_values(text: str, file: str) -> Values:
    """The table a JSON text holds; numbers with a point stay as written. Raises `IntakeError` with one fault."""
    with readable_values(file):
        raw = _parse_json(file, text)
        refuse_huge_numbers(raw)
    if not isinstance(raw, dict):
        raise _refusal(file, "tệp phải là một bảng khóa và giá trị", "xem mẫu trong README")
    return raw


def _parse_json(file: str, text: str) -> Any:
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
        raise IntakeError((json_fault(error, file),)) from error
    _refuse_half_characters(file, raw)
    return raw


def _refuse_half_characters(file: str, raw: Any) -> None:
    try:
        json.dumps(raw, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeEncodeError as error:
        before = str(error.object)[max(0, error.start - 30) : error.start]
        raise _refusal(file, f"có ký tự hỏng sau “{before}”", "gõ lại đoạn này") from error
