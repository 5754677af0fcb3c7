"""Reading a file whole, writing it whole or not at all, and saying in Vietnamese why the system would not.

A leaf: it knows nothing of briefs. A file is written beside its place and moved there, so that a reader never meets
half of one and a failure leaves what stood there before.
"""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from antq_reports.errors import Fault, IntakeError, OutputError

SCRAPS = ".antq-????????"
"""What a write is called before it is whole."""
_OS_REASONS = {
    errno.ENOENT: "không có thư mục này",
    errno.ENOTDIR: "một phần của đường dẫn là tệp",
    errno.EISDIR: "đã có thư mục cùng tên",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đầy",
    errno.EDQUOT: "hết phần đĩa được dùng",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EFBIG: "tệp lớn quá mức hệ thống cho phép",
    errno.ELOOP: "là liên kết tượng trưng",
    errno.EIO: "ổ đĩa có lỗi",
}


def os_reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese.

    >>> os_reason(OSError(errno.ENOSPC, "No space left on device"))
    'đĩa đầy'
    """
    return _OS_REASONS.get(error.errno or 0, f"lỗi hệ thống số {error.errno}")


def read_whole(path: Path, *, limit: int) -> bytes:
    """The bytes of a regular file. Raises `IntakeError` for anything else, and beyond `limit` bytes."""
    try:
        if path.exists() and not path.is_file():
            raise _unreadable(path, "không phải là một tệp", "chỉ đúng tệp")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(
            path, f"không đọc được tệp ({os_reason(error)})", "kiểm tra đường dẫn và quyền đọc"
        ) from error
    if len(data) > limit:
        raise _unreadable(path, f"tệp lớn hơn {limit // 1000} KB", "kiểm tra lại tệp")
    return data


def _unreadable(path: Path, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(path), "", message, remedy),))


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
        raise OutputError(str(target), f"không ghi được tệp ({os_reason(error)})", remedy) from error
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
