"""The commands about finished briefs: verify, extract, ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from rich.table import Table

from antq_reports.cli.console import FAILURE, complain, make_folder, plain, print_table, printable, progress_bar, say
from antq_reports.cli.options import PATH, output_option, style_option, templates_option
from antq_reports.errors import AntqReportsError, Fault, IntakeError, Refusal
from antq_reports.evidence import (
    CATALOGUE_FILE,
    LEDGER_FILE,
    MANIFEST_FILE,
    PREVIOUS_CATALOGUE_FILE,
    PREVIOUS_FILE,
    REPORT_FILE,
    SOURCES_FILE,
    TEXT_FILE,
    Row,
    ledger_csv,
    ledger_rows,
    read_brief,
    read_carried,
)
from antq_reports.files import write_whole
from antq_reports.formats import format_of
from antq_reports.load import load_report
from antq_reports.render import render_report
from antq_reports.report import BaseReport
from antq_reports.verification import Verification
from antq_reports.verification import verify as verify_brief
from antq_reports.verification.verdict import ANSWER_WORDS, KIND_WORDS, Answer

CARRIED = (
    REPORT_FILE,
    PREVIOUS_FILE,
    CATALOGUE_FILE,
    PREVIOUS_CATALOGUE_FILE,
    SOURCES_FILE,
    LEDGER_FILE,
    TEXT_FILE,
    MANIFEST_FILE,
)
EXIT_CODES: Mapping[Answer, int] = {"differs": FAILURE, "figures agree": 3, "matches": 0}
"""The worst answer first: of several files it counts."""
COLOURS: Mapping[Answer, str] = {"matches": "green", "figures agree": "yellow", "differs": "red"}


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--report", "against", type=PATH, metavar="TỆP", help="Đối chiếu với báo cáo này thay cho số liệu kèm theo."
)
@templates_option
@click.option("--quick", is_flag=True, help="Chỉ đối chiếu chữ, không dựng lại trang để so hình.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON, mỗi tệp một dòng.")
def verify(files: tuple[Path, ...], against: Path | None, templates: Path | None, quick: bool, as_json: bool) -> None:
    """Đối chiếu bản tin .pdf, .html đã in với số liệu nó mang theo. TỆP là thư mục thì đối chiếu mọi bản tin trong đó.

    Chữ được đọc từ chính các trang. Mỗi chỗ không khớp được chỉ rõ trang, chỉ tiêu, số in và số đúng. Mã thoát 0 khi
    tệp đúng là tệp mà số liệu cho ra; 3 khi mọi con số khớp nhưng còn điều chưa đối chiếu được (bản của phiên bản khác,
    tệp đã lưu lại); 1 khi có chỗ không khớp.

    \b
    Ví dụ:
      antq-reports verify out/lam-dong-2024.pdf
      antq-reports verify out/lam-dong-2024.pdf --report lam-dong-2024.toml
      antq-reports verify out/tinh-gia --quick
    """
    briefs = [brief for file in files for brief in _briefs_in(file)]
    report = load_report(against, templates=templates) if against is not None else None
    codes = set()
    with progress_bar("Đối chiếu", len(briefs)) as advance:
        for done, file in enumerate(briefs, start=1):
            codes.add(_verify_file(file, report, templates, quick=quick, as_json=as_json))
            advance(done, len(briefs))
    raise SystemExit(next(code for code in EXIT_CODES.values() if code in codes))


def _briefs_in(file: Path) -> list[Path]:
    """A folder's briefs by name, or the file itself."""
    if not file.is_dir():
        return [file]
    found = sorted(path for path in file.iterdir() if format_of(path) is not None and path.is_file())
    if not found:
        raise IntakeError(
            (Fault(str(file), "", Refusal("thư mục không có bản tin .pdf, .html nào", "chỉ đúng thư mục")),)
        )
    return found


def _verify_file(file: Path, report: BaseReport | None, templates: Path | None, *, quick: bool, as_json: bool) -> int:
    try:
        found = verify_brief(file, report, templates=templates, appearance=not quick)
    except AntqReportsError as error:
        complain(str(error))
        return FAILURE
    if as_json:
        said = {"answer": found.answer, "compared": found.compared, "not_compared": found.not_compared}
        click.echo(json.dumps({**said, "ok": found.ok, **asdict(found)}, ensure_ascii=False))
    else:
        _tell(found, against_other=report is not None)
    return EXIT_CODES[found.answer]


