"""The shapes of figures in text, as regular expressions.

Loose about digits, so that a number of the right shape in the wrong spelling reaches ``parse_number``, which knows
the remedy; strict about everything around them. Every pattern is for ``fullmatch``.
"""

from __future__ import annotations

import re
from typing import get_args

from antq_reports.figures.amounts import MONEY_STEPS, PercentForm, PercentLead
from antq_reports.figures.change import STILL as STILL_WORDS
from antq_reports.figures.change import TIMES_WORDS, ChangeDirection
from antq_reports.figures.compounds import Joiner
from antq_reports.figures.hedge import Hedge
from antq_reports.figures.scalars import FALSE_SCALES, SCALE_POWERS
from antq_reports.figures.standings import RANK_WORDS, RankLead, RateLead
from antq_reports.vietnamese import INDEFINITE_BOUNDS, NUMBER_WORDS


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _both_cases(words: list[str]) -> list[str]:
    return [*words, *(word[0].upper() + word[1:] for word in words)]


_HEDGE = rf"(?:(?P<hedge>{_longest_first(_both_cases([str(hedge) for hedge in Hedge]))}) )?"
_ANY_HEDGE = _HEDGE.replace("?P<hedge>", "?:")
_NUMBER = r"[0-9]+(?:[.,'][0-9]+)*[.,]?"
_SCALE = _longest_first(list(SCALE_POWERS))
_NOT_SCALE = "".join(rf"(?!(?<={scale}) {word}(?!\w))" for scale, word in FALSE_SCALES)
_NAMED = r"“[^“”]*”"
_UNIT = rf"(?:{_NAMED}|[^\d%\s,;“]|(?<=[mM])[23](?!\w))(?:{_NAMED}|[^\d%;“]|(?<=[mM])[23](?!\w))*"
_SHORT_UNIT = rf"(?:{_NAMED}|[^\d%\s,;/“])(?:{_NAMED}|[^\d%;“]|(?<=m)[23](?!\w))*?(?<![\s,/])"

_LEAD = rf"(?:(?P<lead>{_longest_first(list(get_args(PercentLead)))}) )?"

AMOUNT = re.compile(
    rf"{_LEAD}{_HEDGE}(?P<sign>[+-])?(?P<number>{_NUMBER})(?P<percent>%)?"
    rf"(?: (?P<scale>{_SCALE})(?!\w){_NOT_SCALE})?(?:(?P<gap> ?)(?P<unit>{_UNIT}))?"
)
WHOLE_SLASH = re.compile(rf"{_HEDGE}(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?: (?P<unit>{_UNIT}))?")
WHOLE_WORDS = re.compile(
    rf"{_HEDGE}(?P<part>{_NUMBER}) (?P<unit>{_UNIT}) (?P<form>trong tổng số|trên tổng số) "
    rf"(?P<whole>{_NUMBER}) (?P<whole_unit>{_UNIT})"
)


def _percent_words(before: str, after: str) -> list[str]:
    """The words that lead a percent, of the forms between two signs."""
    forms = (form for form in get_args(PercentForm) if form.startswith(before))
    return [words for form in forms if (words := form.removeprefix(before).removesuffix(after))]


