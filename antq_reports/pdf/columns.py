"""Columns of even height from one layout: what stands in columns is laid out once, in one tall column, and dealt.

WeasyPrint's own columns are laid out whole again for every height it tries, four to eight times. The columns of a page
are equally wide, so no line changes when it moves: the tall column is cut where a break is allowed (between blocks,
rows and lines, after ``break-*``, ``orphans`` and ``widows``), the lowest height that fits is found among the cuts, and
the pieces are moved to their places. Of a table cut in two each piece has the head. Whatever is not plain blocks,
lines and tables goes to WeasyPrint's way, which stays the measure of what is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

_SPARE: Final = 64.0
"""Pixels laid out beyond what the columns hold, so that what was cut off by the page's end is never dealt."""
_TRIES: Final = 24
"""Halvings of the height between the lowest thinkable and the page's: to less than a thousandth of a pixel."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where the tall column may be cut."""

    path: tuple[int, ...]
    """Child by child, where the next piece begins."""
    bottom: float
    """Where what stands before it ends, its margin left out."""
    margin: float
    """Below that, to the end of the piece before."""
    top: float
    """Where what comes after begins; the margin before it is dropped."""
    head: float
    """The height of the table head that is repeated over it."""


@dataclass(frozen=True, slots=True)
class _Column:
    start: Cut
    end: Cut

    @property
    def height(self) -> float:
        return self.start.head + self.end.bottom - self.start.top


def install() -> None:
    """Have WeasyPrint ask here first, for the documents of a sealed font configuration alone."""
    block: Any = import_module("weasyprint.layout.block")
    theirs = block.columns_layout

    def columns_layout(context: Any, box: Any, *others: Any) -> Any:
        if getattr(context.font_config, "sealed", False):
            dealt = _dealt(context, box, *others)
            if dealt is not None:
                return dealt
        return theirs(context, box, *others)

    block.columns_layout = columns_layout


def _dealt(
    context: Any,
    given: Any,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    page_is_empty: bool,
    _absolute_boxes: list[Any],
    _fixed_boxes: list[Any],
    adjoining_margins: list[float],
    *first_styles: Any,
) -> Any:
    """What WeasyPrint's ``columns_layout`` answers, or None where this way does not do."""
    if not _is_plain(context, given) or any(first_styles):
        return None
    block = import_module("weasyprint.layout.block")
    box = given.copy_with_children(given.children)
    box.position_y += block.collapse_margin(adjoining_margins)
    block.block_level_width(box, containing_block)
    top = box.content_box_y()
    room = context.page_bottom - top - bottom_space
    count, gap = box.style["column_count"], _gap(box)
    width = max(0, box.width - (count - 1) * gap) / count
    skip = next(iter(skip_stack)) if skip_stack else 0
    tall, tall_resume = _tall_column(context, box, skip, skip_stack, containing_block, width, count * room + _SPARE)
    if tall is None:
        return None
    cuts = list(_all_cuts(context, tall, block))
    columns = _columns(cuts, count, room, balanced=box.style["column_fill"] != "auto", open_end=bool(tall_resume))
    if not columns:
        return None
    end = columns[-1].end
    resume = _resume(tall, end.path) if end.path else None
    height = max(column.height + column.end.margin for column in columns)
    pieces = [_piece(tall, column.start.path, column.end.path) for column in columns]
    for number, (piece, column) in enumerate(zip(pieces, columns, strict=True)):
        shift = number * (width + gap)
        for child in piece.children:
            child.translate(shift, top - (column.start.top - column.start.head))
        piece.position_x, piece.position_y, piece.height = box.content_box_x() + shift, top, min(room, height)
    box.children = pieces
    box.height = min(room, height)
    if resume is not None:
        ((first, inner),) = resume.items()
        resume = {first + skip: inner}
    return box, resume, {"break": "any", "page": None}, [], False


def _is_plain(context: Any, box: Any) -> bool:
    style = box.style
    return (
        style["column_width"] == "auto"
        and style["column_count"] != "auto"
        and style["height"] == "auto"
        and box.min_height in (0, "auto")
        and style["position"] == "static"
        and style["direction"] == "ltr"
        and bool(box.children)
        and not context.footnotes
        and not context.current_page_footnotes
        and not context.reported_footnotes
        and all(child.style["column_span"] != "all" for child in box.children)
    )


def _gap(box: Any) -> float:
    gap = box.style["column_gap"]
    if gap == "normal":
        return float(box.style["font_size"])
    return float(import_module("weasyprint.layout.percent").percentage(gap, box.style, box.width))


