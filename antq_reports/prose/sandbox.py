"""The Jinja environment of prose and pages: sandboxed, strict, with figure filters instead of text filters.

Templates place, loop and choose. They cannot add, divide, format or upper-case; they cannot reach a model or a method
of a text or a list; a name that does not exist is an error with template and line. Compiled templates are kept per
content of the folder they came from. Time is not bounded here: loops in loops are for a limited process to end.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from traceback import walk_tb
from types import CodeType
from typing import Any, NoReturn

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from antq_reports.errors import AntqReportsError, FigureMisuseError, Refusal, TemplateError, WordingError
from antq_reports.prose.date_view import DateView
from antq_reports.prose.filters import FIGURE_FILTERS
from antq_reports.prose.tags import ProseTags
from antq_reports.prose.tokens import MARKS, TOKEN_CLASS
from antq_reports.prose.views import FigureView, TextView, View

_OURS = str(Path(__file__).resolve().parent.parent)
"""The folder of our own code, for telling a bug of ours from a template's fault."""
_DIGIT = re.compile(r"\d")
_PRIVATE = re.compile(f"[{MARKS}]|{TOKEN_CLASS}")
MAX_GROUPS = 1_000
"""The largest number ``|batch`` and ``|slice`` take: Jinja makes that many groups whatever the list holds."""
_MAKES_TEXT = (nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat)
_LOADS_TEMPLATE = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_FORBIDDEN_OPERATORS = frozenset(["+", "-", "*", "/", "//", "**", "%"])


class _Missing(StrictUndefined):
    """An undefined name that keeps what was asked, for the error's sentence."""

    def _fail_with_undefined_error(self, *args: Any, **kwargs: Any) -> NoReturn:
        known = sorted(self._undefined_obj._values) if isinstance(self._undefined_obj, View) else []
        owner = f" trong “{self._undefined_obj._name}”" if isinstance(self._undefined_obj, View) else ""
        near = difflib.get_close_matches(str(self._undefined_name), known, n=1)
        hint = f"; có phải “{near[0]}”?" if near else ""
        raise UndefinedError(f"không có tên “{self._undefined_name}”{owner}{hint}")

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __html__ = __call__ = __getitem__ = __lt__ = __gt__ = __le__ = __ge__ = _fail_with_undefined_error


class _FolderLoader(BaseLoader):
    """Templates from texts already read: the environment is keyed by their content, and keeps what is loaded once."""

    def __init__(self, sources: Mapping[str, str], *, prose: bool) -> None:
        self._sources = dict(sources)
        self._prose = prose

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> JinjaTemplate:
        """The template of a name, checked and compiled. Raises `TemplateError` for one that is refused."""
        if name not in self._sources:
            raise TemplateNotFound(name)
        tree = check_source(environment, name, self._sources[name], prose=self._prose)
        code = _compile(environment, tree, name)
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)


MAX_ANSWERS = 10_000
_PLAIN_VALUES = (str, bytes, int, float, complex, list, tuple, dict, set, frozenset)


class SealedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox: no arithmetic, no text filters, no globals that make text."""

    intercepted_binops = _FORBIDDEN_OPERATORS
    intercepted_unops = frozenset(["+", "-"])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._answers: dict[tuple[type, str], bool] = {}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> NoReturn:
        """Refuse arithmetic."""
        raise SecurityError(f"mẫu không được tính toán (phép “{operator}”)")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse methods of plain values: ``"a".ljust(999999999)`` is a gigabyte.

        The sandbox's answer hangs on the object's type and the name alone, and is asked for at every dot: it is kept.
        """
        asked = type(obj), attr
        if asked not in self._answers:
            safe = not isinstance(obj, _PLAIN_VALUES) and super().is_safe_attribute(obj, attr, value)
            if len(self._answers) >= MAX_ANSWERS:
                self._answers.clear()
            self._answers[asked] = safe
        return self._answers[asked]

    def call_unop(self, context: Any, operator: str, arg: Any) -> NoReturn:
        """Refuse signs."""
        raise SecurityError(f"mẫu không được tính toán (phép “{operator}”)")


