"""What a brief is made from, gathered and hashed: everything that can change a byte of its PDF.

The setting (our programme, the libraries under it, the style's files really loaded, the fonts' bytes) is one digest;
a unit's own input is its data with their sources, last year's, the photos' bytes and the setting.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from antq_reports.batch.worker_task import Task
from antq_reports.catalogue import Catalogue
from antq_reports.errors import PhotoError, Refusal
from antq_reports.evidence import setting_of
from antq_reports.pictures.photos import photo_bytes
from antq_reports.prose import read_templates, style_files
from antq_reports.report import BaseReport

AnyReport = TypeVar("AnyReport", bound=BaseReport)
MAX_PHOTO_BYTES = 200 * 1024 * 1024
"""Of all photos of a report: the batch holds those of several reports at a time."""


def setting_digest(style: str, templates: Path | None, catalogue: Catalogue) -> str:
    """The digest of everything but the data: programme, libraries, catalogue, wording, style and fonts.

    Raises `StyleError` and `TemplateError` for a style or a template folder that cannot be used.
    """
    folder = read_templates(templates)
    setting = setting_of(folder, style_files(folder, style), catalogue)
    return hashlib.sha256(json.dumps(asdict(setting)).encode()).hexdigest()


def own_templates(templates: Path | None) -> tuple[tuple[str, bytes], ...] | None:
    """The user's template files as a worker needs them, its brand's among them; the bundled ones it has itself."""
    if templates is None:
        return None
    return tuple(sorted(read_templates(templates).own_files.items()))


def input_digest(task: Task) -> str:
    """The digest of everything that can change a byte of a task's PDF."""
    photos = [(path, hashlib.sha256(data).hexdigest()) for path, data in task.photos]
    previous = _data(task.previous) if task.previous is not None else None
    whole = {
        "setting": task.setting,
        "style": task.style,
        "strict": task.strict,
        "accepted": [asdict(each) for each in task.accepted],
        "internal": task.internal,
        "formats": task.formats,
        "report": _data(task.report),
        "previous": previous,
        "photos": photos,
    }
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def _data(report: BaseReport) -> dict[str, Any]:
    """The report and where its figures came from, which the ledger of a brief may carry; not where its folder lies."""
    sources = report.sources
    return {
        "data": report.model_dump(mode="json"),
        "file": sources.file,
        "places": {path: [asdict(origin) for origin in sources.places[path]] for path in sources.places},
    }


def portable(report: AnyReport) -> AnyReport:
    """The report without the path of its folder: photos travel as bytes."""
    sources = report.sources
    return report.with_sources(replace(sources, folder=None, places=dict(sources.places)))


def photo_files(report: BaseReport, given: Mapping[str, bytes] = MappingProxyType({})) -> tuple[tuple[str, bytes], ...]:
    """The files of the report's photos, of those given or of its folder. Raises `PhotoError` as a render would."""
    photos: dict[str, bytes] = {}
    left = MAX_PHOTO_BYTES
    for path in dict.fromkeys(photo.path for photo in report.photos):
        photos[path] = given[path] if path in given else _photo_file(report.sources.folder, path)
        left -= len(photos[path])
        if left < 0:
            limit = MAX_PHOTO_BYTES // (1024 * 1024)
            raise PhotoError(path, Refusal(f"ảnh của báo cáo cộng lại quá {limit} MB", "hãy bớt ảnh hoặc thu nhỏ ảnh"))
    return tuple(photos.items())


def _photo_file(folder: Path | None, path: str) -> bytes:
    if folder is None:
        remedy = "đọc báo cáo bằng load_report, hoặc đưa ảnh vào photos={đường_dẫn: bytes}"
        raise PhotoError(path, Refusal("báo cáo không cho biết ảnh nằm ở thư mục nào", remedy))
    return photo_bytes(folder, path)
