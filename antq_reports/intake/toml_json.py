"""TOML and JSON as plain values, with the line of every key: strict, bounded, every refusal in Vietnamese.

Both give the same values. Numbers with a point are kept as written (never as floats), so that 1.584 is asked about
instead of becoming 1,584.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from antq_reports.errors import Fault, IntakeError
from antq_reports.intake.lines import has_endless_key, line_numbers
from antq_reports.intake.syntax import json_fault, toml_fault

MAX_FILE_BYTES = 5_000_000
MAX_TOML_CHARS = 1_000_000
MAX_KEY_PARTS = 30
"""Parts of a dotted key. A report needs three; tomllib takes quadratic time, seconds for a few thousand."""
MAX_DIGITS = 30
"""Digits of a whole number: beyond it is no figure, and Python cannot even print one of five thousand."""

Values = dict[str, Any]


def read_toml(text: str, file: str) -> tuple[Values, Mapping[str, int]]:
    """The values of a TOML text, and the line of each key. Raises `IntakeError` naming `file`."""
    return _parse(Path(file), text, ".toml"), line_numbers(text)


def read_values(file: Path, text: str) -> tuple[Values, Mapping[str, int]]:
    """The values of a text that is TOML or JSON by its file's ending; JSON has no line numbers."""
    kind = file.suffix.lower()
    return _parse(file, text, kind), line_numbers(text) if kind == ".toml" else {}


def _refusal(file: Path, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", message, remedy),))


def _parse(file: Path, text: str, kind: str) -> Values:
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
