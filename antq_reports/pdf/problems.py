"""What WeasyPrint writes to its log, gathered during one render and said in Vietnamese.

Every record of level WARNING or above is a problem: a line of CSS that was dropped, a picture that did not load, a
character without a glyph. The technical text follows in brackets. Records of other threads are left alone.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from antq_reports.pdf.fetcher import DENIAL

_LOGGERS = ("weasyprint", "fontTools")

_MEANINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), meaning)
    for pattern, meaning in (
        (r"\.notdef glyph .*\"(.*)\" \((U\+[0-9A-F]+)\)", "không phông kèm theo nào có ký tự “{0}” ({1})"),
        (r"Font-face '(.*)' cannot be loaded", "không nạp được phông “{0}”"),
        (r"Failed to load image at '(.*?)'", "không nạp được ảnh “{0}”"),
        (r"Failed to (?:load inline|render) SVG", "không vẽ được hình SVG"),
        (r"Failed to apply CSS rule in SVG", "CSS trong hình SVG bị bỏ qua"),
        (r"Image .* has no required alt", "ảnh thiếu mô tả thay thế (thuộc tính alt)"),
        (r"Missing required \"lang\"", "thẻ <html> thiếu thuộc tính lang"),
        (r"Ignored `(.+?):.*` at (\d+):(\d+)", "dòng {1}, cột {2}: thuộc tính CSS “{0}” bị bỏ qua"),
        (r"Deprecated `(.+?):.*` at (\d+):(\d+)", "dòng {1}, cột {2}: thuộc tính CSS “{0}” đã lỗi thời"),
        (r"(?:Invalid or unsupported|Unsupported @\w+) selector", "bộ chọn CSS không dùng được, cả quy tắc bị bỏ qua"),
        (r"Failed to load stylesheet at (\S+)", "không nạp được tệp CSS “{0}”"),
        (r"(?:rule|Error|error).* at (\d+):(\d+)", "dòng {0}, cột {1}: CSS sai hoặc không được hỗ trợ"),
        (r"No anchor #(.*) for internal", "liên kết trỏ tới neo “#{0}” không có trong trang"),
        (r"Content discarded: target .* anchor (.*)", "tham chiếu tới neo {0} không có trong trang"),
        (r"Anchor defined twice: (.*)", "mã id {0} dùng hai lần trong trang"),
        (r"Relative URI reference without a base URI: (.*)", "địa chỉ tương đối không dùng được: {0}"),
        (r"Malformed URL: (.*)", "địa chỉ sai: {0}"),
        (r"Invalid date in <meta name=\"(.*?)\">", "ngày sai trong <meta name={0}>"),
        (r"more columns than the table, ignored (\d+)", "hàng của bảng thừa {0} ô, các ô ấy bị bỏ"),
        (r"^Unsupported stylesheet type", "tệp CSS sai kiểu"),
        (r"(?:[Gg]rids? |repeat\(\)|grid layout)", "bố cục lưới (grid) dùng cách chưa được hỗ trợ"),
        (r"Unknown image mode", "hệ màu của ảnh không dùng được, hãy đổi ảnh sang RGB"),
    )
)


def explain(message: str) -> str:
    """Say one log message in Vietnamese, its own words in brackets.

    >>> explain("Ignored `filter: blur(1px)` at 3:5, unknown property.")
    'dòng 3, cột 5: thuộc tính CSS “filter” bị bỏ qua [Ignored `filter: blur(1px)` at 3:5, unknown property.]'
    >>> explain("Something new.")
    'bộ in PDF cảnh báo [Something new.]'
    """
    for pattern, meaning in _MEANINGS:
        if found := pattern.search(message):
            return f"{meaning.format(*found.groups())} [{message}]"
    return f"bộ in PDF cảnh báo [{message}]"


class _Collector(logging.Handler):
    """Keeps the warnings of the thread that made it, and of no other."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.thread = threading.get_ident()
        self.problems: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, unless it repeats a refusal that the fetcher has noted."""
        message = record.getMessage()
        if record.thread == self.thread and DENIAL not in message:
            self.problems.append(explain(message))


@contextmanager
def collected_problems() -> Iterator[list[str]]:
    """Gather the warnings logged inside the block, even if the host has turned these loggers down.

    The levels are the process's: the caller holds the engine's lock meanwhile.
    """
    collector = _Collector()
    with ExitStack() as stack:
        if logging.root.manager.disable >= logging.WARNING:
            stack.callback(logging.disable, logging.root.manager.disable)
            logging.disable(logging.NOTSET)
        for name in _LOGGERS:
            stack.enter_context(_listening(logging.getLogger(name), collector))
        yield collector.problems


@contextmanager
def _listening(logger: logging.Logger, handler: logging.Handler) -> Iterator[None]:
    level, disabled = logger.level, logger.disabled
    logger.disabled = False
    if not logger.isEnabledFor(logging.WARNING):
        logger.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.disabled = disabled
