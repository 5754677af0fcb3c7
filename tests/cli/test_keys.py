"""The catalogue for people: a table a section, CSV for a spreadsheet, JSON Schema for programmes."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from antq_reports import Report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.cli import app
from antq_reports.cli.keys import HEAD


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, ["keys", *arguments])


def test_a_section_is_one_table_under_its_title() -> None:
    """Key, label, unit, kinds and an example of each metric, a line each."""
    lines = run("weapons").stdout.splitlines()
    assert "[weapons]" in lines[0]
    assert [HEAD[0], *HEAD[2:]] == re.split(r"\s{2,}", lines[1].strip())
    keys = [line.split()[0] for line in lines[2:] if line.strip()]
    assert [path for path in bundled_catalogue().by_path if path.startswith("weapons.")] == keys


def test_the_csv_has_every_key_once() -> None:
    """With a byte order mark, as spreadsheets want it, and a head."""
    raw = run("--csv").stdout_bytes
    assert raw.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert list(HEAD) == rows[0]
    assert len(rows) - 1 == len({row[0] for row in rows[1:]}) >= len(bundled_catalogue().by_path)


@pytest.mark.parametrize(("typed", "advice"), [("weapon", "có phải “weapons”?"), ("xyz", "các mục: context")])
def test_an_unknown_section_is_refused_with_those_there_are(typed: str, advice: str) -> None:
    """The nearest, else all."""
    result = run(typed)
    assert 2 == result.exit_code
    assert f"không có mục “{typed}”; {advice}" in result.stderr


def test_schema_is_json() -> None:
    """The schema is JSON with Vietnamese labels, not escaped."""
    result = run("--json-schema")
    assert "Report" == json.loads(result.stdout)["title"]
    assert set(Report.model_fields) == set(json.loads(result.stdout)["properties"])
    assert "kíp nổ" in result.stdout


def test_schema_of_a_subject_of_ones_own(tmp_path: Path) -> None:
    """Of the folder's subject, its sections and no others."""
    text = 'name = "chay-no"\ntitle = "Chữa cháy"\n[fires]\ntitle = "Cháy"\ncount = { label = "vụ cháy" }\n'
    (tmp_path / "catalogue.toml").write_text(text, encoding="utf-8")
    properties = json.loads(run("--json-schema", "--templates", str(tmp_path)).stdout)["properties"]
    assert (True, False) == ("fires" in properties, "weapons" in properties)
