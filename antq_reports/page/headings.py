"""Headlines and subheads whose words of several syllables stay on one line: "tổ dân phố" is not parted after "dân".

Only blanks become unbreakable ones, which the plain text has as blanks: text, ledger and check see no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_HEADING = re.compile(r"(<h[12]\b[^>]*>)(.*?)(</h[12]>)", re.DOTALL)
_TEXT = re.compile(r"[^<>]+(?=<|$)")
_BLANK = re.compile(r" +")


def bound_headings(html: str, together: Iterable[str]) -> str:
    """The page with the blanks inside these words, in its headings, unbreakable.

    >>> len(bound_headings("<h1>Tổ dân phố</h1>", ["dân phố"]).split(" "))
    2
    """
    words = _pattern(tuple(word for word in together if " " in word))
    return _HEADING.sub(lambda match: match[1] + _bound(match[2], words) + match[3], html)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest) or '(?!)'})(?!\w)", re.IGNORECASE)


def _bound(inside: str, words: re.Pattern[str]) -> str:
    return _TEXT.sub(lambda text: words.sub(lambda word: _BLANK.sub("\u00a0", word[0]), text[0]), inside)
