"""The command that tells what styles there are."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table

from antq_reports.cli.console import plain, print_table
from antq_reports.cli.options import templates_option
from antq_reports.prose import read_templates, style_files, style_names


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
    print_table(table)
