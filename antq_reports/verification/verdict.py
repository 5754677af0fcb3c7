"""What a verification found. Frozen values; the sentences are for the statistician who reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

DifferenceKind = Literal[
    "changed",
    "missing",
    "unsourced",
    "wording",
    "data",
    "ledger",
    "evidence",
    "appearance",
    "overlay",
    "unseen",
    "markup",
]
Method = Literal["rerendered", "attached"]
Answer = Literal["matches", "figures agree", "differs"]

ANSWER_WORDS: dict[Answer, str] = {
    "matches": "khớp",
    "figures agree": "SỐ LIỆU KHỚP, CHƯA ĐỐI CHIẾU HẾT",
    "differs": "KHÔNG KHỚP",
}

KIND_WORDS: dict[DifferenceKind, str] = {
    "changed": "số liệu in khác",
    "missing": "số liệu không có trên trang",
    "unsourced": "con số không có nguồn",
    "wording": "lời văn khác",
    "data": "số liệu khác",
    "ledger": "sổ số liệu khác",
    "evidence": "tệp mang theo bị thay đổi",
    "appearance": "trang in khác",
    "overlay": "có vật che lên trang",
    "unseen": "chữ có trong tệp nhưng không nhìn thấy trên trang",
    "markup": "mã trang bị sửa",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that does not agree."""

    kind: DifferenceKind
    metric: str = ""
    """The metric's path; for ``evidence`` the file's name; empty for words and numbers nobody reported."""
    printed: str = ""
    """What the page says."""
    expected: str = ""
    """What it should say."""
    page: int | None = None
    """The page of a PDF, from 1; None in HTML and where no page can be named."""

    def __str__(self) -> str:
        where = "" if self.page is None else f"trang {self.page}: "
        what = f"{KIND_WORDS[self.kind]}{f' ({self.metric})' if self.metric else ''}"
        parts = [f"“{text}”" if text else "" for text in (self.printed, self.expected)]
        if all(parts):
            return f"{where}{what}: {parts[0]}, đúng ra là {parts[1]}"
        found = parts[0] or (f"thiếu {parts[1]}" if parts[1] else "")
        return f"{where}{what}{f': {found}' if found else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """One figure or date of the ledger, looked for on the page."""

    metric: str
    label: str
    text: str
    page: int | None
    """Where it stands; None in HTML and when it was not found."""
    found: bool
    """Whether it stands there as it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of holding a brief against its data."""

    file: str
    differences: tuple[Difference, ...]
    figures: tuple[PrintedFigure, ...] = field(repr=False)
    """Every figure and date that should stand on the page, in its order."""
    method: Method
    """``rerendered``: the text was made anew from the data. ``attached``: the page was held against the text it
    carries, and the figures against the data."""
    reason: str = ""
    """Why the text could not be made anew."""
    subject: str = ""
    """The subject whose declarations are not the library's but travelled in the brief."""
    identical: bool | None = None
    """Whether the file is, byte for byte, what its data give here and now; None when that could not be tried."""

    is_same_look: bool = False
    """Whether each page looks as it does when made anew here; always so where the file is identical."""

    @property
    def ok(self) -> bool:
        """Whether nothing was found that does not agree; how much was compared says `answer`."""
        return not self.differences

    @property
    def answer(self) -> Answer:
        """``matches`` only where this version makes the very file anew from its data; weaker proof is called that."""
        if self.differences:
            return "differs"
        return "matches" if self.identical else "figures agree"

    @property
    def compared(self) -> dict[str, bool]:
        """What was compared with what the data give here: the words, the figures, the looks of the pages, the file."""
        whole = self.identical is True
        words = self.method == "rerendered"
        return {"text": words, "figures": True, "looks": whole or self.is_same_look, "file": whole}

    @property
    def not_compared(self) -> tuple[str, ...]:
        """What no word is said about, in Vietnamese."""
        words = {"text": "lời văn", "looks": "hình trang", "file": "cấu trúc và phần còn lại của tệp"}
        return tuple(words[name] for name, is_done in self.compared.items() if not is_done)
