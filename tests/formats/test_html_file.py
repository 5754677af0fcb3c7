"""Files inside an HTML page: they come back, the page comes back, and neither can break the other."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.formats import carried_files, carry
from antq_reports.page import page_text

PAGE = "<!DOCTYPE html><html><body><p>Có 5 xã</p></body></html>\n"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.dictionaries(TEXTS, TEXTS, max_size=4))
def test_page_and_files_come_back(texts: dict[str, str]) -> None:
    """Byte for byte, whatever is in them."""
    files = {name: text.encode() for name, text in texts.items()}
    assert (PAGE, files) == carried_files(carry(PAGE, files))


@pytest.mark.parametrize("text", ["</script><b>9</b>", "<!--<script>", "</body>", "<p>9 xã</p>"])
def test_a_file_cannot_leave_its_block(text: str) -> None:
    """What a reader reads is the page alone."""
    assert page_text(PAGE) == page_text(carry(PAGE, {"a.txt": text.encode()}))


def test_a_page_without_body_tag_carries_at_its_end() -> None:
    """A user's page template may leave the tag out."""
    assert ("<p>a", {"a": b"b"}) == carried_files(carry("<p>a", {"a": b"b"}))


def test_a_page_that_carries_nothing() -> None:
    """Somebody else's page."""
    assert (PAGE, {}) == carried_files(PAGE)


PLAIN = '<script type="application/json" id="antq-evidence">'
PACKED = '<script type="application/zlib" id="antq-evidence">'


def packed(block: str) -> str:
    """A block as it is carried."""
    return base64.b64encode(zlib.compress(block.encode())).decode()


@pytest.mark.parametrize("block", ["{", "[]", '{"a": 1}', "", '{"a": "b"', "[" * 100_000])
@pytest.mark.parametrize(("opening", "write"), [(PLAIN, str), (PACKED, packed)], ids=["plain", "packed"])
def test_a_broken_block_is_a_value_error(block: str, opening: str, write: Callable[[str], str]) -> None:
    """It was anybody's to edit."""
    with pytest.raises(ValueError, match="."):
        carried_files(f"{opening}{write(block)}</script>\n")


@pytest.mark.parametrize(
    "block", ["eJw", "Zm9v", "!", packed('{"a": "b"}')[:-8]], ids=["cut", "other", "no Base64", "half"]
)
def test_what_does_not_unfold_is_a_value_error(block: str) -> None:
    """No Base64, not deflated, cut short."""
    with pytest.raises(ValueError, match="."):
        carried_files(f"{PACKED}{block}</script>\n")


def test_a_block_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit, before it is whole."""
    monkeypatch.setattr("antq_reports.formats.html_file.MAX_EVIDENCE_BYTES", 1_000)
    with pytest.raises(ValueError, match="longer than a brief can carry"):
        carried_files(f"{PACKED}{packed(' ' * 1_000_000)}</script>\n")


def test_the_block_of_a_brief_of_before_is_read() -> None:
    """It held the JSON itself."""
    assert ("<p>a</p>", {"a.txt": b"b"}) == carried_files(f'<p>a{PLAIN}{{"a.txt": "b"}}</script>\n</p>')


def test_an_open_block_is_a_value_error() -> None:
    """The page was cut."""
    with pytest.raises(ValueError, match="."):
        carried_files(carry(PAGE, {"a": b"b"}).partition("</script>")[0])
