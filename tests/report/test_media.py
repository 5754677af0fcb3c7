"""Pictures, video and sources."""

from __future__ import annotations

from decimal import Decimal

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


@pytest.mark.parametrize(
    ("written", "x", "y"),
    [
        ([Decimal("0.5"), Decimal("0.3")], 50, 30),
        ([0, 1], 0, 100),
        ([0.333, 0.667], 33, 67),
        ("giữa", 50, 50),
        ("trên", 50, 0),
        ("Dưới trái", 0, 100),
        ("phải trên", 100, 0),
        ({"x": 12, "y": 34}, 12, 34),
    ],
)
def test_a_focus_is_a_point_or_words(written: object, x: int, y: int) -> None:
    """In percent from the left and from the top; what a brief carries of it is read back the same."""
    focus = Photo.model_validate({**PHOTO, "focus": written}).focus
    assert focus is not None
    assert (x, y) == (focus.x, focus.y)
    assert focus == Photo.model_validate({**PHOTO, "focus": focus.model_dump(mode="json")}).focus


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ([Decimal("1.2"), 0], "hai số từ 0 đến 1; viết .ngang, dọc. từ 0 đến 1"),
        ([Decimal("-0.1"), 0], "hai số từ 0 đến 1"),
        ([float("nan"), 0], "hai số từ 0 đến 1"),
        ([Decimal("nan"), Decimal("inf")], "hai số từ 0 đến 1"),
        ([0.5], "hai số từ 0 đến 1"),
        ([True, False], "hai số từ 0 đến 1"),
        (["0.5", "0.3"], "hai số từ 0 đến 1"),
        ("trênn", "không có điểm nhìn “trênn”; có phải “trên”"),
        ("trên dưới", "điểm nhìn “trên dưới” không rõ"),
        ("trên trên trên", "không rõ"),
        ("", "không rõ"),
        (5, "điểm nhìn sai dạng"),
        ({"x": 101, "y": 0}, "less than or equal to 100"),
    ],
)
def test_a_focus_outside_the_picture_is_refused(written: object, told: str) -> None:
    """With what to write instead."""
    with pytest.raises(ValidationError, match=told):
        Photo.model_validate({**PHOTO, "focus": written})
