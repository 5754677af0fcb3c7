"""The chain: report in, brief out; the PDF lazily and once."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from antq_reports import Report, render
from antq_reports.errors import FigureMisuseError, OutputError, PhotoError, StyleError, TemplateError
from antq_reports.load import load_report, read_report
from antq_reports.pdf import RenderedPdf, render_pdf
from antq_reports.prose import read_templates, style_names
from antq_reports.render import RenderedReport, render_report

SMALL: dict[str, Any] = {"place": {"name": "Lâm Đồng"}, "period": "năm 2024", "weapons": {"detonators": 5}}
WEAPONS = "prose/sections/weapons.j2"


def report(**values: Any) -> Report:
    """Return a small report with some values more."""
    return Report.model_validate({**SMALL, **values})


def overlay(folder: Path, name: str, text: str) -> Path:
    """Return a folder of templates in which one file is `text`."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def small() -> RenderedReport:
    """Return a small brief."""
    return render_report(report())


def test_pdf_is_made_once_and_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, HTML and figures need no PDF; asked for twice, it is made once."""
    calls: list[bool] = []

    def count(*args: Any, **more: Any) -> RenderedPdf:
        calls.append(more["strict"])
        return render_pdf(*args, **more)

    monkeypatch.setattr(render, "render_pdf", count)
    brief = render_report(report())
    assert brief.text
    assert brief.html
    assert brief.figures
    assert [] == calls
    assert brief.pdf.startswith(b"%PDF-")
    assert brief.pdf is brief.pdf
    assert () == brief.problems
    assert [True] == calls


def test_text_and_html_load_no_engine() -> None:
    """Importing the package and asking for the text never imports WeasyPrint."""
    script = (
        "import sys; from antq_reports import Report, render_report\n"
        f"brief = render_report(Report.model_validate({SMALL!r}))\n"
        "assert '5 kíp nổ' in brief.text and brief.html\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'weasyprint', 'pydyf', 'click', 'rich'}))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert "[]" == done.stdout.strip()


@pytest.mark.parametrize("style", style_names(read_templates()))
def test_same_report_same_page(style: str) -> None:
    """The same in gives the same out, in every style."""
    first, second = (render_report(report(), style=style) for _ in range(2))
    assert (first.html, first.text) == (second.html, second.text)


def test_a_city_within_a_province_has_a_brief() -> None:
    """Thành phố Đà Lạt of 2024, compared with 2023."""
    new, old = (
        Report.model_validate(
            {
                "place": {"name": "Đà Lạt", "level": "thành phố", "code": "672"},
                "period": {"label": f"năm {number}", "start": date(number, 1, 1), "end": date(number, 12, 31)},
                "tips": {"public_tips": tips},
            }
        )
        for number, tips in ((2024, 526), (2023, 480))
    )
    made = render_report(new, previous=old)
    assert "thành phố Đà Lạt" in made.text
    assert "tăng 46" in made.text


def test_html_stands_alone(small: RenderedReport) -> None:
    """No address of ours is left in the HTML, and no script that would run: the one block is data."""
    assert "antq:" not in small.html
    assert ['<script type="application/zlib" id="antq-evidence">'] == re.findall("<script[^>]*>", small.html)
    assert "data:font/woff2;base64," in small.html


def test_unprinted_figures_are_named(tmp_path: Path) -> None:
    """A figure that the wording leaves out is told, not lost in silence."""
    templates = overlay(tmp_path, WEAPONS, "{% sentence %}\nĐã tiếp nhận vũ khí\n{% endsentence %}\n")
    assert ("weapons.detonators",) == render_report(report(), templates=templates).unprinted
    assert () == render_report(report()).unprinted


def test_digits_in_free_text_are_listed() -> None:
    """A number inside a headline has no source: it is listed with its path."""
    brief = render_report(report(headline="Có 99 mô hình"))
    assert ["headline"] == [each.path for each in brief.unsourced]


@pytest.mark.parametrize("suffix", ["html", "txt", "HTML"])
def test_save_writes_by_suffix(suffix: str, small: RenderedReport, tmp_path: Path) -> None:
    """The suffix says the format; the path written comes back, and nothing else is left beside it."""
    path = tmp_path / f"a.{suffix}"
    assert path == small.save(path)
    expected = small.text if suffix == "txt" else small.html
    assert expected == path.read_text(encoding="utf-8")
    assert [path] == list(tmp_path.iterdir())


def test_path_may_be_text(small: RenderedReport, tmp_path: Path) -> None:
    """A path as text is a path."""
    assert small.save(str(tmp_path / "a.txt")).is_file()


@pytest.mark.parametrize("name", ["a.docm", "a", "a.pdf.bak"])
def test_unknown_suffix_is_refused(name: str, small: RenderedReport, tmp_path: Path) -> None:
    """A format we do not write is refused, and those we do are named."""
    with pytest.raises(OutputError, match="đặt đuôi tệp là một trong: pdf, html, txt"):
        small.save(tmp_path / name)
    assert [] == list(tmp_path.iterdir())


def test_photos_are_read_from_the_folder_given(tmp_path: Path) -> None:
    """``folder`` says where the photos lie, before the folder of the report's own file."""
    photo = {"path": "a.png", "caption": "Chú thích riêng", "alt": "Mô tả"}
    Image.new("RGB", (400, 300), "green").save(tmp_path / "a.png")
    assert "Chú thích riêng" in render_report(report(photos=[photo]), folder=tmp_path).text
    assert "Chú thích riêng" in render_report(report(photos=[photo]), folder=str(tmp_path)).text
    with pytest.raises(PhotoError, match="folder="):
        render_report(report(photos=[photo]))


