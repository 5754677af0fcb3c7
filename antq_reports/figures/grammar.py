"""The shapes of figures in text, as regular expressions.

Loose about digits, so that a number of the right shape in the wrong spelling reaches ``parse_number``, which knows
the remedy; strict about everything around them. Every pattern is for ``fullmatch``.
"""

from __future__ import annotations

import re

from antq_reports.figures.hedge import Hedge
from antq_reports.figures.scalars import FALSE_SCALES, SCALE_POWERS
from antq_reports.vietnamese import INDEFINITE_BOUNDS


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _both_cases(words: list[str]) -> list[str]:
    return [*words, *(word[0].upper() + word[1:] for word in words)]


_HEDGE = rf"(?:(?P<hedge>{_longest_first(_both_cases([str(hedge) for hedge in Hedge]))}) )?"
_ANY_HEDGE = _HEDGE.replace("?P<hedge>", "?:")
_NUMBER = r"[0-9]+(?:[.,'][0-9]+)*[.,]?"
_SCALE = _longest_first(list(SCALE_POWERS))
_NOT_SCALE = "".join(rf"(?!(?<={scale}) {word}(?!\w))" for scale, word in FALSE_SCALES)
_UNIT = r"(?:[^\d%\s,;]|(?<=[mM])[23](?!\w))(?:[^\d%;]|(?<=[mM])[23](?!\w))*"
_SHORT_UNIT = r"[^\d%\s,;/](?:[^\d%;]|(?<=m)[23](?!\w))*?(?<![\s,/])"
_SIGNED_PERCENT = r"[+-]" + _NUMBER + "%"

AMOUNT = re.compile(
    rf"{_HEDGE}(?P<sign>[+-])?(?P<number>{_NUMBER})(?P<percent>%)?"
    rf"(?: (?P<scale>{_SCALE})(?!\w){_NOT_SCALE})?(?:(?P<gap> ?)(?P<unit>{_UNIT}))?"
)
WHOLE_SLASH = re.compile(rf"{_HEDGE}(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?: (?P<unit>{_UNIT}))?")
WHOLE_WORDS = re.compile(
    rf"{_HEDGE}(?P<part>{_NUMBER}) (?P<unit>{_UNIT}) (?P<form>trong tổng số|trên tổng số) "
    rf"(?P<whole>{_NUMBER}) (?P<whole_unit>{_UNIT})"
)
PART_PERCENT = re.compile(
    r"(?P<body>.+?)(?: \((?P<lead>đạt |đạt tỷ lệ |đạt tỉ lệ |tỷ lệ |chiếm )?"
    rf"(?P<bracketed>{_ANY_HEDGE}{_NUMBER}%)\)"
    rf"|, (?P<comma>đạt |đạt tỷ lệ |chiếm )(?P<trailing>{_ANY_HEDGE}{_NUMBER}%))"
)
PAIR = re.compile(
    rf"(?P<first>{_ANY_HEDGE}{_NUMBER} {_SHORT_UNIT})(?P<joiner>, | với | / |/)"
    rf"(?P<second>{_ANY_HEDGE}{_NUMBER} {_UNIT})"
)
SPAN = re.compile(
    rf"{_HEDGE}(?P<from>[Tt]ừ )?(?P<low>{_NUMBER})(?P<form> - |-| đến )(?P<high>{_NUMBER})(?: (?P<unit>{_UNIT}))?"
)
INDEFINITE = re.compile(rf"(?P<word>{_longest_first(_both_cases(list(INDEFINITE_BOUNDS)))})(?: (?P<unit>\S.*))?")

_DIRECTION = _longest_first(_both_cases(["tăng", "giảm", "nhiều hơn", "ít hơn"]))
_VERB = rf"(?P<direction>{_DIRECTION}) (?:(?P<emphasis>đến|tới) )?"
_AMOUNT_TEXT = r"(?P<amount>(?:(?!so với)[^;])+?)"
_BRACKET = r"(?: \((?P<bracket>[^()]*%[^()]*)\))?"

CHANGE = re.compile(rf"{_VERB}{_AMOUNT_TEXT}{_BRACKET}(?: so với (?P<base>[^,()]+?)(?: \((?P<last>[^()]*)\))?)?")
BASE_FIRST = re.compile(rf"[Ss]o với (?P<base>[^,()]+), {_VERB}{_AMOUNT_TEXT}{_BRACKET}")
PERCENT_BRACKET = re.compile(_SIGNED_PERCENT)
