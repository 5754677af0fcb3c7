"""From pydantic's errors to faults a statistician can act on: where, what, and what to write instead.

Messages are Vietnamese; every fault of an input is reported, not the first alone.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from antq_reports.errors import Fault
from antq_reports.models import Report

_TYPES = {
    "string_type": ("phải là chữ", "đặt nội dung trong ngoặc kép"),
    "bool_type": ("phải là true hoặc false", "viết true hoặc false, không có ngoặc kép"),
    "date_type": ("phải là ngày", "viết năm-tháng-ngày, ví dụ 2024-10-16"),
    "tuple_type": ("phải là danh sách", "đặt các mục trong [ ]"),
    "model_type": ("phải là một bảng", "viết thành mục riêng có tên trong [ ] hoặc { }"),
    "missing": ("thiếu khóa bắt buộc", "thêm khóa này"),
    "string_pattern_mismatch": ("sai dạng", "xem mẫu trong antq-reports schema"),
    "too_long": ("quá nhiều mục", "bớt xuống mức cho phép"),
    "string_too_long": ("quá dài", "rút ngắn lại"),
}


def faults_of(error: ValidationError, file: str) -> tuple[Fault, ...]:
    """Every fault in a report, by table path."""
    return tuple(_fault(item, file) for item in error.errors(include_url=False))


def _fault(item: Any, file: str) -> Fault:
    path = table_path(item["loc"])
    context = item.get("ctx") or {}
    if item["type"] == "extra_forbidden":
        return _unknown_key(item["loc"], path, file)
    if item["type"] == "literal_error":
        allowed = context.get("expected", "").replace("'", '"').replace(" or ", ", ")
        return Fault(file, path, f"giá trị “{item['input']}” không dùng được ở đây", f"chọn một trong: {allowed}")
    if item["type"] in _TYPES:
        message, remedy = _TYPES[item["type"]]
        limit = context.get("max_length")
        return Fault(file, path, message + (f" (tối đa {limit})" if limit else ""), remedy)
    return Fault(file, path, item["msg"], str(context.get("remedy", "")))


def _unknown_key(loc: tuple[int | str, ...], path: str, file: str) -> Fault:
    known = _keys_at(loc[:-1])
    near = difflib.get_close_matches(str(loc[-1]), known, n=1)
    remedy = f"có phải “{near[0]}”?" if near else f"các khóa được dùng: {', '.join(known)}"
    return Fault(file, path, f"không có khóa “{loc[-1]}”", remedy)


def _keys_at(loc: tuple[int | str, ...]) -> list[str]:
    """The keys the model at a path declares."""
    model: type[BaseModel] = Report
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models_in(model.model_fields[part].annotation), model)
    return list(model.model_fields)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation) if not isinstance(annotation, types.GenericAlias) else annotation.__args__:
        yield from _models_in(part)


def table_path(loc: tuple[int | str, ...]) -> str:
    """A place in a file as its writer sees it.

    >>> table_path(("rewards", "awards", 0, "form"))
    'rewards.awards[0].form'
    """
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path
