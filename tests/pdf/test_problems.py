"""WeasyPrint's log becomes Vietnamese problems, whatever the host did to logging."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest

from antq_reports.pdf.problems import collected_problems, explain

LOGGER = logging.getLogger("weasyprint")

pytestmark = pytest.mark.allow_weasyprint_logs


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    level = LOGGER.level
    yield
    LOGGER.setLevel(level)
    LOGGER.disabled = False
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ('.notdef glyph rendered for Unicode string unsupported by fonts: "→" (U+2192)',
         "không phông kèm theo nào có ký tự “→” (U+2192)"),
        ("Font-face 'Serif Việt' cannot be loaded", "không nạp được phông “Serif Việt”"),
        ("Failed to load image at 'antq:img/a': truncated", "không nạp được ảnh “antq:img/a”"),
        ("Failed to load inline SVG: not well-formed", "không vẽ được hình SVG"),
        ('Image "antq:img/a" has no required alt description', "ảnh thiếu mô tả thay thế (thuộc tính alt)"),
        ("Ignored `colr:red` at 2:9, unknown property.", "dòng 2, cột 9: thuộc tính CSS “colr” bị bỏ qua"),
        ("Unknown rule <AtRule @supports … { … }> at 6:76", "dòng 6, cột 76: CSS sai hoặc không được hỗ trợ"),
        ("Error: EOF reached at 3:1.", "dòng 3, cột 1: CSS sai hoặc không được hỗ trợ"),
        ("Invalid or unsupported selector, 'p::bad'", "bộ chọn CSS không dùng được, cả quy tắc bị bỏ qua"),
        ("No anchor #cuối for internal URI reference", "liên kết trỏ tới neo “#cuối” không có trong trang"),
        ("Subgrids are unsupported", "bố cục lưới (grid) dùng cách chưa được hỗ trợ"),
        ("Something {never} seen", "bộ in PDF cảnh báo"),
    ],
)  # fmt: skip
def test_a_message_is_explained_and_quoted(message: str, meaning: str) -> None:
    """The Vietnamese comes first, the technical text stays in brackets."""
    assert f"{meaning} [{message}]" == explain(message)


def test_warnings_and_errors_are_collected() -> None:
    """From both loggers, with their arguments; what is below a warning is not a problem."""
    with collected_problems() as problems:
        LOGGER.warning("one %d", 1)
        LOGGER.error("two")
        logging.getLogger("fontTools.subset").warning("three")
        LOGGER.info("four")
    LOGGER.warning("after")
    assert [f"bộ in PDF cảnh báo [{text}]" for text in ("one 1", "two", "three")] == problems


def test_a_refusal_of_the_fetcher_is_not_told_twice() -> None:
    """The fetcher's own list holds it."""
    with collected_problems() as problems:
        LOGGER.error("Failed to load image at %r: %s", "http://a/b.png", "ValueError: not in the bundle")
    assert [] == problems


def test_other_threads_keep_their_records() -> None:
    """Someone else's WeasyPrint may be at work in the same process."""
    with collected_problems() as problems:
        thread = threading.Thread(target=LOGGER.warning, args=("elsewhere",))
        thread.start()
        thread.join()
    assert [] == problems


@pytest.mark.parametrize("silence", ["level", "disabled", "disable"])
def test_a_silenced_log_is_still_read(silence: str) -> None:
    """A host that turns logging down does not make a strict render blind; its settings come back afterwards."""
    if silence == "level":
        LOGGER.setLevel(logging.CRITICAL)
    elif silence == "disabled":
        LOGGER.disabled = True
    else:
        logging.disable(logging.CRITICAL)
    before = (LOGGER.level, LOGGER.disabled, logging.root.manager.disable, list(LOGGER.handlers))
    with collected_problems() as problems:
        LOGGER.warning("heard")
    assert ["bộ in PDF cảnh báo [heard]"] == problems
    assert before == (LOGGER.level, LOGGER.disabled, logging.root.manager.disable, list(LOGGER.handlers))
