"""What the fuzz targets are fed: figure texts, report files and addresses, made from real ones by edits.

Random characters alone never get past the first check, so every input starts as something right (a figure of the
examples, a whole report file, a key of a bundle) and is then spoiled, piece by piece.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fuzz_choices import Choices

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.toml"))
TOMLS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
TREES: list[dict[str, Any]] = [json.loads(json.dumps(tomllib.loads(text), default=str)) for text in TOMLS]
SAMPLES = [
    "hơn 2,5 tỷ đồng",
    "33.500.000 đồng",
    "13,85 kg pháo",
    "30kg",
    "từ 5 đến 7 vụ",
    "khoảng 5 - 7 vụ",
    "86,1%",
    "+9,79%",
]
SAMPLES += [
    "31 vụ, 34 đối tượng",
    "218 vụ trong tổng số 342 vụ (chiếm 63,7%)",
    "12,7 triệu lượt người",
    "hàng trăm viên đạn",
]
SAMPLES += [
    "giảm 14 vụ (-4,6%) so với cùng kỳ",
    "So với năm 2023, tăng 5,2%",
    "tăng đến 46 khẩu súng so với năm 2025 (+9,58%)",
]
FIGURES_SEEN = [*SAMPLES, *sorted({text for toml in TOMLS for text in re.findall(r'= "([^"\n]*\d[^"\n]*)"', toml)})]

# --- edits -------------------------------------------------------------------------------------------------------

STRANGE = ["\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\n", "\r\n", "\x00", "\x1b", "\u200b", "\u202e", "\ufeff"]
STRANGE += [
    "\ufffd",
    "\ud800",
    "\ue000",
    "\u0301",
    "e\u0301",
    "Ð",
    "ﬁ",
    "²",
    "½",
    "٣",
    "５",
    "Ⅷ",
    "−",
    "–",
    "’",
    "“",
    "”",
]
STRANGE += ["😀", "İ", "ß"]


def edited(text: str, choices: Choices, pieces: Sequence[str], *, width: int, most: int) -> str:
    """A text with up to so many changes, each over up to so many characters."""
    for _ in range(choices.number(most)):
        at, over = choices.number(len(text)), choices.number(width)
        taken = text[at : at + over]
        piece = choices.text(4) if choices.chance(6) else choices.pick(STRANGE if choices.chance(6) else pieces)
        done = choices.pick([piece + taken, piece, "", taken + taken, taken[::-1], taken.swapcase()])
        text = text[:at] + done + text[at + over :]
    return text


# --- figures -----------------------------------------------------------------------------------------------------

NUMBERS = [
    "0",
    "00",
    "05",
    "3",
    "42",
    "526",
    "999",
    "1.584",
    "311.598",
    "1.584.000",
    "12,5",
    "0,05",
    "86,10",
    "1,234.5",
]
NUMBERS += ["1.000.000.000.000.000", "9" * 40, "1.", ",5", "1e5", "0x1F", "1'000", "1 584", "12.34", "١٢"]
WORDS = ["hơn", "trên", "gần", "khoảng", "khoảng hơn", "ước", "ước tính", "Hơn", "Ước tính", "từ", "Từ", "đến", "tới"]
WORDS += ["tăng", "Giảm", "nhiều hơn", "ít hơn", "so với", "So với", "cùng kỳ", "năm 2023", "6 tháng đầu năm 2024"]
WORDS += ["trong tổng số", "trên tổng số", "đạt", "chiếm", "tỷ lệ", "với", "và", "hàng trăm", "hàng chục nghìn", "vài"]
UNITS = ["vụ", "đối tượng", "lượt người", "tin, bài", "xã/phường", "súng (các loại)", "mô hình “A”", "tổ - đội"]
UNITS += [
    "kg",
    "kg pháo",
    "km2",
    "km²",
    "m3",
    "ha",
    "mét",
    "tháng tù",
    "điểm phần trăm",
    "đồng",
    "đ",
    "VNĐ",
    "₫",
    "USD",
]
SCALES = ["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "nghìn tỷ", "vạn", "tỷ lệ", "triệu chứng"]
SIGNS = [" ", "  ", ",", ".", "/", " / ", "-", " - ", " – ", "+", "%", " %", "(", ")", "(+", "%)", ";", "'", "…", ""]
_PIECES = NUMBERS + WORDS + UNITS + SCALES + SIGNS


def figure_text(choices: Choices) -> str:
    """A text where a figure is expected: one of the examples spoiled, or words and numbers strung together."""
    if choices.chance(2):
        return edited(choices.pick(FIGURES_SEEN), choices, _PIECES, width=6, most=4)
    gap = choices.pick([" ", " ", ""])
    strung = gap.join(choices.some(9, lambda: choices.pick(_PIECES)))
    return edited(strung, choices, _PIECES, width=4, most=2)


# --- files -------------------------------------------------------------------------------------------------------

_KEYS = ["place", "period", "frame", "visit", "photos", "extra", "kind", "value", "unit", "hedge", "figure", "label"]
_KEYS += [
    "start",
    "end",
    "weapons",
    "rewards",
    "awards",
    "firearms_surrendered",
    "caption",
    "percent",
    "first",
    "section",
]
_TOML = [
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    '"',
    "'",
    '"""',
    "'''",
    "#",
    "\n",
    ",",
    "true",
    "nan",
    "-inf",
    "\\u0301",
]
_TOML += ["1979-05-27T07:32:00Z", "2024-02-30", "1e999999", "1_000", "0xFF", "1.584", "[[extra]]\n", "[visit]\n", "\\"]
_FILE_PIECES = _TOML + _KEYS + NUMBERS + WORDS + UNITS
_BYTES = [b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\x00"]
_ODD_VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    10**30,
    0.5,
    float("nan"),
    float("inf"),
    1e-300,
    "",
    "{",
    "visit",
    "count",
]
_ODD_VALUES += [
    "{weapons.firearms_surrendered}",
    "2024-10-16",
    "a" * 1100,
    "\ud800",
    "../../a",
    [],
    {},
    [[]],
    1584,
    1.584,
]


