"""The command that makes forms and first report files: workbook."""

from __future__ import annotations

from pathlib import Path

import click

from antq_reports.batch.unit_forms import write_unit_forms
from antq_reports.catalogue.subject import folder_catalogue
from antq_reports.cli.console import progress_bar, say
from antq_reports.cli.options import PATH, templates_option
from antq_reports.errors import FigureSyntaxError
from antq_reports.forms import load_units, write_workbook
from antq_reports.forms.first_report import write_first_report
from antq_reports.forms.unit_names import make_period
from antq_reports.load import load_report

_DEFAULT = Path("nop-so-lieu.xlsx")
_SHOWN = 8


@click.command(options_metavar="[TÙY CHỌN]")
@click.option(
    "-o",
    "--output",
    type=PATH,
    default=_DEFAULT,
    show_default=True,
    metavar="TỆP|THƯ_MỤC",
    help="Tệp biểu mẫu .xlsx hoặc tệp báo cáo .toml; với --units là thư mục.",
)
@click.option("--unit", metavar="TÊN", help="Tên đơn vị kèm cấp: “Xã Tân Hà”.")
@click.option("--code", metavar="MÃ", help="Mã đơn vị hành chính.")
@click.option("--period", metavar="NĂM", help="Kỳ số liệu: 2026.")
@click.option(
    "--previous", type=PATH, multiple=True, metavar="TỆP|THƯ_MỤC", help="Số liệu kỳ trước, để điền sẵn cột kỳ trước."
)
@click.option(
    "--units", type=PATH, metavar="DANH_SÁCH", help="Làm biểu cho mọi đơn vị của danh sách, mỗi đơn vị một tệp."
)
@click.option("--province", type=PATH, metavar="DANH_SÁCH", help="Làm một biểu chung của tỉnh: mỗi dòng một đơn vị.")
@templates_option
def workbook(
    output: Path,
    unit: str | None,
    code: str | None,
    period: str | None,
    previous: tuple[Path, ...],
    units: Path | None,
    province: Path | None,
    templates: Path | None,
) -> None:
    """Làm biểu mẫu Excel để các xã, phường, sở, ngành điền số liệu.

    Biểu đã có người điền thì không bị ghi đè. Biểu của các sở, ngành: ghi --unit "tỉnh Lâm Đồng". Đầu ra .toml là tệp
    báo cáo đầu tiên của mình, có sẵn mọi khóa.

    \b
    Ví dụ:
      antq-reports workbook -o tan-ha.xlsx --unit "Xã Tân Hà" --code 24823 --period 2026
      antq-reports workbook --units don-vi.csv -o mau/ --period 2026 --previous bieu-2025/
      antq-reports workbook -o so-nganh.xlsx --unit "tỉnh Lâm Đồng" --period 2026
      antq-reports workbook -o toan-tinh.xlsx --province don-vi.csv --period 2026
      antq-reports workbook -o lam-dong-2026.toml --unit "tỉnh Lâm Đồng" --period 2026
    """
    if units is not None:
        _all_forms(output, units, period, previous, templates)
    elif output.suffix.lower() == ".toml":
        _first_report(output, unit, period, templates)
    else:
        last = load_report(previous[-1], templates=templates) if previous else None
        listed = load_units(province) if province is not None else None
        made = write_workbook(
            output, unit=unit, code=code, period=period, previous=last, units=listed, templates=templates
        )
        click.echo(made)


def _first_report(output: Path, unit: str | None, period: str | None, templates: Path | None) -> None:
    if output.exists():
        raise click.UsageError(f"{output}: đã có tệp này; chọn tên khác")
    if unit is None or period is None:
        raise click.UsageError('tệp báo cáo cần --unit và --period, như --unit "tỉnh Lâm Đồng" --period 2026')
    click.echo(write_first_report(output, folder_catalogue(templates), unit, _period_named(period)))


def _period_named(text: str) -> str:
    """The label of a period as an option gives it: "2026" is "năm 2026"."""
    try:
        period = make_period(text)
    except FigureSyntaxError as error:
        raise click.UsageError(f"--period “{text}”: {error.refusal}") from error
    return period.label if period is not None else text


def _all_forms(
    output: Path, units: Path, period: str | None, previous: tuple[Path, ...], templates: Path | None
) -> None:
    if output == _DEFAULT or output.suffix:
        raise click.UsageError("--units ghi nhiều tệp: cần -o THƯ_MỤC, như -o mau/")
    listed = load_units(units)
    with progress_bar("Làm biểu", len(listed)) as advance:
        made = write_unit_forms(output, listed, period, previous=previous, templates=templates, progress=advance)
    for path in made.written:
        click.echo(path)
    if made.kept:
        names = ", ".join(path.name for path in made.kept[:_SHOWN])
        more = f" và {len(made.kept) - _SHOWN} tệp khác" if len(made.kept) > _SHOWN else ""
        say("Chú ý", "yellow", f"{len(made.kept)} biểu đã có người điền nên giữ nguyên: {names}{more}")
    if made.without_last:
        names = ", ".join(made.without_last[:_SHOWN])
        more = f" và {len(made.without_last) - _SHOWN} đơn vị khác" if len(made.without_last) > _SHOWN else ""
        say("Chú ý", "yellow", f"không có số liệu kỳ trước đúng địa bàn của {names}{more}; cột kỳ trước để trống")
    click.echo(f"{len(made.written)} biểu ghi mới, {len(made.kept)} biểu giữ nguyên", err=True)