def test_photos_lie_beside_the_file_by_default(tmp_path: Path) -> None:
    """A report read from a file finds its photos next to it."""
    Image.new("RGB", (400, 300), "green").save(tmp_path / "a.png")
    file = tmp_path / "a.toml"
    photo = '[[photos]]\npath = "a.png"\ncaption = "Chú thích riêng"\nalt = "b"\n'
    file.write_text(f'period = "năm 2024"\nplace.name = "A"\n{photo}', encoding="utf-8")
    assert "Chú thích riêng" in render_report(load_report(file)).text


def test_own_wording_changes_its_sentence_alone(tmp_path: Path) -> None:
    """A folder with one prose file changes the sentences of that file, and no other."""
    both = report(communication={"outreach_sessions": 7})
    own = "{% sentence %}\nNgười dân tự giác nộp {{ weapons.detonators|figure }}\n{% endsentence %}\n"
    ours = render_report(both).text.split("\n\n")
    theirs = render_report(both, templates=overlay(tmp_path, WEAPONS, own)).text.split("\n\n")
    changed = [(old, new) for old, new in zip(ours, theirs, strict=True) if old != new]
    assert 1 == len(changed)
    assert "Người dân tự giác nộp 5 kíp nổ." in changed[0][1].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% sentence %}{{ weapons.detonatrs|figure }}{% endsentence %}", "detonatrs"),
        ("{% sentence %}{{ weapns.detonators|figure }}{% endsentence %}", "weapns"),
        ("{% sentence %}{{ weapons.detonators|figur }}{% endsentence %}", "weapons.j2"),
        ("{% sentence %}{{ weapons.detonators|figure }}", "weapons.j2"),
    ],
)
def test_own_wording_is_strict(text: str, message: str, tmp_path: Path) -> None:
    """A misspelt name or an open tag stops the brief and names the file."""
    with pytest.raises(TemplateError, match=message):
        render_report(report(), templates=overlay(tmp_path, WEAPONS, text))


def test_figure_past_the_ledger_is_refused(tmp_path: Path) -> None:
    """A template that prints a figure without its filter is refused."""
    text = "{% sentence %}{{ weapons.detonators }}{% endsentence %}"
    with pytest.raises((FigureMisuseError, TemplateError), match="weapons.detonators"):
        render_report(report(), templates=overlay(tmp_path, WEAPONS, text))


def test_missing_templates_folder_is_refused(tmp_path: Path) -> None:
    """A folder that is not there is not the same as an empty one."""
    with pytest.raises(TemplateError, match="không có thư mục mẫu này"):
        render_report(report(), templates=tmp_path / "none")
    assert render_report(report()).html == render_report(report(), templates=tmp_path).html


@pytest.mark.parametrize("style", ["bao-lam-don", "", "../bao-lam-dong", "bao-lam-dong/"])
def test_unknown_style_names_those_there_are(style: str) -> None:
    """A misspelt style is answered with the styles."""
    with pytest.raises(StyleError, match="bao-lam-dong, bao-quang-nam"):
        render_report(report(), style=style)


@pytest.mark.parametrize("font", ["none.ttf", "../LICENSE", "ibm-plex-sans/OFL.txt"])
def test_font_outside_the_bundle_is_refused(font: str) -> None:
    """A style names bundled fonts alone; the error names those there are."""
    with pytest.raises(StyleError, match="các phông có sẵn: .*be-vietnam-pro/"):
        render._font("own", font)


def test_sources_reach_the_ledger(tmp_path: Path) -> None:
    """A figure of the ledger knows the line it was read from, also after a process pool."""
    file = tmp_path / "a.toml"
    file.write_text('period = "năm 2024"\nplace.name = "A"\n[weapons]\ndetonators = 5\n', encoding="utf-8")
    brief = render_report(pickle.loads(pickle.dumps(load_report(file))))
    (entry,) = [each for each in brief.figures if each.metric == "weapons.detonators"][:1]
    assert "a.toml, dòng 4: weapons.detonators" == entry.source


def test_photos_may_be_bytes(tmp_path: Path) -> None:
    """By the paths the report names; those that are not given lie in the folder."""
    photos = [{"path": f"anh/{name}.png", "caption": f"Ảnh {name}", "alt": "Mô tả"} for name in "ab"]
    made = read_report({**SMALL, "photos": photos})
    for name, colour in (("a", "green"), ("b", "red")):
        (tmp_path / "anh").mkdir(exist_ok=True)
        Image.new("RGB", (400, 300), colour).save(tmp_path / "anh" / f"{name}.png")
    first = {"anh/a.png": (tmp_path / "anh" / "a.png").read_bytes()}
    both = {**first, "anh/b.png": (tmp_path / "anh" / "b.png").read_bytes()}
    expected = render_report(made, folder=tmp_path).html
    assert [expected, expected] == [
        render_report(made, photos=both).html,
        render_report(made, photos=first, folder=tmp_path).html,
    ]
    with pytest.raises(PhotoError, match="anh/b.png.*photos="):
        render_report(made, photos=first)


def test_bytes_that_are_no_photo_are_refused() -> None:
    """They are checked as files are."""
    made = read_report({**SMALL, "photos": [{"path": "a.png", "caption": "Ảnh", "alt": "Mô tả"}]})
    with pytest.raises(PhotoError, match="a.png"):
        render_report(made, photos={"a.png": b"<svg/>"})


def test_a_brief_shows_itself(small: RenderedReport) -> None:
    """In a shell by one line, in a notebook by its page, which may run nothing."""
    count = len(small.figures)
    assert f"<RenderedReport tỉnh Lâm Đồng, năm 2024, kiểu bao-lam-dong: {count} số liệu và ngày in ra>" == repr(small)
    shown = small._repr_html_()
    assert shown.startswith("<iframe sandbox srcdoc=")
    assert small.html == unescape(shown.split('"')[1])
