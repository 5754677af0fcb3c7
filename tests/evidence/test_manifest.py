"""The manifest of a brief's evidence: strict about itself, the same bytes for the same content."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports.evidence import Manifest, Setting
from antq_reports.evidence.manifest import (
    FORMAT,
    PhotoRecord,
    canonical_json,
    libraries,
    other_format,
    sha256,
    stated_format,
)
from antq_reports.evidence.setting import ENGINE, WORDS

HASH = sha256(b"")
PHOTO: dict[str, Any] = {"path": "a.jpg", "sha256": HASH, "width": 4, "height": 3, "mime": "image/jpeg"}
MANIFEST = Manifest(
    programme="antq-reports 1",
    setting=Setting(subject="a", catalogue="b", style="c", programme="d", wording="e", look="f"),
    libraries={"weasyprint": "70.0"},
    photos=(PhotoRecord(**PHOTO),),
    files={"van-ban.txt": HASH},
    margins=(("1/2", "Tân Hà"), ()),
)


def test_a_manifest_reads_back_whole() -> None:
    """Lists as the tuples they were."""
    assert MANIFEST == Manifest.from_json(MANIFEST.to_json())


@pytest.mark.parametrize(
    "change",
    [
        {"khac": 1},
        {"format": FORMAT - 1},
        {"format": FORMAT + 1},
        {"format": str(FORMAT)},
        {"photos": [{"path": "a"}]},
        {"photos": [{**PHOTO, "sha256": HASH.upper()}]},
        {"photos": [{**PHOTO, "width": 0}]},
        {"photos": [{**PHOTO, "mime": "image/svg+xml"}]},
        {"margins": 5},
        {"setting": {"style": "c"}},
        {"programme": "x" * 201},
    ],
    ids=str,
)
def test_a_manifest_takes_no_foreign_keys(change: dict[str, Any]) -> None:
    """Nor other types, another format, or a hash that is none."""
    data = json.loads(MANIFEST.to_json())
    with pytest.raises(ValidationError):
        Manifest.from_json(json.dumps({**data, **change}).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"[" * 100_000], ids=["empty", "bytes", "list", "deep"])
def test_what_is_no_manifest_is_a_value_error(data: bytes) -> None:
    """Whatever it is: who reads evidence waits for this one."""
    with pytest.raises(ValueError, match="."):
        Manifest.from_json(data)


@pytest.mark.parametrize(
    ("manifest", "stated"),
    [
        (b"", None),
        (b"[]", None),
        (b"{}", None),
        (b"\xff", None),
        (b"[" * 100_000, None),
        (b'{"format": true}', None),
        (b'{"format": "2"}', None),
        (b'{"format": 1}', 1),
        (b'{"format": 2, "khac": 1}', 2),
    ],
    ids=lambda value: str(value)[:30],
)
def test_the_format_is_what_the_manifest_says(manifest: bytes, stated: int | None) -> None:
    """Whatever else is wrong with it."""
    assert stated == stated_format(manifest)


def test_another_format_is_refused_with_what_to_do() -> None:
    """An old brief is made anew, a newer one read by a newer programme."""
    old, new = other_format(1), other_format(FORMAT + 1)
    assert "số liệu kèm theo ghi theo dạng 1 của phiên bản 0.1; ở đây chỉ đối chiếu dạng 2" == old.reason
    assert "antq-reports extract" in old.remedy
    assert "số liệu kèm theo ghi theo dạng 3 của phiên bản mới hơn; ở đây chỉ đối chiếu dạng 2" == new.reason
    assert "cập nhật antq-reports rồi đối chiếu lại" == new.remedy


def test_the_same_content_has_the_same_bytes() -> None:
    """Whatever the order of its keys; Vietnamese is not escaped."""
    assert canonical_json({"b": 1, "a": "xã"}) == canonical_json({"a": "xã", "b": 1})
    assert '{\n "a": "xã"\n}\n'.encode() == canonical_json({"a": "xã"})


def test_every_library_with_a_hand_in_a_brief_is_named() -> None:
    """In the order of the alphabet."""
    assert sorted({*ENGINE, *WORDS}) == list(libraries())
