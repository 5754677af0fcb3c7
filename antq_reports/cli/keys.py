"""The command about a catalogue: keys."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table

from antq_reports.catalogue import Catalogue
from antq_reports.catalogue.key_list import KeyLine, key_lines
from antq_reports.catalogue.subject import folder_catalogue
from antq_reports.cli.console import plain, print_table
from antq_reports.cli.options import templates_option
from antq_reports.csvtext import write_csv
from antq_reports.errors import Refusal
from antq_reports.report import report_class

HEAD = ("Khóa", "Mục", "Chỉ tiêu", "Đơn vị tính", "Loại số", "Ví dụ")
"""Columns, where the output is no terminal."""


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("section", metavar="[MỤC]", required=False)
@click.option("--csv", "as_csv", is_flag=True, help="In bảng CSV, mở bằng Excel.")
@click.option("--json-schema", "as_schema", is_flag=True, help="In JSON Schema của tệp báo cáo.")
@templates_option
def keys(section: str | None, as_csv: bool, as_schema: bool, templates: Path | None) -> None:
    """Liệt kê các khóa của tệp báo cáo: chỉ tiêu, đơn vị, loại số, ví dụ đọc được.

    MỤC là khóa của một mục, như weapons; bỏ trống thì in cả danh mục. Danh mục riêng nằm trong thư mục của --templates.

    \b
    Ví dụ:
      antq-reports keys
      antq-reports keys weapons
      antq-reports keys --csv > danh-muc.csv
      antq-reports keys --json-schema > bao-cao.schema.json
    """
    catalogue = folder_catalogue(templates)
    if as_schema:
        click.echo(json.dumps(report_class(catalogue).model_json_schema(), ensure_ascii=False, indent=2))
        return
    lines = list(key_lines(catalogue, _known(catalogue, section)))
    if as_csv:
        sys.stdout.buffer.write(write_csv([HEAD, *map(_cells, lines)]))
        return
    _print(catalogue, lines)


def _known(catalogue: Catalogue, section: str | None) -> str | None:
    """The section asked for. Raises `click.UsageError` for one the catalogue does not have."""
    if section is None or section in catalogue.sections:
        return section
    reason = f"danh mục “{catalogue.name}” không có mục “{section}”"
    otherwise = f"các mục: {', '.join(catalogue.sections)}"
    raise click.UsageError(str(Refusal.of_unknown(reason, section, catalogue.sections, otherwise)))


def _cells(line: KeyLine) -> tuple[str, ...]:
    return line.key, line.section, line.label, line.unit, line.kinds, line.example


def _print(catalogue: Catalogue, lines: Sequence[KeyLine]) -> None:
    """One table a section, under its title."""
    for section in catalogue.sections.values():
        found = [line for line in lines if line.key.startswith(f"{section.name}.")]
        if not found:
            continue
        table = Table(*(HEAD[0], *HEAD[2:]), box=None, header_style="bold", title_justify="left")
        table.title = plain(f"{section.title} [{section.name}]")
        for line in found:
            table.add_row(*(plain(text) for text in (line.key, *_cells(line)[2:])))
        print_table(table)
        click.echo()
