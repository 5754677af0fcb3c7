"""From pydantic's errors to faults a statistician can act on: where, what, and what to write instead.

Messages are Vietnamese; every fault of an input is reported, not the first alone.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ValidationError

from antq_reports.errors import Fault, Refusal
from antq_reports.figures import KINDS
from antq_reports.figures.sentence_errors import PLACE_KEY, refusal_in
from antq_reports.vietnamese import format_integer

MAX_FAULTS = 500
"""More than anybody reads; past it the rest is only counted."""

MAX_PATH_CHARS = 200

_WORDINGS = {
    "string_type": ("phải là chữ", "đặt nội dung trong ngoặc kép"),
    "string_unicode": ("có ký tự hỏng", "gõ lại đoạn này"),
    "string_too_long": ("quá dài (tối đa {max_length} ký tự)", "rút ngắn lại"),
    "string_pattern_mismatch": ("sai dạng", "xem mẫu trong {sample}"),
    "bool_type": ("phải là true hoặc false", "viết true hoặc false, không có ngoặc kép"),
    "int_type": ("phải là số nguyên", "viết số nguyên trần, không có ngoặc kép: 1584"),
    "date_type": ("phải là ngày", "viết năm-tháng-ngày, ví dụ 2024-10-16"),
    "tuple_type": ("phải là danh sách", "đặt các mục trong [ ]"),
    "dict_type": ("phải là một bảng", "viết thành mục riêng có tên trong [ ] hoặc { }"),
    "mapping_type": ("phải là một bảng", "viết thành mục riêng có tên trong [ ] hoặc { }"),
    "too_long": ("quá nhiều mục (tối đa {max_length})", "bớt xuống mức cho phép"),
    "too_short": ("quá ít mục (tối thiểu {min_length})", "thêm cho đủ"),
    "model_type": ("phải là một bảng", "viết thành mục riêng có tên trong [ ] hoặc { }"),
    "invalid_key": ("tên khóa phải là chữ", "đặt tên khóa trong ngoặc kép"),
    "missing": ("thiếu khóa bắt buộc", "thêm khóa này"),
    "greater_than": ("phải lớn hơn {gt}", "kiểm tra lại con số"),
    "greater_than_equal": ("phải từ {ge} trở lên", "kiểm tra lại con số"),
    "less_than_equal": ("quá lớn (tối đa {le})", "kiểm tra lại con số"),
    "union_tag_not_found": ("số liệu viết đầy đủ thiếu khóa “kind”", 'thêm kind, như kind = "count"'),
    "union_tag_invalid": ("không có loại số liệu “{tag}” ở đây", "chọn một trong: {expected_tags}"),
}
_UNKNOWN = ("giá trị không dùng được ở đây", "xem mẫu trong {sample}")
REPORT_SAMPLE = "antq-reports keys"
_SHORT_FORMS = {
    "Period": ("phải là tên kỳ hoặc một bảng", 'viết "năm 2024" hoặc { label = "năm 2024", start = 2024-01-01 }'),
    "Place": ("phải là tên nơi hoặc một bảng", 'viết "tỉnh Lâm Đồng" hoặc { name = "Lâm Đồng", level = "tỉnh" }'),
}
_PATTERNS = {
    "code": "viết từ 2 đến 5 chữ số trong ngoặc kép, giữ số 0 ở đầu",
    "id": "viết chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ",
}


def faults_of(
    error: ValidationError, file: str, model: type[BaseModel], sample: str = REPORT_SAMPLE
) -> tuple[Fault, ...]:
    """Every fault in the values of a file, by table path.

    ``model`` is what the values were to be: its keys are the ones advised. ``sample`` is what shows a good file.
    """
    items = error.errors(include_url=False)
    faults = [_fault(item, file, model, sample) for item in items[:MAX_FAULTS]]
    if len(items) > MAX_FAULTS:
        remedy = "sửa các lỗi trên rồi đọc lại tệp"
        faults.append(Fault(file, "", Refusal(f"còn {format_integer(len(items) - MAX_FAULTS)} lỗi nữa", remedy)))
    return tuple(faults)


def _fault(item: Any, file: str, model: type[BaseModel], sample: str) -> Fault:
    at = (item.get("ctx") or {}).get(PLACE_KEY, "")
    path = _printable(".".join(part for part in (table_path(item["loc"]), at) if part), MAX_PATH_CHARS)
    return Fault(file, path, _refusal(item, model, sample))


def _refusal(item: Any, model: type[BaseModel], sample: str) -> Refusal:
    context = item.get("ctx") or {}
    if own := refusal_in(context):
        return own
    if item["type"] == "extra_forbidden":
        return _unknown_key(item["loc"], model)
    if item["type"] in ("literal_error", "enum"):
        allowed = str(context.get("expected", "")).replace("'", '"').replace(" or ", ", ")
        return Refusal(f"{_shown(item['input'])} không dùng được ở đây", f"chọn một trong: {allowed}")
    return _wording(item, {**context, "sample": sample})


def _wording(item: Any, context: dict[str, Any]) -> Refusal:
    message, remedy = _SHORT_FORMS.get(context.get("class_name", "")) or _WORDINGS.get(item["type"], _UNKNOWN)
    if item["type"] == "string_pattern_mismatch":
        remedy = _PATTERNS.get(str(item["loc"][-1]), remedy)
    for name, value in context.items():
        shown = format_integer(value) if isinstance(value, int) else str(value).replace("'", '"')
        message, remedy = message.replace(f"{{{name}}}", shown), remedy.replace(f"{{{name}}}", shown)
    return Refusal(message, remedy)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "“true”" if value else "“false”"
    if isinstance(value, str | int | Decimal):
        return f"“{_printable(str(value), 80)}”"
    return "giá trị kiểu này"


def _printable(text: str, longest: int) -> str:
    """A text of a file as a message may repeat it: not endless, and without what would steer a terminal."""
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:longest])
    return shown if len(text) <= longest else f"{shown}…"


def _unknown_key(loc: tuple[int | str, ...], model: type[BaseModel]) -> Refusal:
    name, known = _printable(str(loc[-1]), 80), _keys_at(loc[:-1], model)
    return Refusal.of_unknown(f"không có khóa “{name}”", name, known, f"các khóa được dùng: {', '.join(known)}")


def _keys_at(loc: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    """The keys that the models at a path declare: one model, or the kinds of figure a metric takes."""
    models: list[type[BaseModel]] = [model]
    for part in loc:
        fields = [model.model_fields[part] for model in models if part in model.model_fields]
        models = [inner for field in fields for inner in models_in(field.annotation)] or models
    return list(dict.fromkeys(key for model in models for key in model.model_fields))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models a field's type names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from models_in(part)


def table_path(loc: tuple[int | str, ...]) -> str:
    """A place in a file as its writer sees it.

    >>> table_path(("prizes", "given", 0, "form"))
    'prizes.given[0].form'
    """
    path = ""
    for before, part in pairwise(("", *loc)):
        if before == "amount" and part in KINDS:
            continue  # pydantic names the kind it chose; the file has no such table
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path
