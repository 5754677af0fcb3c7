"""The tags of prose: sentence, clause, list, either.

They carry the promise that what is missing leaves no hole:

* a **clause** is optional: when it names something absent it vanishes with its lead ("trong đó", "với", brackets);
* a **list** needs one item: its clauses are joined with commas and "và", or with semicolons where an item holds a
  comma; a list without items is absent and takes the clause or sentence around it along;
* a list of the best (``best=3``) takes the clauses that are about the best news (``of=`` a figure), best first;
* **either** takes one of its wordings, chosen by place and period, and none that begins as the sentence before;
* a **sentence** that names something absent gives way to its ``{% else %}``, or vanishes; one that stays gets its
  capital and its full stop here.

The tags work on text with marks (`antq_reports.prose.tokens`); they never see a figure's digits.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import cast

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from antq_reports.errors import Refusal, WordingError
from antq_reports.prose.plan import Telling
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
from antq_reports.prose.views import Absent, FigureView

BOOK_KEY = "#book"
"""The context name of the token book: no template can write it."""

TELLING_KEY = "#telling"
"""The context name of the plan: no template can write it."""
_OPENING_WORDS = 2
_LETTERS = str.maketrans("0123456789", "abcdefghij")

_QUOTED = re.compile(r"“[^”]*”|\([^()]*\)")
"""A quoted name is one thing, and so is what stands in brackets: its commas part nothing."""
_CLAUSE_EDGE = re.compile(f"[{CLAUSE_OPEN}{CLAUSE_CLOSE}]")
_CLOSING = ",;:.!?…)”%"
_DANGLING = re.compile(r"(?:[,;:(–-]|\b(?:và|với|gồm|trong đó|trong đó có|cùng|như|là|của|cho))\s*$", re.IGNORECASE)


def book_of(context: Context) -> TokenBook:
    """The token book of the render a template runs in."""
    return cast(TokenBook, context[BOOK_KEY])


class ProseTags(Extension):
    """``{% sentence %}``, ``{% clause %}``, ``{% list %}`` and ``{% either %}``."""

    tags = {"sentence", "clause", "list", "either"}  # noqa: RUF012 - the type Jinja declares

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one tag with its options, its body and its alternatives."""
        token = next(parser.stream)
        if token.value == "either":
            return self._parse_either(parser, token.lineno)
        options = self._parse_options(parser, token.value)
        bodies = self._parse_bodies(parser, token.value)
        calls: list[nodes.Node] = [self._call(token.value, options, body, token.lineno) for body in bodies]
        if len(calls) == 1:
            return calls[0]
        joined: list[nodes.Node] = []
        for call in calls:
            joined += [call, nodes.Output([nodes.TemplateData(ALTERNATIVE)]).set_lineno(token.lineno)]
        first = self.call_method("_first", [nodes.ContextReference()]).set_lineno(token.lineno)
        return nodes.CallBlock(first, [], [], joined[:-1], lineno=token.lineno)

    def _parse_either(self, parser: Parser, line: int) -> nodes.Node:
        wordings: list[nodes.Node] = []
        # Of its own in the template, so that two of a line choose apart; in letters, for words of prose have no digits.
        number = parser.free_identifier().name.translate(_LETTERS)
        while True:
            parser.stream.expect("block_end")
            wordings += self._parse_until(parser, ("name:or", "name:endeither"))
            if next(parser.stream).value == "endeither":
                break
            wordings.append(nodes.Output([nodes.TemplateData(ALTERNATIVE)]).set_lineno(line))
        call = self.call_method("_either", [nodes.ContextReference(), nodes.Const(number)]).set_lineno(line)
        return nodes.CallBlock(call, [], [], wordings, lineno=line)

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

    def _first(self, context: Context, caller: Callable[[], str]) -> Markup:
        book = book_of(context)
        before = book.opening
        chosen = next((part for part in caller().split(ALTERNATIVE) if part.strip()), "")
        book.opening = _opening_of(chosen, book) or before
        return Markup(chosen)

    def _either(self, context: Context, number: str, caller: Callable[[], str]) -> Markup:
        book = book_of(context)
        before = book.opening
        parts = str(caller()).split(ALTERNATIVE)
        wordings = [part for part in parts if part.strip() and ABSENT not in part]
        if not wordings:
            return Markup(ABSENT if any(ABSENT in part for part in parts) else "")
        chosen_by = hashlib.blake2b(f"{book.seed}|{context.name}|{number}".encode(), digest_size=8).digest()
        turn = int.from_bytes(chosen_by) % len(wordings)
        turned = [*wordings[turn:], *wordings[:turn]]
        chosen = next((part for part in turned if _begins(part, book) != before), turned[0])
        book.opening = _opening_of(chosen, book) or before
        return Markup(chosen)

    def _clause(
        self, context: Context, lead: str = "", close: str = "", of: object = None, *, caller: Callable[[], str]
    ) -> Markup:
        _expect_texts("clause", lead, close)
        body = str(caller())
        if ABSENT in body or not body.strip() or isinstance(of, Absent):
            return Markup()
        if of is not None and not isinstance(of, FigureView):
            raise WordingError(Refusal("of của {% clause %} phải là một số liệu", "viết như of=mục.chỉ_tiêu"))
        mark = book_of(context).subject_mark(of._path) if of is not None else ""
        return Markup(f"{CLAUSE_OPEN}{lead}{CLAUSE_BODY}{mark}{body.strip()}{close}{CLAUSE_CLOSE}")

    def _list(
        self,
        context: Context,
        sep: str | None = None,
        final: str | None = None,
        end: str = "",
        best: int = 0,
        skip: int = 0,
        *,
        caller: Callable[[], str],
    ) -> Markup:
        _expect_texts("list", sep or "", final or "", end)
        book = book_of(context)
        items = list_items(str(caller()))
        if best:
            items = best_items(items, book, cast(Telling, context[TELLING_KEY]), best, skip)
        return Markup(join_items(items, book, sep, final, end) if items else ABSENT)

    def _sentence(self, context: Context, stop: str = ".", *, caller: Callable[[], str]) -> Markup:
        _expect_texts("sentence", stop)
        body = str(caller())
        if ABSENT in body:
            return Markup()
        book = book_of(context)
        text = finish_sentence(flatten(body), book, stop)
        book.opening = _opening_of(f"{SENTENCE_OPEN}{text}", book) if text else book.opening
        return Markup(f"{SENTENCE_OPEN}{text}{SENTENCE_CLOSE}" if text else "")


