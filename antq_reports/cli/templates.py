"""The commands for whoever edits wording and looks: templates copy, templates check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from antq_reports.brand.brand_file import BRAND_FILE
from antq_reports.catalogue.subject import folder_catalogue
from antq_reports.cli.console import FAILURE, complain, note
from antq_reports.cli.options import FOLDER, PATH
from antq_reports.errors import AntqReportsError, StyleFileError
from antq_reports.files import write_whole
from antq_reports.load import load_report
from antq_reports.prose import TemplateFolder, read_templates, style_names
from antq_reports.prose.template_folder import WORDS_FILE
from antq_reports.prose.template_review import review_templates
from antq_reports.render import render_report
from antq_reports.report import BaseReport, report_class


@click.group(options_metavar="[TÙY CHỌN]")
def templates() -> None:
    """Chép mẫu câu, kiểu trình bày ra để sửa; rà soát thư mục mẫu của mình.

    \b
    Ví dụ:
      antq-reports templates copy --to mau
      antq-reports templates check mau
      antq-reports templates check mau --report ha-tinh-2026.toml
    """


@templates.command(options_metavar="[TÙY CHỌN]")
@click.option("--to", type=FOLDER, required=True, metavar="THƯ_MỤC", help="Thư mục của mình; tệp đã có thì giữ nguyên.")
def copy(to: Path) -> None:
    """Chép mẫu câu, từ ngữ, kiểu trình bày có sẵn và mẫu brand.toml của thương hiệu ra một thư mục.

    Chỉ giữ những tệp mình sửa: tệp nào không có trong thư mục riêng thì bản có sẵn được dùng, và được cập nhật.

    \b
    Ví dụ:
      antq-reports templates copy --to mau
    """
    catalogue, folder = folder_catalogue(None), read_templates()
    files = {f"prose/{name}": text for name, text in folder.prose_of(catalogue).items()}
    files |= {name: text for name, text in folder.bundled.items() if name.startswith("styles/")}
    files[WORDS_FILE] = next(text for _, text in folder.words_of(catalogue))
    files[BRAND_FILE] = folder.bundled[BRAND_FILE]
    written = [path for name, text in sorted(files.items()) if (path := _copied(to / name, text)) is not None]
    note(f"{len(written)} tệp chép vào {to}, {len(files) - len(written)} tệp đã có nên giữ nguyên")


def _copied(path: Path, text: str) -> Path | None:
    """The file written; None where there is one, which somebody may have edited."""
    if path.exists():
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_whole(path, text.encode("utf-8"))


@templates.command(options_metavar="[TÙY CHỌN]")
@click.argument("folder", type=FOLDER, metavar="THƯ_MỤC")
@click.option("--report", "given", type=PATH, metavar="TỆP", help="Báo cáo để dựng thử: số liệu nào không câu nào nói.")
def check(folder: Path, given: Path | None) -> None:
    """Rà soát thư mục mẫu của mình: mọi lỗi một lần, mỗi lỗi một dòng, có tệp và dòng.

    \b
    Ví dụ:
      antq-reports templates check mau
      antq-reports templates check mau --report ha-tinh-2026.toml
    """
    found = read_templates(folder)
    report = load_report(given, templates=folder) if given is not None else None
    faults = review_templates(found, folder_catalogue(folder))
    of_brand = found.brand.faults if found.brand is not None else ()
    styles = _of_styles(found, folder, report, is_prose_sound=not faults)
    told = tuple(dict.fromkeys((*map(str, faults), *map(str, of_brand), *styles)))
    for line in told:
        complain(line)
    note(f"{len(told)} lỗi" if told else "không thấy lỗi nào")
    raise SystemExit(FAILURE if told else 0)


def _of_styles(
    found: TemplateFolder, folder: Path, report: BaseReport | None, *, is_prose_sound: bool
) -> Iterator[str]:
    """What a trial brief in each style of the folder tells: of the page, the CSS, and figures no sentence says.

    Wording with faults stops every brief: the styles are tried without it then.
    """
    with TemporaryDirectory(prefix="antq-") as scratch:
        alone = Path(scratch)
        kept = (
            () if is_prose_sound else (name for name in found.own_files if not name.startswith(("prose/", WORDS_FILE)))
        )
        for name in kept:
            (alone / name).parent.mkdir(parents=True, exist_ok=True)
            (alone / name).write_bytes(found.own_files[name])
        for style in style_names(found):
            yield from _of_style(style, folder if is_prose_sound else alone, report, says_unprinted=is_prose_sound)


def _of_style(style: str, folder: Path, report: BaseReport | None, *, says_unprinted: bool) -> Iterator[str]:
    trial = report if report is not None else _blank(folder)
    try:
        brief = render_report(trial, style=style, templates=folder, strict=False)
        base = read_templates(folder).styles("styles/shared/").get("base.css", "").count("\n")
        yield from (_placed(problem, style, base) for problem in brief.problems)
        if report is not None and says_unprinted:
            yield from (f"mẫu câu không in số liệu {path}" for path in brief.unprinted)
    except StyleFileError as error:
        yield from map(str, error.faults)
    except AntqReportsError as error:
        yield str(error)


def _placed(problem: str, style: str, base: int) -> str:
    """A complaint about CSS with its own file and line: the shared rules stand before a style's own."""
    problem = re.sub(r" \[[^\]]*\]$", "", problem)  # the engine's own words
    match = re.match(r"dòng (\d+)", problem)
    if match is None:
        return f"styles/{style}: {problem}"
    line = int(match[1])
    file, own = ("shared/base.css", line) if line <= base else (f"{style}/style.css", line - base)
    return f"styles/{file}, dòng {own}{problem[match.end() :]}"


def _blank(folder: Path) -> BaseReport:
    """A report without figures, for a trial where none is given."""
    return report_class(folder_catalogue(folder)).model_validate({"place": "xã Tân Hà", "period": 2026})
