"""What a person chooses of a brief's plan: what the headline says, what is told, what the table has alone."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from antq_reports.catalogue.catalogue import Catalogue
from antq_reports.catalogue.metric_path import MetricPath
from antq_reports.catalogue.text_fields import Frozen, Name
from antq_reports.errors import Refusal

MOST_CHOSEN = 200
"""Metrics named in one list."""
_LISTS = ("lead", "strip", "tell", "table")


class Choices(Frozen):
    """Metrics and sections by their keys; what is not chosen is as the news has it."""

    headline: Name | None = Field(default=None, description="Chỉ tiêu nói ở tít")
    lead: tuple[Name, ...] = Field(default=(), description="Chỉ tiêu nói ở đoạn mở, trước sau như ở đây", max_length=3)
    strip: tuple[Name, ...] = Field(default=(), description="Chỉ tiêu ở dải số nổi bật", max_length=4)
    tell: tuple[Name, ...] = Field(default=(), description="Chỉ tiêu nhất thiết kể trong bài", max_length=MOST_CHOSEN)
    table: tuple[Name, ...] = Field(default=(), description="Chỉ tiêu chỉ đứng trong bảng", max_length=MOST_CHOSEN)
    order: tuple[Name, ...] = Field(
        default=(), description="Thứ tự các phần, theo khóa của mục; mục khác đứng sau", max_length=MOST_CHOSEN
    )
    annex: bool = Field(default=True, description="Có in phụ lục số liệu từng xã, phường hay không")


def choice_faults(choices: Choices, catalogue: Catalogue) -> Iterator[tuple[str, Refusal]]:
    """The metrics named that the subject has not, each with its place."""
    named = [(f"plan.{key}[{place}]", path) for key in _LISTS for place, path in enumerate(getattr(choices, key))]
    named += [("plan.headline", choices.headline)] if choices.headline is not None else []
    for place, path in named:
        address = MetricPath.parse(path)
        declared = address.declared if address is not None else path
        if declared not in catalogue.by_path and not path.startswith("extra."):
            reason, otherwise = f"không có chỉ tiêu “{path[:80]}”", "xem khóa bằng lệnh antq-reports keys"
            yield place, Refusal.of_unknown(reason, path, tuple(catalogue.by_path), otherwise)
