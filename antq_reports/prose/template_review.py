"""Every fault of a folder of one's own wording at once, with file and line: what a render would tell one by one.

Templates are walked against the catalogue, not run: a name nobody has, a filter there is not, digits typed into prose,
a figure printed past its filter, words that praise, a file that nothing reads.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from antq_reports.catalogue import Catalogue, Metric
from antq_reports.catalogue.subject import SUBJECTS
from antq_reports.errors import Fault, Refusal, TemplateError
from antq_reports.figures import Period
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.report_view import Viewer
from antq_reports.prose.sandbox import (
    MAKES_TEXT,
    TYPED_DIGIT,
    SealedEnvironment,
    make_environment,
    makes_text,
    parse_source,
    typed_digits,
    typed_texts,
)
from antq_reports.prose.template_folder import TemplateFolder
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import FigureView, View
from antq_reports.report import Place, report_class

PRAISE = (
    *("được đẩy mạnh", "được kiện toàn", "phủ khắp địa bàn", "đi vào nền nếp", "đến từng nhà", "đến tận tay"),
    *("góp phần quan trọng", "khởi sắc", "chuyển biến tích cực", "thành công tốt đẹp", "nhờ đó", "nhờ vậy"),
    *("không ngừng", "ngày càng", "vượt bậc", "ấn tượng", "đáng kể", "phấn khởi", "hiệu quả rõ rệt"),
)
"""Words that praise, give a cause or claim progress: a person may say them, a template may not."""
_MOVEMENT = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|nhiều hơn|ít hơn|cao hơn|thấp hơn)(?!\w)(?! (?:nghèo|nhẹ|tốc))", re.IGNORECASE
)
"""Words of change: computed, so that no sentence says them of a figure that moved the other way."""
_GIVING = re.compile(r"\{%-?\s*(?:with|set)\s([^%]*)%\}")
_GIVEN = re.compile(r"(\w+)\s*=(?!=)")
_BESIDE = frozenset(("house", "words", "section"))
"""What sentences see beside the report."""


def review_templates(folder: TemplateFolder, catalogue: Catalogue) -> list[Fault]:
    """The faults of the user's own wording in a folder, file by file, line by line."""
    texts = folder.prose_of(catalogue).values()
    given = frozenset(name for text in texts for tag in _GIVING.findall(text) for name in _GIVEN.findall(tag))
    review = _Review(folder, catalogue, make_environment({}, prose=True, own=()), *_known(catalogue), given)
    own = {name: text for name, text in folder.own.items() if name.startswith("prose/") and name.endswith(".j2")}
    faults = [fault for name, text in own.items() for fault in review.faults_of(name, text)]
    return [*faults, *_unread(folder, catalogue)]


def _known(catalogue: Catalogue) -> tuple[View, frozenset[str]]:
    """The views of a report without figures, and the names of a figure's view."""
    report = report_class(catalogue)(place=Place(name="Tân Hà", level="xã"), period=Period(label="năm 2026"))
    view = Viewer(report=report, book=TokenBook(), house=HouseRules()).view()
    properties = (name for name, value in vars(FigureView).items() if isinstance(value, property))
    return view, frozenset(properties)