def _tall_column(
    context: Any, box: Any, skip: int, skip_stack: Any, containing_block: Any, width: float, height: float
) -> tuple[Any, Any]:
    """What stands in the columns, laid out below itself as far as `height`; None where anything leaves the flow."""
    block = import_module("weasyprint.layout.block")
    make = import_module("weasyprint.layout.column")._create_column_box
    column = make(box, containing_block, [child.copy() for child in box.children[skip:]], width, box.content_box_y())
    started = {0: skip_stack[skip]} if skip_stack else None
    space = context.page_bottom - column.position_y - height
    absolute: list[Any] = []
    fixed: list[Any] = []
    broken = len(context.broken_out_of_flow)
    context.in_column = True
    try:
        tall, resume, next_page, *_ = block.block_box_layout(
            context, column, space, started, containing_block, True, absolute, fixed, [], None, None, False, None
        )
        out = absolute or fixed or len(context.broken_out_of_flow) != broken or context.current_page_footnotes
        if tall is not None and (out or next_page["break"] != "any" or next_page["page"]):
            block.remove_placeholders(context, [tall], absolute, fixed)
            return None, None
        return tall, resume
    finally:
        context.in_column = False


# --- where it may be cut ------------------------------------------------------------------------------------------


def _all_cuts(context: Any, tall: Any, block: Any) -> Iterator[Cut]:
    """The beginning, every place between, and the end, in order; none that would cut through a float."""
    floats = [
        (box.position_y, box.position_y + box.margin_height())
        for box in tall.descendants()
        if box.is_floated() and box is not tall
    ]
    context.in_column = True
    try:
        inner = list(_cuts(context, tall, block))
    finally:
        context.in_column = False
    yield Cut((), tall.position_y, 0, tall.position_y, 0)
    for cut in inner:
        if not any(top < cut.top and cut.bottom < bottom for top, bottom in floats):
            yield cut
    last = [child for child in tall.children if child.is_in_normal_flow()][-1:]
    bottom = _bottom_of(last[0]) if last else tall.position_y
    yield Cut((), bottom, last[0].margin_bottom if last else 0, bottom, 0)


def _cuts(context: Any, box: Any, block: Any) -> Iterator[Cut]:
    boxes = import_module("weasyprint.formatting_structure.boxes")
    children = box.children
    if children and isinstance(children[0], boxes.LineBox):
        yield from _cuts_between_lines(box)
        return
    for number, child in enumerate(children):
        pair = children[max(0, number - 1)], child
        if (
            number
            and all(each.is_in_normal_flow() for each in pair)
            and not block.avoid_page_break(block.block_level_page_break(*pair), context)
        ):
            yield _cut_between(number, *pair)
        if child.is_in_normal_flow() and not block.avoid_page_break(child.style["break_inside"], context):
            for cut in _inner_cuts(context, child, block, boxes):
                yield Cut((number, *cut.path), cut.bottom, cut.margin, cut.top, cut.head)


def _cut_between(number: int, before: Any, after: Any) -> Cut:
    return Cut((number,), _bottom_of(before), before.margin_bottom, _top_of(after), 0)


def _cuts_between_lines(box: Any) -> Iterator[Cut]:
    lines = box.children
    for number in range(max(1, box.style["orphans"]), len(lines) - max(1, box.style["widows"]) + 1):
        before = lines[number - 1]
        yield Cut((number,), before.position_y + before.height, 0, lines[number].position_y, 0)


def _inner_cuts(context: Any, child: Any, block: Any, boxes: Any) -> Iterator[Cut]:
    if isinstance(child, boxes.TableBox):
        return _cuts_between_rows(context, child, block)
    is_plain = (
        type(child) is boxes.BlockBox
        and not child.establishes_formatting_context()
        and child.style["box_decoration_break"] == "slice"
        and child.style["height"] == "auto"
        and child.style["column_count"] == child.style["column_width"] == "auto"
    )
    return _cuts(context, child, block) if is_plain else iter(())


def _cuts_between_rows(context: Any, table: Any, block: Any) -> Iterator[Cut]:
    groups = table.children
    if groups[-1].is_footer or any(
        cell.rowspan != 1 for group in groups for row in group.children for cell in row.children
    ):
        return
    has_head = groups[0].is_header
    head = groups[1].position_y - groups[0].position_y if has_head and len(groups) > 1 else 0
    previous = None
    for number, group in enumerate(groups):
        if group.is_header:
            continue
        for place, row in enumerate(group.children):
            pair = (previous, row) if place else (groups[number - 1], group)
            inside = place and block.avoid_page_break(group.style["break_inside"], context)
            if (
                previous is not None
                and not inside
                and not block.avoid_page_break(block.block_level_page_break(*pair), context)
            ):
                path = (number, place) if place else (number,)
                yield Cut(path, previous.position_y + previous.height, 0, row.position_y, head)
            previous = row


