"""The commands that tell what there is to use: styles, schema."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from antq_reports.cli.console import plain
from antq_reports.cli.options import templates_option
from antq_reports.prose import read_templates, style_files, style_names
from antq_reports.report import BaseReport


@click.command(options_metavar="[TÙY CHỌN]")
@templates_option
def styles(templates: Path | None) -> None:
    """Liệt kê các kiểu trình bày.

    \b
    Ví dụ:
      antq-reports styles
    """
    folder = read_templates(templates)
    table = Table("Kiểu", "Tên", "Mô tả", box=None, header_style="bold")
    for name in style_names(folder):
        rules = style_files(folder, name).rules
        table.add_row(plain(name), plain(rules.title), plain(rules.description))
    Console().print(table)


@click.command(options_metavar="[TÙY CHỌN]")
def schema() -> None:
    """In JSON Schema của tệp báo cáo, gồm cả dạng viết tắt của số liệu.

    \b
    Ví dụ:
      antq-reports schema > bao-cao.schema.json
    """
    click.echo(json.dumps(BaseReport.model_json_schema(), ensure_ascii=False, indent=2))
