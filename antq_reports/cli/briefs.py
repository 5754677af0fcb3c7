"""The command about single briefs: render."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from antq_reports.cli.console import FAILURE, complain, make_folder, progress_bar, say, show_findings
from antq_reports.cli.options import PATH, internal_option, output_option, style_option, templates_option
from antq_reports.errors import AntqReportsError, Fault
from antq_reports.formats import FORMATS
from antq_reports.forms.acceptance_list import acceptances_beside
from antq_reports.load import SPREADSHEETS, load_report, read_reports
from antq_reports.render import RenderedReport, render_report
from antq_reports.report import BaseReport


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@output_option
@style_option
@click.option("--previous", type=PATH, metavar="TỆP", help="Báo cáo kỳ trước, để so sánh.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(tuple(FORMATS)),
    multiple=True,
    default=("pdf",),
    show_default=True,
    help="Dạng tệp; nhắc lại để ghi nhiều dạng.",
)
@templates_option
@internal_option
@click.option("--explain", is_flag=True, help="In từng số liệu: điểm, vì sao, đứng ở đâu trong bài.")
def render(
    files: tuple[Path, ...],
    output: Path,
    style: str,
    previous: Path | None,
    formats: tuple[str, ...],
    templates: Path | None,
    internal: bool,
    explain: bool,
) -> None:
    """Dựng bản tin từ tệp báo cáo .toml, .json hoặc biểu .xlsx của xã.

    Mỗi TỆP cho một bản tin cùng tên trong THƯ_MỤC. Tệp có lỗi không được dựng, các tệp khác vẫn tiếp tục. Chỉ tiêu có
    số liệu sai thì không in và được nêu tên (mã thoát 1), cho tới khi sửa, hoặc được chấp nhận trong tệp chap-nhan.csv
    đặt cạnh tệp báo cáo.

    \b
    Ví dụ:
      antq-reports render lam-dong-2024.toml -o out --style bao-lam-dong
      antq-reports render *.toml -o out --format pdf --format html
      antq-reports render ha-tinh-2026.toml --previous ha-tinh-2025.toml
      antq-reports render ha-tinh-2026.toml --explain
    """
    stems = [file.stem for file in files]
    doubled = sorted({stem for stem in stems if stems.count(stem) > 1})
    if doubled:
        raise click.UsageError(
            f"hai tệp cùng tên “{doubled[0]}” sẽ ghi đè lên nhau; hãy dựng vào hai thư mục khác nhau"
        )
    make_folder(output)
    before = load_report(previous, templates=templates) if previous is not None else None
    failed = 0
    with progress_bar("Dựng bản tin", len(files)) as advance:
        for done, file in enumerate(files, start=1):
            made = partial(render_report, style=style, previous=before, templates=templates, internal=internal)
            failed += not _render_file(file, output, formats, made, templates, explains=explain)
            advance(done, len(files))
    raise SystemExit(FAILURE if failed else 0)


def _render_file(
    file: Path,
    output: Path,
    formats: tuple[str, ...],
    make: Callable[..., RenderedReport],
    templates: Path | None,
    *,
    explains: bool,
) -> bool:
    """Whether the brief was made whole: written, and nothing left out of it."""
    try:
        report, asked = _read(file, templates)
        rendered = make(report, accepted=acceptances_beside(file))
        for kind in formats:
            rendered.content(kind)  # every format is finished before the first is written
        paths = [rendered.save(output / f"{file.stem}.{kind}") for kind in dict.fromkeys(formats)]
    except AntqReportsError as error:
        complain(str(error))
        return False
    for path in paths:
        click.echo(path)
    for fault in asked:
        complain(str(fault))
    if explains:
        _explain(rendered)
    _tell(file, rendered)
    return not rendered.withheld


def _explain(rendered: RenderedReport) -> None:
    """The plan, a line a figure: what the report's table [plan] may choose otherwise."""
    click.echo(" điểm  đứng ở                 vì         chỉ tiêu")
    for each in rendered.plan:
        places = ", ".join(each.places)
        click.echo(f"{each.score:5}  {places:21}  {each.reason:14}  {each.label} ({each.path})")


def _read(file: Path, templates: Path | None) -> tuple[BaseReport, tuple[Fault, ...]]:
    """A report, and what could not be read of it; a form with one bad cell is a report without that cell's metric."""
    if file.suffix.lower() not in SPREADSHEETS:
        return load_report(file, templates=templates), ()
    intake = read_reports(file, templates=templates)
    if len(intake.reports) != 1 or intake.refused:
        return load_report(file, templates=templates), ()
    return intake.reports[0], (*intake.questioned, *intake.warnings)


def _tell(file: Path, rendered: RenderedReport) -> None:
    """What a reader of the brief should know that the brief does not say."""
    if rendered.comparison is not None and rendered.comparison.refused:
        say("Chú ý", "yellow", f"không so sánh với kỳ trước: {rendered.comparison.refused}")
    show_findings((each for each in rendered.findings if each.severity != "info"), err=True, file=file.name)
    if rendered.withheld:
        names = "; ".join(dict.fromkeys(each.label for each in rendered.withheld))
        complain(f"{file.name}: không in, chờ kiểm tra lại: {names}")
    if rendered.unprinted:
        say("Chú ý", "yellow", f"mẫu câu không in các số liệu: {', '.join(rendered.unprinted)}")
