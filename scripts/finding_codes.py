"""The codes of findings as the code has them: each with its grades, and a pattern of the sentence it comes with."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "antq_reports"
ANYTHING = ".*"


@dataclass(frozen=True, slots=True)
class FindingCode:
    """One code: all the grades it is given, all the sentences it is told in."""

    grades: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)

    def says(self, text: str) -> bool:
        """Whether a text can be its sentence."""
        return any(re.fullmatch(pattern, text) for pattern in self.patterns)


def finding_codes() -> dict[str, FindingCode]:
    """Every ``Finding("code", grade, path, message)`` of the package."""
    found: dict[str, FindingCode] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                _take(function, found)
    return found


def _take(function: ast.FunctionDef, found: dict[str, FindingCode]) -> None:
    sentences = _assigned(function)
    for call in _calls(function):
        code, grade, _, message = call.args[:4]
        if isinstance(code, ast.Constant):
            told = found.setdefault(str(code.value), FindingCode())
            told.grades.update(_constants(grade))
            told.patterns.update(sentences.get(message.id, [ANYTHING]) if isinstance(message, ast.Name) else [])
            told.patterns.update([] if isinstance(message, ast.Name) else [_pattern(message)])


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding" and node.args:
            yield node


def _assigned(function: ast.FunctionDef) -> dict[str, list[str]]:
    """The patterns of what each name of a function is set to."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(_pattern(node.value))
    return found


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts an expression may be: one, or one of two."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))


def _pattern(node: ast.expr) -> str:
    """A pattern of the texts an expression gives; anything where it is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_pattern, node.values))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _pattern(node.left) + _pattern(node.right)
    if isinstance(node, ast.IfExp):
        return f"(?:{_pattern(node.body)}|{_pattern(node.orelse)})"
    return ANYTHING
