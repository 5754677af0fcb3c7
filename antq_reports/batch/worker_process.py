"""Limited processes: each makes one brief at a time, within its time and memory, or is killed.

A process is a fresh Python (nothing of the caller's state, threads or locks comes along), in a session of its own
(Ctrl-C of the terminal does not reach it), with a temporary folder of its own that goes when it goes. It serves many
briefs and is replaced after some hundred. Any thread or worker process may borrow one, a daemonic one too.
"""

from __future__ import annotations

import os
import pickle
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from antq_reports.batch.worker_main import FRAME, OUT_OF_MEMORY
from antq_reports.batch.worker_task import Limits, Outcome, Task
from antq_reports.errors import Refusal, WorkerError

ROOT = str(Path(__file__).resolve().parent.parent.parent)
START = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from antq_reports.batch.worker_main import main; main(sys.argv[2], int(sys.argv[3]))"
)
START_SECONDS = 120.0
"""For a fresh process to load what it needs, on a machine that has much else to do."""
CHUNK = 1 << 16
LONGEST_COMPLAINT = 200


class Child:
    """One limited process, seen from the one who uses it."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.made = 0
        self.folder = Path(tempfile.mkdtemp(prefix="antq-batch-"))
        self._complaints = self.folder / "stderr.txt"
        command = [sys.executable, "-P", "-c", START, ROOT, str(self.folder), str(limits.megabytes or 0)]
        with self._complaints.open("wb") as complaints:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                bufsize=0,
                env={**os.environ, "TMPDIR": str(self.folder)},
                start_new_session=True,
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._tasks, self._answers = self._process.stdin, self._process.stdout
        os.set_blocking(self._tasks.fileno(), False)
        os.set_blocking(self._answers.fileno(), False)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def is_fit(self, limits: Limits) -> bool:
        """Whether it may serve another brief under these limits."""
        return self._process.poll() is None and self.limits == limits and self.made < limits.briefs

    def make(self, task: Task) -> Outcome:
        """Have a brief made. Raises `WorkerError` when the process broke a limit or died; close it then.

        The brief's time does not count the start of the process, which has a time of its own.
        """
        if not self.made:
            self._exchange(b"", START_SECONDS)
        data = pickle.dumps(task)
        self.made += 1
        outcome: Outcome = pickle.loads(self._exchange(FRAME.pack(len(data)) + data, self.limits.seconds))
        return outcome

    def kill(self) -> None:
        """Kill the process; who waits for its answer sees it end."""
        with suppress(ProcessLookupError):
            self._process.kill()

    def close(self) -> None:
        """Kill the process, wait for its end, and remove its folder."""
        self.kill()
        self._process.wait()
        self.let_go()
        shutil.rmtree(self.folder, ignore_errors=True)

    def let_go(self) -> None:
        """Close our ends of the pipes; the process ends when nobody else holds them."""
        self._tasks.close()
        self._answers.close()

    def _exchange(self, request: bytes, seconds: float) -> bytes:
        """Send a frame while reading one: neither side can block the other past the deadline."""
        rest, answer, deadline = memoryview(request), bytearray(), time.monotonic() + seconds
        with selectors.DefaultSelector() as ready:
            ready.register(self._answers, selectors.EVENT_READ)
            if rest:
                ready.register(self._tasks, selectors.EVENT_WRITE)
            while not _is_whole(answer):
                events = ready.select(max(0.0, deadline - time.monotonic()))
                if not events and time.monotonic() >= deadline:
                    raise _too_slow(seconds)
                for key, _ in events:
                    if key.fileobj is self._answers:
                        answer += self._read()
                    else:
                        rest = rest[self._write(rest) :]
                        if not rest:
                            ready.unregister(self._tasks)
        return bytes(answer[FRAME.size :])

    def _read(self) -> bytes:
        data = os.read(self._answers.fileno(), CHUNK)
        if not data:
            raise self._dead()
        return data

    def _write(self, data: memoryview) -> int:
        try:
            return os.write(self._tasks.fileno(), data[:CHUNK])
        except BrokenPipeError as error:
            raise self._dead() from error

    def _dead(self) -> WorkerError:
        code = self._process.wait()
        if code == OUT_OF_MEMORY:
            remedy = "xem lại mẫu và ảnh của đơn vị này, hoặc tăng giới hạn bộ nhớ"
            return WorkerError(Refusal(f"cần quá {self.limits.megabytes} MB bộ nhớ nên bị dừng", remedy))
        last = self._last_complaint()
        how = f"tín hiệu {signal.Signals(-code).name}" if code < 0 else f"mã {code}"
        return WorkerError(
            Refusal(
                f"tiến trình in dừng đột ngột ({how}{last})", "chạy lại; nếu còn, xem lại mẫu và ảnh của đơn vị này"
            )
        )

    def _last_complaint(self) -> str:
        try:
            lines = self._complaints.read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return ""
        said = [line.strip() for line in lines if line.strip()]
        return f": {said[-1][:LONGEST_COMPLAINT]}" if said else ""


def _too_slow(seconds: float) -> WorkerError:
    limit = f"{seconds:g}".replace(".", ",")
    remedy = "xem lại mẫu và số liệu của đơn vị này, hoặc tăng giới hạn --timeout"
    return WorkerError(Refusal(f"làm quá {limit} giây nên bị dừng", remedy))


def _is_whole(answer: bytearray) -> bool:
    return len(answer) >= FRAME.size and len(answer) >= FRAME.size + int(FRAME.unpack_from(answer)[0])


class Children:
    """The limited processes of this process: idle ones wait here to be borrowed."""

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Child] = []
        self._busy: set[Child] = set()

    @contextmanager
    def borrowed(self, limits: Limits) -> Iterator[Child]:
        """A process for one brief; one that fails in it is closed, and so is one that has served its time."""
        child = self._take(limits)
        try:
            yield child
        except BaseException:
            self._busy.discard(child)
            child.close()
            raise
        with self._lock:
            self._busy.discard(child)
            fit = child.is_fit(limits)
            if fit:
                self._idle.append(child)
        if not fit:
            child.close()

    def _take(self, limits: Limits) -> Child:
        unfit: list[Child] = []
        child: Child | None = None
        with self._lock:
            while self._idle and child is None:
                candidate = self._idle.pop()
                if candidate.is_fit(limits):
                    child = candidate
                else:
                    unfit.append(candidate)
        for one in unfit:
            one.close()
        child = child or Child(limits)
        with self._lock:
            self._busy.add(child)
        return child

    def serve(self, task: Task) -> Outcome:
        """A task to its outcome, within its limits if it has any, else here and now."""
        if task.limits is None:
            return _make_here(task)
        try:
            with self.borrowed(task.limits) as child:
                return child.make(task)
        except WorkerError as error:
            return Outcome(reason=str(error))

    def close(self) -> None:
        """End the idle processes."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.close()

    def kill(self) -> None:
        """Kill the busy processes; those who wait for them are told that they ended."""
        with self._lock:
            busy = tuple(self._busy)
        for child in busy:
            child.kill()

    def forget(self) -> None:
        """In a forked process: the processes are the parent's; only our copies of the pipes are closed."""
        for child in (*self._idle, *self._busy):
            child.let_go()
        self._reset()


CHILDREN = Children()
"""Those of a foreign executor's worker; a batch with a pool of its own has its own."""
os.register_at_fork(after_in_child=CHILDREN.forget)


def serve(task: Task) -> Outcome:
    """A task to its outcome in whatever worker this is."""
    return CHILDREN.serve(task)


def _make_here(task: Task) -> Outcome:
    from antq_reports.batch.worker_brief import make

    try:
        return make(task)
    except MemoryError:
        remedy = "giảm số bản làm cùng lúc, hoặc đặt --timeout để mỗi bản có giới hạn riêng"
        return Outcome(reason=f"hết bộ nhớ → {remedy}")
