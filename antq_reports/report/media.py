"""Pictures, video, and where the figures were taken from."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from antq_reports.catalogue.text_fields import Frozen, Line, Name
from antq_reports.figures.sentence_errors import fault


def _check_url(value: str) -> str:
    if not value.startswith(("https://", "http://")) or any(char.isspace() or ord(char) < 33 for char in value):
        remedy = "viết địa chỉ đầy đủ, bắt đầu bằng https://"
        raise fault("url", f"“{value[:80]}” không phải địa chỉ trang", remedy)
    return value


Url = Annotated[str, Field(max_length=500), AfterValidator(_check_url)]


class Photo(Frozen):
    """A picture with what a reader and a blind reader need to know of it.

    A caption prints a typed figure by naming its metric in braces: ``"Cả năm xảy ra {roads.accidents}"``.
    """

    path: Line = Field(description="Tệp ảnh JPEG, PNG hoặc WebP, tính từ thư mục của tệp báo cáo")
    caption: Line
    alt: Line = Field(description="Mô tả ảnh cho người không nhìn thấy ảnh")
    credit: Name | None = Field(default=None, description="Người chụp hoặc người vẽ")
    illustration: bool = Field(default=False, description="Hình vẽ minh họa, không phải ảnh chụp")
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