def make_environment(sources: Mapping[str, str], *, prose: bool, own: Collection[str]) -> SealedEnvironment:
    """An environment over template texts. With ``prose`` the three tags exist and literal digits are refused.

    The user's ``own`` templates are checked and compiled at once, so that a fault in one that this brief does not need
    is told as well; those that come with the library when they are first used.
    """
    environment = SealedEnvironment(
        loader=_FolderLoader(sources, prose=prose),
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        extensions=[ProseTags] if prose else [],
        cache_size=-1,
        auto_reload=False,
    )
    environment.globals.clear()
    kept = {name: environment.filters[name] for name in ("first", "last", "length", "list", "batch", "slice")}
    environment.filters.clear()
    environment.filters.update({name: _sealed(name, function) for name, function in kept.items()})
    environment.filters.update(FIGURE_FILTERS)
    environment.tests.update({"present": _is_present, "zero": _is_zero})
    for name in sources:
        if name in own:
            environment.get_template(name)
    return environment


def _compile(environment: Environment, tree: nodes.Template, name: str) -> CodeType:
    """Compile a template; one that Python cannot compile is refused by name."""
    try:
        return environment.compile(tree, name, name)
    except RecursionError as error:
        raise _too_deep(name) from error
    except SyntaxError as error:  # Python takes twenty blocks in one another
        raise _too_deep(name) from error
    except TemplateSyntaxError as error:
        raise TemplateError(name, error.lineno, Refusal(f"cú pháp sai ({error.message})", "sửa dòng đó")) from error


def _too_deep(name: str) -> TemplateError:
    return TemplateError(name, None, Refusal("các thẻ hoặc dấu ngoặc lồng nhau quá sâu", "bớt các tầng lồng nhau"))


def _is_present(view: object) -> bool:
    return bool(view)


def _is_zero(view: object) -> bool:
    return isinstance(view, FigureView) and not view


def check_source(environment: Environment, name: str, source: str, *, prose: bool) -> nodes.Template:
    """A template's tree; one that does not parse, holds private characters or (in prose) types digits is refused."""
    if _PRIVATE.search(source):
        raise TemplateError(
            name, None, Refusal("mẫu chứa ký tự riêng của hệ thống", "gõ lại đoạn chữ đó bằng bàn phím")
        )
    tree = parse_source(environment, name, source)
    found = tuple(tree.find_all(nodes.Node))  # looked through once: walking the tree is what a check costs
    for node in found:
        if makes_text(node):
            raise TemplateError(name, node.lineno, MAKES_TEXT)
    if prose:
        for line in typed_digits(found):
            raise TemplateError(name, line, TYPED_DIGIT)
    return tree


MAKES_TEXT = Refusal("mẫu không được tính toán hay ghép chữ", "bỏ phép tính ở dòng đó")
TYPED_DIGIT = Refusal("câu chữ gõ sẵn chữ số", "đưa số vào dữ liệu và in bằng {{ tên|figure }}")


def parse_source(environment: Environment, name: str, source: str) -> nodes.Template:
    """A template's tree. Raises `TemplateError` for a text that is none."""
    try:
        return environment.parse(source, name, name)
    except TemplateSyntaxError as error:
        raise TemplateError(name, error.lineno, Refusal(f"cú pháp sai ({error.message})", "sửa dòng đó")) from error
    except RecursionError as error:
        raise _too_deep(name) from error
    except SecurityError as error:
        raise TemplateError(name, None, Refusal(str(error), "bỏ phép tính; số liệu tính sẵn ở dữ liệu")) from error


def makes_text(node: nodes.Node) -> bool:
    """Whether a node calculates, or joins texts."""
    return isinstance(node, _MAKES_TEXT) and not isinstance(node, nodes.And | nodes.Or)


def typed_digits(found: Sequence[nodes.Node]) -> Iterator[int]:
    """The lines in which a template's words have digits, the first of each stretch of words."""
    for node, text in typed_texts(found):
        if digit := _DIGIT.search(text):
            yield node.lineno + text[: digit.start()].count("\n")


def typed_texts(found: Sequence[nodes.Node]) -> Iterator[tuple[nodes.Node, str]]:
    """The words typed into a template, without the names of other templates."""
    names = {id(node.template) for node in found if isinstance(node, _LOADS_TEMPLATE)}
    for node in found:
        if isinstance(node, nodes.TemplateData | nodes.Const) and id(node) not in names:
            text = node.data if isinstance(node, nodes.TemplateData) else node.value
            if isinstance(text, str):
                yield node, text