@dataclass(frozen=True, slots=True)
class _Review:
    folder: TemplateFolder
    catalogue: Catalogue
    environment: SealedEnvironment
    view: View
    of_figures: frozenset[str]
    given: frozenset[str]
    """Names that a template gives to those it takes in."""

    def faults_of(self, name: str, text: str) -> Iterator[Fault]:
        """The faults of one file; one that does not parse has no others that could be told."""
        try:
            tree = parse_source(self.environment, name, text)
        except TemplateError as error:
            yield Fault(name, "", error.refusal, error.line)
            return
        found = list(tree.find_all(nodes.Node))
        told = (*self._texts(name, found), *self._filters(name, found), *self._names(name, found))
        yield from sorted(dict.fromkeys(told), key=lambda fault: fault.line or 0)

    def _texts(self, name: str, found: list[nodes.Node]) -> Iterator[Fault]:
        for line in typed_digits(found):
            yield Fault(name, "", TYPED_DIGIT, line)
        for node, text in typed_texts(found):
            for word in PRAISE:
                if (place := text.casefold().find(word)) >= 0:
                    line = node.lineno + text[:place].count("\n")
                    reason = f"lời khen, nguyên do hoặc tiến bộ: “{word}”"
                    yield _fault(name, line, reason, "chỉ nói điều số liệu cho biết")
            for match in _MOVEMENT.finditer(text):
                line = node.lineno + text[: match.start()].count("\n")
                reason = f"mức tăng, giảm gõ sẵn: “{match.group()}”"
                yield _fault(name, line, reason, "để |told, |compare của số liệu nói nó tăng hay giảm")

    def _filters(self, name: str, found: list[nodes.Node]) -> Iterator[Fault]:
        for node in found:
            known = self.environment.filters if isinstance(node, nodes.Filter) else self.environment.tests
            if isinstance(node, nodes.Filter | nodes.Test) and node.name not in known:
                kind = "bộ lọc" if isinstance(node, nodes.Filter) else "phép thử"
                yield _fault(
                    name, node.lineno, f"không có {kind} “{node.name}”", _near(node.name, known, f"các {kind}: ")
                )
            if makes_text(node):
                yield Fault(name, "", MAKES_TEXT, node.lineno)

    def _names(self, name: str, found: list[nodes.Node]) -> Iterator[Fault]:
        named = [node for node in found if isinstance(node, nodes.Name)]
        free = {node.name for node in named} - {node.name for node in named if node.ctx != "load"}
        roots = {*self.view._values, *_BESIDE, *self.given, *(("loop",) if _loops(found) else ())}
        for node in found:
            if isinstance(node, nodes.Name) and node.ctx == "load" and node.name in free - roots:
                yield _fault(name, node.lineno, f"không có tên “{node.name}”", _near(node.name, roots, "các tên: "))
            if isinstance(node, nodes.Getattr):
                yield from self._attribute(name, node, free)
            if isinstance(node, nodes.Output):
                yield from self._bare(name, node, free)

    def _attribute(self, name: str, node: nodes.Getattr, free: set[str]) -> Iterator[Fault]:
        below = self._view_of(node.node, free)
        known: set[str] | None = None
        if isinstance(below, View):
            known = set(below._values)
        elif below == "figure":
            known = set(self.of_figures)
        if known is not None and node.attr not in known:
            reason = f"không có tên “{node.attr}” trong “{_path(node.node)}”"
            yield _fault(name, node.lineno, reason, _near(node.attr, known, "các tên: "))

    def _view_of(self, node: nodes.Expr, free: set[str]) -> Any:
        """The view an expression surely names; "figure" for a metric's; None where only a render could say."""
        if isinstance(node, nodes.Name):
            return self.view._values.get(node.name) if node.name in free else None
        if isinstance(node, nodes.Getattr):
            above = node.node
            if isinstance(above, nodes.Name) and above.name in free and above.name in self.catalogue.sections:
                declared = self.catalogue.sections[above.name].fields.get(node.attr)
                return "figure" if isinstance(declared, Metric) else None
        return None

    def _bare(self, name: str, node: nodes.Output, free: set[str]) -> Iterator[Fault]:
        for part in node.nodes:
            if isinstance(part, nodes.Getattr) and self._view_of(part, free) == "figure":
                reason = f"số liệu “{_path(part)}” in không qua bộ lọc"
                yield _fault(name, part.lineno, reason, f"viết {{{{ {_path(part)}|figure }}}}")


def _loops(found: list[nodes.Node]) -> bool:
    """Whether a template has a ``for``, inside which Jinja gives the name ``loop``."""
    return any(isinstance(node, nodes.For) for node in found)


def _path(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def _near(name: str, known: Mapping[str, Any] | set[str], lead: str) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"có phải “{near[0]}”?" if near else lead + ", ".join(sorted(known)[:12])


def _fault(name: str, line: int | None, reason: str, remedy: str) -> Fault:
    return Fault(name, "", Refusal(reason, remedy), line)


def _unread(folder: TemplateFolder, catalogue: Catalogue) -> Iterator[Fault]:
    """Files of one's own that no plan names, no template takes in and no file of ours is replaced by."""
    own = folder.own_prose_of(catalogue)
    texts = folder.prose_of(catalogue)
    ours = {
        name for name in texts if f"prose/{name}" in folder.bundled or _of_subject(catalogue, name) in folder.bundled
    }
    sections = {f"sections/{name}.j2" for name in catalogue.sections}
    for name in sorted(own.keys() - ours - sections):
        if name.endswith(".j2") and not any(f'"{name}"' in text for text in texts.values()):
            remedy = _near(name, ours | sections, "các tệp: ")
            yield _fault(f"prose/{name}", None, "không mẫu nào và không bài nào dùng tệp này", remedy)


def _of_subject(catalogue: Catalogue, name: str) -> str:
    return f"{SUBJECTS}/{catalogue.base}/prose/{name}"
