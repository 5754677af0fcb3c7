"""The three tags of prose: sentence, clause, list.

They carry the promise that what is missing leaves no hole:

* a **clause** is optional: when it names something absent it vanishes with its lead ("trong đó", "với", brackets);
* a **list** needs one item: its clauses are joined with commas and "và", or with semicolons where an item holds a
  comma; a list without items is absent and takes the clause or sentence around it along;
* a **sentence** that names something absent gives way to its ``{% else %}``, or vanishes; one that stays gets its
  capital and its full stop here.

The tags work on text with marks (`antq_reports.prose.tokens`); they never see a figure's digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from antq_reports.errors import Refusal, WordingError
from antq_reports.prose.tokens import (
    ABSENT,
    ALTERNATIVE,
    CAPITAL,
    CLAUSE_BODY,
    CLAUSE_CLOSE,
    CLAUSE_OPEN,
    SENTENCE_CLOSE,
    SENTENCE_OPEN,
    TokenBook,
    is_token,
)

BOOK_KEY = "#book"
"""The context name of the token book: no template can write it."""

_QUOTED = re.compile(r"“[^”]*”")
"""A quoted name is one thing: its commas part nothing."""
_CLAUSE_EDGE = re.compile(f"[{CLAUSE_OPEN}{CLAUSE_CLOSE}]")
_CLOSING = ",;:.!?…)”%"
_DANGLING = re.compile(r"(?:[,;:(–-]|\b(?:và|với|gồm|trong đó|trong đó có|cùng|như|là|của|cho))\s*$", re.IGNORECASE)


def book_of(context: Context) -> TokenBook:
    """The token book of the render a template runs in."""
    return cast(TokenBook, context[BOOK_KEY])


class ProseTags(Extension):
    """``{% sentence %}``, ``{% clause %}`` and ``{% list %}``."""

    tags = {"sentence", "clause", "list"}  # noqa: RUF012 - the type Jinja declares

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one tag with its options, its body and its alternatives."""
        token = next(parser.stream)
        options = self._parse_options(parser, token.value)
        bodies = self._parse_bodies(parser, token.value)
        calls: list[nodes.Node] = [self._call(token.value, options, body, token.lineno) for body in bodies]
        if len(calls) == 1:
            return calls[0]
        joined: list[nodes.Node] = []
        for call in calls:
            joined += [call, nodes.Output([nodes.TemplateData(ALTERNATIVE)]).set_lineno(token.lineno)]
        first = self.call_method("_first").set_lineno(token.lineno)
        return nodes.CallBlock(first, [], [], joined[:-1], lineno=token.lineno)

    def _parse_options(self, parser: Parser, tag: str) -> list[nodes.Keyword]:
        options: list[nodes.Keyword] = []
        if tag == "clause" and parser.stream.current.type == "string":
            options.append(nodes.Keyword("lead", parser.parse_primary()))
        while parser.stream.current.type == "name":
            name = parser.stream.expect("name").value
            parser.stream.expect("assign")
            options.append(nodes.Keyword(name, parser.parse_expression()))
            parser.stream.skip_if("comma")
        return options

    def _parse_bodies(self, parser: Parser, tag: str) -> list[list[nodes.Node]]:
        bodies: list[list[nodes.Node]] = []
        ends = (f"name:end{tag}",) if tag == "list" else ("name:else", f"name:end{tag}")
        while True:
            parser.stream.expect("block_end") if parser.stream.current.type == "block_end" else None
            bodies.append(self._parse_until(parser, ends))
            if next(parser.stream).value != "else":
                return bodies

    def _parse_until(self, parser: Parser, ends: tuple[str, ...]) -> list[nodes.Node]:
        parser._tag_stack.append(ends[-1])  # error messages name the open tag
        try:
            return parser.subparse(ends)
        finally:
            parser._tag_stack.pop()

    def _call(self, tag: str, options: list[nodes.Keyword], body: list[nodes.Node], lineno: int) -> nodes.Node:
        # The body has its lines; giving them again would walk all of it at every level of tags in tags.
        call = self.call_method(f"_{tag}", [nodes.ContextReference()], options).set_lineno(lineno)
        return nodes.CallBlock(call, [], [], body, lineno=lineno)

    def _first(self, caller: Callable[[], str]) -> Markup:
        return Markup(next((part for part in caller().split(ALTERNATIVE) if part.strip()), ""))

    def _clause(self, context: Context, lead: str = "", close: str = "", *, caller: Callable[[], str]) -> Markup:
        _expect_texts("clause", lead, close)
        body = str(caller())
        if ABSENT in body:
            return Markup()
        return Markup(f"{CLAUSE_OPEN}{lead}{CLAUSE_BODY}{body.strip()}{close}{CLAUSE_CLOSE}")

    def _list(
        self, context: Context, sep: str = ", ", final: str | None = None, end: str = "", *, caller: Callable[[], str]
    ) -> Markup:
        _expect_texts("list", sep, final or "", end)
        book = book_of(context)
        items = list_items(str(caller()))
        return Markup(join_items(items, book, sep, final, end) if items else ABSENT)

    def _sentence(self, context: Context, stop: str = ".", *, caller: Callable[[], str]) -> Markup:
        _expect_texts("sentence", stop)
        body = str(caller())
        if ABSENT in body:
            return Markup()
        text = finish_sentence(flatten(body), book_of(context), stop)
        return Markup(f"{SENTENCE_OPEN}{text}{SENTENCE_CLOSE}" if text else "")


