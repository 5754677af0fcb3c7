"""An article laid into a style: pictures by content, a ledger, and errors that name the template."""

from __future__ import annotations

import pickle
from contextlib import closing
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from antq_reports import Report, render_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import PhotoError, TemplateError
from antq_reports.page import Page, build_page
from antq_reports.prose import compose, prose_library, read_templates, style_files
from antq_reports.render import _read_photo

SMALL: dict[str, Any] = {"place": {"name": "Lâm Đồng"}, "period": "năm 2024", "weapons": {"detonators": 5}}
PHOTO = {"path": "a.png", "caption": "Có {weapons.detonators}", "alt": "Mô tả ảnh"}
STYLE = "bao-lam-dong"


def page_of(folder: Path | None, templates: Path | None = None, **values: Any) -> Page:
    """Return the page of the smallest report with some values more."""
    library = read_templates(templates)
    style = style_files(library, STYLE)
    prose = prose_library(library, bundled_catalogue())
    article = compose(Report.model_validate({**SMALL, **values}), prose, style.rules.house)
    return build_page(article, style, partial(_read_photo, folder))


def overlay(folder: Path, text: str) -> Path:
    """Return a folder of templates in which the style's page is `text`."""
    page = folder / "styles" / STYLE / "page.html.j2"
    page.parent.mkdir(parents=True)
    page.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one photo."""
    Image.new("RGB", (400, 300), "green").save(tmp_path / "a.png")
    return tmp_path


def test_page_is_whole(folder: Path) -> None:
    """A page has its figures in the ledger, each in its HTML."""
    page = page_of(None)
    assert ["weapons.detonators"] == list(
        dict.fromkeys(each.metric for each in page.figures if each.metric != "period")
    )
    assert 'data-metric="weapons.detonators"' in page.html


def test_pictures_stand_by_content(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A picture's address is the hash of its bytes: the folder is not in the page."""
    other = tmp_path_factory.mktemp("other")
    (other / "a.png").write_bytes((folder / "a.png").read_bytes())
    first, second = page_of(folder, photos=[PHOTO]), page_of(other, photos=[PHOTO])
    assert first.html == second.html
    assert list(first.images) == list(second.images)
    assert all(address in first.html for address in first.images)
    assert str(folder) not in first.html


def test_photos_without_a_folder_are_refused() -> None:
    """A report made in Python must say where its photos lie."""
    with pytest.raises(PhotoError, match="folder="):
        page_of(None, photos=[PHOTO])


def test_missing_photo_is_refused(folder: Path) -> None:
    """A photo that is not there is named."""
    with pytest.raises(PhotoError, match="b.png"):
        page_of(folder, photos=[{**PHOTO, "path": "b.png"}])


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<p>{{ artcle.headline }}</p>", "artcle"),
        ("<p>{{ article.haedline }}</p>", "haedline"),
        ("<p>\n{% if %}</p>", "page.html.j2"),
        ("<p>{{ article.headline + 1 }}</p>", "page.html.j2"),
        ("<p>{{ article.blocks[99].content }}</p>", "page.html.j2"),
        ("<p>{{ [].pop() }}</p>", "page.html.j2"),
    ],
)
def test_wrong_page_template_is_named(template: str, message: str, tmp_path: Path) -> None:
    """However a page template fails, the error names the template and survives a process pool."""
    with pytest.raises(TemplateError, match=message) as caught:
        page_of(None, overlay(tmp_path, template))
    assert "page.html.j2" in str(caught.value)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


def test_qr_codes_are_for_addresses_only() -> None:
    """A source with an address has its code in the page; one without has none."""
    with_code = page_of(None, source={"name": "Báo", "url": "https://baolamdong.vn/a"})
    without = page_of(None, source={"name": "Báo"})
    assert "Mã QR dẫn tới nguồn số liệu" in with_code.html
    assert "Mã QR" not in without.html


@pytest.mark.parametrize(
    ("size", "fit"),
    [
        ((600, 900), "column"),
        ((700, 700), "column"),
        ((900, 600), "beside"),
        ((1600, 900), "full"),
        ((2000, 500), "full"),
    ],
)
@pytest.mark.parametrize("place", [None, "weapons"])
@pytest.mark.parametrize("style", ["bao-lam-dong", "bao-quang-nam"])
def test_a_picture_is_printed_whole(
    size: tuple[int, int], fit: str, place: str | None, style: str, tmp_path: Path
) -> None:
    """At its own ratio, inside the type area, as the main picture and in the text; no part of it is cut off."""
    Image.new("RGB", size, "green").save(tmp_path / "a.png")
    report = Report.model_validate({**SMALL, "photos": [{**PHOTO, "after": place}]})
    brief = render_report(report, style=style, folder=tmp_path)
    assert f' {fit}">' in brief.html
    raw = import_module("pypdfium2.raw")
    with closing(PdfDocument(brief.pdf)) as document:
        (drawn,) = (
            each.get_bounds() for page in document for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        )
    left, bottom, right, top = drawn
    assert size[0] / size[1] == pytest.approx((right - left) / (top - bottom), rel=0.02)
    assert 0 < left < right < 595
    assert top - bottom < 320


FOCUSED = [
    ((600, 900), [0.5, 0.05]),
    ((600, 900), "dưới"),
    ((700, 700), [0.9, 0.97]),
    ((2000, 500), [0.02, 0.5]),
    ((2000, 500), "phải"),
]


@pytest.mark.parametrize(("size", "focus"), FOCUSED)
@pytest.mark.parametrize("place", [None, "weapons"])
def test_a_point_of_focus_stays_in_sight(
    size: tuple[int, int], focus: object, place: str | None, tmp_path: Path
) -> None:
    """The picture fills its box, cut at its own ratio, and a mark at the point is drawn inside the box."""
    width, height = size
    report = Report.model_validate({**SMALL, "photos": [{**PHOTO, "after": place, "focus": focus}]})
    point = report.photos[0].focus
    assert point is not None
    x, y = point.x * (width - 30) // 100, point.y * (height - 30) // 100
    picture = Image.new("RGB", size, "green")
    picture.paste((255, 0, 255), (x, y, x + 30, y + 30))
    picture.save(tmp_path / "a.png")
    brief = render_report(report, folder=tmp_path)
    raw = import_module("pypdfium2.raw")
    with closing(PdfDocument(brief.pdf)) as document:
        (left, bottom, right, top), page = next(
            (each.get_bounds(), page) for page in document for each in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])
        )
        shown = page.render(scale=1).to_pil().convert("RGB")
    assert width / height == pytest.approx((right - left) / (top - bottom), rel=0.02)
    colours = enumerate(zip(*[iter(shown.tobytes())] * 3, strict=True))
    pixels = [(at % shown.width, at // shown.width, *colour) for at, colour in colours]
    drawn = [(x, y) for x, y, red, green, blue in pixels if red < 30 and 110 < green < 145 and blue < 30]
    marked = [(x, y) for x, y, red, green, blue in pixels if red > 200 and green < 60 and blue > 200]
    assert len(marked) > 9
    across, down = ([point[axis] for point in (*drawn, *marked)] for axis in (0, 1))
    box = (max(across) - min(across), max(down) - min(down))
    ratio = 178 / 84 if place is None else 85.5 / 57
    assert ratio == pytest.approx(box[0] / box[1], rel=0.03)
    assert box[0] < right - left - 2 or box[1] < top - bottom - 2
