"""The manifest of a brief's evidence: what the brief was made with, and the hash of everything that goes with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from antq_reports.errors import Refusal
from antq_reports.evidence.setting import ENGINE, WORDS, Setting, library_version

FORMAT: Final = 2
"""The format of the evidence: names, columns and fields of every file that travels with a brief. A change of any of
them is a new number. 1: places as joined words (version 0.1)."""
_HASH = r"^[0-9a-f]{64}$"


def _tuples(value: Any) -> Any:
    """JSON has lists where our values have tuples."""
    return tuple(_tuples(part) for part in value) if isinstance(value, list) else value


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class PhotoRecord(_Strict):
    """One photo of the brief, by the path the report has for it, and the hash of the picture that is embedded."""

    path: str = Field(max_length=400)
    sha256: str = Field(pattern=_HASH)
    width: int = Field(gt=0)
    height: int = Field(gt=0)
    mime: str = Field(pattern=r"^image/(jpeg|png)$")


class Manifest(_Strict):
    """What ``ban-ke.json`` says."""

    format: int = Field(FORMAT, ge=FORMAT, le=FORMAT)
    programme: str = Field(max_length=200)
    """Name and version, for people."""
    setting: Setting
    libraries: Mapping[str, str]
    engine: str = Field(default="", max_length=200)
    """The libraries outside Python that lay out text; empty in HTML, which the reader's browser lays out."""
    photos: Annotated[tuple[PhotoRecord, ...], BeforeValidator(_tuples)] = ()
    files: Mapping[str, str]
    """SHA-256 of every other file of the evidence."""
    margins: Annotated[tuple[tuple[str, ...], ...], BeforeValidator(_tuples)] = ()
    """The texts in the margins of each page of a PDF."""
    markup: str = ""
    """SHA-256 of the HTML file without its evidence."""

    def to_json(self) -> bytes:
        """The bytes of the file."""
        data = {**self.model_dump(mode="json"), "setting": asdict(self.setting)}
        return canonical_json(data)

    @classmethod
    def from_json(cls, data: bytes) -> Manifest:
        """The manifest in a file. Raises `ValueError` for anything else."""
        try:
            return cls.model_validate_json(data)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def stated_format(data: bytes) -> int | None:
    """The format that a manifest says it has, whatever else it says; None where it says none."""
    try:
        stated = json.loads(data)["format"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return stated if isinstance(stated, int) and not isinstance(stated, bool) else None


def other_format(stated: int) -> Refusal:
    """Why a brief of another format is not held against its data, and what to do."""
    if stated > FORMAT:
        reason = f"số liệu kèm theo ghi theo dạng {stated} của phiên bản mới hơn; ở đây chỉ đối chiếu dạng {FORMAT}"
        return Refusal(reason, "cập nhật antq-reports rồi đối chiếu lại")
    reason = f"số liệu kèm theo ghi theo dạng {stated} của phiên bản 0.1; ở đây chỉ đối chiếu dạng {FORMAT}"
    remedy = "dựng lại bản tin từ tệp báo cáo; so-lieu.json kèm theo vẫn lấy ra được bằng lệnh antq-reports extract"
    return Refusal(reason, remedy)


def canonical_json(data: Any) -> bytes:
    """The bytes of a JSON file: sorted keys, the same for the same content."""
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8")


def libraries() -> dict[str, str]:
    """The versions of the libraries that have a hand in a brief."""
    return {name: library_version(name) for name in sorted((*ENGINE, *WORDS))}


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
