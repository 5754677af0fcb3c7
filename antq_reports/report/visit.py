"""A working visit: who came, who received them, what they looked at, what was said."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from antq_reports.catalogue.text_fields import Day, Frozen, Line, Name, Prose

MAX_PRESENT = 60
MAX_CLAUSES = 20
"""Parties, words of praise, requests, proposals: each kind is one sentence of the brief."""


class Person(Frozen):
    """A person by name and office."""

    name: Name
    role: Line | None = None


class Programme(Frozen):
    """The programme a delegation came to look at."""

    title: Line
    number: Name | None = Field(default=None, description="Số hiệu, giữ nguyên cách viết: 07")
    date: Day | None = None
    between: tuple[Name, ...] = Field(default=(), description="Các bên ký", max_length=MAX_CLAUSES)
    checked_for: Line | None = Field(default=None, description="Kiểm tra việc gì: kết quả năm 2024 tại tỉnh")


class Visit(Frozen):
    """A working visit. Praise, requests and proposals are clauses without a full stop, starting in lower case."""

    delegation: Line
    date: Day | None = None
    part_of_day: Literal["sáng", "chiều", "tối"] | None = None
    head: Person | None = None
    host: Person | None = None
    also_present: tuple[Line, ...] = Field(default=(), max_length=MAX_PRESENT)
    programme: Programme | None = None
    praise: tuple[Prose, ...] = Field(default=(), max_length=MAX_CLAUSES)
    requests: tuple[Prose, ...] = Field(default=(), max_length=MAX_CLAUSES)
    proposals: tuple[Prose, ...] = Field(default=(), max_length=MAX_CLAUSES)
