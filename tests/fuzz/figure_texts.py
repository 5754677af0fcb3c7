"""Strategies for texts where a figure is expected, and the spoiling of right texts that every target shares.

Random characters alone never get past the first check, so every input starts as something right (a figure of the
examples, a whole report file, a key of a bundle) and is then spoiled, piece by piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.toml"))
TOMLS = [path.read_text(encoding="utf-8") for path in EXAMPLES]


def words(text: str, between: str = " ") -> list[str]:
    """The words of a list."""
    return text.split(between)


SAMPLES = words(
    "hơn 2,5 tỷ đồng; 33.500.000 đồng; 13,85 kg pháo; 30kg; từ 5 đến 7 vụ; khoảng 5 - 7 vụ; 86,1%; +9,79%; "
    "31 vụ, 34 đối tượng; 218 vụ trong tổng số 342 vụ (chiếm 63,7%); 12,7 triệu lượt người; hàng trăm viên đạn; "
    "giảm 14 vụ (-4,6%) so với cùng kỳ; So với năm 2023, tăng 5,2%; tăng đến 46 khẩu súng so với năm 2025 (+9,58%)",
    "; ",
)
FIGURES_SEEN = sorted({text for toml in TOMLS for text in re.findall(r'= "([^"\n]*\d[^"\n]*)"', toml)})
STRANGE = [*"\u00a0\u2009\u202f\u3000\t\n\x00\x1b\u200b\u202e\ufeff\ufffd\ud800\ue000\u0301Ðﬁ²½٣５Ⅷ−–’“”😀İß"]
STRANGE += ["\r\n", "e\u0301"]
NUMBERS = words("0 00 05 3 42 526 999 1.584 311.598 1.584.000 12,5 0,05 86,10 1,234.5 1. ,5 1e5 0x1F 1'000 12.34 ١٢")
NUMBERS += ["1 584", "1.000.000.000.000.000", "9" * 40]
WORDS = words("hơn trên gần khoảng ước Hơn từ Từ đến tới tăng Giảm đạt chiếm với và vài")
WORDS += words("khoảng hơn;ước tính;Ước tính;nhiều hơn;ít hơn;so với;So với;cùng kỳ;năm 2023;6 tháng đầu năm 2024", ";")
WORDS += words("trong tổng số;trên tổng số;tỷ lệ;hàng trăm;hàng chục nghìn", ";")
UNITS = words("vụ;đối tượng;lượt người;tin, bài;xã/phường;súng (các loại);mô hình “A”;tổ - đội;kg;kg pháo;km2;km²", ";")
UNITS += words("m3;ha;mét;tháng tù;điểm phần trăm;đồng;đ;VNĐ;₫;USD", ";")
SCALES = words("nghìn;ngàn;triệu;tỷ;tỉ;nghìn tỷ;vạn;tỷ lệ;triệu chứng", ";")
SIGNS = words(" ~  ~,~.~/~ / ~-~ - ~ – ~+~%~ %~(~)~(+~%)~;~'~…~", "~")
PIECES = NUMBERS + WORDS + UNITS + SCALES + SIGNS


@st.composite
def edited(draw: st.DrawFn, text: str, pieces: Sequence[str], *, width: int, most: int) -> str:
    """A text with up to so many changes, each over up to so many characters; half characters come in too."""
    one = st.sampled_from(pieces)
    any_piece = st.one_of(one, one, one, st.sampled_from(STRANGE), st.text(st.characters(), max_size=4))
    for _ in range(draw(st.integers(0, most))):
        at, over = draw(st.integers(0, len(text))), draw(st.integers(0, width))
        taken, piece = text[at : at + over], draw(any_piece)
        done = draw(st.sampled_from([piece + taken, piece, "", taken + taken, taken[::-1], taken.swapcase()]))
        text = text[:at] + done + text[at + over :]
    return text


STRUNG = st.builds(lambda gap, pieces: gap.join(pieces), st.sampled_from([" ", ""]), st.lists(st.sampled_from(PIECES)))


def figure_texts() -> st.SearchStrategy[str]:
    """A figure of every kind or of the examples spoiled, or words and numbers strung together."""
    seen = st.sampled_from(SAMPLES) | st.sampled_from(FIGURES_SEEN)
    spoiled = seen.flatmap(lambda text: edited(text, PIECES, width=6, most=4))
    return spoiled | STRUNG.flatmap(lambda text: edited(text, PIECES, width=4, most=2))
