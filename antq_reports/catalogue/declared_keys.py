"""The keys of a ``catalogue.toml``, each with its meaning in Vietnamese: what a catalogue may say, listed once.

The reader of catalogues refuses every other key; the reference for staff prints these texts. A leaf.
"""

from __future__ import annotations

HEADER_KEYS = {
    "name": "tên chủ đề, viết thường không dấu, nối bằng gạch ngang; tệp báo cáo ghi tên này ở khóa subject",
    "title": "tên đầy đủ của chủ đề, như in trên bìa biểu mẫu",
    "extends": "tên một chủ đề có sẵn: lấy hết danh mục của nó rồi thêm, sửa những gì ghi ở đây",
}
"""Keys at the head of the file."""

SECTION_KEYS = {
    "title": "tên mục, cũng là tên trang trong biểu của xã; tối đa 31 ký tự",
    "about": "mục này nói về gì, một câu",
    "bars": "tên biểu đồ cột của mục, khi mục có số “phần trên tổng”",
    "checks": "danh sách điều phải đúng giữa các chỉ tiêu; lệnh check báo khi số liệu làm trái",
    "after": "xếp mục này ngay sau mục nào",
}
"""Keys of a section that are no metric."""

METRIC_KEYS = {
    "label": "tên chỉ tiêu, như in trong bảng và trong biểu",
    "unit": 'đơn vị tính khi người viết không ghi; cặp số ghi hai đơn vị: ["vụ", "đối tượng"]',
    "takes": "loại số nhận được: một nhóm, một loại, hoặc danh sách; bỏ trống là nhóm “countable”",
    "reporter": "ai báo cáo: “commune” (xã), “province” (sở, ngành của tỉnh), “both” (mặc định)",
    "rollup": "tỉnh cộng thế nào: “sum” cộng lại (mặc định), “units” đếm đơn vị đạt, “province” chỉ lấy số của tỉnh, "
    "“distinct” và “none” không cộng",
    "polarity": "nhiều lên là tốt: “more”; ít đi là tốt: “less”; không tốt không xấu: “neutral” (mặc định)",
    "part_of": "khóa của chỉ tiêu cùng mục mà chỉ tiêu này là một phần",
    "zero": "số 0 nói thành câu thế nào; bỏ trống là “chưa ghi nhận” và tên chỉ tiêu",
    "verb": "câu so sánh nói “tăng” (mặc định) hay “nhiều hơn”",
    "subject": "câu so sánh gọi nó là gì; bỏ trống là “số” và tên chỉ tiêu",
    "change_of": "khóa của chỉ tiêu cùng mục mà đây là mức tăng, giảm",
    "was": "khóa cũ của chỉ tiêu: tệp, biểu và số liệu năm trước ghi khóa cũ vẫn đọc được",
}
"""Keys of a metric, and of a group's column."""

GROUP_KEYS = {
    "group": "luôn là true: đây là một danh sách các dòng, không phải một con số",
    "label": "tên của cả danh sách",
    "takes": "loại số của mỗi dòng, khi danh sách chỉ có một cột",
    "reporter": "ai báo cáo, như ở chỉ tiêu",
    "rollup": "tỉnh cộng thế nào, như ở chỉ tiêu; các dòng cùng tên được cộng với nhau",
    "polarity": "nhiều lên là tốt hay không, như ở chỉ tiêu",
    "heads": "các chữ đặt tên cho một dòng; bỏ trống là một chữ, khóa label. Mỗi chữ ghi about, và optional = true "
    "khi có thể thiếu",
    "row_label": 'ghép các chữ ấy thành tên dòng: "{form} của {level}"',
    "columns": "các cột số của một dòng, mỗi cột khai như một chỉ tiêu; bỏ trống là một cột, khóa figure",
    "rows": "biểu của xã để trống mấy dòng",
    "hint": "lời dặn in phía trên các dòng trong biểu",
    "example": "một dòng viết mẫu, dùng khi báo lỗi",
    "was": "khóa cũ của danh sách",
}
"""Keys of a group."""

NAME_KEYS = {
    "holds": "“name” là một tên gọi, “names” là danh sách tên gọi",
    "about": "tên gọi của cái gì",
    "default": "tên dùng khi báo cáo không ghi",
}
"""Keys of a name, or a list of names, beside the figures."""

HEAD_KEYS = {
    "about": "chữ này là gì",
    "optional": "true khi một dòng có thể thiếu chữ này",
}
"""Keys of a text that names a group's row."""
