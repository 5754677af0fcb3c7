"""Files inside an HTML page: they come back, the page comes back, and neither can break the other."""

from __future__ import annotations

import base64
import json
import lzma
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.formats import carried_files, carry, html_file
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


def with_block(block: str) -> str:
    """A page with something else where the files are."""
    return PAGE.replace("</body>", f'<script type="application/json" id="antq-evidence">{block}</script>\n</body>')


def packed(data: bytes) -> str:
    """Bytes as the block holds them."""
    return json.dumps(base64.b64encode(lzma.compress(data)).decode())


def test_the_block_of_the_first_version_is_read() -> None:
    """It held the table of the files itself."""
    block = json.dumps({"a.txt": "</script>5 xã"}).replace("<", "\\u003c")
    assert (PAGE, {"a.txt": "</script>5 xã".encode()}) == carried_files(with_block(block))


PLAIN = ["{", "[]", '{"a": 1}', "", '{"a": "b"', "[" * 100_000]


@pytest.mark.parametrize("block", [*PLAIN, *(packed(each.encode()) for each in PLAIN)])
def test_a_broken_block_is_a_value_error(block: str) -> None:
    """It was anybody's to edit."""
    with pytest.raises(ValueError, match="."):
        carried_files(with_block(block))


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-9], lambda text: text + "AAAA", lambda text: f"*{text}", lambda _: "AAAA"]
)
def test_a_block_that_does_not_unpack_is_a_value_error(spoil: Callable[[str], str]) -> None:
    """Cut, followed by more, in other letters, not packed at all."""
    block = json.dumps(spoil(json.loads(packed(b'{"a": "b"}'))))
    with pytest.raises(ValueError, match="."):
        carried_files(with_block(block))


def test_a_block_that_unpacks_to_more_than_a_brief_carries_is_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand bytes may stand for a million."""
    monkeypatch.setattr(html_file, "LARGEST_FILES", 1_000)
    with pytest.raises(ValueError, match="too large"):
        carried_files(with_block(packed(b" " * 1_000_000 + b"{}")))
    assert {} == carried_files(with_block(packed(b" " * 900 + b"{}")))[1]


def test_an_open_block_is_a_value_error() -> None:
    """The page was cut."""
    with pytest.raises(ValueError, match="."):
        carried_files(carry(PAGE, {"a": b"b"}).partition("</script>")[0])
