"""What the tests read off finished briefs: text drawn on PDF pages, sentences, and the marks of a hole in the prose."""

from __future__ import annotations

import re
import unicodedata

import pypdfium2

DANGLING = r"và|với|gồm|trong đó|trong đó có|cùng|như|là|của|cho|tại"
HOLES: dict[str, str] = {
    "double space": r"  ",
    "space before punctuation": r" [,;:.!?)…”]",
    "doubled punctuation": r"[,;:][,;:.]|\.\.(?!\.)(?<!\.\.\.)",
    "dangling connector": rf"\b(?:{DANGLING})\s*[,;:.)]",
    "dangling comma at the end": r"[,;:–-]$",
    "empty brackets": r"\(\s*\)|“\s*”|\[\s*\]",
    "None": r"\bNone\b|\bnan\b|Undefined|Markup\(",
    "zero of something": r"(?<![\d.,/])0 [a-zà-ỹ]",
    "stray bracket space": r"\( | \)",
    "comma and và": r", và ",
    "private characters": r"[\ue000-\uf8ff\U000f0000-\U000ffffd]",
}
ORPHANS = (
    r"(?:Và|Với|Gồm|Trong đó|Trong số đó|Bên cạnh đó|Ngoài ra|Cùng với đó|Riêng|Đồng thời|Qua đó|Theo đó|Kèm theo)\b"
)


def fold(text: str) -> str:
    """Spaces of every kind as one, text as NFC."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text.replace("\u00a0", " "))).strip()


def drawn_text(pdf: bytes) -> str:
    """The text drawn on the pages of a PDF, folded; soft breaks of long words joined."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return fold(" ".join(pages).replace("\ufffe", ""))


def sentences(text: str) -> list[str]:
    """The sentences of a text, one line or block at a time."""
    return [
        part for line in text.split("\n") for part in re.split(r"(?<=[.!?…])\s+(?=[“(A-ZÀ-ỸĐ])", line) if part.strip()
    ]


def holes_in(paragraph: str) -> list[str]:
    """What is wrong with a printed paragraph, by name; empty when an editor would let it pass."""
    found = [f"{name}: {paragraph!r}" for name, pattern in HOLES.items() if re.search(pattern, paragraph)]
    if re.match(ORPHANS, paragraph):
        found.append(f"orphaned connector: {paragraph!r}")
    for sentence in sentences(paragraph):
        first = next((char for char in sentence if char.isalpha()), "")
        if first.islower():
            found.append(f"lower case at a sentence's start: {sentence!r}")
    if not paragraph.strip():
        found.append("empty paragraph")
    return found
