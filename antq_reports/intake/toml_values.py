"""The values of a TOML text, read under limits, and what a model says of them, with the lines of the file.

Reports, frames and styles are written in TOML by people: whatever is wrong with one is told here in Vietnamese, every
fault at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from antq_reports.errors import Fault, IntakeError, Refusal
from antq_reports.intake.lines import has_endless_key, line_numbers, line_of
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.syntax import toml_fault

MAX_TOML_CHARS = 1_000_000
MAX_KEY_PARTS = 30
"""Parts of a dotted key. A report needs three; tomllib takes quadratic time, seconds for a few thousand."""
MAX_DIGITS = 30
"""Digits of a whole number: beyond it is no figure, and Python cannot even print one of five thousand."""

Value = TypeVar("Value")


def read_toml(text: str, file: str, wanted: TypeAdapter[Value], model: type[BaseModel], sample: str) -> Value:
    """The value a TOML text stands for.

    ``model`` holds the keys that are advised, ``sample`` names a good file. Raises `IntakeError` with every fault, in
    the order of the file.
    """
    values = toml_values(text, file, sample)
    try:
        return wanted.validate_python(values)
    except ValidationError as error:
        raise IntakeError(located(faults_of(error, file, model, sample), line_numbers(text))) from error


def toml_table(text: str, file: str, sample: str = "README") -> tuple[dict[str, Any], Mapping[str, int]]:
    """The table a TOML text holds, and the line of each key. Raises `IntakeError` with one fault."""
    return toml_values(text, file, sample), line_numbers(text)


def toml_values(text: str, file: str, sample: str = "README") -> dict[str, Any]:
    """The table a TOML text holds; numbers with a point stay as written. Raises `IntakeError` with one fault."""
    if len(text) > MAX_TOML_CHARS:
        raise _refusal(file, "tệp TOML dài hơn 1 triệu ký tự", "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB")
    if has_endless_key(text, MAX_KEY_PARTS):
        reason = f"có khóa gồm hơn {MAX_KEY_PARTS} phần nối bằng dấu chấm"
        raise _refusal(file, reason, f"viết lại theo mẫu trong {sample}")
    with readable_values(file, sample):
        try:
            values = tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            raise IntakeError((toml_fault(error, file, text),)) from error
        refuse_huge_numbers(values)
        return values


@contextmanager
def readable_values(file: str, sample: str = "README") -> Iterator[None]:
    """Tell as a fault of the file what Python's readers of TOML and JSON cannot take: depth, numbers without end."""
    try:
        yield
    except RecursionError as error:
        reason = "các bảng và danh sách lồng nhau quá sâu"
        raise _refusal(file, reason, f"viết lại theo mẫu trong {sample}") from error
    except (ValueError, ArithmeticError) as error:  # a number beyond what Python reads
        raise _refusal(file, "có con số quá lớn hoặc quá dài", "kiểm tra lại các con số trong tệp") from error


def refuse_huge_numbers(raw: Any) -> None:
    """Raise ValueError for a whole number beyond `MAX_DIGITS`, which hexadecimal notation lets through."""
    left = [raw]
    while left:
        value = left.pop()
        if isinstance(value, dict | list):
            left.extend(value.values() if isinstance(value, dict) else value)
        elif isinstance(value, int) and abs(value) >= 10**MAX_DIGITS:
            raise ValueError("number too large")


def located(faults: Iterable[Fault], numbers: Mapping[str, int]) -> tuple[Fault, ...]:
    """The faults with their lines, in the order of the file."""
    placed = (replace(fault, line=line_of(fault.path, numbers)) for fault in faults)
    return tuple(sorted(placed, key=lambda fault: fault.line or 0))


def _refusal(file: str, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(file, "", Refusal(message, remedy)),))
