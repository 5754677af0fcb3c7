"""The commands about a province and its communes: check, rollup, batch."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
from pydantic import ValidationError

from antq_reports.batch import BatchOptions, BatchReport, ProvinceInputs, read_province, received, run_batch
from antq_reports.cli.console import FAILURE, GRADES, complain, log_into, note, progress_bar, say, show_findings
from antq_reports.cli.options import FOLDER, PATH, internal_option, style_option, templates_option
from antq_reports.errors import Fault
from antq_reports.files import write_whole
from antq_reports.formats import FORMATS
from antq_reports.forms import Intake
from antq_reports.load import propose_map
from antq_reports.papers import PapersWritten, write_papers
from antq_reports.papers.run_page import PAGE_FILE
from antq_reports.report import BaseReport, Finding, Place

source_argument = click.argument("source", metavar="TỆP|THƯ_MỤC", type=PATH)
units_option = click.option(
    "--units", type=PATH, metavar="DANH_SÁCH", help="Danh sách đơn vị phải gửi: .csv hoặc .xlsx."
)
previous_option = click.option(
    "--previous", type=PATH, multiple=True, metavar="TỆP|THƯ_MỤC", help="Số liệu kỳ trước; nhắc lại được."
)
own_option = click.option("--own", type=PATH, metavar="TỆP", help="Báo cáo của các sở, ngành cấp tỉnh.")
place_option = click.option(
    "--place", metavar="TÊN", help="Tên tỉnh, thành phố, khi chưa có báo cáo của tỉnh: “Lâm Đồng”."
)


@click.command(options_metavar="[TÙY CHỌN]")
@source_argument
@previous_option
@own_option
@units_option
@place_option
@templates_option
@click.option("--json", "as_json", is_flag=True, help="In JSON ra đầu ra chuẩn.")
def check(
    source: Path,
    previous: tuple[Path, ...],
    own: Path | None,
    units: Path | None,
    place: str | None,
    templates: Path | None,
    as_json: bool,
) -> None:
    """Rà soát số liệu trước khi in: phần lớn hơn tổng, tỷ lệ sai, chép biểu năm trước...

    Mã thoát 1 khi có tệp không đọc được hoặc có lỗi; cảnh báo không làm dừng việc in.

    \b
    Ví dụ:
      antq-reports check lam-dong-2024.toml
      antq-reports check bieu-cac-xa/ --previous nam-2025.xlsx --units don-vi.csv
      antq-reports check bieu-cac-xa/ --json > ra-soat.json
    """
    year = read_province(_inputs(source, previous, own, units, place, templates))
    if as_json:
        faults = [_fault_row(fault) for fault in (*year.intake.faults, *year.intake.warnings)]
        told = {"faults": faults, "findings": [_finding_row(finding) for finding in year.findings]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _show(year.intake, year.findings)
        _propose_maps(year.intake, templates)
    raise SystemExit(0 if year.ok else FAILURE)


def _inputs(
    source: Path,
    previous: tuple[Path, ...],
    own: Path | None,
    units: Path | None,
    place: str | None,
    templates: Path | None,
) -> ProvinceInputs:
    where = _place_named(place) if place is not None else None
    return ProvinceInputs(source=source, previous=previous, own=own, units=units, place=where, templates=templates)


def _propose_maps(intake: Intake, templates: Path | None) -> None:
    """For spreadsheets of a kind nobody knows, a map to read over and keep; one for each kind would be too much."""
    for refused in intake.refused:
        text = propose_map(refused.file, templates=templates) if Path(refused.file).is_file() else None
        if text is not None:
            click.echo(f"\n{text}", nl=False)
            return


def _place_named(text: str) -> Place:
    """The place an option names. Raises `click.UsageError` for a text that is no place."""
    try:
        return Place.model_validate(text)
    except ValidationError as error:
        raise click.UsageError(f"--place “{text}”: ghi tên tỉnh, thành phố, như “Lâm Đồng”, “Hà Nội”") from error


def _fault_row(fault: Fault) -> dict[str, object]:
    """A fault as JSON has it: places in words."""
    return {
        "file": fault.file,
        "path": fault.where,
        "message": fault.message,
        "remedy": fault.remedy,
        "line": fault.line,
    }


def _finding_row(finding: Finding) -> dict[str, object]:
    """A finding as JSON has it: its origins in words."""
    row = {name: value for name, value in asdict(finding).items() if name != "origins"}
    return {**row, "place": finding.place}


def _show(intake: Intake, findings: Sequence[Finding]) -> None:
    """Faults and findings as lines, and one line that sums up."""
    for fault in intake.faults:
        complain(str(fault))
    _warn(intake.warnings)
    show_findings(findings, err=False)
    counts = Counter(GRADES[finding.severity].lower() for finding in findings)
    graded = ", ".join(f"{counts[word.lower()]} {word.lower()}" for word in GRADES.values() if counts[word.lower()])
    is_quiet = not (findings or intake.faults or intake.warnings)
    read = f"đọc được {len(intake.reports)} báo cáo, {len(intake.refused)} tệp hỏng"
    click.echo("; ".join(filter(None, (read, graded, "không thấy gì bất thường" if is_quiet else ""))), err=True)


@click.command(options_metavar="[TÙY CHỌN]")
@source_argument
@click.option("-o", "--output", type=PATH, required=True, metavar="TỆP.json", help="Báo cáo tổng hợp của tỉnh.")
@previous_option
@own_option
@units_option
@place_option
@templates_option
def rollup(
    source: Path,
    output: Path,
    previous: tuple[Path, ...],
    own: Path | None,
    units: Path | None,
    place: str | None,
    templates: Path | None,
) -> None:
    """Cộng số liệu các xã, phường thành báo cáo của tỉnh.

    Có --previous thì bản tổng hợp ghi cả phần so sánh được giữa hai năm, và số liệu năm trước được ghi cạnh nó.

    \b
    Ví dụ:
      antq-reports rollup bieu-cac-xa/ -o tinh-2026.json --own so-nganh-2026.toml --units don-vi.csv
    """
    year = read_province(_inputs(source, previous, own, units, place, templates))
    if year.now is None:
        raise click.UsageError("chưa biết là tỉnh nào; hãy thêm --own hoặc --place")
    _show(year.intake, year.findings)
    click.echo(_write_report(output, year.now.report))
    if previous and year.before is not None:
        click.echo(_write_report(output.with_name(f"{output.stem}-ky-truoc{output.suffix}"), year.before.report))
    for line in received(year.standings):
        click.echo(line, err=True)
    raise SystemExit(0 if year.ok else FAILURE)


def _write_report(path: Path, report: BaseReport) -> Path:
    return write_whole(path, report.model_dump_json(exclude_none=True, indent=2).encode("utf-8"))


@click.command(options_metavar="[TÙY CHỌN]")
@source_argument
@click.option("-o", "--output", type=FOLDER, default=Path("out"), show_default=True, metavar="THƯ_MỤC", help="Nơi ghi.")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="SỐ", help="Số tiến trình; mặc định bằng số nhân máy.")
@style_option
@previous_option
@own_option
@units_option
@place_option
@templates_option
@click.option("--dask", metavar="ĐỊA_CHỈ", help="Bộ điều phối Dask: tcp://127.0.0.1:8786.")
@click.option("--timeout", type=click.FloatRange(1), metavar="GIÂY", help="Thời gian tối đa cho một bản tin.")
@click.option("--fresh", is_flag=True, help="Dựng lại cả những bản tin không đổi.")
@click.option("--format", "formats", metavar="DẠNG", help="Ghi thêm dạng khác ngoài PDF: html,txt.")
@click.option("--log", type=PATH, metavar="TỆP", help="Ghi thêm mọi dòng báo vào cuối tệp này, kèm ngày giờ.")
@internal_option
def batch(
    source: Path,
    output: Path,
    jobs: int | None,
    style: str,
    previous: tuple[Path, ...],
    own: Path | None,
    units: Path | None,
    place: str | None,
    templates: Path | None,
    dask: str | None,
    timeout: float | None,
    fresh: bool,
    formats: str | None,
    log: Path | None,
    internal: bool,
) -> None:
    """Đọc, rà soát, cộng và dựng bản tin cho mọi xã, phường và cho cả tỉnh.

    Một đơn vị hỏng không làm dừng các đơn vị khác. Chạy lại chỉ dựng những gì đã đổi; bị ngắt giữa chừng thì lần sau
    làm tiếp. Cạnh các bản tin là giấy tờ của lần chạy: index.html, tong-hop.xlsx, nhac-nop.csv, tra-lai/.

    \b
    Ví dụ:
      antq-reports batch bieu-cac-xa/ -o out --own so-nganh-2026.toml --units don-vi.csv
      antq-reports batch bieu-cac-xa/ -o out --jobs 4 --previous nam-2025.xlsx
    """
    options = BatchOptions(
        inputs=_inputs(source, previous, own, units, place, templates),
        out_dir=output,
        style=style,
        jobs=jobs,
        dask=dask,
        timeout=timeout,
        resume=not fresh,
        internal=internal,
        formats=_formats(formats),
    )
    with log_into(log):
        with progress_bar("Dựng bản tin", 2) as advance:
            report = run_batch(options, lambda step: advance(step.done, step.total))
            papers = write_papers(report, output)
        _tell(report, papers, output)
    raise SystemExit(0 if report.ok else FAILURE)


def _formats(text: str | None) -> tuple[str, ...]:
    """The formats an option names. Raises `click.UsageError` for one there is not."""
    names = tuple(name.strip().lower() for name in (text or "").split(",") if name.strip())
    for name in names:
        if name not in FORMATS:
            raise click.UsageError(f"--format: không có dạng “{name}”; các dạng: {', '.join(FORMATS)}")
    return names


def _tell(report: BatchReport, papers: PapersWritten, output: Path) -> None:
    """What a run found and made, line by line."""
    for fault in report.year.intake.faults:
        complain(str(fault))
    _warn(report.year.intake.warnings)
    show_findings(report.findings, err=True)
    for failure in report.result.failed:
        complain(f"{failure.unit}: {failure.reason}")
    for line in report.summary():
        note(line)
    counts = f"{len(papers.written)} tệp ghi mới, {len(papers.kept)} tệp giữ nguyên"
    note(f"Giấy tờ: {counts}; xem {output / PAGE_FILE}")


def _warn(faults: tuple[Fault, ...]) -> None:
    for fault in faults:
        say("Chú ý", "yellow", str(fault))
