"""Write ``antq_reports/bundled.pyi``: what type checkers know of the models made from the bundled catalogue.

    python scripts/type_stub.py

Run it after a change of the catalogue; a test holds the stub equal to what this writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from antq_reports.catalogue import Catalogue, Group, Metric, SectionDeclaration, bundled_catalogue
from antq_reports.catalogue.made_models import class_name, row_class_name
from antq_reports.catalogue.metric import Kinds
from antq_reports.catalogue.section import Declaration

TARGET = Path(__file__).resolve().parent.parent / "antq_reports" / "bundled.pyi"
HEAD = '''# Made by scripts/type_stub.py from the bundled catalogue: change catalogue.toml, then run `make stub`.

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from antq_reports.catalogue import Row, Section
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Indefinite,
    Money,
    Pair,
    PartOfWhole,
    Percent,
    Period,
    Quantity,
    Span,
)
from antq_reports.report import BaseReport

FigureInput = AnyFigure | int | Decimal | str | Mapping[str, Any]
"""What a metric takes: a figure, a number, its short form as on paper, or the full mapping."""
PeriodInput = Period | int | str | Mapping[str, Any]

def model_names() -> dict[str, str]: ...
'''


def main() -> None:
    """Write the stub."""
    TARGET.write_text(stub_of(bundled_catalogue()), encoding="utf-8", newline="\n")
    print(TARGET)


def stub_of(catalogue: Catalogue) -> str:
    """The whole stub as text."""
    parts = [HEAD]
    for section in catalogue.sections.values():
        parts += [_row_class(name, group) for name, group in section.groups.items()]
        parts.append(_section_class(section))
    parts.append(_report_class(catalogue))
    return "\n".join(parts)


def _kinds(kinds: Kinds) -> str:
    return " | ".join(kind.__name__ for kind in kinds)


def _row_class(name: str, group: Group) -> str:
    heads = [(head, "str | None" if declared.optional else "str") for head, declared in group.heads.items()]
    columns = [(column, f"{_kinds(metric.takes)} | None") for column, metric in group.columns.items()]
    taken = [f"{head}: {kind}{' = ...' if kind.endswith('None') else ''}" for head, kind in heads]
    taken += [f"{column}: FigureInput | None = ..." for column, _ in columns]
    return "\n".join(_class(row_class_name(name), "Row", [*heads, *columns], taken))


def _section_class(section: SectionDeclaration) -> str:
    fields = [(name, _held(name, declared)) for name, declared in section.fields.items()]
    taken = [f"{name}: {_taken(name, declared)} = ..." for name, declared in section.fields.items()]
    return "\n".join(_class(class_name(section.name), "Section", fields, [*SECTION_PARAMETERS, *taken]))


def _held(name: str, declared: Declaration) -> str:
    if isinstance(declared, Metric):
        return f"{_kinds(declared.takes)} | None"
    if isinstance(declared, Group):
        return f"tuple[{row_class_name(name)}, ...]"
    if declared.is_list:
        return "tuple[str, ...]"
    return "str" if declared.default is not None else "str | None"


def _taken(name: str, declared: Declaration) -> str:
    if isinstance(declared, Metric):
        return "FigureInput | None"
    if isinstance(declared, Group):
        return f"Sequence[{row_class_name(name)} | str | Mapping[str, Any]]"
    return "Sequence[str]" if declared.is_list else "str | None"


def _class(name: str, base: str, fields: list[tuple[str, str]], taken: list[str]) -> Iterator[str]:
    yield f"class {name}({base}):"
    yield from (f"    {field}: {kind}" for field, kind in fields)
    yield "    def __init__("
    yield "        self,"
    yield "        *,"
    yield from (f"        {parameter}," for parameter in taken)
    yield "    ) -> None: ..."
    yield ""


def _report_class(catalogue: Catalogue) -> str:
    names = list(catalogue.sections)
    lines = ["class Report(BaseReport):"]
    lines += [f"    {name}: {class_name(name)}" for name in names]
    lines += ["    def __init__(", "        self,", "        *,", *(f"        {line}," for line in REPORT_PARAMETERS)]
    lines += [f"        {name}: {class_name(name)} | Mapping[str, Any] = ...," for name in names]
    return "\n".join([*lines, "    ) -> None: ...", ""])


SECTION_PARAMETERS = (
    "period: PeriodInput | None = ...",
    "opening: str | None = ...",
    "closing: str | None = ...",
    "paragraphs: Sequence[Any] = ...",
    "quote: Any = ...",
    "qualifiers: Mapping[str, str] = ...",
    "extra: Mapping[str, str] = ...",
)
REPORT_PARAMETERS = (
    "place: Any",
    "period: PeriodInput",
    *(
        f"{name}: Any = ..."
        for name in (
            *("subject", "frame", "steering_committee", "actors", "kicker", "headline", "date", "outlet", "lead"),
            *(
                "byline",
                "attribution",
                "source",
                "extra",
                "visit",
                "photos",
                "video",
                "completeness",
                "highlights",
                "subheads",
                "deeds",
                "outlook",
            ),
        )
    ),
)

if __name__ == "__main__":
    main()
