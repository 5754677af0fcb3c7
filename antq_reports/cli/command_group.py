"""The group of all commands: a command's module is loaded when the command is typed, not before.

The first help names every command without loading one; what it says stands in a table here, and is the first line of
what the command says of itself.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from gettext import gettext
from importlib import import_module

import click


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a command is, and what the first help says of it."""

    module: str
    summary: str


LISTINGS = {
    "render": Listing("briefs", "Dựng bản tin từ tệp báo cáo .toml, .json hoặc biểu .xlsx của xã."),
    "check": Listing("province", "Rà soát số liệu trước khi in: phần lớn hơn tổng, tỷ lệ sai, chép biểu năm trước..."),
    "workbook": Listing("forms", "Làm biểu mẫu Excel để các xã, phường, sở, ngành điền số liệu."),
    "rollup": Listing("province", "Cộng số liệu các xã, phường thành báo cáo của tỉnh."),
    "batch": Listing("province", "Đọc, rà soát, cộng và dựng bản tin cho mọi xã, phường và cho cả tỉnh."),
    "verify": Listing("proof", "Đối chiếu bản tin .pdf, .html đã in với số liệu nó mang theo."),
    "extract": Listing("proof", "Lấy số liệu ra khỏi bản tin .pdf, .html đã dựng."),
    "ledger": Listing("proof", "In sổ số liệu: từng con số đã in, ở trang nào, từ nguồn nào."),
    "styles": Listing("style_list", "Liệt kê các kiểu trình bày."),
    "templates": Listing("templates", "Chép mẫu câu, kiểu trình bày ra để sửa; rà soát thư mục mẫu của mình."),
    "keys": Listing("keys", "Liệt kê các khóa của tệp báo cáo: chỉ tiêu, đơn vị, loại số, ví dụ đọc được."),
}
"""The commands by name; each is a click command of that name in ``antq_reports.cli.<module>``."""


MOVED = {"schema": "keys --json-schema"}
"""Commands of former versions, and what is typed instead."""


class CommandGroup(click.Group):
    """The commands of `LISTINGS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, sorted."""
        return sorted(LISTINGS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, loaded now; None where there is none."""
        return load_command(cmd_name) if cmd_name in LISTINGS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is typed; an unknown one is refused with the one that may be meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], LISTINGS, n=1)
            meant = MOVED.get(args[0]) or (near[0] if near else "")
            if not meant:
                raise
            raise click.UsageError(f"{error.message} Có phải “{meant}”?", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write name and summary of every command."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, LISTINGS[name].summary) for name in self.list_commands(ctx)])


def load_command(name: str) -> click.Command:
    """The command of a name of the table."""
    command: click.Command = getattr(import_module(f"antq_reports.cli.{LISTINGS[name].module}"), name)
    return command
