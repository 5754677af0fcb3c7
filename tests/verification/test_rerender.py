"""Making a brief anew from what it carries, or the reason why not."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from batch_units import own_style
from proof_kit import brief, report

from antq_reports.evidence import Brief, Carried, read_brief, read_carried
from antq_reports.verification.rerender import differing_pages, remade_file, remade_files, remake


@pytest.fixture
def html(tmp_path: Path) -> Brief:
    """The brief as an HTML file, read back."""
    return read_brief(brief().save(tmp_path / "a.html"))


@pytest.fixture
def carried(html: Brief) -> Carried:
    """What it carries."""
    return read_carried(html)


def made_with(carried: Carried, **setting: str) -> Carried:
    """The same evidence, of another setting."""
    assert carried.manifest is not None
    changed = replace(carried.manifest.setting, **setting)
    return replace(carried, manifest=carried.manifest.model_copy(update={"setting": changed}))


def test_the_same_setting_gives_the_same_page(carried: Carried) -> None:
    """Of the carried data, or of other data in their place."""
    again, other = remake(carried, None, None), remake(carried, report(weapons={"firearms_surrendered": 9}), None)
    assert again.draft is not None
    assert other.draft is not None
    assert ("", brief().text) == (again.reason, again.draft.page.text)
    assert "9 khẩu súng" in other.draft.page.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        ({"programme": "0"}, "ở đây khác khi dựng bản tin: phiên bản chương trình hoặc thư viện"),
        ({"look": "0", "wording": "0"}, "ở đây khác khi dựng bản tin: mẫu câu, kiểu trình bày"),
        ({"catalogue": "0"}, "ở đây khác khi dựng bản tin: danh mục chỉ tiêu"),
        ({"style": "thu"}, "ở đây không có kiểu trình bày “thu”"),
    ],
)
def test_what_is_different_here_is_named(carried: Carried, setting: dict[str, str], reason: str) -> None:
    """All of it at once, in the words of a person."""
    made = remake(made_with(carried, **setting), None, None)
    assert (None, reason) == (made.draft, made.reason)


def test_without_data_or_manifest_nothing_is_made(html: Brief, carried: Carried) -> None:
    """Neither page nor file."""
    for part in ({"report": None}, {"manifest": None}):
        torn = replace(carried, **part)  # type: ignore[arg-type]
        made = remake(torn, None, None)
        assert (None, "số liệu hoặc bản kê mang theo không đọc được") == (made.draft, made.reason)
        assert remade_file(html, torn, None, None) is None


def test_a_file_is_made_anew_byte_for_byte(html: Brief, carried: Carried) -> None:
    """With the files it carries; not from a style that is not here."""
    again = remade_file(html, carried, None, None)
    assert html.data == again
    assert dict(html.files) == remade_files("html", again)
    assert remade_file(html, made_with(carried, style="thu"), None, None) is None


def test_a_style_of_one_s_own_is_found_in_its_folder(carried: Carried, tmp_path: Path) -> None:
    """Another look than the brief was made with."""
    folder = own_style(tmp_path / "mau", "<p>Nội bộ</p>")
    assert "kiểu trình bày" in remake(made_with(carried, style="thu"), None, folder).reason


def pdf(*sizes: int) -> bytes:
    """Empty pages of some widths."""
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    for size in sizes:
        document.new_page(size, 20)
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [((10, 10), (10, 10), []), ((10, 10), (10, 11), [2]), ((10,), (10, 10, 10), [2, 3]), ((9, 10), (10,), [1, 2])],
)
def test_pages_that_look_otherwise_are_numbered(
    ours: tuple[int, ...], theirs: tuple[int, ...], expected: list[int]
) -> None:
    """And those that one side alone has."""
    assert expected == differing_pages(pdf(*ours), pdf(*theirs))


def test_pictures_are_read_from_the_page_itself() -> None:
    """What only looks like one is passed over."""
    from antq_reports.verification.rerender import html_pictures

    good = base64.b64encode(b"picture").decode()
    page = f'<img src="data:image/png;base64,{good}"><img src="data:image/jpeg;base64,abc=d">'
    assert [b"picture"] == list(html_pictures(page.encode()))