# --- how much each column takes -----------------------------------------------------------------------------------


def _columns(cuts: Sequence[Cut], count: int, room: float, *, balanced: bool, open_end: bool) -> list[_Column]:
    """The columns of one page, as low as they may be where everything fits; none where nothing does."""
    filled = _filled(cuts, count, room)
    done = bool(filled) and filled[-1].end is cuts[-1]
    if done and open_end:
        return []
    if not done or not balanced:
        return filled
    low, high = (cuts[-1].bottom - cuts[0].top) / count / 2, room
    for _ in range(_TRIES):
        middle = (low + high) / 2
        tried = _filled(cuts, count, middle)
        if tried and tried[-1].end is cuts[-1]:
            high, filled = max(column.height for column in tried), tried
        else:
            low = middle
        if high - low < 0.01:
            break
    return filled


def _filled(cuts: Sequence[Cut], count: int, height: float) -> list[_Column]:
    """Column after column, each filled as far as it goes; none where something is higher than a column."""
    columns: list[_Column] = []
    place = 0
    while len(columns) < count and place < len(cuts) - 1:
        start = cuts[place]
        limit = start.top - start.head + height + 1e-6
        last = place
        while last + 1 < len(cuts) and cuts[last + 1].bottom <= limit:
            last += 1
        if last == place:
            return []
        columns.append(_Column(start, cuts[last]))
        place = last
    return columns


# --- the pieces ---------------------------------------------------------------------------------------------------


def _resume(box: Any, path: tuple[int, ...]) -> dict[int, Any]:
    """Where the next page goes on, in the children that `box` had before layout."""
    boxes = import_module("weasyprint.formatting_structure.boxes")
    number, *rest = path
    if isinstance(box.children[0], boxes.LineBox):
        return {0: box.children[number - 1].resume_at}
    child = box.children[number]
    return {child.index: _resume(child, tuple(rest)) if rest else None}


def _piece(box: Any, start: tuple[int, ...], end: tuple[int, ...]) -> Any:
    """A box with what stands between two cuts; an empty path is the box's own beginning or end."""
    first, last = (start[0] if start else 0), (end[0] if end else len(box.children))
    parts = list(box.children[first : last + (len(end) > 1)])
    for number, part in enumerate(parts, start=first):
        inner_start = start[1:] if number == first else ()
        inner_end = end[1:] if end and number == last else ()
        if inner_start or inner_end:
            parts[number - first] = _piece(part, inner_start, inner_end)
    flat = _is_flat(box)
    foot = box.height + (box.position_y if flat else box.content_box_y())
    piece = box.copy_with_children(parts)
    piece.remove_decoration(start=bool(start), end=bool(end))
    if start:
        piece.position_y = _top_of(parts[0])
    if hasattr(box, "column_groups"):
        _fit_table(box, piece, start)
    if end:
        foot = _bottom_of(piece.children[-1])
    piece.height = max(0, foot - (piece.position_y if flat else piece.content_box_y()))
    return piece


def _fit_table(table: Any, piece: Any, start: tuple[int, ...]) -> None:
    """Repeat the head, and tell the drawing of shared borders how many rows stand in earlier pieces."""
    piece.column_groups = tuple(group.deepcopy() for group in table.column_groups)
    if not start:
        return
    groups = table.children
    skipped = sum(len(group.children) for group in groups[: start[0]]) + (start[1] if len(start) > 1 else 0)
    earlier = getattr(table, "skipped_rows", 0)
    heads = len(groups[0].children) if groups[0].is_header else 0
    piece.skipped_rows = skipped + (earlier - heads if earlier else 0)
    if heads:
        head = groups[0].deepcopy()
        distance = groups[1].position_y - head.position_y
        head.translate(0, _top_of(piece.children[0]) - distance - head.position_y)
        piece.children = [head, *piece.children]
        piece.position_y = head.position_y


def _top_of(box: Any) -> float:
    return float(box.position_y if _is_flat(box) else box.border_box_y())


def _bottom_of(box: Any) -> float:
    return float(box.position_y + (box.height if _is_flat(box) else box.margin_height() - box.margin_bottom))


def _is_flat(box: Any) -> bool:
    """Lines, rows and groups of rows have no borders of their own."""
    boxes = import_module("weasyprint.formatting_structure.boxes")
    return isinstance(box, boxes.LineBox | boxes.TableRowBox | boxes.TableRowGroupBox)
