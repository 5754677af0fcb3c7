"""Reading a catalogue: tables of plain data to declarations, every fault of them told at once.

The tables come from a ``catalogue.toml`` a person wrote, or from the data a finished brief carries. Keys are told with
what may have been meant; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

from antq_reports.catalogue.catalogue import Catalogue, digest_of
from antq_reports.catalogue.declaration_faults import DeclarationReader, Place
from antq_reports.catalogue.declared_keys import (
    FREE_CELLS,
    GROUP_KEYS,
    HEAD_KEYS,
    HEADER_KEYS,
    METRIC_KEYS,
    NAME_KEYS,
    SECTION_KEYS,
)
from antq_reports.catalogue.group import DEFAULT_EXAMPLE, DEFAULT_HINT, DEFAULT_ROWS, FIGURE, LABEL, Group, Head, Row
from antq_reports.catalogue.metric import (
    COUNTABLE,
    DEFAULT_WEIGHT,
    KIND_SETS,
    MAX_WEIGHT,
    ROW_KINDS,
    Kinds,
    Metric,
    Polarity,
    Reporter,
    RisingVerb,
    RollUp,
)
from antq_reports.catalogue.metric_path import PARTS
from antq_reports.catalogue.rule import Rule, read_rule
from antq_reports.catalogue.section import Declaration, NameField, Section, SectionDeclaration
from antq_reports.catalogue.text_fields import Frozen
from antq_reports.figures import KINDS, Change, Pair, PartOfWhole
from antq_reports.figures.scalars import unit_problem

OF_REPORTS = frozenset(
    (
        *("subject", "place", "period", "frame", "steering_committee", "actors", "kicker", "headline", "date"),
        *("outlet", "lead", "byline", "attribution", "source", "extra", "visit", "photos", "video", "completeness"),
        *("left_out", "highlights", "outlook", "deeds", "subheads", "plan", "quotes", "units"),
    )
)
"""Keys that every report has itself."""
OF_TEMPLATES = frozenset(
    (
        *("house", "words", "article", "comparison", "is_visit", "by_unit", "loop", "self", "super", "caller", "true"),
        *("false", "none", "and", "or", "not", "in", "is", "if", "else"),
    )
)
"""Names that mean something else in a template."""
RESERVED_SECTIONS = OF_REPORTS | OF_TEMPLATES | {*dir(Frozen), "catalogue", "rows", "section", "sections", "sources"}
RESERVED_FIELDS = frozenset(
    (
        *(*dir(Section), *Section.model_fields),
        *("extras", "said", "zeros", "changes", "untold", "has_figures"),
    )
)
RESERVED_COLUMNS = frozenset((*dir(Row), *PARTS, FIGURE))

MAX_SECTIONS = 60
MAX_METRICS = 1_000
MAX_SHEET_TITLE = 31
MAX_FORM_ROWS = 60
OTHER_SHEETS = ("Bìa", "Số liệu")
"""Sheets that every form has."""
_SHEET_SIGNS = frozenset("[]:*?/\\")


def read_catalogue(
    data: Mapping[str, Any],
    reader: DeclarationReader,
    *,
    is_bundled: bool = False,
) -> Catalogue:
    """The catalogue that plain tables declare.

    Raises `IntakeError` with every fault.
    """
    tables = {name: table for name, table in data.items() if name not in HEADER_KEYS}
    sections: dict[str, SectionDeclaration] = {}
    for name, table in tables.items():
        place = Place((name,))
        if reader.check_key(place, name, RESERVED_SECTIONS) and reader.check_table(place, table, known=HEADER_KEYS):
            sections[name] = _section(reader, place, name, table)
    title = reader.text(Place(("title",)), data.get("title"), needed=True)
    name = reader.subject_name(Place(("name",)), data.get("name"))
    _check_size(reader, sections)
    _check_titles(reader, sections)
    _check_references(reader, sections)
    _check_order(reader, tables, tuple(sections))
    reader.finish()
    return Catalogue(
        name=name,
        title=title,
        sections=MappingProxyType(sections),
        data=data,
        digest=digest_of(data),
        base=name if is_bundled else str(data.get("extends", "")),
        is_bundled=is_bundled,
    )


def _section(reader: DeclarationReader, place: Place, name: str, table: Mapping[str, Any]) -> SectionDeclaration:
    reader.text(place / "after", table.get("after"))
    fields: dict[str, Declaration] = {}
    for key, value in table.items():
        if key in SECTION_KEYS:
            continue
        where = place / key
        if reader.check_key(where, key, RESERVED_FIELDS) and reader.check_table(where, value, known=SECTION_KEYS):
            fields[key] = _declaration(reader, where, value)
    return SectionDeclaration(
        name=name,
        title=reader.text(place / "title", table.get("title"), needed=True),
        about=reader.text(place / "about", table.get("about")),
        bars=reader.text(place / "bars", table.get("bars")) or None,
        fields=MappingProxyType(fields),
        rules=tuple(_rules(reader, place / "checks", table.get("checks", ()), name)),
    )


def _rules(reader: DeclarationReader, place: Place, raw: Any, section: str) -> list[Rule]:
    found: list[Rule] = []
    for text in reader.texts(place, raw):
        try:
            found.append(read_rule(text, section))
        except ValueError:
            remedy = 'viết như "deaths > 0 implies accidents > 0" hoặc "solved <= cases"'
            reader.refuse(place, f"không đọc được điều kiện “{text[:80]}”", remedy)
    return found


def _declaration(reader: DeclarationReader, place: Place, table: Mapping[str, Any]) -> Declaration:
    if "holds" in table:
        return _name_field(reader, place, table)
    if "group" in table:
        return _group(reader, place, table)
    return _metric(reader, place, table)


def _name_field(reader: DeclarationReader, place: Place, table: Mapping[str, Any]) -> NameField:
    reader.check_names(place, table, NAME_KEYS)
    holds = reader.choice(place / "holds", table.get("holds"), ("name", "names"), "name")
    default = reader.text(place / "default", table.get("default")) or None
    cell = reader.choice(place / "cell", table.get("cell"), FREE_CELLS, FREE_CELLS[0]) if "cell" in table else None
    if cell is not None and holds != "names":
        reader.refuse(
            place / "cell", "chỉ danh sách tên mới lấy từ ô chữ của biểu", 'ghi holds = "names", hoặc bỏ cell'
        )
    about = reader.text(place / "about", table.get("about"))
    return NameField(about=about, is_list=holds == "names", default=default, cell=cell)


def _metric(reader: DeclarationReader, place: Place, table: Mapping[str, Any], *, needs_label: bool = True) -> Metric:
    """One metric, or one column of a group."""
    reader.check_names(place, table, METRIC_KEYS)
    takes = _kinds(reader, place / "takes", table.get("takes"), COUNTABLE)
    made = Metric(
        label=reader.text(place / "label", table.get("label"), needed=True),
        unit=_unit(reader, place / "unit", table.get("unit")),
        same=tuple(reader.texts(place / "same", table.get("same", ()))),
        takes=takes,
        reporter=reader.choice(place / "reporter", table.get("reporter"), get_args(Reporter), "both"),
        rollup=reader.choice(place / "rollup", table.get("rollup"), get_args(RollUp), "sum"),
        polarity=reader.choice(place / "polarity", table.get("polarity"), get_args(Polarity), "neutral"),
        part_of=reader.text(place / "part_of", table.get("part_of")) or None,
        zero=reader.words(place / "zero", table.get("zero")) or None,
        verb=reader.choice(place / "verb", table.get("verb"), get_args(RisingVerb), "tăng"),
        subject=reader.text(place / "subject", table.get("subject")) or None,
        change_of=reader.text(place / "change_of", table.get("change_of")) or None,
        was=reader.text(place / "was", table.get("was")) or None,
        size=reader.flag(place / "size", table.get("size")),
        weight=reader.whole_number(place / "weight", table.get("weight"), DEFAULT_WEIGHT, MAX_WEIGHT, least=0),
        beside=reader.text(place / "beside", table.get("beside")) or None,
        nouns=tuple(reader.texts(place / "nouns", table.get("nouns", ()))),
        asked=reader.flag(place / "asked", table.get("asked", True)),
        by_unit=reader.words(place / "by_unit", table.get("by_unit")) or None,
    )
    _check_metric(reader, place, made)
    return made


def _check_metric(reader: DeclarationReader, place: Place, metric: Metric) -> None:
    if isinstance(metric.unit, tuple) and Pair not in metric.takes:
        reader.refuse(
            place / "unit", "có hai đơn vị tính mà không nhận cặp số", 'thêm "pair" vào takes, hoặc ghi một đơn vị'
        )
    if metric.rollup == "units" and PartOfWhole not in metric.takes:
        reader.refuse(place / "rollup", "đếm đơn vị đạt mà không nhận phần trên tổng", 'ghi takes = "part_of_whole"')
    if metric.by_unit is not None and metric.rollup != "sum":
        reason = "chỉ kể từng đơn vị chỉ tiêu mà tỉnh cộng lại"
        reader.refuse(place / "by_unit", reason, 'ghi rollup = "sum", hoặc bỏ by_unit')
    if metric.change_of is not None and metric.takes != (Change,):
        reader.refuse(place / "takes", "là biến động của chỉ tiêu khác mà nhận loại số khác", 'ghi takes = "change"')


def _group(reader: DeclarationReader, place: Place, table: Mapping[str, Any]) -> Group:
    reader.check_names(place, table, GROUP_KEYS)
    if table["group"] is not True:
        reader.refuse(place / "group", "phải là true", "viết group = true, hoặc bỏ khóa này")
    heads = _heads(reader, place / "heads", table.get("heads"))
    columns = _columns(reader, place / "columns", table.get("columns"), RESERVED_COLUMNS | heads.keys())
    takes = _kinds(reader, place / "takes", table.get("takes"), ROW_KINDS)
    return Group(
        label=reader.text(place / "label", table.get("label"), needed=True),
        reporter=reader.choice(place / "reporter", table.get("reporter"), get_args(Reporter), "both"),
        rollup=reader.choice(place / "rollup", table.get("rollup"), get_args(RollUp), "sum"),
        polarity=reader.choice(place / "polarity", table.get("polarity"), get_args(Polarity), "neutral"),
        weight=reader.whole_number(place / "weight", table.get("weight"), DEFAULT_WEIGHT, MAX_WEIGHT, least=0),
        heads=MappingProxyType(heads),
        row_label=_row_label(reader, place / "row_label", table.get("row_label"), tuple(heads)),
        columns=MappingProxyType(columns or {FIGURE: Metric(label="", takes=takes)}),
        rows=reader.whole_number(place / "rows", table.get("rows"), DEFAULT_ROWS, MAX_FORM_ROWS),
        hint=reader.text(place / "hint", table.get("hint")) or DEFAULT_HINT,
        example=reader.text(place / "example", table.get("example")) or DEFAULT_EXAMPLE,
        was=reader.text(place / "was", table.get("was")) or None,
        asked=reader.flag(place / "asked", table.get("asked", True)),
    )


def _heads(reader: DeclarationReader, place: Place, raw: Any) -> dict[str, Head]:
    heads = {
        name: _head(reader, place / name, head)
        for name, head in reader.tables(place, raw).items()
        if reader.check_key(place / name, name, RESERVED_COLUMNS)
    }
    return heads or {LABEL: Head()}


def _columns(reader: DeclarationReader, place: Place, raw: Any, reserved: frozenset[str]) -> dict[str, Metric]:
    return {
        name: _metric(reader, place / name, column)
        for name, column in reader.tables(place, raw).items()
        if reader.check_key(place / name, name, reserved) and reader.check_table(place / name, column)
    }


def _head(reader: DeclarationReader, place: Place, raw: Any) -> Head:
    if isinstance(raw, str):
        return Head(about=reader.text(place, raw))
    if not reader.check_table(place, raw):
        return Head()
    reader.check_names(place, raw, HEAD_KEYS)
    about = reader.text(place / "about", raw.get("about"))
    return Head(about=about, optional=reader.flag(place / "optional", raw.get("optional")))


def _row_label(reader: DeclarationReader, place: Place, raw: Any, heads: tuple[str, ...]) -> str:
    plain = " ".join(f"{{{name}}}" for name in heads)
    text = reader.text(place, raw) or plain
    named = [part.partition("}")[0] for part in text.split("{")[1:]]
    if sorted(named) != sorted(heads):
        reader.refuse(place, f"nhãn dòng “{text}” không gồm đúng các tên {', '.join(heads)}", f'ghi như "{plain}"')
        return plain
    return text


def _kinds(reader: DeclarationReader, place: Place, raw: Any, default: Kinds) -> Kinds:
    known = (*KIND_SETS, *KINDS)
    names = (raw,) if isinstance(raw, str) else reader.texts(place, raw or ())
    found: list[Any] = []
    for name in names:
        if name not in known:
            reader.refuse_unknown(place, f"không có loại số “{name[:40]}”", name, known)
            continue
        found += KIND_SETS[name] if name in KIND_SETS else (KINDS[name].model,)
    return tuple(dict.fromkeys(found)) or default


def _unit(reader: DeclarationReader, place: Place, raw: Any) -> str | tuple[str, str] | None:
    if raw is None:
        return None
    units = reader.texts(place, (raw,) if isinstance(raw, str) else raw)
    for unit in units:
        problem = unit_problem(unit)
        if problem is not None:
            reader.refuse(place, f"đơn vị tính “{unit[:40]}” không dùng được ({problem})", "sửa đơn vị tính")
    if len(units) == 2:
        return units[0], units[1]
    if len(units) != 1:
        reader.refuse(place, "đơn vị tính là một chữ, hoặc hai chữ cho cặp số", 'ghi như "vụ" hoặc ["vụ", "đối tượng"]')
    return units[0] if units else None


# --- the whole --------------------------------------------------------------------------------------------


def _check_size(reader: DeclarationReader, sections: Mapping[str, SectionDeclaration]) -> None:
    count = sum(len(section.fields) for section in sections.values())
    if len(sections) > MAX_SECTIONS or count > MAX_METRICS:
        reader.refuse(Place(()), f"quá {MAX_SECTIONS} mục hoặc quá {MAX_METRICS} chỉ tiêu", "chia thành nhiều chủ đề")
    if not count:
        remedy = 'thêm như [mục] rồi chỉ_tiêu = { label = "...", unit = "vụ" }'
        reader.refuse(Place(()), "danh mục chưa có chỉ tiêu nào", remedy)


def _check_titles(reader: DeclarationReader, sections: Mapping[str, SectionDeclaration]) -> None:
    """Titles name sheets: short, without the signs a sheet's name may not hold, each once."""
    seen = {title.casefold(): title for title in OTHER_SHEETS}
    for name, section in sections.items():
        place, title = Place((name, "title")), section.title
        if len(title) > MAX_SHEET_TITLE or _SHEET_SIGNS & set(title) or title.strip("'") != title:
            remedy = f"tối đa {MAX_SHEET_TITLE} ký tự, không có [ ] : * ? / \\"
            reader.refuse(place, f"“{title[:60]}” không làm tên trang biểu được", remedy)
        folded = section.title.casefold()
        if folded in seen and folded:
            reader.refuse(place, f"trùng tên với mục {seen[folded]}", "đặt tên khác")
        seen[folded] = name