def _expect_texts(tag: str, *options: object) -> None:
    if not all(isinstance(option, str) for option in options):
        raise WordingError(Refusal(f"tùy chọn của {{% {tag} %}} phải là chữ", "đặt tùy chọn trong ngoặc kép"))


def _opening_of(text: str, book: TokenBook) -> str:
    """The first words of the last sentence in a text; of a text without sentences, none."""
    _, found, sentence = text.rpartition(SENTENCE_OPEN)
    return " ".join(book.visible(sentence).split()[:_OPENING_WORDS]).casefold() if found else ""


def _begins(text: str, book: TokenBook) -> str:
    """The opening of a wording; of one within a sentence its own first words: the sentence may begin with it."""
    return _opening_of(text, book) or " ".join(book.visible(text).split()[:_OPENING_WORDS]).casefold()


def best_items(items: list[str], book: TokenBook, telling: Telling, most: int, skip: int = 0) -> list[str]:
    """The clauses about the best news, best first and without the first `skip`; of two about one figure the first."""
    about: dict[str, str] = {}
    for item in items:
        subject = book.subject_of(item)
        if subject is not None:
            about.setdefault(subject, item)
    ranked = sorted(about, key=telling.rank)
    return [about[subject] for subject in ranked[skip : skip + most]]


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


def join_items(
    items: list[str], book: TokenBook, sep: str | None = None, final: str | None = None, end: str = ""
) -> str:
    """Items joined as an editor would: commas and a last "và"; semicolons where an item itself holds a comma.

    Asked for commas, it keeps them where only the last item holds one, and between two: "8 xã và 20 cơ quan, trường".
    """
    seen = [_QUOTED.sub("", book.visible(item)) for item in items]
    parted = seen if sep is None else seen[:-1] if len(seen) > 2 else []
    if sep in (None, ", ") and any(", " in text for text in parted):
        sep, final = "; ", "; "
    sep = sep if sep is not None else ", "
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