PART_PERCENT = re.compile(
    rf"(?P<body>.+?)(?: \((?P<lead>{_longest_first(_percent_words('(', '%)'))})?"
    rf"(?P<bracketed>{_ANY_HEDGE}{_NUMBER}%)\)"
    rf"|, (?P<comma>{_longest_first(_percent_words(', ', '%'))})(?P<trailing>{_ANY_HEDGE}{_NUMBER}%))"
)
_JOINER = _longest_first(list(get_args(Joiner)))
PAIR = re.compile(
    rf"(?P<first>{_ANY_HEDGE}{_NUMBER} {_SHORT_UNIT})(?P<joiner>{_JOINER})"
    rf"(?P<second>{_ANY_HEDGE}{_NUMBER} {_UNIT})"
)
TRIPLE = re.compile(
    rf"(?P<first>{_ANY_HEDGE}{_NUMBER} {_SHORT_UNIT})(?P<joiner>{_JOINER})"
    rf"(?P<second>{_ANY_HEDGE}{_NUMBER} {_SHORT_UNIT})(?P<third_joiner>{_JOINER})"
    rf"(?P<third>{_ANY_HEDGE}{_NUMBER} {_UNIT})"
)
SPAN = re.compile(
    rf"{_HEDGE}(?P<from>[Tt]ừ )?(?P<low>{_NUMBER})(?P<form> - |-| đến )(?P<high>{_NUMBER})"
    rf"(?:(?P<percent>%)|(?: (?P<unit>{_UNIT}))?)"
)
RANK = re.compile(
    rf"(?P<lead>{_longest_first(_both_cases(list(get_args(RankLead))))})"
    rf" (?P<place>\d{{1,3}}(?:\.\d{{3}})*|{_longest_first(_both_cases(list(RANK_WORDS)))})(?: (?P<unit>{_UNIT}))?"
)
RATE = re.compile(
    rf"(?:(?P<lead>{_longest_first(_both_cases(list(get_args(RateLead))))}) )?"
    rf"{_HEDGE}(?P<number>{_NUMBER})"
    rf"(?: (?P<scale>{_SCALE})(?!\w){_NOT_SCALE})? (?P<unit>[^\d%;/]+?)"
    rf"(?:/(?:(?P<count>{_NUMBER}) )?(?P<per>{_UNIT}))?"
)
WORDED = re.compile(rf"(?P<word>{'|'.join(NUMBER_WORDS.values())}) (?P<unit>{_UNIT})")
_STEP = _longest_first(list(MONEY_STEPS))
STEPPED = re.compile(rf"{_HEDGE}(?P<steps>{_NUMBER} (?:{_STEP})(?: {_NUMBER} (?:{_STEP}))+) đồng")
STEP = re.compile(rf"({_NUMBER}) ({_STEP})")
INDEFINITE = re.compile(rf"(?P<word>{_longest_first(_both_cases(list(INDEFINITE_BOUNDS)))})(?: (?P<unit>\S.*))?")

_MOVED = [word for word in get_args(ChangeDirection) if word == "bằng" or word not in STILL_WORDS]
_DIRECTION = _longest_first(_both_cases(_MOVED))
_VERB = rf"(?P<direction>{_DIRECTION}) (?:(?P<emphasis>đến|tới|cả) )?"
_AMOUNT_TEXT = r"(?P<amount>(?:\([^()\d%]*\)|(?!so với)[^;(])+?)"
_COMMA = r"(?:tương ứng |tương đương )?(?:tăng |giảm )?[+-]?" + _NUMBER + "%"
_BRACKET = rf"(?: \((?P<bracket>[^()]*\d[^()]*)\)|, (?P<comma_percent>{_COMMA}))?"
_BARE_BASE = r"cùng kỳ(?: [^,()]+?)?|(?:năm|tháng|quý|kỳ) [^,()]+?"

CHANGE = re.compile(rf"{_VERB}{_AMOUNT_TEXT}{_BRACKET}(?: so với (?P<base>[^,()]+?)(?: \((?P<last>[^()]*)\))?)?")
BASE_FIRST = re.compile(rf"[Ss]o với (?P<base>[^,()]+?)(?P<comma>,)? {_VERB}{_AMOUNT_TEXT}{_BRACKET}")
STILL = re.compile(
    rf"(?P<direction>{_longest_first(_both_cases(list(STILL_WORDS)))})(?P<link> so với)? (?P<base>[^,()%]+)"
)
TIMES = re.compile(
    rf"(?:{_HEDGE}(?P<number>{_NUMBER}) lần|(?P<word>{'|'.join(TIMES_WORDS)}))(?: (?P<bare>{_BARE_BASE}))?"
)
PERCENT_BRACKET = re.compile(
    rf"(?P<tied>tương ứng |tương đương )?(?P<verb>[^\d+-]*? )?(?P<percent>[+-]?{_ANY_HEDGE}{_NUMBER}%)"
)
NOW_AND_THEN = re.compile(rf"{_NUMBER}/{_NUMBER}(?: {_UNIT})?")
WITH_CHANGE = re.compile(
    rf"(?P<body>.+?)(?: \((?P<bracket>(?:{_DIRECTION}|[Ss]o với|không đổi|giữ nguyên) .+)\)"
    rf"|, (?P<comma>(?:{_DIRECTION}|so với|không đổi|giữ nguyên) .+))"
)
