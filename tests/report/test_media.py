"""Pictures, video and sources."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports.report import Photo, Source, Video

PHOTO = {"path": "a.png", "caption": "Chú thích", "alt": "Mô tả"}


@pytest.mark.parametrize("key", ["path", "caption", "alt"])
def test_photo_needs_path_caption_and_alt(key: str) -> None:
    """Who cannot see the photo reads its description: it is required."""
    with pytest.raises(ValidationError, match=key):
        Photo.model_validate({name: value for name, value in PHOTO.items() if name != key})


def test_address_is_kept() -> None:
    """A web address passes as written."""
    assert "https://baolamdong.vn/a?b=1" == Source(name="Báo", url="https://baolamdong.vn/a?b=1").url


@pytest.mark.parametrize(
    "url", ["baolamdong.vn", "javascript:alert(1)", "https://a b", "file:///etc/passwd", "https://a\n"]
)
def test_only_web_addresses(url: str) -> None:
    """No other scheme, no blanks; the remedy says how an address begins."""
    with pytest.raises(ValidationError, match="không phải địa chỉ trang"):
        Video(caption="Đoạn phim", url=url)


def test_address_is_bounded() -> None:
    """An address longer than a QR code holds is refused."""
    with pytest.raises(ValidationError, match="500"):
        Video(caption="Đoạn phim", url="https://" + "a" * 493)
