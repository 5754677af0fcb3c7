"""Briefs of a commune against its last year, composed and not yet laid out."""

from __future__ import annotations

import re
from datetime import date

from antq_reports import Report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.comparison import compare
from antq_reports.prose import Article, compose, prose_library, read_templates, settle, style_files
from antq_reports.prose.house_rules import HouseRules

LIBRARY = read_templates()
HOUSE = style_files(LIBRARY, "bao-lam-dong").rules.house


def commune_year(year: int, **sections: object) -> Report:
    """Make a whole-year report of a commune."""
    period = {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)}
    return Report.model_validate({"place": {"name": "Tân Hà", "level": "xã"}, "period": period, **sections})


def plain(html: str) -> str:
    """Drop tags and no-break spaces."""
    return " ".join(re.sub(r"<[^>]*>", "", html).replace("\u00a0", " ").split())


def article(new: Report, old: Report | None, house: HouseRules = HOUSE) -> Article:
    """Compose a brief."""
    prose = prose_library(LIBRARY, bundled_catalogue())
    return compose(new, prose, house, compare(new, old) if old is not None else None)


def body(written: Article) -> str:
    """Read lead and paragraphs of a brief."""
    return plain(settle(prose(written), written.book).html)


def prose(written: Article) -> str:
    """What a reader reads below the headline."""
    return " ".join((written.lead, *(block.content for block in written.blocks)))
