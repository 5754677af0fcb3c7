"""Pictures, video, and where the figures were taken from."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from antq_reports.catalogue.text_fields import Frozen, Line, Name
from antq_reports.errors import Refusal
from antq_reports.figures.sentence_errors import fault, refused


def _check_url(value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(char.isspace() or ord(char) < 33 for char in value):
        remedy = "viết địa chỉ đầy đủ, bắt đầu bằng https://"
        raise fault("url", f"“{value[:80]}” không phải địa chỉ trang", remedy)
    return value


Url = Annotated[str, Field(max_length=500), AfterValidator(_check_url)]


FOCUS_WORDS = {"giữa": 50, "trên": 0, "dưới": 100, "trái": 0, "phải": 100}
"""Percent from the left or from the top."""
_FOCUS_REMEDY = 'viết [ngang, dọc] từ 0 đến 1 tính từ góc trên bên trái, như [0.5, 0.3], hoặc bằng chữ, như "trên phải"'


class Focus(Frozen):
    """The point of a picture that has to be seen, in percent of its width from the left and of its height from the top.

    Written as fractions or in words:

    >>> Focus.model_validate([Decimal("0.5"), Decimal("0.3")]), Focus.model_validate("trên phải")
    (Focus(x=50, y=30), Focus(x=100, y=0))
    """

    x: int = Field(ge=0, le=100)
    y: int = Field(ge=0, le=100)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, str):
            return _told_focus(data)
        if isinstance(data, list | tuple):
            is_point = len(data) == 2 and all(_is_fraction(part) for part in data)
            if not is_point:
                raise fault("focus", "điểm nhìn phải là hai số từ 0 đến 1", _FOCUS_REMEDY)
            return {"x": round(data[0] * 100), "y": round(data[1] * 100)}
        if not isinstance(data, dict):
            raise fault("focus", "điểm nhìn sai dạng", _FOCUS_REMEDY)
        return data

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        point = {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 1}, "minItems": 2, "maxItems": 2}
        return {"anyOf": [point, {"type": "string"}, handler(schema)]}


def _is_fraction(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return value == value and 0 <= value <= 1  # a Decimal that is no number cannot even be compared


def _told_focus(text: str) -> dict[str, int]:
    """A focus in words: one or two of them, of different directions."""
    words = text.lower().split()
    for word in words:
        if word not in FOCUS_WORDS:
            otherwise = f"các chữ: {', '.join(FOCUS_WORDS)}"
            raise refused(
                "focus", Refusal.of_unknown(f"không có điểm nhìn “{word[:40]}”", word, FOCUS_WORDS, otherwise)
            )
    across, down = ([word for word in words if word in pair] for pair in (("trái", "phải"), ("trên", "dưới")))
    if not 1 <= len(words) <= 2 or len(across) > 1 or len(down) > 1:
        raise fault("focus", f"điểm nhìn “{text[:40]}” không rõ", _FOCUS_REMEDY)
    return {"x": FOCUS_WORDS["".join(across) or "giữa"], "y": FOCUS_WORDS["".join(down) or "giữa"]}


class Photo(Frozen):
    """A picture with what a reader and a blind reader need to know of it.

    A caption prints a typed figure by naming its metric in braces: ``"Cả năm xảy ra {roads.accidents}"``.
    """

    path: Line = Field(description="Tệp ảnh JPEG, PNG hoặc WebP, tính từ thư mục của tệp báo cáo")
    caption: Line
    alt: Line = Field(description="Mô tả ảnh cho người không nhìn thấy ảnh")
    credit: Name | None = Field(default=None, description="Người chụp hoặc người vẽ")
    illustration: bool = Field(default=False, description="Hình vẽ minh họa, không phải ảnh chụp")
    focus: Focus | None = Field(
        default=None,
        description="Điểm phải thấy của ảnh, [ngang, dọc] hoặc bằng chữ; chỉ ảnh có điểm này mới bị cắt cho đầy khung",
    )
    after: Name | None = Field(
        default=None, description="Đặt sau mục nào của chủ đề, hoặc sau lead, visit; ảnh đầu tiên là ảnh chính"
    )


class Video(Frozen):
    """A video; one with an address gets a QR code in print."""

    caption: Line
    url: Url | None = None


class Source(Frozen):
    """Where the figures were published."""

    name: Name
    url: Url | None = None
