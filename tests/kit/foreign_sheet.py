"""A form of somebody else's making: a title, a line for the unit, a table of labels, units and figures."""

from __future__ import annotations

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types

ROWS: tuple[tuple[object, ...], ...] = (
    ("BIỂU SỐ 05/BCA",),
    ("Đơn vị: UBND xã Tân Hà",),
    ("Kỳ báo cáo:", "năm 2026"),
    (),
    ("STT", "Nội dung", "ĐVT", "Số liệu", "Ghi chú"),
    (1, "Số vụ tai nạn giao thông", "vụ", 14),
    (2, "- Số người chết vì tai nạn giao thông", "người", 2),
    (3, "Tin quần chúng cung cấp", "tin", "12 tin"),
    (4, "Lượt người dự tuyên truyền", "nghìn lượt người", 3),
    (5, "Buổi họp dân", "buổi", None, "30 buổi"),
    (6, "Xe mô tô tạm giữ", "chiếc", 7),
    (7, "Nhà hàng cam kết", "nhà hàng", 4),
)
MAP = """
nhan_biet = ["Biểu số 05", "Nội dung"]
[cot]
nhan = "Nội dung"
don_vi = "ĐVT"
so = "Số liệu"
ghi_chu = "Ghi chú"
[bia]
ten = "Đơn vị:"
ma = "=24823"
ky = "Kỳ báo cáo:"
[chi_tieu]
"Số vụ tai nạn giao thông" = "traffic_safety.traffic_accidents"
"- Số người chết vì tai nạn giao thông" = "traffic_safety.traffic_deaths"
"Tin quần chúng cung cấp" = "tips.public_tips"
"Lượt người dự tuyên truyền" = "communication.outreach_attendance"
"Buổi họp dân" = "communication.community_meetings"
"Nhà hàng cam kết" = "commitments.transport_pledges_by_group[0]"
"Xe mô tô tạm giữ" = "-"
"""


def foreign_form(folder: Path, *, map_text: str = MAP) -> Path:
    """The form in an inbox, with its map beside the inbox where there is one."""
    inbox = folder / "nop-ve"
    inbox.mkdir(parents=True)
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.title = "BC05"
    book.save(inbox / "bieu 05.xlsx")
    if map_text:
        (folder / "anh-xa").mkdir()
        (folder / "anh-xa" / "bieu-05.toml").write_text(map_text, encoding="utf-8")
    return inbox
