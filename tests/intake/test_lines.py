"""Which line of a TOML file a path stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.intake.lines import line_numbers, line_of

TEXT = """period = "năm 2024"   # line 1
place.name = "Lâm Đồng"

[weapons] # a comment
firearms_surrendered = 3
models = { kind = "count", value = 5 }

[[photos]]
path = "a.png"

  [[photos]]
  path = "b.png"

["tips"]
"public_tips" = 5
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("period", 1),
        ("place.name", 2),
        ("weapons", 4),
        ("weapons.firearms_surrendered", 5),
        ("weapons.models", 6),
        ("photos[0]", 8),
        ("photos[0].path", 9),
        ("photos[1]", 11),
        ("photos[1].path", 12),
        ("tips.public_tips", 15),
    ],
)
def test_keys_and_tables_have_their_line(path: str, line: int) -> None:
    """Headers, numbered tables, dotted, quoted and indented keys are found."""
    assert line == line_numbers(TEXT)[path]


@pytest.mark.parametrize(
    ("path", "line"),
    [("weapons.models.value", 6), ("photos[1].caption", 11), ("weapons.detonators", 4), ("nothing", None), ("", None)],
)
def test_nearest_thing_stands_in(path: str, line: int | None) -> None:
    """A key that is not written, or inside an inline table, has the line of what is around it."""
    assert line == line_of(path, line_numbers(TEXT))


@pytest.mark.parametrize(
    "text",
    [
        'lead = """\n[weapons]\ntips = 5\n"""\n[tips]\npublic_tips = 5\n',
        "lead = '''\n[weapons]\ntips = 5\n'''\n[tips]\npublic_tips = 5\n",
        'actors = [\n  "a", # ]\n  "[x",\n]\n[tips]\npublic_tips = 5\n',
        'x = [\n["a"],\n[ "b" ]\n]\n[tips]\npublic_tips = 5\n',
        'x = "[a" # [[ {\n# [weapons]\ny = "\\"["\n\n[tips]\npublic_tips = 5\n',
    ],
)
def test_texts_arrays_and_comments_are_no_headers(text: str) -> None:
    """What stands in quotes, lists or comments moves no line and opens no table."""
    numbers = line_numbers(text)
    assert 6 == numbers["tips.public_tips"]
    assert {"weapons", "a", "tips.tips"}.isdisjoint(numbers)


def test_only_line_feeds_end_lines() -> None:
    """A line separator inside a text is no end of a line, as editors count."""
    assert 2 == line_numbers('a = "x\u2028y\x85z"\r\nb = 5\r\n')["b"]


@given(st.text(alphabet="ab.=[]{}#'\"\\\n \t,"))
def test_any_text_can_be_asked(text: str) -> None:
    """A scan never fails, and no line lies beyond the text."""
    assert all(1 <= number <= text.count("\n") + 1 for number in line_numbers(text).values())
