"""Options and kinds of path that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from antq_reports.prose.template_folder import DEFAULT_STYLE

FOLDER = click.Path(file_okay=False, path_type=Path)
PATH = click.Path(path_type=Path)

templates_option = click.option(
    "--templates", type=FOLDER, metavar="THƯ_MỤC", help="Thư mục mẫu riêng, đè lên mẫu có sẵn."
)
style_option = click.option(
    "--style", default=DEFAULT_STYLE, show_default=True, metavar="KIỂU", help="Kiểu trình bày; xem lệnh styles."
)
output_option = click.option(
    "-o",
    "--output",
    type=FOLDER,
    default=Path("out"),
    show_default=True,
    metavar="THƯ_MỤC",
    help="Nơi ghi; tạo nếu chưa có.",
)
internal_option = click.option(
    "--internal", is_flag=True, help="Bản nội bộ: giữ người lập biểu và ghi chú của xã trong số liệu kèm theo."
)
