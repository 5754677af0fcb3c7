"""Vietnamese typed with the fonts of the nineties, recognised before anything is cleaned.

Owns the two encodings still met in communes' files: TCVN3 (fonts whose name starts with .Vn) and VNI-Windows (fonts
whose name starts with VNI-). Such text looks right in its font and is gibberish in Unicode ("h¬n", "hôn" for
"hơn"). It is named with the Unicode text it probably stands for, never converted in silence. This module is a leaf.
"""

from __future__ import annotations

import re
import unicodedata

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_SIGN = re.compile(
    "(?<=[A-Za-z])[µ¸¶·¹¨¾¼½©ª«¬]"  # signs that stand for vowels, inside a word
    "|(?<=[A-Za-z])»(?=[a-z])"
    "|(?<=[a-z])[ÆÇÈÉÊËÌÐÎÏÑÒÓÔÕÖ×ÝØÜÞ](?![A-Z])"  # capitals inside a small word
    "|(?<![^\\W\\d_])[®§](?=[A-Za-z\u00a1-\u00fe])"  # đ and Đ open a syllable
)
_VNI_MARKS = {
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "Ô": "Ơ", "Ö": "Ư", "Ñ": "Đ"}
_VNI_VOWEL = re.compile("([aeiouyAEIOUYôöÔÖ])([" + "".join(_VNI_MARKS) + "])")
# Two vowel letters of which the second carries the marks: "aù", "oâ", "eå" end no Vietnamese syllable in Unicode.
_VNI_SIGN = re.compile(
    "[aeouAEOU][øûïåäëü]|[aeAE][ùõâáàãêéèú]|[oO][ùõâ]|[ôö][ùøûõï]|\\b[ñÑ][aeiouyôö]|\\bhôn\\b(?= [0-9])"
)


def recognise_legacy(text: str) -> tuple[str, str] | None:
    """Name the encoding of a legacy text and give its Unicode reading; None for any other text.

    >>> recognise_legacy("h¬n 550"), recognise_legacy("khoâng"), recognise_legacy("hơn 550 lượt")
    (('TCVN3', 'hơn 550'), ('VNI', 'không'), None)
    """
    if text.isascii():
        return None
    if _TCVN3_SIGN.search(text):
        return "TCVN3", "".join(_TCVN3.get(character, character) for character in text)
    if _VNI_SIGN.search(unicodedata.normalize("NFC", text)):
        return "VNI", _read_vni(text)
    return None


def _read_vni(text: str) -> str:
    composed = _VNI_VOWEL.sub(lambda match: _vni_letter(match[1]) + _VNI_MARKS[match[2]], text)
    rest = "".join(_VNI_LETTERS.get(character, character) for character in composed)
    return unicodedata.normalize("NFC", rest)


def _vni_letter(letter: str) -> str:
    return _VNI_LETTERS.get(letter, letter)
