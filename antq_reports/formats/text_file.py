"""Plain text: the words of a brief, without evidence."""

from __future__ import annotations

from antq_reports.formats.brief_format import BriefFormat

TEXT = BriefFormat(name="txt", endings=(), write=lambda brief: brief.text.encode("utf-8"))
