"""Short paragraphs are joined, and what is compared with is named once in each."""

from __future__ import annotations

from markupsafe import Markup

from antq_reports.prose.blocks import Block, joined, name_base_once
from antq_reports.prose.tokens import BASE_CLOSE, BASE_OPEN, TokenBook


def base(text: str) -> str:
    """The phrase of a base, marked."""
    return f"{BASE_OPEN} so với {text}{BASE_CLOSE}"


def paragraph(text: str) -> Block:
    """A paragraph of a body."""
    return Block(kind="paragraph", content=Markup(text))


def texts(*blocks: Block, least: int) -> list[str]:
    """What is printed, block by block."""
    return [str(block.content) or block.kind for block in joined(blocks, TokenBook(), least)]


def test_a_short_paragraph_joins_the_one_behind_it() -> None:
    """Until it is long enough; the last may stay short."""
    assert ["a b c d", "e"] == texts(*map(paragraph, ("a b", "c d", "e")), least=3)
    assert ["a b", "c d"] == texts(*map(paragraph, ("a b", "c d")), least=0)


def test_a_picture_between_two_paragraphs_parts_them() -> None:
    """It stands where it stood."""
    assert ["a", "photo", "b"] == texts(paragraph("a"), Block(kind="photo"), paragraph("b"), least=9)


def test_the_base_is_named_once_in_a_paragraph() -> None:
    """Behind the first change, also of paragraphs that were joined."""
    one = paragraph(f"giảm 6 vụ{base('năm 2025')}, tăng 2 tin{base('năm 2025')}")
    assert ["giảm 6 vụ so với năm 2025, tăng 2 tin tăng 1 khẩu"] == texts(
        one, paragraph(f"tăng 1 khẩu{base('năm 2025')}"), least=40
    )
    assert "không có gì" == name_base_once("không có gì")
