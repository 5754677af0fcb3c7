"""Somebody else's form as one of ours: the same sheets with ids beside the lines, and the cells of its cover.

Cells stay where they are, so that whatever is said of one names it as its writer finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from antq_reports.forms.answer_book import Cell
from antq_reports.forms.cell import Raw
from antq_reports.forms.foreign_map import PASSED, ForeignMap
from antq_reports.forms.questions import Questions
from antq_reports.forms.sheet import Sheet, is_blank
from antq_reports.report import Origin
from antq_reports.vietnamese import fold_name


@dataclass(frozen=True, slots=True)
class Translated:
    """A foreign form in our terms."""

    sheets: tuple[Sheet, ...]
    cover: dict[str, tuple[Raw, Origin]]
    cells: tuple[Cell, ...]
    """Cells that a map names one by one."""


def translated(sheets: Sequence[Sheet], own: ForeignMap, questions: Questions) -> Translated:
    """The form of a map in our terms."""
    return Translated(
        tuple(_with_ids(sheet, own, questions) for sheet in sheets),
        dict(_cover(sheets, own)),
        tuple(_named_cells(sheets, own)),
    )


def _heading(sheet: Sheet, own: ForeignMap) -> tuple[int, dict[str, int]] | None:
    """The row of headings a map names, and the column of each; None on a sheet that has none."""
    for number, row in enumerate(sheet.rows):
        heads = {column: own.columns.get(fold_name(raw)) for column, raw in enumerate(row) if isinstance(raw, str)}
        found = {head: column for column, head in heads.items() if head is not None}
        if "@label" in found and "@value" in found:
            return number, found
    return None


def _with_ids(sheet: Sheet, own: ForeignMap, questions: Questions) -> Sheet:
    """A sheet with the row of headings replaced by ours and an id, and for rows of a group a label, at its end."""
    heading = _heading(sheet, own)
    if heading is None:
        return sheet
    number, found = heading
    width = max(len(row) for row in sheet.rows)
    kept = {column: head for head, column in found.items() if head != "@label"}
    heads: list[Raw] = [kept.get(column, f"@skip{column}") for column in range(width)]
    rows: list[list[Raw]] = [[None] * (width + 2) for _ in range(number)]
    rows.append([*heads, "@id", "@label"])
    for row in sheet.rows[number + 1 :]:
        label = row[found["@label"]] if found["@label"] < len(row) else None
        identifier = own.labels.get(fold_name(label)) if isinstance(label, str) else None
        slot = questions.slot_of(identifier) if identifier is not None and identifier != PASSED else None
        is_row = slot is not None and slot.row is not None
        padded = [*row, *[None] * (width - len(row))]
        rows.append([*padded, "@passed" if identifier == PASSED else identifier, label if is_row else None])
    return Sheet(sheet.name, rows, sheet.file)


def _cover(sheets: Sequence[Sheet], own: ForeignMap) -> Iterator[tuple[str, tuple[Raw, Origin]]]:
    """The cells of the cover: named, or found after a text, in the same cell or the next that holds something."""
    for identifier, where in own.cover.items():
        if where.startswith("="):
            yield identifier, (where[1:].strip(), Origin(file=own.file))
            continue
        found = next((each for sheet in sheets for each in _found(sheet, where)), None)
        if found is not None:
            yield identifier, found


def _found(sheet: Sheet, where: str) -> Iterator[tuple[Raw, Origin]]:
    place = _place_of(where)
    if place is not None:
        row, column = place
        if row < len(sheet.rows) and column < len(sheet.rows[row]) and not is_blank(sheet.rows[row][column]):
            yield sheet.rows[row][column], sheet.origin(row, column)
        return
    wanted = fold_name(where)
    for number, row_cells in enumerate(sheet.rows):
        for column, raw in enumerate(row_cells):
            if not isinstance(raw, str) or not fold_name(raw).startswith(wanted):
                continue
            rest = raw.strip()[len(where.strip()) :].strip(" :.")
            if rest:
                yield rest, sheet.origin(number, column)
                return
            for later in range(column + 1, len(row_cells)):
                if not is_blank(row_cells[later]):
                    yield row_cells[later], sheet.origin(number, later)
                    return


def _named_cells(sheets: Sequence[Sheet], own: ForeignMap) -> Iterator[Cell]:
    for name, identifier in own.cells.items():
        place = _place_of(name)
        if place is None or identifier == PASSED:
            continue
        for sheet in sheets:
            row, column = place
            if row < len(sheet.rows) and column < len(sheet.rows[row]) and not is_blank(sheet.rows[row][column]):
                yield Cell(identifier, sheet.rows[row][column], sheet.origin(row, column))
                break


def _place_of(name: str) -> tuple[int, int] | None:
    """The row and column, from zero, of a cell's name; None for any other text."""
    match = re.fullmatch(r"([A-Z]{1,2})([1-9]\d{0,3})", name.strip())
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
