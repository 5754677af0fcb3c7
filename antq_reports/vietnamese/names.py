"""Names compared, ordered and turned into ASCII.

Owns the Vietnamese alphabet. A name is never rewritten here: folds and keys are for comparing, slugs for file
names. Tân Hà and Tân Hạ stay two names.
"""

from __future__ import annotations

import re
import unicodedata

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]
"""Letters and numbers first, tones second, the text itself last."""

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_D_FORMS = str.maketrans({"Đ": "D", "đ": "d", "\u00d0": "D", "\u0189": "D", "\u00f0": "d", "\u0256": "d"})
_D_FOLD = str.maketrans({"\u00d0": "đ", "\u0189": "đ", "\u00f0": "đ", "\u0256": "đ", "’": "'", "ʼ": "'", "‘": "'"})
_SYLLABLE = re.compile(r"[^\W\d_]+")
_FINAL_Y = re.compile(r"((?:^|(?<=\W))(?:qu|[bcdđghklmnprstvx]+))y(?!\w)")
_PIECE = re.compile(r"[0-9]+|.", re.DOTALL)


def fold_name(text: str) -> str:
    """Return a comparison form in which spellings of one name meet and different names do not.

    Merges case, composed and decomposed letters, the two places of a tone mark (hòa, hoà), final i and y after a
    consonant (tỷ, tỉ), eth printed for đ, apostrophes, and spaces round a hyphen.

    >>> fold_name("Hòa Quý") == fold_name("HOÀ QUÍ"), fold_name("Tân Hà") == fold_name("Tân Hạ")
    (True, False)
    """
    lowered = unicodedata.normalize("NFC", text).translate(_D_FOLD).casefold()
    spaced = re.sub(r" ?[-–—] ?", "-", " ".join(lowered.split()))
    return _SYLLABLE.sub(lambda match: _fold_syllable(match[0]), spaced)


def slugify(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens; empty when the text has no Latin letter or digit.

    >>> slugify("Xã Đạ Tẻh (huyện cũ) - 2024")
    'xa-da-teh-huyen-cu-2024'
    """
    plain = unicodedata.normalize("NFD", text.translate(_D_FORMS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def sort_key(text: str) -> SortKey:
    """Return a key in Vietnamese order: a ă â ... d đ ... y; tones không, huyền, hỏi, ngã, sắc, nặng second.

    Numbers compare by value, so Phường 2 stands before Phường 10.

    >>> sorted(["Cao Bằng", "Đà Lạt", "Cà Mau", "Em", "Phường 10", "Phường 2"], key=sort_key)
    ['Cà Mau', 'Cao Bằng', 'Đà Lạt', 'Em', 'Phường 2', 'Phường 10']
    """
    bases, tones = [], []
    for piece in _PIECE.findall(unicodedata.normalize("NFC", text).translate(_D_FOLD).casefold()):
        base, tone = _split_tone(piece)
        bases.append(_rank(base))
        tones.append(tone)
    return tuple(bases), tuple(tones), text


def _fold_syllable(syllable: str) -> str:
    base, tone = _split_tone(syllable)
    merged = _FINAL_Y.sub(r"\1i", base)
    return f"{merged}{tone}" if tone else merged


def _split_tone(syllable: str) -> tuple[str, int]:
    """Part a syllable from its tone: ("hoa", 1) for both hòa and hoà."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
    kept = "".join(mark for mark in decomposed if mark not in _TONES)
    return unicodedata.normalize("NFC", kept), tone


def _rank(piece: str) -> tuple[int, int]:
    """Order spaces before other signs, signs before numbers, numbers before letters, Latin before the rest."""
    if piece.isspace():
        return 0, 0
    if piece.isascii() and piece.isdigit():
        return 2, int(piece[:4000])
    if piece in _ALPHABET:
        return 3, _ALPHABET[piece]
    kind = 4 if piece.isalpha() else 1
    return kind, ord(piece[0]) if piece else 0