def _expect_texts(tag: str, *options: object) -> None:
    if not all(isinstance(option, str) for option in options):
        raise WordingError(Refusal(f"tùy chọn của {{% {tag} %}} phải là chữ", "đặt tùy chọn trong ngoặc kép"))


def list_items(body: str) -> list[str]:
    """The live clauses of a list, flattened. Words between the clauses are an error: they would have no owner."""
    items: list[str] = []
    rest = body
    while CLAUSE_OPEN in rest:
        before, start = rest[: rest.index(CLAUSE_OPEN)], rest.index(CLAUSE_OPEN)
        _refuse_stray(before)
        end = _clause_end(rest, start)
        items.append(flatten(rest[start:end]))
        rest = rest[end:]
    _refuse_stray(rest)
    return items


def _refuse_stray(text: str) -> None:
    if text.strip():
        reason = f"chữ “{text.strip()[:40]}” nằm trong {{% list %}} nhưng ngoài {{% clause %}}"
        raise WordingError(Refusal(reason, "đưa chữ đó vào một mệnh đề"))


def join_items(items: list[str], book: TokenBook, sep: str = ", ", final: str | None = None, end: str = "") -> str:
    """Items joined as an editor would: commas and a last "và"; semicolons where an item itself holds a comma."""
    seen = [_QUOTED.sub("", book.visible(item)) for item in items]
    if sep == ", " and any(", " in text for text in seen):
        sep, final = "; ", "; "
    if final is None:
        final = " và " if sep == ", " and not end and not any(" và " in text for text in seen) else sep
    if len(items) == 1:
        return items[0] + (end if end else "")
    return sep.join(items[:-1]) + final + items[-1] + end


def _clause_end(text: str, start: int) -> int:
    depth = 0
    for match in _CLAUSE_EDGE.finditer(text, start):
        depth += 1 if match.group() == CLAUSE_OPEN else -1
        if depth == 0:
            return match.end()
    raise WordingError(Refusal("mệnh đề không khép kín", "sửa mẫu ở dòng đó"))


def flatten(text: str) -> str:
    """Clauses written into the text around them: leads kept where something stands before, dropped at the start."""
    out = ""
    place = 0
    while True:
        start = text.find(CLAUSE_OPEN, place)
        if start < 0:
            return _tidy(out + text[place:])
        out, place = out + text[place:start], start
        end = _clause_end(text, place)
        lead, body = text[place + 1 : end - 1].split(CLAUSE_BODY, 1)
        out = _append(out, lead, flatten(body))
        place = end
        if place < len(text) and not text[place].isspace() and text[place] not in f"{_CLOSING}{CLAUSE_OPEN}":
            out += " "


def _append(out: str, lead: str, body: str) -> str:
    if not out.strip():
        return body
    lead = lead.strip()
    if lead and lead[0] in _CLOSING:
        return f"{out.rstrip()}{lead} {body}"
    return f"{out.rstrip()} {lead} {body}" if lead else f"{out.rstrip()} {body}"


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(rf" +(?=[{re.escape(_CLOSING)}])", "", text)
    return re.sub(r"([(“]) +", r"\1", text)


def finish_sentence(text: str, book: TokenBook, stop: str = ".") -> str:
    """The sentence with its capital and full stop. One that ends in the air raises `WordingError`."""
    seen = book.visible(text).rstrip()
    if not seen:
        return ""
    is_own = is_token(text.rstrip()[-1])  # how a person's own words end is theirs to say
    dangling = None if is_own else _DANGLING.search(seen)
    if dangling:
        raise WordingError(Refusal(f"câu “…{seen[-40:]}” kết thúc lửng lơ", "sửa mẫu ở dòng đó"))
    return _capitalize(text) + ("" if seen[-1] in ".!?…:" else stop)


def _capitalize(text: str) -> str:
    for place, char in enumerate(text):
        if is_token(char):
            return f"{text[:place]}{CAPITAL}{text[place:]}"
        if char.isalpha():
            return text[:place] + char.upper() + text[place + 1 :]
    return text
