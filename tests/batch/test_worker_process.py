"""Limited processes: what hangs, eats memory or dies is ended and told; nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from batch_units import STYLE, brief_of, commune, endless, own_style

from antq_reports.batch.input_digest import own_templates, setting_digest
from antq_reports.batch.worker_process import CHILDREN, Child, serve
from antq_reports.batch.worker_task import Limits, Task
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import WorkerError

LIMITS = Limits(seconds=60)


@pytest.fixture(scope="module", autouse=True)
def _no_process_is_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests borrow one another's processes; in the end every process lets go of its temporary folder."""
    folder = tmp_path_factory.mktemp("tmp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        yield
        assert list(folder.glob("antq-batch-*"))
        CHILDREN.close()
    assert [] == list(folder.glob("antq-batch-*"))


def plain_task(number: int = 0, limits: Limits | None = LIMITS) -> Task:
    """A brief that can be made."""
    setting = setting_digest(STYLE, None, bundled_catalogue())
    return Task(unit="xã", report=commune(number), style=STYLE, setting=setting, limits=limits)


def looping_task(folder: Path, body: str, limits: Limits) -> Task:
    """A brief whose template does not end."""
    templates = own_style(folder / "mau", endless(body))
    return Task(
        unit="xã",
        report=commune(0, kicker="An ninh"),
        style="thu",
        setting=setting_digest("thu", templates, bundled_catalogue()),
        templates=own_templates(templates),
        limits=limits,
    )


def test_a_process_makes_the_bytes_that_render_report_makes() -> None:
    """Whatever process a brief is made in."""
    assert brief_of(0).pdf == serve(plain_task()).pdf == serve(plain_task(limits=None)).pdf


def test_a_process_that_dies_is_told_by_its_signal() -> None:
    """A crash of a library looks like this."""
    with CHILDREN.borrowed(LIMITS) as child:
        assert child.make(plain_task()).pdf
        os.kill(child.pid, signal.SIGSEGV)
        with pytest.raises(WorkerError, match="SIGSEGV"):
            child.make(plain_task())


def test_a_dead_process_is_not_lent_again() -> None:
    """The one before was found dead: a fresh one serves."""
    with CHILDREN.borrowed(LIMITS) as child:
        first = child.pid
    os.kill(first, signal.SIGKILL)
    time.sleep(0.2)
    with CHILDREN.borrowed(LIMITS) as child:
        assert first != child.pid


def test_a_brief_that_hangs_is_killed_and_the_next_one_made(tmp_path: Path) -> None:
    """Its own time counts, not the start of its process."""
    outcome = serve(looping_task(tmp_path, "", Limits(seconds=1.5)))
    assert (None, "làm quá 1,5 giây nên bị dừng") == (outcome.pdf, outcome.reason.split(" →")[0])
    assert serve(plain_task()).pdf


def test_a_brief_that_eats_memory_is_killed(tmp_path: Path) -> None:
    """The limit is the process's address space."""
    body = "<p>{{ article.lead }}" + "x" * 4_000 + "</p>"
    outcome = serve(looping_task(tmp_path, body * 30, Limits(seconds=100, megabytes=400)))
    assert (None, "cần quá 400 MB bộ nhớ nên bị dừng") == (outcome.pdf, outcome.reason.split(" →")[0])


def test_a_process_is_replaced_after_its_briefs() -> None:
    """What a library leaks goes with it."""
    limits = replace(LIMITS, briefs=1)
    with CHILDREN.borrowed(limits) as child:
        first = child.pid
        assert child.make(plain_task(0, limits)).pdf
    with CHILDREN.borrowed(limits) as child:
        assert first != child.pid


def test_a_process_ends_with_its_parent(tmp_path: Path) -> None:
    """Killed the hard way, the parent leaves no process and no folder of it behind."""
    script = (
        "from antq_reports.batch.worker_process import Child; from antq_reports.batch.worker_task import Limits\n"
        "import os\n"
        "child = Child(Limits()); child._exchange(b'', 60); print(child.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, env=environment, text=True)
    for _ in range(100):
        if not Path(f"/proc/{int(run.stdout)}").exists():
            break
        time.sleep(0.1)
    assert not Path(f"/proc/{int(run.stdout)}").exists()
    assert [] == list(tmp_path.iterdir())


def test_a_process_ignores_the_terminals_interrupt() -> None:
    """It is in a session of its own; the parent decides."""
    child = Child(LIMITS)
    try:
        assert os.getsid(child.pid) == child.pid
    finally:
        child.close()
