"""The sandbox of templates: clear errors with template, line and name; no way out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from batch_units import own_style
from prose_kit import print_with, report_of

from antq_reports import render_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import AntqReportsError, TemplateError
from antq_reports.prose import filters, read_templates
from antq_reports.prose.sandbox import make_environment

REPORT = report_of(weapons={"firearms_surrendered": "526 súng"}, lead="Mở bài.")


def error_of(folder: Path, template: str, name: str = "sections/weapons.j2") -> str:
    """The message a template ends in."""
    with pytest.raises(AntqReportsError) as caught:
        print_with(folder, template, REPORT, name)
    return str(caught.value)


def test_a_missing_name_is_named_with_template_line_and_suggestion(tmp_path: Path) -> None:
    """A misspelt metric: which file, which line, which name, and what it may have meant."""
    message = error_of(
        tmp_path, "{# ghi chú #}\n{% sentence %}thu\n{{ weapons.firearms_surrenderd|figure }}{% endsentence %}"
    )
    assert "sections/weapons.j2, dòng 3" in message
    assert "không có tên “firearms_surrenderd” trong “weapons”" in message
    assert "có phải “firearms_surrendered”?" in message


def test_a_missing_top_name_is_named(tmp_path: Path) -> None:
    """A section that does not exist."""
    assert "không có tên “weapon”" in error_of(tmp_path, "{% sentence %}{{ weapon.guns|figure }}{% endsentence %}")


def test_a_misspelt_name_is_found_in_a_clause_that_would_vanish(tmp_path: Path) -> None:
    """Absent data must not hide a typing error."""
    absent, misspelt = "{{ weapons.grenades_surrendered|figure }}", "{{ tips.x|figure }}"
    template = "{% sentence %}x {% clause %}" + absent + misspelt + "{% endclause %}{% endsentence %}"
    assert "không có tên “x” trong “tips”" in error_of(tmp_path, template)


def test_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    """An unclosed tag."""
    message = error_of(tmp_path, "{% sentence %}thu\n{% clause %}x{% endsentence %}")
    assert "sections/weapons.j2, dòng 2" in message


def test_an_unknown_filter_is_an_error_at_load(tmp_path: Path) -> None:
    """Text filters do not exist."""
    assert "upper" in error_of(tmp_path, "{% sentence %}{{ place.name|upper }}{% endsentence %}")


def test_typed_digits_are_refused_with_their_line(tmp_path: Path) -> None:
    """Prose templates hold no digits."""
    message = error_of(tmp_path, "{% sentence %}thu\nđược 526 súng{% endsentence %}")
    assert "sections/weapons.j2, dòng 2: câu chữ gõ sẵn chữ số" in message


def test_a_frame_that_names_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """frames.toml may only name files that are there."""
    plan = '["year-end"]\nheadline = "frames/khong-co.j2"\nlead = "frames/year-end-lead.j2"\nparts = []\n'
    assert "nhắc tới tệp “frames/khong-co.j2” không có" in error_of(tmp_path, plan, "frames.toml")


def test_a_user_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The folder's path is in the message."""
    with pytest.raises(TemplateError, match="không có thư mục mẫu này"):
        render_report(REPORT, templates=tmp_path / "x")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__ }}",
        "{{ place.__class__.__mro__ }}",
        "{{ weapons.firearms_surrendered.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ 9**9999999 }}",
        "{{ 'a'*500000000 }}",
        "{% for i in range(999999999) %}x{% endfor %}",
        "{{ weapons.firearms_surrendered|attr('_figure') }}",
        "{% include '../../../etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ weapons.__setattr__('x', 'y') }}",
        "\ue000",
        "\U000f0000",
    ],
)
def test_the_sandbox_holds(attack: str, tmp_path: Path) -> None:
    """No attribute, operator, global or file outside the templates can be reached; private characters are refused."""
    assert error_of(tmp_path, "{% sentence %}x " + attack + "{% endsentence %}")


def test_data_is_escaped(tmp_path: Path) -> None:
    """Markup in a name is text."""
    report = report_of(lead="Mở <script>alert()</script> & “bài”.", headline="<b>Tít</b>")
    brief = print_with(tmp_path, "{% sentence %}x{% endsentence %}", report)
    assert "<script>" not in brief.html
    assert "Mở <script>alert()</script> & “bài”." in brief.text


def test_an_edited_file_is_seen_at_once(tmp_path: Path) -> None:
    """Compiled templates are kept by content, not by name."""
    first = print_with(tmp_path, "{% sentence %}Câu cũ{% endsentence %}", REPORT).text
    second = print_with(tmp_path, "{% sentence %}Câu mới{% endsentence %}", REPORT).text
    assert "Câu cũ." in first
    assert "Câu mới." in second
    assert "Câu cũ." not in second


