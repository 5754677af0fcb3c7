"""Reading a catalogue: every fault told at once with its line; nothing guessed; one laid over another."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from own_subject import FIRE, catalogue_of, faults_of, told

from antq_reports.catalogue import Group, Metric, NameField
from antq_reports.catalogue.catalogue_file import (
    MAX_FORM_ROWS,
    MAX_METRICS,
    MAX_SECTIONS,
    MAX_SHEET_TITLE,
    OF_REPORTS,
)
from antq_reports.catalogue.group import Head
from antq_reports.catalogue.metric import COUNTABLE, KIND_SETS, ROW_KINDS
from antq_reports.catalogue.metric_path import PARTS
from antq_reports.errors import Fault, IntakeError
from antq_reports.figures import KINDS, Change, Pair, PartOfWhole
from antq_reports.report import BaseReport

HEAD = 'name = "chua-chay"\ntitle = "Chữa cháy"\n'
COUNT = 'count = { label = "vụ cháy", unit = "vụ" }\n'


def fault_in(fields: str, section: str = 'title = "Cháy"\n') -> Fault:
    """Return the one fault of a section ``fires`` with some lines in it."""
    (fault,) = faults_of(f"{HEAD}[fires]\n{section}{fields}")
    return fault


def fields_of(fields: str) -> Any:
    """Return the declarations of a section with some lines in it."""
    return catalogue_of(f'{HEAD}[fires]\ntitle = "Cháy"\n{fields}').sections["fires"].fields


# --- what can be declared ---------------------------------------------------------------------------------------


def test_a_metric_may_be_its_label_alone() -> None:
    """It counts, is reported by both, is summed, and is neither good nor bad."""
    assert {"count": Metric(label="vụ cháy", takes=COUNTABLE)} == fields_of('count = { label = "vụ cháy" }')


def test_a_metric_may_say_everything() -> None:
    """Each key is an attribute of the declaration."""
    declared = fields_of(
        'all = { label = "buổi", unit = ["buổi", "lượt"], takes = ["pair", "countable"], reporter = "commune", '
        'rollup = "none", polarity = "more", part_of = "other", zero = "không có buổi nào", verb = "nhiều hơn", '
        'subject = "số buổi", was = "before" }\nother = { label = "b" }'
    )
    expected = Metric(
        label="buổi",
        unit=("buổi", "lượt"),
        takes=(Pair, *COUNTABLE),
        reporter="commune",
        rollup="none",
        polarity="more",
        part_of="other",
        zero="không có buổi nào",
        verb="nhiều hơn",
        subject="số buổi",
        was="before",
    )
    assert expected == declared["all"]


def test_a_change_is_that_of_a_metric_beside_it() -> None:
    """And takes nothing else."""
    declared = fields_of(f'{COUNT}moved = {{ label = "biến động", takes = "change", change_of = "count" }}')
    assert ("count", (Change,)) == (declared["moved"].change_of, declared["moved"].takes)


@pytest.mark.parametrize("name", [*KIND_SETS, *KINDS])
def test_kinds_are_named_one_by_one_or_together(name: str) -> None:
    """As a text or in a list, each once."""
    expected = KIND_SETS.get(name) or (KINDS[name].model,)
    for written in (f'"{name}"', f'["{name}", "{name}"]'):
        assert expected == fields_of(f'count = {{ label = "a", takes = {written} }}')["count"].takes


def test_a_plain_group_has_a_label_and_a_figure() -> None:
    """Of the kinds a row takes."""
    (group,) = fields_of('rows = { group = true, label = "cam kết", polarity = "more" }').values()
    assert Group(label="cam kết", polarity="more") == group
    assert ROW_KINDS == group.columns["figure"].takes


def test_a_group_has_heads_and_columns_of_its_own() -> None:
    """A head is a text, or a table with whether it may be left out."""
    (group,) = fields_of(
        '[fires.awards]\ngroup = true\nlabel = "khen"\nrows = 4\nrow_label = "{form} của {level}"\nhint = "ghi"\n'
        'example = "Giấy khen: 5 đội"\nheads = { form = "Hình thức", level = { about = "Cấp", optional = true } }\n'
        'columns = { teams = { label = "đội được khen", unit = "đội" } }\n'
    ).values()
    assert {"form": Head(about="Hình thức"), "level": Head(about="Cấp", optional=True)} == group.heads
    assert {"teams": Metric(label="đội được khen", unit="đội", takes=COUNTABLE)} == group.columns
    assert (4, "{form} của {level}", "ghi") == (group.rows, group.row_label, group.hint)
    assert "Giấy khen: 5 đội" == group.example


def test_names_are_one_or_several() -> None:
    """With what they are, and what stands there when nothing is said."""
    declared = fields_of(
        f'{COUNT}one = {{ holds = "name", default = "Tổ", about = "Tên" }}\nmany = {{ holds = "names" }}'
    )
    assert NameField(about="Tên", default="Tổ") == declared["one"]
    assert NameField(is_list=True) == declared["many"]


def test_a_section_has_title_words_bars_and_rules() -> None:
    """The title names its sheet."""
    section = catalogue_of(
        f'{HEAD}[fires]\ntitle = "Cháy"\nabout = "Các vụ cháy"\nbars = "Kết quả"\nchecks = ["count <= count"]\n{COUNT}'
    ).sections["fires"]
    assert ("fires", "Cháy", "Các vụ cháy", "Kết quả") == (section.name, section.title, section.about, section.bars)
    assert ["count <= count"] == [rule.text for rule in section.rules]


# --- what cannot ------------------------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_with_its_line() -> None:
    """In the order of the file."""
    text = """name = "Chữa cháy"
