"""From typed figures to Vietnamese sentences, and the ledger of every figure printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_reports.lazy_names import lazy_names

if TYPE_CHECKING:
    from antq_reports.prose.article import Article, compose
    from antq_reports.prose.blocks import Block, PlacedPhoto
    from antq_reports.prose.explanation import Explained, explain
    from antq_reports.prose.ledger import Settled, settle
    from antq_reports.prose.ledger_entry import LedgerEntry, Unsourced
    from antq_reports.prose.template_folder import (
        StyleFiles,
        TemplateFolder,
        prose_library,
        read_templates,
        style_files,
        style_names,
    )
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "antq_reports.prose.article": ("Article", "compose"),
            "antq_reports.prose.blocks": ("Block", "PlacedPhoto"),
            "antq_reports.prose.explanation": ("Explained", "explain"),
            "antq_reports.prose.ledger": ("Settled", "settle"),
            "antq_reports.prose.ledger_entry": ("LedgerEntry", "Unsourced"),
            "antq_reports.prose.template_folder": (
                "StyleFiles",
                "TemplateFolder",
                "prose_library",
                "read_templates",
                "style_files",
                "style_names",
            ),
        },
    )

__all__ = [
    "Article",
    "Block",
    "Explained",
    "LedgerEntry",
    "PlacedPhoto",
    "Settled",
    "StyleFiles",
    "TemplateFolder",
    "Unsourced",
    "compose",
    "explain",
    "prose_library",
    "read_templates",
    "settle",
    "style_files",
    "style_names",
]
