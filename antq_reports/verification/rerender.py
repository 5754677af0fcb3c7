"""Making a brief anew from what it carries: its page, and the whole file where its pictures are at hand.

Only where programme, wording and look are the same as when it was made; otherwise the reason why not.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from antq_reports.catalogue import Catalogue
from antq_reports.errors import AntqReportsError, PhotoError, Refusal, StyleError
from antq_reports.evidence import Brief, Carried, Manifest, Setting, setting_of, sha256
from antq_reports.formats import FORMATS
from antq_reports.pdf import PdfContent, page_images, text_engine
from antq_reports.pictures.photos import PreparedPhoto
from antq_reports.prose import read_templates, style_files
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.render import Draft, RenderedReport, make_draft
from antq_reports.report import BaseReport

_PICTURE = re.compile(r"data:image/(?:jpeg|png);base64,([A-Za-z0-9+/=]+)")
_SCALE = 1.0
"""Pixels per point: a digit of small print is some five pixels high, and one pixel counts."""


@dataclass(frozen=True, slots=True)
class Remade:
    """A draft, or the reason why there is none."""

    draft: Draft | None
    reason: str = ""
    near: Draft | None = None
    """What this version says of the same data where the brief was made otherwise."""


def remake(carried: Carried, report: BaseReport | None, templates: str | Path | None) -> Remade:
    """The page of the carried report, or of another one in its place."""
    manifest, data = carried.manifest, report or carried.report
    if manifest is None or data is None:
        return Remade(None, "số liệu hoặc bản kê mang theo không đọc được")
    try:
        if reason := _other_setting(manifest.setting, data.catalogue, templates):
            return Remade(None, reason, _near(manifest, data, carried.previous, templates))
        return Remade(_draft(manifest, data, carried.previous, templates))
    except AntqReportsError as error:
        return Remade(None, f"không dựng lại được lời văn từ số liệu: {error}")


def _near(
    manifest: Manifest, report: BaseReport, previous: BaseReport | None, templates: str | Path | None
) -> Draft | None:
    """The draft in the brief's style, or in the usual one where that is not here; None where there is none."""
    usual = replace(manifest.setting, style=DEFAULT_STYLE)
    for setting in (manifest.setting, usual):
        try:
            return _draft(manifest.model_copy(update={"setting": setting}), report, previous, templates)
        except AntqReportsError:
            continue
    return None


def _draft(
    manifest: Manifest,
    report: BaseReport,
    previous: BaseReport | None,
    templates: str | Path | None,
    pictures: Mapping[str, bytes] | None = None,
) -> Draft:
    """The draft with the pictures given by hash; without any, with their shapes alone, which is all that words need."""
    known = {photo.path: photo for photo in manifest.photos}

    def read(path: str) -> PreparedPhoto:
        photo = known.get(path)
        if photo is None and pictures is None:  # another report's photo
            return PreparedPhoto(data=b"", mime="image/jpeg", width=4, height=3, digest=sha256(path.encode()))
        if photo is None or (pictures is not None and photo.sha256 not in pictures):
            raise PhotoError(path, Refusal("không có trong tệp", "lấy lại bản tin gốc"))
        data = b"" if pictures is None else pictures[photo.sha256]
        return PreparedPhoto(data=data, mime=photo.mime, width=photo.width, height=photo.height, digest=photo.sha256)

    return make_draft(report, style=manifest.setting.style, previous=previous, templates=templates, read=read)


def _other_setting(made: Setting, catalogue: Catalogue, templates: str | Path | None) -> str:
    """What is different here from when the brief was made; empty when nothing is."""
    folder = read_templates(Path(templates) if templates is not None else None)
    if not catalogue.is_bundled and folder.subject != catalogue.name:
        return f"mẫu câu của chủ đề “{catalogue.name}” không có ở đây; chỉ thư mục của chủ đề bằng --templates"
    try:
        here = setting_of(folder, style_files(folder, made.style), catalogue)
    except StyleError:
        return f"ở đây không có kiểu trình bày “{made.style}”"
    names = {
        "subject": "chủ đề",
        "catalogue": "danh mục chỉ tiêu",
        "programme": "phiên bản chương trình hoặc thư viện",
        "wording": "mẫu câu",
        "look": "kiểu trình bày",
        "brand": "thương hiệu riêng (brand.toml)",
    }
    mine, theirs = asdict(here), asdict(made)
    other = [words for name, words in names.items() if mine[name] != theirs[name]]
    return f"ở đây khác khi dựng bản tin: {', '.join(other)}" if other else ""


# --- the whole file -------------------------------------------------------------------------------------------------


def remade_file(
    brief: Brief, carried: Carried, content: PdfContent | None, templates: str | Path | None
) -> bytes | None:
    """The brief's file made anew; None where a picture is not in the file, or lines would break otherwise here."""
    manifest, report = carried.manifest, carried.report
    if manifest is None or report is None or (content is not None and manifest.engine != text_engine()):
        return None
    found = content.pictures if content is not None else tuple(html_pictures(brief.data))
    pictures = {sha256(picture): picture for picture in found}
    try:
        draft = _draft(manifest, report, carried.previous, templates, pictures)
        return RenderedReport(draft, strict=False).content(brief.kind)
    except AntqReportsError:
        return None


def remade_files(kind: str, remade: bytes) -> dict[str, bytes]:
    """The files that a brief made anew carries."""
    read = FORMATS[kind].read
    return dict(read(remade)) if read is not None else {}


def differing_pages(data: bytes, remade: bytes) -> list[int]:
    """The pages of two PDFs, from 1, that do not look the same, pixel by pixel."""
    ours, theirs = page_images(remade, _SCALE), page_images(data, _SCALE)
    shared = [number for number, pair in enumerate(zip(ours, theirs, strict=False), start=1) if pair[0] != pair[1]]
    fewer, more = sorted((len(ours), len(theirs)))
    return [*shared, *range(fewer + 1, more + 1)]


def html_pictures(data: bytes) -> Iterator[bytes]:
    """The pictures that lie in a page of HTML."""
    for found in _PICTURE.finditer(data.decode("utf-8", "replace")):
        try:
            yield base64.b64decode(found.group(1), validate=True)
        except binascii.Error:
            continue
