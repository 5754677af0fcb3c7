"""The command line: what a statistician types. Vietnamese throughout; the library does the work.

Exit codes: 0 done, 1 faults or failures among the inputs, 2 wrong usage. Paths go to standard output, everything else
to standard error, so that results can be piped.
"""

from __future__ import annotations

import gettext
import json
import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from antq_reports.errors import AntqReportsError, OutputError
from antq_reports.intake import load_report
from antq_reports.models import Report
from antq_reports.prose import read_templates, style_files, style_names
from antq_reports.render import DEFAULT_STYLE, FORMATS, RenderedReport, os_reason, render_report

USAGE, FAILURE = 2, 1
FOLDER = click.Path(file_okay=False, path_type=Path)

templates_option = click.option(
    "--templates", type=FOLDER, metavar="THƯ_MỤC", help="Thư mục mẫu riêng, đè lên mẫu có sẵn."
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH ...",
)
@click.version_option(package_name="antq-reports", message="antq-reports %(version)s", help="In phiên bản rồi thoát.")
def app() -> None:
    """Làm bản tin về phong trào Toàn dân bảo vệ an ninh Tổ quốc từ số liệu của một địa phương.

    \b
    Ví dụ:
      antq-reports render lam-dong-2024.toml -o out
      antq-reports styles
    """


@app.command(options_metavar="[TÙY CHỌN]")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=FOLDER,
    default=Path("out"),
    show_default=True,
    metavar="THƯ_MỤC",
    help="Nơi ghi; tạo nếu chưa có.",
)
@click.option(
    "--style", default=DEFAULT_STYLE, show_default=True, metavar="KIỂU", help="Kiểu trình bày; xem lệnh styles."
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    default=("pdf",),
    show_default=True,
    help="Dạng tệp; nhắc lại để ghi nhiều dạng.",
)
@templates_option
def render(files: tuple[Path, ...], output: Path, style: str, formats: tuple[str, ...], templates: Path | None) -> None:
    """Dựng bản tin từ tệp báo cáo .toml hoặc .json.

    Mỗi TỆP cho một bản tin cùng tên trong THƯ_MỤC. Tệp có lỗi không được dựng, các tệp khác vẫn tiếp tục.

    \b
    Ví dụ:
      antq-reports render lam-dong-2024.toml -o out --style bao-lam-dong
      antq-reports render *.toml -o out --format pdf --format html
    """
    stems = [file.stem for file in files]
    doubled = sorted({stem for stem in stems if stems.count(stem) > 1})
    if doubled:
        raise click.UsageError(
            f"hai tệp cùng tên “{doubled[0]}” sẽ ghi đè lên nhau; hãy dựng vào hai thư mục khác nhau"
        )
    _make_folder(output)
    failed = 0
    with _progress(len(files)) as progress:
        task = progress.add_task("Dựng bản tin", total=len(files))
        for file in files:
            failed += not _render_file(file, output, style, formats, templates)
            progress.advance(task)
    raise SystemExit(FAILURE if failed else 0)


def _render_file(file: Path, output: Path, style: str, formats: tuple[str, ...], templates: Path | None) -> bool:
    try:
        rendered = render_report(load_report(file), style=style, templates=templates)
        for kind in formats:
            rendered.content(kind)  # every format is finished before the first is written
        paths = [rendered.save(output / f"{file.stem}.{kind}") for kind in dict.fromkeys(formats)]
    except AntqReportsError as error:
        _complain(str(error))
        return False
    for path in paths:
        click.echo(path)
    _tell_unprinted(rendered)
    return True


def _tell_unprinted(rendered: RenderedReport) -> None:
    if rendered.unprinted:
        _say("Chú ý", "yellow", f"mẫu câu không in các số liệu: {', '.join(rendered.unprinted)}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), f"không tạo được thư mục ({os_reason(error)})", "chọn thư mục khác") from error


@app.command(options_metavar="[TÙY CHỌN]")
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
        table.add_row(name, rules.title, rules.description)
    Console().print(table)


@app.command(options_metavar="[TÙY CHỌN]")
def schema() -> None:
    """In JSON Schema của tệp báo cáo, gồm cả dạng viết tắt của số liệu.

    \b
    Ví dụ:
      antq-reports schema > bao-cao.schema.json
    """
    click.echo(json.dumps(Report.model_json_schema(), ensure_ascii=False, indent=2))


def _progress(total: int) -> Progress:
    """A bar for long work, on standard error; silent where nobody watches."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    watched = total > 1 and sys.stderr.isatty()
    return Progress(*columns, console=Console(stderr=True), disable=not watched, transient=True)


def _say(word: str, colour: str, message: str) -> None:
    click.echo(f"{click.style(word, fg=colour, bold=True)}: {message}", err=True)


def _complain(message: str) -> None:
    _say("Lỗi", "red", message)


def speak_vietnamese() -> None:
    """Give the command line library its Vietnamese catalogue, for this process."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


def main() -> None:
    """Entry point of the ``antq-reports`` command."""
    speak_vietnamese()
    try:
        app(prog_name="antq-reports")
    except AntqReportsError as error:
        _complain(str(error))
        raise SystemExit(FAILURE) from error
