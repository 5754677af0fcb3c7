"""Write ``docs/tham-chieu-loi-van.md``: the reference for the person who edits wording and knows no Python.

    python scripts/wording_reference.py

Tags, filters, names, keys and their meanings are read off the code; the examples of ``docs/loi-van.toml`` are run, and
the page shows what they print. A test holds the page equal to what this writes.
"""

from __future__ import annotations

import inspect
import tomllib
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markdown_text import MADE_BY, code, demand_same, mono, mono_list, table
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from wording_examples import findings_of, sentences_of, sentences_of_catalogue
from wording_names import Names, names_in_templates

from antq_reports.catalogue import bundled_catalogue
from antq_reports.catalogue.declared_keys import (
    GROUP_KEYS,
    HEAD_KEYS,
    HEADER_KEYS,
    METRIC_KEYS,
    NAME_KEYS,
    SECTION_KEYS,
)
from antq_reports.catalogue.key_list import key_lines
from antq_reports.catalogue.metric import KIND_SETS
from antq_reports.catalogue.section import SectionDeclaration
from antq_reports.figures import KINDS, FigureStyle, kind_of
from antq_reports.prose import prose_library, read_templates
from antq_reports.prose.filters import FIGURE_FILTERS
from antq_reports.prose.house_rules import HouseRules, StyleSheetRules
from antq_reports.prose.tags import ProseTags
from antq_reports.prose.template_folder import FramePlan, Length, Part, Subhead
from antq_reports.vietnamese import DateForm, format_date

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "docs" / "loi-van.toml"
TARGET = ROOT / "docs" / "tham-chieu-loi-van.md"
DAY = date(2026, 2, 5)


def main() -> None:
    """Write the page."""
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
    print(TARGET)


def page() -> str:
    """The whole page as text."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    text = data["text"]
    parts = [
        MADE_BY.format(script="scripts/wording_reference.py", data="docs/loi-van.toml"),
        "# Tham chiếu lời văn",
        text["intro"].strip(),
        *_tags(data["tags"]),
        *_filters(text, data["filters"]),
        *_names(text, data["names"], names_in_templates()),
        *_sections(text),
        *_frames(text),
        *_style(text),
        *_words(text),
        *_catalogue(data),
    ]
    return "\n\n".join(parts) + "\n"


# --- tags and filters -----------------------------------------------------------------------------------------------


def _tags(tags: Mapping[str, Any]) -> Iterator[str]:
    demand_same("thẻ", ProseTags.tags, tags)
    yield "## Ba thẻ: sentence, clause, list"
    for name, told in tags.items():
        yield f"### `{{% {name} %}}` … `{{% end{name} %}}`"
        yield told["about"].strip()
        options = _options(name)
        demand_same(f"tùy chọn của {name}", options, told["options"])
        rows = [(mono(option), _value(options[option]), told["options"][option]) for option in options]
        yield table(("tùy chọn", "mặc định", "nghĩa"), rows)
        for example in told["examples"]:
            yield from _example(example)


def _options(tag: str) -> dict[str, Any]:
    """A tag's options with their defaults, off the function that runs it."""
    parameters = inspect.signature(getattr(ProseTags, f"_{tag}")).parameters
    return {name: each.default for name, each in parameters.items() if each.default is not inspect.Parameter.empty}


def _example(example: Mapping[str, Any]) -> Iterator[str]:
    if "about" in example:
        yield example["about"]
    yield code(example["template"], "jinja")
    if example["report"]:
        yield "Với số liệu" + (" kỳ này:" if "previous" in example else ":")
        yield code(example["report"], "toml")
    if "previous" in example:
        yield "và kỳ trước:"
        yield code(example["previous"], "toml")
    printed = sentences_of(example)
    yield f"In ra: {' / '.join(f'**{line}**' for line in printed)}" if printed else "In ra: *không có gì.*"


