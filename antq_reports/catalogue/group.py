"""Groups: labelled rows that answer one question, with one column of figures or several.

Pledges by kind of signer have a label and a figure a row; awards have a form and a giver (two *heads*) and two columns.
`Group` is the declaration, `Row` the base of the pydantic models made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from antq_reports.catalogue.metric import DEFAULT_WEIGHT, ROW_KINDS, Metric, Polarity, Reporter, RollUp, read_figure
from antq_reports.catalogue.text_fields import Frozen
from antq_reports.errors import Refusal
from antq_reports.figures import AnyFigure, Count, Indefinite, Span
from antq_reports.figures.sentence_errors import refused

DEFAULT_ROWS = 6
"""Rows a form leaves for a group."""
DEFAULT_HINT = "ghi tên từng loại và đơn vị tính, mỗi loại một dòng"
DEFAULT_EXAMPLE = "86 doanh nghiệp"
FIGURE = "figure"
"""The column of a group that has but one."""
LABEL = "label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One text that names a row: a label, an award's form, who gave it."""

    about: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The declaration of a group."""

    label: str
    reporter: Reporter = "both"
    rollup: RollUp = "sum"
    polarity: Polarity = "neutral"
    weight: int = DEFAULT_WEIGHT
    """How much news its rows are, as a metric's."""
    heads: Mapping[str, Head] = field(default_factory=lambda: {LABEL: Head()})
    row_label: str = "{label}"
    """How the heads make one label: "{form} của {level}"; what stands before an absent head goes with it."""
    columns: Mapping[str, Metric] = field(default_factory=lambda: {FIGURE: Metric(label="", takes=ROW_KINDS)})
    rows: int = DEFAULT_ROWS
    """How many rows a form leaves for it."""
    hint: str = DEFAULT_HINT
    """What the form says above its rows."""
    example: str = DEFAULT_EXAMPLE
    """A row as it may be written, for remedies."""
    asked: bool = True
    """Whether the forms ask for it."""
    was: str | None = None
    """The key it had in earlier reports of the same section."""

    @property
    def is_plain(self) -> bool:
        """Whether a row is a label and one figure."""
        return tuple(self.columns) == (FIGURE,) and tuple(self.heads) == (LABEL,)

    def words_of(self, heads: Mapping[str, str | None]) -> str:
        """The label of a row.

        >>> awards = Group(label="", heads={"form": Head(), "level": Head()}, row_label="{form} của {level}")
        >>> awards.words_of({"form": "Giấy khen", "level": None}), awards.heads_of("Cờ của Bộ")
        ('Giấy khen', {'form': 'Cờ', 'level': 'Bộ'})
        """
        return "".join(f"{before}{heads[name]}" for before, name in self._pieces() if heads.get(name))

    def heads_of(self, text: str) -> dict[str, str | None]:
        """The heads of a label as it is written."""
        pieces = list(self._pieces())
        heads: dict[str, str | None] = {}
        for (_, name), following in zip(pieces, [*(before for before, _ in pieces[1:]), ""], strict=True):
            value, _, text = text.partition(following) if following else (text, "", "")
            heads[name] = value.strip() or None
        return heads

    def column_metric(self, name: str, words: str) -> Metric:
        """The declaration of one figure of one row, by the row's label."""
        column = self.columns[name]
        label = f"{column.label or self.label}: {words}"
        polarity = self.polarity if name == FIGURE else column.polarity
        return Metric(
            label=label,
            unit=column.unit,
            takes=column.takes,
            rollup=column.rollup if column.rollup != "sum" else self.rollup,
            polarity=polarity,
            zero=column.zero,
            weight=self.weight,
        )

    def _pieces(self) -> Iterator[tuple[str, str]]:
        """Each head's name with the words before it."""
        rest = self.row_label
        while rest:
            before, _, rest = rest.partition("{")
            name, _, rest = rest.partition("}")
            yield before, name


class Row(Frozen):
    """One row of a group. The short form is a text: “236 chủ xe”, “Giấy khen của Công an tỉnh: 5 tập thể”."""

    group: ClassVar[Group] = Group(label="")

    @property
    def heads(self) -> dict[str, str | None]:
        """The texts that name the row."""
        return {name: getattr(self, name) for name in self.group.heads}

    @property
    def words(self) -> str:
        """The row's label in one piece."""
        return self.group.words_of(self.heads)

    def figures(self) -> Iterator[tuple[str, AnyFigure]]:
        """The figures reported, by column."""
        for name in self.group.columns:
            figure = getattr(self, name)
            if figure is not None:
                yield name, figure

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, data: Any) -> Any:
        if isinstance(data, str):
            return read_row(cls.group, data)
        if not isinstance(data, Mapping | Row):
            keys = ", ".join((*cls.group.heads, *cls.group.columns))
            raise _refuse("phải là chữ hoặc một bảng", f"viết “{cls.group.example}”, hoặc bảng có các khóa {keys}")
        return data

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "string", "description": f"Viết như trên báo: “{cls.group.example}”"},
                handler(schema),
            ]
        }


def unit_of(column: Metric) -> str:
    """The unit of a column, the first of two."""
    unit = column.unit[0] if isinstance(column.unit, tuple) else column.unit
    return unit or column.label


def read_row(group: Group, text: str) -> dict[str, Any]:
    """The fields of a row written as text. Raises `PydanticCustomError` for a text that is none."""
    label, colon, figures = text.partition(": ")
    if not colon:
        return _read_unlabelled(group, text)
    fields: dict[str, Any] = dict(group.heads_of(label.strip()))
    if tuple(group.columns) == (FIGURE,):
        return {**fields, FIGURE: read_figure(figures.strip())}
    for item in figures.split(", "):
        column = _column_of(group, item)
        if column in fields:
            raise _refuse(f"“{text[:80]}” ghi hai lần cột {unit_of(group.columns[column])}", "giữ một số")
        fields[column] = read_figure(item)
    return fields


def _read_unlabelled(group: Group, text: str) -> dict[str, Any]:
    if not group.is_plain:
        raise _refuse(f"“{text[:80]}” thiếu số", f"viết như “{group.example}”")
    figure = read_figure(text)
    if figure.unit is None and isinstance(figure, Count | Span | Indefinite):
        raise _refuse(f"“{text[:80]}” thiếu tên của dòng số liệu", f'viết cả tên dòng, như "{group.example}"')
    return {LABEL: figure.unit or text, FIGURE: figure}


def _column_of(group: Group, item: str) -> str:
    """The column whose unit a figure of a short form ends in."""
    found = [(len(unit_of(column)), name) for name, column in group.columns.items() if item.endswith(unit_of(column))]
    if found:
        return max(found)[1]  # “lượt người” ends in “người” too
    spare = [name for name, column in group.columns.items() if column.unit is None]
    if len(spare) == 1:  # what is counted there has any unit: 20 con, 150 thẻ
        return spare[0]
    units = ", ".join(unit_of(column) for column in group.columns.values())
    raise _refuse(f"“{item[:80]}” không rõ thuộc cột nào", f"ghi đơn vị sau số: {units}; như “{group.example}”")


def _refuse(reason: str, remedy: str) -> PydanticCustomError:
    return refused("row", Refusal(reason, remedy))
