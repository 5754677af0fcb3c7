"""Strategies for report files and for addresses: right ones, spoiled as values, as text or as bytes."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from typing import Any

from figure_texts import NUMBERS, TOMLS, UNITS, WORDS, edited, figure_texts, words
from hypothesis import strategies as st

TREES: list[dict[str, Any]] = [json.loads(json.dumps(tomllib.loads(text), default=str)) for text in TOMLS]
KEYS = words(
    "place period frame visit photos extra kind value unit hedge figure label start end weapons rewards awards"
)
KEYS += words("firearms_surrendered caption percent first section")
TOML = ["\n", *words("[ ] [[ ]] { } = . \" ' \"\"\" ''' # , true nan -inf \\u0301 \\ 1_000 0xFF 1.584 2024-02-30")]
TOML += ["1979-05-27T07:32:00Z", "1e999999", "[[extra]]\n", "[visit]\n"]
FILE_PIECES = TOML + KEYS + NUMBERS + WORDS + UNITS
BYTES = [b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\x00"]
ODD: list[Any] = [None, True, False, 0, -1, 10**30, 0.5, 1.584, float("nan"), float("inf"), 1e-300, 1584, [], {}, [[]]]
ODD += ["", "{", "visit", "count", "{weapons.firearms_surrendered}", "2024-10-16", "a" * 1100, "\ud800", "../../a"]


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to read: its suffix and its bytes."""

    suffix: str
    content: bytes


KEY = st.sampled_from(KEYS).flatmap(lambda key: edited(key, KEYS, width=2, most=1))
VALUES: st.SearchStrategy[Any] = st.recursive(
    figure_texts() | st.text(st.characters(), max_size=12) | st.integers(0, 10**18) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=4),
    max_leaves=6,
)


def spots(tree: Any) -> list[tuple[Any, Any]]:
    """Every place in a tree that holds a value: its container and the key or index."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [spot for key, value in inner for spot in ((tree, key), *spots(value))]


@st.composite
def trees(draw: st.DrawFn) -> Any:
    """An example as plain values, some of them replaced, deleted, renamed, wrapped or put in twice."""
    tree = json.loads(json.dumps(draw(st.sampled_from(TREES))))
    for _ in range(draw(st.integers(0, 4))):
        if not (found := spots(tree)):
            break
        holder, key = draw(st.sampled_from(found))
        match draw(st.sampled_from(["replace", "replace", "replace", "delete", "rename", "wrap", "move"])):
            case "replace":
                holder[key] = draw(VALUES)
            case "delete":
                del holder[key]
            case "wrap":
                holder[key] = [holder[key]]
            case "rename" if isinstance(holder, dict):
                holder[draw(edited(key, KEYS, width=2, most=2))] = holder.pop(key)
            case _:
                other, place = draw(st.sampled_from(found))
                other[place] = json.loads(json.dumps(holder[key]))
    return tree


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> bytes:
    """A text with other pieces in it, sometimes with bytes in it that are no text."""
    content = draw(edited(text, FILE_PIECES, width=12, most=3)).encode("utf-8", "surrogatepass")
    at = draw(st.integers(0, len(content)))
    return (
        content[:at] + draw(st.just(b"") | st.just(b"") | st.sampled_from(BYTES) | st.binary(max_size=6)) + content[at:]
    )


def report_files() -> st.SearchStrategy[ReportFile]:
    """A report file, TOML or JSON."""
    jsons = st.builds(lambda tree, plain: json.dumps(tree, ensure_ascii=plain, indent=1), trees(), st.booleans())
    whole = jsons.map(lambda text: text.encode("utf-8", "surrogatepass"))
    return (
        st.builds(ReportFile, st.just(".toml"), st.sampled_from(TOMLS).flatmap(spoiled))
        | st.builds(ReportFile, st.just(".json"), whole)
        | st.builds(ReportFile, st.just(".json"), jsons.flatmap(spoiled))
    )


BUNDLE_KEYS = ["antq:font/Phông chữ.ttf", "antq:font/Serif.ttf", "antq:img/" + "0af1" * 16, "antq:a%20b"]
BUNDLE_KEYS += ["file:///etc/hostname"]
ADDRESSES = words("antq: ANTQ:font/Serif.ttf antq://font/Serif.ttf file:///etc/passwd /etc/passwd http://127.0.0.1/a")
ADDRESSES += words("https://example.org ftp://a/b data:text/css,*{} data:image/png;base64,AA")
ADDRESS_PIECES = words(".. / // \\ : # ? % %2e%2e%2f %00 %23 %25 %61ntq: @ antq: file:")


def addresses() -> st.SearchStrategy[str]:
    """An address a stylesheet or picture might name: a key, its percent-encoded form, or either spoiled."""
    right = st.sampled_from(BUNDLE_KEYS + ADDRESSES)
    return right.flatmap(lambda text: edited(text, ADDRESS_PIECES, width=6, most=3))