def _finalize(value: Any) -> Any:
    if isinstance(value, bool | int | float):
        raise FigureMisuseError(str(value), "mẫu in một con số không phải số liệu; chỉ số liệu và chữ mới được in")
    if not isinstance(value, str | _Missing) and not hasattr(type(value), "__html__"):
        raise FigureMisuseError(type(value).__name__, "mẫu in một giá trị không phải chữ; hãy in từng mục của nó")
    return value


def _sealed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter over sequences that refuses figures and text, whose inside is not a template's business."""

    def guarded(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            if isinstance(value, FigureView | DateView | TextView | str):
                path = getattr(value, "_path", str(value))
                raise FigureMisuseError(
                    path, f"không dùng được bộ lọc |{name}; số liệu chỉ qua |figure, |number, |unit"
                )
            if isinstance(value, int) and value > MAX_GROUPS:
                raise FigureMisuseError(str(value), f"bộ lọc |{name} chỉ nhận số tới {MAX_GROUPS}")
        try:
            return function(*args, **kwargs)
        except TypeError as error:
            raise WordingError(
                Refusal(f"bộ lọc |{name} không nhận giá trị này", f"chỉ dùng |{name} với danh sách")
            ) from error

    # Jinja marks filters that take the environment or context first; the mark must survive the wrapping.
    for mark in ("jinja_pass_arg", "jinja_async_variant"):
        if hasattr(function, mark):
            setattr(guarded, mark, getattr(function, mark))
    return guarded


def render_template(
    environment: SealedEnvironment, name: str, context: Mapping[str, object], names: Mapping[str, str]
) -> str:
    """The text of a template; ``names`` are the templates it may be made of.

    Raises `TemplateError`, with template and line, for what a template does wrong. A bug of ours is raised as it is:
    nobody who edits wording could mend it.
    """
    try:
        return environment.get_template(name).render(context)
    except TemplateError:
        raise
    except Exception as error:
        if not is_fault_of_template(error, names):
            raise
        raise template_error(error, names) from error


def is_fault_of_template(error: Exception, names: Mapping[str, str]) -> bool:
    """Whether a failed render is its template's fault: Jinja or we refused something, or the template's code broke.

    Jinja compiles a template to Python, so ``{% for x in true %}`` is a TypeError whose last frame is the template.
    Frames of libraries below it (Jinja's own filters) are the template's doing; one of ours below it is a bug of ours.
    """
    if isinstance(error, JinjaError | AntqReportsError | RecursionError):
        return True
    files = [frame.f_code.co_filename for frame, _ in walk_tb(error.__traceback__)]
    deepest = next((file for file in reversed(files) if file in names or file.startswith(_OURS)), "")
    return deepest in names


def template_error(error: Exception, names: Mapping[str, str]) -> TemplateError:
    """The error of a failed render, with the template and line it came from."""
    name, line = _template_place(error, names)
    if isinstance(error, UndefinedError):
        remedy = "kiểm tra tên trong danh sách của antq-reports keys"
        return TemplateError(name, line, Refusal(error.message or str(error), remedy))
    if isinstance(error, WordingError):
        return TemplateError(name, line, error.refusal)
    return TemplateError(name, line, Refusal(_said(error), "sửa mẫu ở dòng đó"))


def _said(error: Exception) -> str:
    """What went wrong, in Vietnamese where it is ours; Jinja and Python say their part in English, behind ours."""
    if isinstance(error, AntqReportsError | SecurityError):
        return str(error)
    if isinstance(error, RecursionError):
        return "mẫu gọi lẫn nhau quá nhiều tầng"
    if isinstance(error, TemplateNotFound):
        return f"không có mẫu “{error.name}”"
    return f"mẫu không chạy được ({error})"


def _template_place(error: Exception, names: Mapping[str, str]) -> tuple[str, int | None]:
    place: tuple[str, int | None] = ("mẫu", None)
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename in names:
            place = (frame.f_code.co_filename, line)
    return place
