"""What a unit wrote in the free cells of its form, as texts of its report: results, names, difficulties, proposals.

A line of a cell is a point of its own; bullets go, a stop is put where there is none. What the cells hold goes into the
brief of the unit alone: a roll-up takes the province's own words. A cell that cannot be read gives no text here; the
statistician's papers tell of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from antq_reports.catalogue import Catalogue, NameField
from antq_reports.errors import FigureSyntaxError
from antq_reports.forms.cell import Raw, cell_text, show
from antq_reports.report import Outlook
from antq_reports.report.outlook import MAX_POINTS
from antq_reports.vietnamese import capitalize_first

MAX_CELL = 2_000
"""Characters of a cell that are kept; a longer one loses the line it is cut in."""
MAX_NAME = 300
_RESULTS, _DIFFICULTIES = "notes.results", "notes.difficulties"
CELL_OF = {"highlights": _RESULTS, "outlook": _DIFFICULTIES}
"""The cell that each field of a report is filled from."""
_BULLET = re.compile(r"^(?:[-–—+*•●▪]|\(?\d{1,2}[.)]|[a-zđ][.)])\s*")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ỸĐ])")
_HEADED = re.compile(r"^(?:những |các )?(?:khó khăn|hạn chế|tồn tại|vướng mắc)[\w ,]{0,30}:\s*", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:xã |phường |đặc khu |địa phương |đơn vị )?(?:kiến nghị|đề nghị|đề xuất|mong|xin)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"^(?:không(?: có)?(?: gì)?|không ạ|k|ko|0|-+|[.…]+|x)\.?$", re.IGNORECASE)


def report_texts(cells: Mapping[str, Raw]) -> dict[str, Any]:
    """The fields of a report that the free cells fill, by name; only those with something in them."""
    results = tuple(_sentence(line) for line in _lines(cells.get(_RESULTS)))[:MAX_POINTS]
    said = [_sentence(each) for line in _lines(cells.get(_DIFFICULTIES)) for each in _SENTENCES.split(line)]
    wanting, asked = _parted(said)
    texts: dict[str, Any] = {"highlights": results} if results else {}
    if wanting or asked:
        texts["outlook"] = Outlook(shortcomings=wanting[:MAX_POINTS], proposals=asked[:MAX_POINTS])
    return texts


def names_of(cells: Mapping[str, Raw], catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Section, key and names of every list of names that a free cell fills."""
    for section in catalogue.sections.values():
        for key, declared in section.fields.items():
            if isinstance(declared, NameField) and declared.cell is not None and declared.is_list:
                lines = _lines(cells.get(declared.cell))
                names = [name.strip(' "“”.') for line in lines for name in line.split(";")]
                kept = tuple(dict.fromkeys(name for name in names if name and len(name) <= MAX_NAME))[:MAX_POINTS]
                if kept:
                    yield section.name, key, kept


def _parted(said: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is wanting, and what is asked for: a sentence that asks opens with it."""
    asked = tuple(each for each in said if _ASKS.match(each))
    return tuple(each for each in said if each not in asked), asked


def _lines(raw: Raw) -> Iterator[str]:
    text = show(raw) if raw is not None else ""
    kept = text if len(text) <= MAX_CELL else text[:MAX_CELL].rpartition("\n")[0]
    for line in kept.splitlines():
        try:
            bare = _HEADED.sub("", _BULLET.sub("", cell_text(line))).rstrip(" ,;:–-")
        except FigureSyntaxError:
            continue
        if bare and not _NOTHING.match(bare):
            yield bare


def _sentence(line: str) -> str:
    """A line as a sentence."""
    whole = line if line.removesuffix("”")[-1] in ".!?…" else f"{line}."
    return capitalize_first(whole)
