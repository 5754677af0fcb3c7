"""Vietnamese typed with the fonts of the nineties."""

from __future__ import annotations

import pytest

from antq_reports.forms.legacy_fonts import recognise_legacy


@pytest.mark.parametrize(
    ("text", "encoding", "reading"),
    [
        ("h¬n 550", "TCVN3", "hơn 550"),
        ("kh«ng", "TCVN3", "không"),
        ("gÇn 27%", "TCVN3", "gần 27%"),
        ("X· T©n Hµ", "TCVN3", "Xã Tân Hà"),
        ("khoâng", "VNI", "không"),
        ("Xaõ Taân Haø", "VNI", "Xã Tân Hà"),
        ("hôn 550 löôït", "VNI", "hơn 550 lượt"),
    ],
)
def test_legacy_text_is_named_with_its_reading(text: str, encoding: str, reading: str) -> None:
    """The encoding and what the text probably says."""
    assert (encoding, reading) == recognise_legacy(text)


@pytest.mark.parametrize(
    "text",
    [
        "hơn 550 lượt",
        "hoà giải",
        "khoá",
        "Ê Đê",
        "Đắk R’Lấp",
        "“kg”",
        "«Trích» 5",
        "m²",
        "ngoan cố",
        "so\u00adft",
        "X 5",
    ],
)
def test_unicode_text_is_left_alone(text: str) -> None:
    """Both placings of tone marks, names of peoples, quotation marks and soft hyphens are no legacy text."""
    assert recognise_legacy(text) is None
