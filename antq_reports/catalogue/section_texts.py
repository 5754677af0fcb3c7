"""What a person writes about a section in words of their own: a paragraph, and what somebody said."""

from __future__ import annotations

from pydantic import Field

from antq_reports.catalogue.text_fields import Frozen, Line, Name, Prose

MAX_PARAGRAPHS = 20
SECTION_TEXTS = ("opening", "closing", "paragraphs", "quote", "qualifiers")
"""The fields of a section that hold a person's own words."""


class Paragraph(Frozen):
    """A paragraph of one's own."""

    text: Prose
    after: Name | None = Field(
        default=None, description="Khóa của chỉ tiêu trong mục: in ngay sau câu có chỉ tiêu ấy; bỏ trống thì cuối mục"
    )


class Quote(Frozen):
    """What somebody said, word for word."""

    text: Prose = Field(description="Lời nói, không có ngoặc kép")
    who: Name
    role: Line | None = Field(default=None, description="Chức vụ")