def test_a_template_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    """Old Vietnamese encodings are named, not guessed."""
    file = tmp_path / "prose" / "sections" / "weapons.j2"
    file.parent.mkdir(parents=True)
    file.write_bytes("Câu".encode("cp1258", "replace") + b"\xff")
    with pytest.raises(TemplateError, match="UTF-8"):
        render_report(REPORT, templates=tmp_path)


def test_a_fault_in_an_own_template_is_told_before_it_is_needed(tmp_path: Path) -> None:
    """The user's templates are all checked at once: this brief is not of a visit."""
    message = error_of(tmp_path, "{% sentence %}x 5{% endsentence %}", "frames/visit-lead.j2")
    assert "frames/visit-lead.j2, dòng 1: câu chữ gõ sẵn chữ số" in message


def test_every_bundled_template_is_sound() -> None:
    """What comes with the library is checked when it is used; here all of it is."""
    folder = read_templates()
    prose = {name: text for name, text in folder.prose_of(bundled_catalogue()).items() if name.endswith(".j2")}
    pages = {name: text for name, text in folder.styles("styles/").items() if name.endswith(".j2")}
    assert min(len(prose), len(pages)) >= 10
    make_environment(prose, prose=True, own=prose)
    make_environment(pages, prose=False, own=pages)


# --- whose fault it is ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% for x in true %}{% endfor %}", "dòng 2: mẫu không chạy được"),
        ("{% if weapons > tips %}x{% endif %}", "dòng 2: mẫu không chạy được"),
        ("{{ weapons.firearms_surrendered|number(true) }}", "dòng 2: mẫu không chạy được"),
        ("{{ weapons.firearms_surrendered|figure(true) }}", "danh từ của bộ lọc là chữ viết sẵn"),
        ('{{ weapons.firearms_surrendered|told("7 khẩu") }}', "dòng 2: câu chữ gõ sẵn chữ số"),
        ("{% for x in [weapons]|batch('a') %}{% for y in x %}{% endfor %}{% endfor %}", "bộ lọc |batch"),
        ("{% for x in [true, true]|slice([]) %}{% endfor %}", "dòng 2: mẫu không chạy được"),
        ("{% if true|length %}x{% endif %}", "dòng 2: bộ lọc |length không nhận giá trị này → chỉ dùng |length"),
        ("{{ [true]|abbr }}", "chữ tắt không có trong bảng"),
        ("{% include 'khong-co.j2' %}", "dòng 2: không có mẫu “khong-co.j2”"),
        ("{% include 'sections/weapons.j2' %}", "mẫu gọi lẫn nhau quá nhiều tầng"),
        ("{% clause true %}x{% endclause %}", "sections/weapons.j2, dòng 2"),
        ("{% list sep=true %}{% clause %}x{% endclause %}{% endlist %}", "dòng 2: tùy chọn của {% list %} phải là chữ"),
        ("{% macro m(a) %}{{ a|figure }}{% endmacro %}{{ m() }}", "dòng 2: không có tên"),
    ],
)
def test_what_a_template_provokes_is_its_own_fault(template: str, said: str, tmp_path: Path) -> None:
    """Refused by Jinja or by us, or broken in the template's own code: told with file and line."""
    message = error_of(tmp_path, "{% sentence %}x\n" + template + "{% endsentence %}")
    assert "sections/weapons.j2" in message
    assert said in message


def test_a_page_template_is_told_likewise(tmp_path: Path) -> None:
    """The one of a style."""
    folder = own_style(tmp_path, "{% for x in true %}{% endfor %}")
    with pytest.raises(TemplateError, match=r"styles/thu/page\.html\.j2, dòng \d+: mẫu không chạy được") as caught:
        render_report(REPORT, style="thu", templates=folder)
    assert isinstance(caught.value.__cause__, TypeError)


@pytest.mark.parametrize("error", [TypeError, KeyError, ValueError, AttributeError])
def test_a_bug_of_ours_keeps_its_traceback(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody who edits wording could mend it: it is raised as it is, in prose and in pages."""

    def broken(*args: Any) -> Any:
        raise error("bug")

    monkeypatch.setattr(filters, "format_runs", broken)
    with pytest.raises(error, match="bug") as caught:
        render_report(REPORT)
    assert "filters.py" in str(caught.traceback[-2].path)


def test_a_refusal_of_ours_is_told_once(tmp_path: Path) -> None:
    """Its own remedy stands; the template and line come before."""
    message = error_of(tmp_path, "{% sentence %}x\n{% list %}lạc{% endlist %}{% endsentence %}")
    reason = "chữ “lạc” nằm trong {% list %} nhưng ngoài {% clause %}"
    assert f"sections/weapons.j2, dòng 2: {reason} → đưa chữ đó vào một mệnh đề" == message
