"""The command line: what a statistician types. Vietnamese throughout; the library does the work.

Exit codes: 0 done, 1 faults or failures among the inputs, 2 wrong usage. Paths go to standard output, everything else
to standard error, so that results can be piped.
"""

from __future__ import annotations

import click

from antq_reports.cli.command_group import CommandGroup
from antq_reports.cli.console import FAILURE, complain, speak_vietnamese
from antq_reports.errors import AntqReportsError


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH ...",
)
@click.version_option(package_name="antq-reports", message="antq-reports %(version)s", help="In phiên bản rồi thoát.")
def app() -> None:
    """Làm bản tin về phong trào Toàn dân bảo vệ an ninh Tổ quốc, hoặc chủ đề khác, từ số liệu của một địa phương.

    \b
    Ví dụ:
      antq-reports render lam-dong-2024.toml -o out
      antq-reports check bieu-cac-xa/
      antq-reports batch bieu-cac-xa/ -o out
      antq-reports verify out/lam-dong-2024.pdf
    """


def main() -> None:
    """Entry point of the ``antq-reports`` command."""
    speak_vietnamese()
    try:
        app(prog_name="antq-reports")
    except AntqReportsError as error:
        complain(str(error))
        raise SystemExit(FAILURE) from error