def _filters(text: Mapping[str, str], examples: Mapping[str, Any]) -> Iterator[str]:
    demand_same("bộ lọc", FIGURE_FILTERS, examples)
    yield "## Bộ lọc"
    yield text["filters"].strip()
    yield table(("bộ lọc", "nghĩa"), [(mono(f"|{name}"), each["meaning"]) for name, each in examples.items()])
    plain = sorted(set(prose_library(read_templates(), bundled_catalogue()).environment.filters) - set(FIGURE_FILTERS))
    yield f"Với danh sách còn có: {mono_list(f'|{name}' for name in plain)}. Chữ thì in thẳng, không qua bộ lọc nào."
    for name, example in examples.items():
        if "template" in example:
            yield f"### `|{name}`"
            yield from _example(example)


# --- names ----------------------------------------------------------------------------------------------------------


def _names(text: Mapping[str, str], told: Mapping[str, Mapping[str, str]], found: Names) -> Iterator[str]:
    demand_same("bảng tên", found, told)
    yield "## Tên dùng trong mẫu"
    yield text["names"].strip()
    for view, names in told.items():
        meanings = {name: text for name, text in names.items() if name not in ("heading", "about")}
        demand_same(f"tên của {view}", found[view], meanings)
        yield f"### {names['heading']}"
        if "about" in names:
            yield names["about"]
        yield table(("tên", "là gì"), [(mono(name), text) for name, text in meanings.items()])


def _sections(text: Mapping[str, str]) -> Iterator[str]:
    catalogue = bundled_catalogue()
    yield f"## Các mục của chủ đề có sẵn: {catalogue.title}"
    yield text["sections"].strip()
    for section in catalogue.sections.values():
        yield f"### {section.title}: `{section.name}`"
        rows = [(mono(line.key), line.label, line.unit, line.kinds) for line in key_lines(catalogue, section.name)]
        yield table(("khóa", "chỉ tiêu", "đơn vị tính", "loại số"), rows)
        yield from _rows_of_groups(section)


def _rows_of_groups(section: SectionDeclaration) -> Iterator[str]:
    for name, group in section.groups.items():
        names = mono_list((*group.heads, *group.columns))
        yield (
            f"Mỗi dòng của `{section.name}.{name}` có: {names}. "
            f"Lặp: `{{% for row in {section.name}.{name} %}} … {{% endfor %}}`."
        )


# --- files ----------------------------------------------------------------------------------------------------------


def _frames(text: Mapping[str, str]) -> Iterator[str]:
    yield "## frames.toml: trình tự của bài"
    yield text["frames"].strip()
    yield _fields(FramePlan)
    yield 'Mỗi phần, `[["results".parts]]`, có:'
    yield _fields(Part)
    yield "Mỗi tít phụ của `subheads` có:"
    yield _fields(Subhead)
    yield "Khóa `length` có:"
    yield _fields(Length)


def _style(text: Mapping[str, str]) -> Iterator[str]:
    yield "## style.toml: lối viết và phông chữ của một kiểu"
    yield text["style"].strip()
    yield _fields(StyleSheetRules)
    yield "### [house]"
    yield _fields(HouseRules)
    forms = typing.get_args(DateForm)
    yield f"Các kiểu ngày, viết cho ngày {DAY.day} tháng {DAY.month} năm {DAY.year}:"
    yield table(("giá trị", "in ra"), [(mono(_quoted(form)), format_date(DAY, form)) for form in forms])
    yield "### [house.figures]"
    yield "Khóa nào bỏ trống thì in như người viết đã viết."
    yield _fields(FigureStyle)


def _words(text: Mapping[str, str]) -> Iterator[str]:
    yield "## words.toml: từ ngữ của chủ đề"
    yield text["words"].strip()
    file = ROOT / "templates" / "subjects" / bundled_catalogue().name / "words.toml"
    yield code(file.read_text(encoding="utf-8"), "toml")


def _catalogue(data: Mapping[str, Any]) -> Iterator[str]:
    yield "## catalogue.toml: danh mục của chủ đề"
    text = data["text"]
    yield text["catalogue"].strip()
    meanings = data["keys"]
    yield _keys(HEADER_KEYS, meanings["header"])
    for title, keys, kind in (
        ("Khóa của một mục", SECTION_KEYS, "section"),
        ("Khóa của một chỉ tiêu", METRIC_KEYS, "metric"),
        ("Khóa của một danh sách", GROUP_KEYS, "group"),
        ("Khóa của một chữ trong `heads`", HEAD_KEYS, "head"),
        ("Khóa của một tên gọi", NAME_KEYS, "name"),
    ):
        yield f"### {title}"
        yield _keys(keys, meanings[kind])
    yield from _kinds()
    yield from _checks(text, data["check"])
    yield from _extending(data["extending"])