def _value(choices: Choices, depth: int = 3) -> Any:
    """A value of any kind, sometimes a nest of them."""
    kind = choices.number(7)
    if depth and kind == 6:
        return choices.some(3, lambda: _value(choices, depth - 1))
    if depth and kind == 7:
        return {_key(choices): _value(choices, depth - 1) for _ in range(choices.number(4))}
    if kind < 3:
        return figure_text(choices)
    return choices.text(12) if kind == 3 else choices.number(10**18) if kind == 4 else choices.pick(_ODD_VALUES)


def _key(choices: Choices) -> str:
    return edited(choices.pick(_KEYS), choices, _KEYS, width=2, most=1)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to read: its suffix and its bytes."""

    suffix: str
    content: bytes


def _spots(tree: Any) -> list[tuple[Any, Any]]:
    """Every place in a tree that holds a value: its container and the key or index."""
    found: list[tuple[Any, Any]] = []
    inner = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    for key, value in inner:
        found += [(tree, key), *_spots(value)]
    return found


def _tree(choices: Choices) -> Any:
    """An example as plain values, some of them replaced, deleted, renamed, wrapped or put in twice."""
    tree = json.loads(json.dumps(choices.pick(TREES)))
    for _ in range(choices.number(4)):
        spots = _spots(tree)
        if not spots:
            break
        holder, key = choices.pick(spots)
        match choices.pick(["replace", "replace", "replace", "delete", "rename", "wrap", "move"]):
            case "replace":
                holder[key] = _value(choices)
            case "delete":
                del holder[key]
            case "wrap":
                holder[key] = [holder[key]]
            case "rename" if isinstance(holder, dict):
                holder[edited(key, choices, _KEYS, width=2, most=2)] = holder.pop(key)
            case _:
                other, place = choices.pick(spots)
                other[place] = json.loads(json.dumps(holder[key]))
    return tree


def report_file(choices: Choices) -> ReportFile:
    """A report file, TOML or JSON, spoiled as values, as text or as bytes."""
    if choices.chance(2):
        suffix, text = ".toml", choices.pick(TOMLS)
    else:
        suffix, text = ".json", json.dumps(_tree(choices), ensure_ascii=choices.chance(2), indent=1)
        if choices.chance(2):
            return ReportFile(suffix, text.encode("utf-8", "surrogatepass"))
    content = edited(text, choices, _FILE_PIECES, width=12, most=3).encode("utf-8", "surrogatepass")
    if choices.chance(4):
        at = choices.number(len(content))
        content = content[:at] + (choices.raw(6) if choices.chance(2) else choices.pick(_BYTES)) + content[at:]
    return ReportFile(suffix, content)


# --- addresses ---------------------------------------------------------------------------------------------------

BUNDLE_KEYS = [
    "antq:font/Phông chữ.ttf",
    "antq:font/Serif.ttf",
    "antq:img/" + "0af1" * 16,
    "antq:a%20b",
    "file:///etc/hostname",
]
_ADDRESSES = [
    *BUNDLE_KEYS,
    "antq:",
    "ANTQ:font/Serif.ttf",
    "antq://font/Serif.ttf",
    "file:///etc/passwd",
    "/etc/passwd",
]
_ADDRESSES += [
    "http://127.0.0.1/a",
    "https://example.org",
    "ftp://a/b",
    "data:text/css,*{}",
    "data:image/png;base64,AA",
]
_ADDRESS_PIECES = [
    "..",
    "/",
    "//",
    "\\",
    ":",
    "#",
    "?",
    "%",
    "%2e%2e%2f",
    "%00",
    "%23",
    "%25",
    "%61ntq:",
    "@",
    "antq:",
    "file:",
]


def address(choices: Choices) -> str:
    """An address a stylesheet or picture might name: a key, its percent-encoded form, or either spoiled."""
    return edited(choices.pick(_ADDRESSES), choices, _ADDRESS_PIECES, width=6, most=3)
