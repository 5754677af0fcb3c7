"""One task to one outcome, in whatever process it lands: renders, and turns what goes wrong into a sentence."""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from antq_reports.batch.input_digest import setting_digest
from antq_reports.batch.worker_task import Outcome, Task
from antq_reports.errors import AntqReportsError
from antq_reports.files import os_reason
from antq_reports.render import render_report

OTHER_SETTING = (
    "máy thợ có phiên bản chương trình, thư viện, mẫu hoặc phông khác với máy chính"
    " → cài cùng một phiên bản trên mọi máy; nếu vừa sửa mẫu hoặc chương trình thì chạy lại"
)


def make(task: Task) -> Outcome:
    """The PDF of a task, or why there is none. Raises `MemoryError` alone, for the process cannot be trusted then."""
    try:
        templates = _template_folder(os.getpid(), task.templates) if task.templates is not None else None
        if setting_digest(task.style, templates, task.report.catalogue) != task.setting:
            return Outcome(reason=OTHER_SETTING)
        return _render(task, templates)
    except AntqReportsError as error:
        if ran_out_of_memory(error):
            raise MemoryError from error
        return Outcome(reason=str(error))
    except MemoryError:
        raise
    except OSError as error:
        reason = f"không ghi được tệp tạm ({os_reason(error)})"
        return Outcome(reason=f"{reason} → kiểm tra chỗ trống của thư mục tạm ({tempfile.gettempdir()})")
    except Exception as error:
        if ran_out_of_memory(error):
            raise MemoryError from error
        return Outcome(reason=f"lỗi ngoài dự kiến [{type(error).__name__}: {error}] → báo cho người phát triển")


def _render(task: Task, templates: Path | None) -> Outcome:
    more: dict[str, Any] = {} if task.previous is None else {"previous": task.previous}
    rendered = render_report(
        task.report,
        style=task.style,
        templates=templates,
        photos=dict(task.photos),
        strict=task.strict,
        accepted=task.accepted,
        internal=task.internal,
        **more,
    )
    others = tuple((name, rendered.content(name)) for name in task.formats)
    return Outcome(pdf=rendered.pdf, others=others, problems=rendered.problems)


def ran_out_of_memory(error: BaseException | None) -> bool:
    """Whether a lack of memory lies at the bottom of an error."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, MemoryError):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


@lru_cache(maxsize=4)
def _template_folder(process: int, templates: tuple[tuple[str, bytes], ...]) -> Path:
    """The user's templates as a folder, written once per content and process, removed when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix=f"antq-templates-{process}-"))
    Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=0)
    for name, data in templates:
        _write(folder / name, data)
    return folder


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
