"""The inside of a limited process: it makes briefs one after another until its parent lets go.

Spoken over pipes: a frame is eight bytes of length and a pickle; tasks come in on standard input, outcomes go out on
what was standard output, after an empty frame that says that the process is ready. The memory limit is set before
anything heavy is loaded. The process ends by itself when its parent is gone, even in the middle of a brief, and takes
its temporary folder with it.
"""

from __future__ import annotations

import os
import pickle
import queue
import resource
import shutil
import signal
import struct
import sys
import threading
from contextlib import suppress
from typing import IO

from antq_reports.errors import AntqReportsError

OUT_OF_MEMORY = 77
FRAME = struct.Struct(">Q")
MEGABYTE = 1024 * 1024


def main(folder: str, megabytes: int) -> None:
    """Serve until standard input ends; `folder` is this process's temporary folder, 0 megabytes mean no limit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if megabytes:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not disturb the frames
    tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_tasks, args=(sys.stdin.buffer, tasks, folder), daemon=True).start()
    _serve(tasks, out)


def _serve(tasks: queue.SimpleQueue[bytes], out: IO[bytes]) -> None:
    from antq_reports.batch.worker_brief import make  # the limit stands already
    from antq_reports.pdf.libraries import load_weasyprint

    with suppress(AntqReportsError):  # a brief will say what is missing
        load_weasyprint()
    out.write(FRAME.pack(0))
    out.flush()
    while True:
        try:
            data = pickle.dumps(make(pickle.loads(tasks.get())))
            out.write(FRAME.pack(len(data)) + data)
            out.flush()
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except BrokenPipeError:
            os._exit(0)


def _read_tasks(stream: IO[bytes], tasks: queue.SimpleQueue[bytes], folder: str) -> None:
    while head := stream.read(FRAME.size):
        if len(head) < FRAME.size:
            break
        tasks.put(stream.read(FRAME.unpack(head)[0]))
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)
