"""Reading a file whole within a limit, writing one whole or not at all, and saying in Vietnamese why not.

A leaf: it knows nothing of briefs. What is read is a regular file of at most so many bytes, whatever the path leads to.
A file is written beside its place and moved there, so that a reader never meets half of one and a failure leaves what
stood there before. Sizes are bytes.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Literal

from antq_reports.errors import FileError, FileProblem, OutputError, Refusal

SCRAPS = ".antq-????????"
"""What a write is called before it is whole."""
_OS_REASONS = {
    errno.ENOENT: "không có thư mục này",
    errno.ENOTDIR: "một phần của đường dẫn là tệp",
    errno.EISDIR: "đã có thư mục cùng tên",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đầy",
    errno.EDQUOT: "hết phần đĩa được dùng",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EFBIG: "tệp lớn quá mức hệ thống cho phép",
    errno.ELOOP: "là liên kết tượng trưng",
    errno.EIO: "ổ đĩa có lỗi",
}

_SIZE_UNITS = ((2**20, "MB"), (10**6, "MB"), (2**10, "KB"), (10**3, "KB"), (1, "byte"))


def os_reason(error: OSError, *, doing: Literal["đọc", "ghi"] = "ghi") -> str:
    """Why the system refused, in Vietnamese.

    >>> os_reason(OSError(errno.ENOSPC, "No space left on device"))
    'đĩa đầy'
    >>> os_reason(OSError(errno.EACCES, "Permission denied"), doing="đọc")
    'không có quyền đọc'
    """
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"không có quyền {doing}"
    return _OS_REASONS.get(error.errno or 0, f"lỗi hệ thống số {error.errno}")


def read_whole(path: Path, *, limit: int, follow_links: bool = True) -> bytes:
    """The bytes of a regular file, at most ``limit`` of them. A pipe or a device is refused without waiting for it.

    Raises `FileError` for a file that is not there, is no file, is larger, or that the system will not give.
    """
    try:
        _require_file(os.stat(path), path, limit)
        flags = os.O_RDONLY | os.O_NONBLOCK | (0 if follow_links else os.O_NOFOLLOW)
        with os.fdopen(os.open(path, flags), "rb") as file:
            _require_file(os.fstat(file.fileno()), path, limit)  # another file may have taken the place
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise FileError(str(path), FileProblem.MISSING) from error
    except OSError as error:
        raise FileError(str(path), FileProblem.REFUSED, os_reason(error, doing="đọc")) from error
    except ValueError as error:
        raise FileError(str(path), FileProblem.REFUSED, "đường dẫn có ký tự hệ thống không nhận") from error
    if len(data) > limit:  # it grew
        raise FileError(str(path), FileProblem.TOO_LARGE, told_limit(limit))
    return data


def read_text(path: Path, *, limit: int) -> str:
    """The text of a regular file of at most ``limit`` bytes: UTF-8, without its mark, lines ended by a line feed.

    Raises `FileError` as `read_whole` does, and for bytes that are no UTF-8.
    """
    try:
        return unix_lines(read_whole(path, limit=limit).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileError(str(path), FileProblem.NOT_UTF8) from error


def unix_lines(text: str) -> str:
    """A text with every line ended by a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _require_file(status: os.stat_result, path: Path, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise FileError(str(path), FileProblem.NO_FILE)
    if status.st_size > limit:
        raise FileError(str(path), FileProblem.TOO_LARGE, told_limit(limit, status.st_size))


def told_limit(limit: int, size: int = 0) -> str:
    """A limit, and the size above it where that is another number in the limit's unit.

    A MB is a million bytes, or 1.048.576 where that is what the limit was set in.

    >>> told_limit(5_000_000), told_limit(20_000_000, 31_500_000), told_limit(30 * 2**20), told_limit(200_000)
    ('5 MB', '20 MB (có 31 MB)', '30 MB', '200 KB')
    """
    step, unit = next((step, unit) for step, unit in _SIZE_UNITS if limit >= step and limit % step == 0)
    told = f"{limit // step} {unit}"
    return f"{told} (có {size // step} {unit})" if size // step > limit // step else told


def write_whole(target: Path, data: bytes) -> Path:
    """Write a file whole or not at all: beside its place first, then over it."""
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".antq-", delete=False) as file:
            temporary = Path(file.name)
            try:
                fcntl.flock(file, fcntl.LOCK_EX)  # so that `sweep_scraps` lets it be; freed when this process ends
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                temporary.chmod(0o644)
                temporary.replace(target)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        remedy = "kiểm tra thư mục có tồn tại, còn chỗ và cho phép ghi"
        raise OutputError(str(target), Refusal(f"không ghi được tệp ({os_reason(error)})", remedy)) from error
    return target


def sweep_scraps(folder: Path) -> None:
    """Remove what killed writes left in a folder, and nothing that somebody is still writing."""
    for scrap in folder.glob(SCRAPS):
        with suppress(OSError):
            handle = os.open(scrap, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                scrap.unlink()
            finally:
                os.close(handle)


def add_to_file(path: Path, text: str) -> None:
    """Put a text at the end of a file, which need not be there. Raises `OutputError`."""
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        reason = f"không ghi được vào tệp này ({os_reason(error)})"
        raise OutputError(str(path), Refusal(reason, "kiểm tra đường dẫn và quyền ghi")) from error