title = 5
[fires]
title = "Cháy: nổ"
tilte = "Cháy"
count = { lable = "vụ cháy" }
solved = { label = "b", takes = "cuont" }
[teams]
title = "Đội"
checks = ["teams > fires", "teams >"]
teams = { label = "đội", part_of = "team" }
[period]
title = "Kỳ"
"""
    assert [
        (1, "name"),
        (2, "title"),
        (4, "fires.title"),
        (5, "fires.tilte"),
        (6, "fires.count.lable"),
        (6, "fires.count.label"),
        (7, "fires.solved.takes"),
        (10, "teams.checks"),
        (10, "teams.checks"),
        (11, "teams.teams.part_of"),
        (12, "period"),
    ] == told(text)


@pytest.mark.parametrize(
    ("fields", "path", "message", "remedy"),
    [
        ('count = { unit = "vụ" }', "count.label", "thiếu khóa “label”", "thêm"),
        ('count = { label = "" }', "count.label", "chữ để trống", "viết nội dung"),
        ('count = { label = "a", zero = "0 vụ" }', "count.zero", "có chữ số", "viết bằng chữ"),
        ('count = { label = "a", polarty = "less" }', "count.polarty", "không có khóa “polarty”", "“polarity”?"),
        ('count = { label = "a", polarity = "les" }', "count.polarity", "“les” không dùng được", "“less”?"),
        (
            'count = { label = "a", reporter = "xã" }',
            "count.reporter",
            "“xã” không dùng được",
            "commune, province, both",
        ),
        ('count = { label = "a", rollup = "sums" }', "count.rollup", "“sums”", "“sum”?"),
        ('count = { label = "a", verb = "tang" }', "count.verb", "“tang”", "tăng"),
        ('count = { label = "a", takes = "cuont" }', "count.takes", "không có loại số “cuont”", "“count”?"),
        ('count = { label = "a", takes = 5 }', "count.takes", "phải là danh sách chữ", "[ ]"),
        ('count = { label = "a", unit = "5 vụ" }', "count.unit", "đơn vị tính “5 vụ” không dùng được", "sửa"),
        (
            'count = { label = "a", unit = ["a", "b", "c"] }',
            "count.unit",
            "một chữ, hoặc hai chữ",
            '["vụ", "đối tượng"]',
        ),
        ('count = { label = "a", unit = ["a", "b"] }', "count.unit", "hai đơn vị tính", '"pair"'),
        ('count = { label = "a", rollup = "units" }', "count.rollup", "đếm đơn vị đạt", '"part_of_whole"'),
        ('count = { label = "a", change_of = "count" }', "count.takes", "biến động", '"change"'),
        ('a = { label = "a" }\nb = { label = "b", part_of = "x" }', "b.part_of", "không có chỉ tiêu “x”", ": a, b"),
        ("rows = { group = true }", "rows.label", "thiếu khóa “label”", "thêm"),
        ('rows = { group = true, label = "a", unit = "vụ" }', "rows.unit", "không có khóa “unit”", "được: "),
        ('rows = { group = true, label = "a", rows = 0 }', "rows.rows", "số nguyên từ 1 đến 60", "6"),
        ('rows = { group = "true", label = "a" }', "rows.group", "phải là true", "group = true"),
        ('rows = { group = true, label = "a", row_label = "{x}" }', "rows.row_label", "đúng các tên label", "{label}"),
        ('rows = { group = true, label = "a", columns = 5 }', "rows.columns", "phải là một bảng", "viết"),
        ('rows = { group = true, label = "a", columns = { b = 5 } }', "rows.columns.b", "phải là một bảng", "viết"),
        ('rows = { group = true, label = "a", heads = { form = 5 } }', "rows.heads.form", "phải là một bảng", "viết"),
        (
            'rows = { group = true, label = "a", heads = { form = { optional = 1 } } }',
            "rows.heads.form.optional",
            "true hoặc false",
            "true",
        ),
        ('name = { holds = "nmae" }\na = { label = "a" }', "name.holds", "“nmae”", "“name”?"),
        ('name = { holds = "name", defalt = "a" }\na = { label = "a" }', "name.defalt", "“defalt”", "“default”?"),
        ('a = { label = "a" }\nb = { label = "b", was = "a" }', "b.was", "khóa cũ “a” đang được dùng", "từng mang"),
        ('Count = { label = "a" }\nb = { label = "b" }', "Count", "khóa “Count” sai dạng", "chữ thường không dấu"),
        ('count = 5\nb = { label = "b" }', "count", "“count” phải là một bảng", "label"),
    ],
)
def test_a_fault_has_its_place_and_a_remedy(fields: str, path: str, message: str, remedy: str) -> None:
    """One for each thing wrong, at its own key."""
    fault = fault_in(fields)
    assert f"fires.{path}" == fault.path
    assert message in fault.message
    assert remedy in fault.remedy
    assert fault.line is not None


@pytest.mark.parametrize("name", ["period", "extras", "zeros", "untold", "declaration", "copy", "json", "model_dump"])
def test_a_metric_cannot_be_called_what_a_section_has(name: str) -> None:
    """Its model could not be made, or its prose would meet another thing."""
    assert f"khóa “{name}” đã có nghĩa khác" == fault_in(f'{COUNT}{name} = {{ label = "a" }}').message


@pytest.mark.parametrize("name", sorted(OF_REPORTS | {"sections", "words", "loop", "self", "copy", "in"}))
def test_a_section_cannot_be_called_what_a_report_has(name: str) -> None:
    """Nor what means something in a template."""
    faults = faults_of(f'{HEAD}[fires]\ntitle = "Cháy"\n{COUNT}[{name}]\ntitle = "B"\n{COUNT}')
    assert [(name, f"khóa “{name}” đã có nghĩa khác")] == [(fault.path, fault.message) for fault in faults]


@pytest.mark.parametrize("name", [*sorted(PARTS), "figure", "words", "heads", "figures", "group", "copy", "form"])
def test_a_column_cannot_be_called_what_a_row_has(name: str) -> None:
    """Parts of a figure would be taken for it; a head of the row is there already."""
    rows = f'heads = {{ form = "a" }}, columns = {{ {name} = {{ label = "b" }} }}'
    fault = fault_in(f'rows = {{ group = true, label = "a", {rows} }}')
    assert (f"fires.rows.columns.{name}", True) == (fault.path, "đã có nghĩa khác" in fault.message)


@pytest.mark.parametrize("name", ["words", "figures", "figure", "copy", "Form", "label-x"])
def test_a_head_cannot_be_called_what_a_row_has(name: str) -> None:
    """Nor anything that is no key."""
    fault = fault_in(f'rows = {{ group = true, label = "a", heads = {{ {name} = "b" }} }}')
    assert f"fires.rows.heads.{name}" == fault.path


def test_the_keys_of_reports_are_those_reports_have() -> None:
    """A field that is added there is reserved here."""
    assert set(BaseReport.model_fields) == OF_REPORTS


@pytest.mark.parametrize("title", ["a" * (MAX_SHEET_TITLE + 1), "Cháy: nổ", "[Cháy]", "Cháy?", "Cháy/nổ", "'Cháy'"])
def test_a_title_names_a_sheet(title: str) -> None:
    """Short, without the signs that Excel forbids."""
    assert "không làm tên trang biểu được" in fault_in(COUNT, f'title = "{title}"\n').message


@pytest.mark.parametrize("title", ["Cháy", "CHÁY", "Bìa", "số liệu"])
def test_each_title_stands_once(title: str) -> None:
    """Whatever its case; the form has sheets of its own too."""
    text = f'{HEAD}[fires]\ntitle = "Cháy"\n{COUNT}[teams]\ntitle = "{title}"\n{COUNT}'
    (fault,) = faults_of(text)
    assert ("teams.title", True) == (fault.path, fault.message.startswith("trùng tên với mục"))


def test_a_section_needs_a_title() -> None:
    """Its sheet has to be called something."""
    assert ("fires.title", "thiếu khóa “title”") == (fault_in(COUNT, "").path, fault_in(COUNT, "").message)


@pytest.mark.parametrize(
    ("check", "message"),
    [
        ("count >", "không đọc được điều kiện “count >”"),
        ("count > cuont", "không có chỉ tiêu “fires.cuont”"),
        ("count > teams.count", "không có chỉ tiêu “teams.count”"),
    ],
)
def test_a_rule_speaks_of_metrics_there_are(check: str, message: str) -> None:
    """In the words of its grammar."""
    fault = fault_in(COUNT, f'title = "Cháy"\nchecks = ["{check}"]\n')
    assert ("fires.checks", 5, True) == (fault.path, fault.line, message in fault.message)


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", ["title", "name", ""]),
        (HEAD, [""]),
        (f'{HEAD}[fires]\ntitle = "Cháy"\n', [""]),
        (f'titel = "x"\n{HEAD}[fires]\ntitle = "Cháy"\n{COUNT}', ["titel"]),
    ],
)
def test_a_catalogue_has_a_name_a_title_and_a_metric(text: str, paths: list[str]) -> None:
    """Without them it is none."""
    assert sorted(paths) == sorted(fault.path for fault in faults_of(text))


def test_a_misspelt_key_of_the_head_is_told_with_the_one_meant() -> None:
    """Not taken for a section."""
    (fault,) = faults_of(f'titel = "x"\n{HEAD}[fires]\ntitle = "Cháy"\n{COUNT}')
    assert ("“titel” phải là một bảng", True) == (fault.message, fault.remedy.startswith("có phải “title”?"))


@pytest.mark.parametrize(("sections", "metrics"), [(MAX_SECTIONS + 1, 1), (1, MAX_METRICS + 1)])
def test_a_catalogue_is_bounded(sections: int, metrics: int) -> None:
    """As many sections and metrics as a form can hold."""

    def text(sections: int, metrics: int) -> str:
        fields = "".join(f'm{each} = {{ label = "a" }}\n' for each in range(metrics))
        return HEAD + "".join(f'[s{each}]\ntitle = "Mục {each}"\n{fields}' for each in range(sections))

    most = min(sections, MAX_SECTIONS), min(metrics, MAX_METRICS)
    assert most[0] * most[1] == len(catalogue_of(text(*most)).entries)
    (fault,) = faults_of(text(sections, metrics))
    assert "quá 60 mục hoặc quá 1000 chỉ tiêu" == fault.message


def test_a_group_leaves_a_bounded_number_of_rows() -> None:
    """As many as a sheet can show."""
    text = 'rows = {{ group = true, label = "a", rows = {} }}'
    assert MAX_FORM_ROWS == fields_of(text.format(MAX_FORM_ROWS))["rows"].rows
    assert "fires.rows.rows" == fault_in(text.format(MAX_FORM_ROWS + 1)).path


# --- one over another -------------------------------------------------------------------------------------------


def test_a_subject_of_thirteen_lines_is_one() -> None:
    """What the tests of one's own subject start from."""
    made = catalogue_of(FIRE)
    assert 13 == len(FIRE.splitlines())
    assert ["fires", "teams"] == list(made.sections)
    alarms = made.by_path["teams.alarms"]
    assert isinstance(alarms, Metric)
    assert PartOfWhole == alarms.takes[0]
    assert alarms == get_args(alarms.field_type)[1]


def test_a_list_of_names_may_be_filled_from_a_cell_of_the_form() -> None:
    """A single name, or a cell there is not, may not."""
    assert "notes.models" == fields_of('named = { holds = "names", cell = "notes.models" }')["named"].cell
    assert "cell" in str(fault_in('named = { holds = "name", cell = "notes.models" }'))
    assert "models" in str(fault_in('named = { holds = "names", cell = "notes.model" }'))


def test_only_what_a_province_adds_up_is_told_by_unit() -> None:
    """A count of units that meet it has no first and no last."""
    metric = 'm = { label = "xã đạt", unit = "xã", takes = "part_of_whole", rollup = "units", by_unit = "Xã" }'
    with pytest.raises(IntakeError, match="chỉ kể từng đơn vị chỉ tiêu mà tỉnh cộng lại"):
        catalogue_of(f'name = "a"\ntitle = "A"\n[s]\ntitle = "S"\n{metric}')