def _check_references(reader: DeclarationReader, sections: Mapping[str, SectionDeclaration]) -> None:
    metrics = tuple(f"{section.name}.{name}" for section in sections.values() for name in section.metrics)
    for section in sections.values():
        for name, metric in section.metrics.items():
            for key, named in (("part_of", metric.part_of), ("change_of", metric.change_of), ("beside", metric.beside)):
                if named is not None and named not in section.metrics:
                    message = f"mục {section.name} không có chỉ tiêu “{named[:60]}”"
                    reader.refuse_unknown(Place((section.name, name, key)), message, named, tuple(section.metrics))
        for rule in section.rules:
            for path in set(rule.metrics).difference(metrics):
                message = f"“{rule.text[:60]}”: không có chỉ tiêu “{path[:80]}”"
                reader.refuse_unknown(Place((section.name, "checks")), message, path, metrics)
        _check_old_keys(reader, section)


def _check_order(reader: DeclarationReader, tables: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """A section stands after another one."""
    for name in names:
        after = tables[name].get("after")
        if isinstance(after, str) and after and (after not in names or after == name):
            others = tuple(each for each in names if each != name)
            reader.refuse_unknown(Place((name, "after")), f"không có mục “{after[:60]}” nào khác", after, others)


def _check_old_keys(reader: DeclarationReader, section: SectionDeclaration) -> None:
    """A key that is in use cannot be another's old one."""
    for name, declared in section.fields.items():
        old = None if isinstance(declared, NameField) else declared.was
        if old is not None and old in section.fields:
            message = f"khóa cũ “{old[:60]}” đang được dùng"
            reader.refuse(Place((section.name, name, "was")), message, "ghi khóa mà chỉ tiêu này từng mang")


def merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a catalogue with another's laid over them: key by key, new sections last or after the one named.

    >>> merge({"name": "a", "x": {"title": "X"}}, {"x": {"m": {"label": "l"}}, "y": {"title": "Y"}})["x"]
    {'title': 'X', 'm': {'label': 'l'}}
    """
    merged: dict[str, Any] = dict(base)
    for name, value in own.items():
        old = merged.get(name)
        merged[name] = _merge_tables(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return _ordered(merged)


def _merge_tables(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        both = isinstance(merged.get(key), Mapping) and isinstance(value, Mapping)
        merged[key] = {**merged[key], **value} if both else value
    return merged


def _ordered(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables with each section that names another in ``after`` moved behind it; several in their own order."""
    followers: dict[str, list[str]] = {}
    for name, table in tables.items():
        after = table.get("after") if isinstance(table, Mapping) else None
        if isinstance(after, str) and after in tables and after != name:
            followers.setdefault(after, []).append(name)
    moved = {name for names in followers.values() for name in names}
    waiting = [name for name in reversed(tables) if name not in moved]
    order: list[str] = []
    while waiting:
        order.append(waiting.pop())
        waiting += reversed(followers.get(order[-1], ()))
    in_circles = tables.keys() - order
    return {name: tables[name] for name in (*order, *(name for name in tables if name in in_circles))}
