"""What a report says in words beyond its figures: what is still wanting, what comes next, deeds of people and units."""

from __future__ import annotations

from pydantic import Field

from antq_reports.catalogue.text_fields import Frozen, Line, Name, Prose

MAX_POINTS = 20
"""Points of one kind: more would be a plan, not the end of a brief."""


class Outlook(Frozen):
    """What closes a brief. A point is a clause without a full stop, or sentences, which are printed as written."""

    shortcomings: tuple[Prose, ...] = Field(default=(), description="Khó khăn, hạn chế", max_length=MAX_POINTS)
    causes: tuple[Prose, ...] = Field(default=(), description="Nguyên nhân", max_length=MAX_POINTS)
    lessons: tuple[Prose, ...] = Field(default=(), description="Bài học kinh nghiệm", max_length=MAX_POINTS)
    tasks: tuple[Prose, ...] = Field(default=(), description="Nhiệm vụ thời gian tới", max_length=MAX_POINTS)
    proposals: tuple[Prose, ...] = Field(default=(), description="Kiến nghị, đề xuất", max_length=MAX_POINTS)


class Deed(Frozen):
    """What one person or unit did."""

    who: Name = Field(description="Người hoặc đơn vị: ông Lê Văn An, tổ tự quản thôn 3")
    what: Line = Field(description="Đã làm gì, bắt đầu bằng động từ, không có dấu chấm cuối")
    where: Name | None = Field(default=None, description="Ở đâu: xã Tân Hà")