def _kinds() -> Iterator[str]:
    yield "### takes: các loại số"
    rows = [(mono(_quoted(name)), kind.title, kind.example) for name, kind in KINDS.items()]
    yield table(("loại", "là gì", "viết như"), rows)
    groups = [
        (mono(_quoted(name)), ", ".join(kind_of(each).title for each in kinds)) for name, kinds in KIND_SETS.items()
    ]
    yield "Các nhóm, gọi tắt nhiều loại:"
    yield table(("nhóm", "gồm"), groups)


def _checks(text: Mapping[str, str], example: Mapping[str, str]) -> Iterator[str]:
    yield "### checks: điều phải đúng giữa các chỉ tiêu"
    yield text["checks"].strip()
    rules = [rule.text for section in bundled_catalogue().sections.values() for rule in section.rules]
    yield "Những điều có sẵn:"
    yield code("\n".join(rules))
    yield "Ví dụ, báo cáo ghi:"
    yield code(example["report"], "toml")
    yield "thì lệnh `check` báo:"
    yield code("\n".join(findings_of(example["report"])))


def _extending(example: Mapping[str, str]) -> Iterator[str]:
    yield "### Danh mục của riêng bạn"
    yield "Tệp `mau/catalogue.toml` lấy hết danh mục có sẵn và thêm một chỉ tiêu:"
    yield code(example["catalogue"], "toml")
    yield "Báo cáo ghi tên chủ đề và số liệu:"
    yield code(example["report"], "toml")
    yield "`antq-reports render … --templates mau` in ra:"
    yield "\n".join(f"> {line}" for line in sentences_of_catalogue(example["catalogue"], example["report"]))


# --- tables of keys -------------------------------------------------------------------------------------------------


def _keys(keys: Sequence[str], meanings: Mapping[str, str]) -> str:
    demand_same("khóa của catalogue.toml", keys, meanings)
    return table(("khóa", "nghĩa"), [(mono(name), meanings[name]) for name in keys])


def _fields(model: type[BaseModel]) -> str:
    """The fields of a model as keys of a file, with the values they take."""
    rows = [
        (mono(name), _values(info), _default(info), info.description or _missing(model, name))
        for name, info in model.model_fields.items()
    ]
    return table(("khóa", "giá trị", "mặc định", "nghĩa"), rows)


def _missing(model: type[BaseModel], name: str) -> str:
    raise SystemExit(f"{model.__name__}.{name}: chưa có description tiếng Việt")


def _values(info: FieldInfo) -> str:
    """The values of a field: each of a few words, else what kind of value it is."""
    words = [word for word in _literals(info.annotation) if word]
    return mono_list(map(_quoted, words)) if words else _kind_words(info.annotation)


def _literals(annotation: Any) -> Iterator[str]:
    """The words that a type takes: of a literal, or of the schema beside it."""
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
        return
    for part in typing.get_args(annotation):
        yield from (getattr(part, "json_schema", None) or {}).get("enum", ())
        yield from _literals(part)


def _kind_words(annotation: Any) -> str:
    text = str(annotation)
    if "bool" in text:
        return "`true`, `false`"
    if "tuple" in text:
        return "danh sách"
    return (
        "bảng" if "Mapping" in text or (isinstance(annotation, type) and issubclass(annotation, BaseModel)) else "chữ"
    )


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "phải ghi"
    return _value(info.get_default(call_default_factory=True, validated_data={}))


def _value(value: Any) -> str:
    """A default as a file would have it; empty where it is nothing."""
    if isinstance(value, bool):
        return mono(str(value).lower())
    return mono(_quoted(value)) if isinstance(value, str) and value else ""


def _quoted(text: str) -> str:
    return f'"{text}"'


if __name__ == "__main__":
    main()
