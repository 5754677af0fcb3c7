"""Markdown as the reference pages have it: tables, blocks of code, text that is no markup."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

MADE_BY = (
    "<!-- Trang này do {script} viết ra từ mã nguồn. Đừng sửa ở đây: sửa mã hoặc {data}, rồi chạy `make docs`. -->"
)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; what stands in a cell cannot end it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str, language: str = "") -> str:
    """A block of code."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def mono(text: str) -> str:
    """A word as code."""
    return f"`{text}`"


def mono_list(texts: Iterable[str]) -> str:
    """Words as code, with commas."""
    return ", ".join(map(mono, texts))


def demand_same(what: str, in_code: Collection[str], told: Collection[str]) -> None:
    """Stop where a page would leave something out, or tell of what is not there."""
    missing, strange = sorted(set(in_code) - set(told)), sorted(set(told) - set(in_code))
    if missing or strange:
        raise SystemExit(f"{what}: thiếu {missing}, thừa {strange}")
