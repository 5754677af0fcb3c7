"""The inside of a limited process: frames in, frames out, and how it ends."""

from __future__ import annotations

import io
import os
import pickle
import queue
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from antq_reports.batch import worker_brief
from antq_reports.batch.worker_main import FRAME, OUT_OF_MEMORY, _read_tasks, _serve
from antq_reports.batch.worker_task import Outcome
from antq_reports.errors import MissingLibraryError

LIMITED = """
import os, resource, signal, sys
from antq_reports.batch import worker_main
def serve(tasks, out):
    print("loud", flush=True)
    limits = [resource.getrlimit(each)[0] // 2**20 for each in (resource.RLIMIT_AS, resource.RLIMIT_CORE)]
    out.write(repr((limits, signal.getsignal(signal.SIGINT) is signal.SIG_IGN)).encode())
    out.flush()
    os._exit(0)
worker_main._serve = serve
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
worker_main.main(sys.argv[1], 900)
"""


class Ended(BaseException):
    """The process would have ended."""


@pytest.fixture(autouse=True)
def _ends_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing ends this process."""

    def end(code: int) -> None:
        raise Ended(code)

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr("antq_reports.pdf.libraries.load_weasyprint", lambda: None)


def frame(data: bytes) -> bytes:
    """A frame as it goes through a pipe."""
    return FRAME.pack(len(data)) + data


def serve(monkeypatch: pytest.MonkeyPatch, make: Callable[[str], Outcome], *tasks: str) -> tuple[bytes, int]:
    """What a process writes that is given some tasks, and the code it ends with."""
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    for task in tasks:
        waiting.put(pickle.dumps(task))
    monkeypatch.setattr(worker_brief, "make", make)
    out = io.BytesIO()
    with pytest.raises(Ended) as caught:
        _serve(waiting, out)
    return out.getvalue(), caught.value.args[0]


def make(task: str) -> Outcome:
    """Make briefs until memory runs out or nobody listens."""
    if task == "memory":
        raise MemoryError
    if task == "gone":
        raise BrokenPipeError
    return Outcome(reason=task)


def test_a_process_says_that_it_is_ready_and_answers_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty frame, then a frame a task."""
    written, code = serve(monkeypatch, make, "một", "hai", "gone")
    answers = b"".join(frame(pickle.dumps(Outcome(reason=each))) for each in ("một", "hai"))
    assert (frame(b"") + answers, 0) == (written, code)


def test_a_lack_of_memory_ends_the_process_with_a_code_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an answer: the parent tells why."""
    assert (frame(b""), OUT_OF_MEMORY) == serve(monkeypatch, make, "memory", "một")


def test_a_missing_library_is_a_briefs_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is ready all the same."""

    def load() -> None:
        raise MissingLibraryError("pango", "cài đặt")

    monkeypatch.setattr("antq_reports.pdf.libraries.load_weasyprint", load)
    assert (frame(b""), 0) == serve(monkeypatch, make, "gone")


@pytest.mark.parametrize("rest", [b"", b"\0\0\0"], ids=["whole", "cut short"])
def test_when_the_parent_lets_go_the_process_ends_with_its_folder(rest: bytes, tmp_path: Path) -> None:
    """Every whole task before that is there to be made."""
    folder, tasks = tmp_path / "antq", queue.SimpleQueue[bytes]()
    (folder / "in").mkdir(parents=True)
    with pytest.raises(Ended) as caught:
        _read_tasks(io.BytesIO(frame(b"a") + frame(b"") + rest), tasks, str(folder))
    assert ((0,), False) == (caught.value.args, folder.exists())
    assert [b"a", b""] == [tasks.get_nowait() for _ in range(tasks.qsize())]


def test_a_process_is_limited_before_it_serves_and_its_frames_are_undisturbed(tmp_path: Path) -> None:
    """Address space as asked, no core file, no interrupt; what prints goes to standard error."""
    with subprocess.Popen(
        [sys.executable, "-c", LIMITED, str(tmp_path / "none")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert (b"([900, 0], True)", b"loud\n") == (run.stdout.read(), run.stderr.read())
