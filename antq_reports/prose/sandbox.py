"""The Jinja environment of prose and pages: sandboxed, strict, with figure filters instead of text filters.

Templates place, loop and choose. They cannot add, divide, format or upper-case; they cannot reach a model or a method
of a text or a list; a name that does not exist is an error with template and line. Compiled templates are kept per
content of the folder they came from. Time is not bounded here: loops in loops are for a limited process to end.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
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
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from antq_reports.errors import AntqReportsError, FigureMisuseError, TemplateError
from antq_reports.prose.filters import FIGURE_FILTERS
from antq_reports.prose.tags import ProseTags
from antq_reports.prose.tokens import MARKS, TOKEN_CLASS
from antq_reports.prose.views import DateView, FigureView, TextView, View

_DIGIT = re.compile(r"\d")
_PRIVATE = re.compile(f"[{MARKS}]|{TOKEN_CLASS}")
MAX_GROUPS = 1_000
"""The largest number ``|batch`` and ``|slice`` take: Jinja makes that many groups whatever the list holds."""
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
    """Templates from texts already read: the environment is keyed by their content."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._sources:
            raise TemplateNotFound(template)
        return self._sources[template], template, lambda: True


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


def make_environment(sources: Mapping[str, str], *, prose: bool) -> SealedEnvironment:
    """An environment over template texts. With ``prose`` the three tags exist and literal digits are refused."""
    environment = SealedEnvironment(
        loader=_FolderLoader(sources),
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
    for name, source in sources.items():
        check_source(environment, name, source, prose=prose)
    for name in sources:
        _compile(environment, name)
    return environment


def _compile(environment: SealedEnvironment, name: str) -> None:
    """Compile a template now, so that one Python cannot compile is refused by name."""
    try:
        environment.get_template(name)
    except RecursionError as error:
        raise _too_deep(name) from error
    except SyntaxError as error:  # Python takes twenty blocks in one another
        raise _too_deep(name) from error
    except TemplateSyntaxError as error:
        raise TemplateError(name, error.lineno, f"cú pháp sai ({error.message})", "sửa dòng đó") from error


def _too_deep(name: str) -> TemplateError:
    return TemplateError(name, None, "các thẻ hoặc dấu ngoặc lồng nhau quá sâu", "bớt các tầng lồng nhau")


def _is_present(view: object) -> bool:
    return bool(view)


def _is_zero(view: object) -> bool:
    return isinstance(view, FigureView) and not view


def check_source(environment: Environment, name: str, source: str, *, prose: bool) -> None:
    """Refuse, at load, a template that does not parse, holds private characters or (in prose) types digits itself."""
    if _PRIVATE.search(source):
        raise TemplateError(name, None, "mẫu chứa ký tự riêng của hệ thống", "gõ lại đoạn chữ đó bằng bàn phím")
    try:
        tree = environment.parse(source, name, name)
    except TemplateSyntaxError as error:
        raise TemplateError(name, error.lineno, f"cú pháp sai ({error.message})", "sửa dòng đó") from error
    except RecursionError as error:
        raise _too_deep(name) from error
    except SecurityError as error:
        raise TemplateError(name, None, str(error), "bỏ phép tính; số liệu tính sẵn ở dữ liệu") from error
    for node in tree.find_all((nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat)):
        if not isinstance(node, nodes.And | nodes.Or):
            raise TemplateError(name, node.lineno, "mẫu không được tính toán hay ghép chữ", "bỏ phép tính ở dòng đó")
    if prose:
        _refuse_digits(tree, name)


def _refuse_digits(tree: nodes.Template, name: str) -> None:
    loading = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    names = {id(node.template) for kind in loading for node in tree.find_all(kind)}  # type: ignore[attr-defined]
    for literal in tree.find_all((nodes.TemplateData, nodes.Const)):
        if id(literal) in names:
            continue
        text = literal.data if isinstance(literal, nodes.TemplateData) else literal.value  # type: ignore[attr-defined]
        found = _DIGIT.search(text) if isinstance(text, str) else None
        if found:
            line = literal.lineno + text[: found.start()].count("\n")
            raise TemplateError(name, line, "câu chữ gõ sẵn chữ số", "đưa số vào dữ liệu và in bằng {{ tên|figure }}")


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
        return function(*args, **kwargs)

    # Jinja marks filters that take the environment or context first; the mark must survive the wrapping.
    for mark in ("jinja_pass_arg", "jinja_async_variant"):
        if hasattr(function, mark):
            setattr(guarded, mark, getattr(function, mark))
    return guarded


def template_error(error: Exception, names: Mapping[str, str]) -> AntqReportsError:
    """The error of a failed render, with the template and line it came from."""
    name, line = _template_place(error, names)
    reason = str(error) if not isinstance(error, UndefinedError) else (error.message or str(error))
    remedy = (
        "kiểm tra tên trong danh sách của antq-reports schema"
        if isinstance(error, UndefinedError)
        else "sửa mẫu ở dòng đó"
    )
    return TemplateError(name, line, reason, remedy)


def _template_place(error: Exception, names: Mapping[str, str]) -> tuple[str, int | None]:
    place: tuple[str, int | None] = ("mẫu", None)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in names:
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