def _tell(found: Verification, *, against_other: bool) -> None:
    """One line for a brief that agrees, a table for one that does not."""
    other = "báo cáo đã cho" if against_other else "số liệu mang theo"
    good = sum(figure.found for figure in found.figures)
    how = (
        "lời văn dựng lại từ số liệu"
        if found.method == "rerendered"
        else f"đối chiếu với văn bản kèm theo ({found.reason})"
    )
    if found.subject:
        how += f"; chỉ tiêu theo danh mục riêng của chủ đề “{printable(found.subject)}”, mang theo trong bản tin"
    whole = "; tệp trùng từng byte với bản dựng lại" if found.identical and not against_other else ""
    answer = click.style(ANSWER_WORDS[found.answer], fg=COLOURS[found.answer], bold=True)
    if found.ok:
        count = f"{good} con số và ngày trên trang khớp với {other}"
        left = f"; chưa đối chiếu: {', '.join(found.not_compared)}" if found.not_compared else ""
        click.echo(f"{printable(found.file)}: {answer} · {count}; {how}{whole}{left}")
        return
    count = f"{len(found.differences)} chỗ không khớp với {other}"
    click.echo(f"{printable(found.file)}: {answer} · {count}; {how}")
    table = Table("Trang", "Điều không khớp", "Chỉ tiêu", "Trên trang", "Đúng ra", box=None, header_style="bold")
    for each in found.differences:
        told = (str(each.page or ""), KIND_WORDS[each.kind], each.metric, _short(each.printed), _short(each.expected))
        table.add_row(*(plain(text) for text in told))
    print_table(table)


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:150]} …"


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("file", metavar="TỆP", type=PATH)
@output_option
def extract(file: Path, output: Path) -> None:
    """Lấy số liệu ra khỏi bản tin .pdf, .html đã dựng.

    Ghi vào THƯ_MỤC/<tên bản tin>/: số liệu (JSON, dùng lại được với lệnh render), nguồn và sổ số liệu (CSV, mở bằng
    Excel), lời văn, bản kê. Ảnh không nằm trong số liệu: ảnh gốc vẫn ở chỗ cũ.

    \b
    Ví dụ:
      antq-reports extract out/lam-dong-2024.pdf -o so-lieu
    """
    brief = read_brief(file)
    found = {name: brief.files[name] for name in CARRIED if name in brief.files}
    if not found:
        raise IntakeError(
            (Fault(str(file), "", Refusal("không mang theo số liệu", "dùng bản tin dựng bằng antq_reports")),)
        )
    folder = output / file.stem
    make_folder(folder)
    for name, data in found.items():
        click.echo(write_whole(folder / name, data))
    for name in sorted(brief.files.keys() - found.keys()):
        say("Chú ý", "yellow", f"không lấy ra tệp lạ “{name[:80]}”")


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("file", metavar="TỆP", type=PATH)
@click.option("--find", metavar="CHỮ", default="", help="Chỉ in các dòng có chữ này: một con số, một chỉ tiêu, một ô.")
@click.option("--csv", "as_csv", is_flag=True, help="In nguyên bảng CSV.")
@style_option
@templates_option
def ledger(file: Path, find: str, as_csv: bool, style: str, templates: Path | None) -> None:
    """In sổ số liệu: từng con số đã in, ở trang nào, từ nguồn nào.

    TỆP là bản tin .pdf, .html đã dựng, hoặc tệp báo cáo (khi đó chưa có số trang).

    \b
    Ví dụ:
      antq-reports ledger out/lam-dong-2024.pdf
      antq-reports ledger out/lam-dong-2024.pdf --find 1.010
      antq-reports ledger out/lam-dong-2024.pdf --csv > so-so-lieu.csv
    """
    rows = _rows(file, style, templates)
    chosen = [row for row in rows if find.casefold() in "\t".join(row).casefold()]
    if as_csv:
        sys.stdout.buffer.write(ledger_csv(chosen))
        return
    table = Table("Trang", "In là", "Giá trị", "Chỉ tiêu", "Mã chỉ tiêu", "Cách tính", "Nguồn", box=None)
    table.header_style = "bold"
    for _, page, _, _, _, metric, label, text, value, formula, source in chosen:
        cells = (page, text, value, label, metric, formula, _short(source))
        table.add_row(*(plain(cell) for cell in cells))
    print_table(table)
    click.echo(f"{len(chosen)} trong {len(rows)} con số và ngày", err=True)


def _rows(file: Path, style: str, templates: Path | None) -> Sequence[tuple[str, ...]]:
    """The rows of a brief's own ledger, or of the one its report would give."""
    if format_of(file) is None:
        report = load_report(file, templates=templates)
        return ledger_rows(render_report(report, style=style, templates=templates).figures)
    brief = read_brief(file)
    brief.demand_format()
    carried = read_carried(brief)
    if carried.ledger is None:
        reason = next((reason for name, reason in carried.unreadable if name == LEDGER_FILE), "không có sổ số liệu")
        raise IntakeError((Fault(str(file), LEDGER_FILE, Refusal(reason, "dùng bản tin dựng bằng antq_reports")),))
    return [_cells(number, row) for number, row in enumerate(carried.ledger, start=1)]


def _cells(number: int, row: Row) -> tuple[str, ...]:
    return (str(number), str(row.page or ""), *row.cells())
