"""Names compared, ordered and turned into ASCII."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.vietnamese import fold_name, slugify, sort_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hòa", "hoà"),
        ("Ủy ban", "Uỷ ban"),
        ("tỷ", "tỉ"),
        ("Phú Quý", "Phú Quí"),
        ("Mỹ Tho", "Mĩ Tho"),
        ("Thùy", "Thuỳ"),
        ("khỏe", "khoẻ"),
        ("\u00d0ắk", "Đắk"),
        ("R’Ô", "R'Ô"),
        ("Bà Rịa - Vũng Tàu", "BÀ RỊA-VŨNG  TÀU"),
        (unicodedata.normalize("NFD", "Đức Trọng"), "Đức Trọng"),
    ],
)
def test_spellings_of_one_name_meet(left: str, right: str) -> None:
    """hòa/hoà, ủy/uỷ, tỷ/tỉ are different code points that NFC does not merge: the fold does."""
    assert fold_name(left) == fold_name(right)


@pytest.mark.parametrize(("left", "right"), [("Tân Hà", "Tân Hạ"), ("Thúy", "Thúi"), ("Đắk", "Đăk"), ("Đa", "Da")])
def test_different_names_stay_apart(left: str, right: str) -> None:
    """Pairs that differ by tone or letter only are two names."""
    assert fold_name(left) != fold_name(right)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đạ Tẻh", "da-teh"), ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"), ("\u00d0ắk R’Lấp", "dak-rlap"), ("---", "")],
)
def test_slug_is_plain_ascii(text: str, expected: str) -> None:
    """Đ becomes d, marks go, words are joined by hyphens."""
    assert expected == slugify(text)


def test_order_is_letters_then_tones() -> None:
    """Order: a ă â b c d đ e ê ...; tones không, huyền, hỏi, ngã, sắc, nặng as second level."""
    expected = ["An", "Ăn", "Ân", "Cà Mau", "Cao Bằng", "Di Linh", "Đà Lạt", "Em", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]
    shuffled = expected[::-1]
    assert expected == sorted(shuffled, key=sort_key)


def test_numbers_in_names_compare_by_value() -> None:
    """Phường 2 stands before Phường 10."""
    expected = ["Phường 1", "Phường 2", "Phường 10"]
    shuffled = expected[::-1]
    assert expected == sorted(shuffled, key=sort_key)


@given(st.text(max_size=20), st.text(max_size=20))
def test_keys_order_any_two_texts(left: str, right: str) -> None:
    """Any two texts compare, and equal keys mean equal texts."""
    assert (left == right) == (sort_key(left) == sort_key(right))
    assert (sort_key(left) < sort_key(right)) != (sort_key(left) >= sort_key(right))


@given(st.text(max_size=30))
def test_slug_is_stable(text: str) -> None:
    """A slug is ASCII and slugs to itself."""
    slug = slugify(text)
    assert slug.isascii()
    assert slug == slugify(slug)
