"""The batch over Dask: a real cluster of processes, and a scheduler and workers started by hand, one killed midway."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from batch_units import communes, own_style, pdfs
from sampling import whole_only

from antq_reports import render_report
from antq_reports.batch import Step, render_many
from antq_reports.batch.dask import dask_executor
from antq_reports.errors import WorkerError

distributed = pytest.importorskip("distributed")

# Dask's own housekeeping at the end of a cluster: sockets and files closed by the collector, not by name.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

SECONDS_TO_START = 60
Started = tuple[str, list["subprocess.Popen[bytes]"]]
"""The scheduler's address and the workers."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[Started]:
    """A scheduler and two workers, each a process of its own, as an operator starts them on several machines."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = f"tcp://127.0.0.1:{port}"
    common = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", *common, "--port", str(port)]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", where, *common, "--nthreads", "1", "--no-nanny"]
    environment = {**os.environ, "DASK_TEMPORARY_DIRECTORY": str(tmp_path)}
    with (tmp_path / "dask.log").open("wb") as log, ExitStack() as stack:
        started = []
        for command in (scheduler, worker, worker):
            process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
            stack.callback(process.wait)
            stack.callback(process.kill)
            started.append(process)
        yield where, started[1:]


def wait_for_port(where: str) -> None:
    """Until the scheduler listens."""
    host, port = where.removeprefix("tcp://").split(":")
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            socket.create_connection((host, int(port)), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return


@whole_only("a killed worker process is tried without a cluster")
def test_a_worker_killed_midway_loses_nothing(
    tmp_path: Path, address: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    """Its briefs are made by the other one, with the same bytes; templates travel with the task."""
    where, workers = address
    wait_for_port(where)
    templates = own_style(tmp_path / "mau", "")

    def kill_one(step: Step) -> None:
        if step.done == 2:
            workers[0].kill()

    with dask_executor(where) as executor:
        executor._client.wait_for_workers(2, timeout=SECONDS_TO_START)  # type: ignore[attr-defined]
        result = render_many(
            communes(6), tmp_path / "out", style="thu", templates=templates, executor=executor, progress=kill_one
        )
    assert ((), 6, False) == (result.failed, len(result.rendered), workers[0].poll() is None)
    expected = [render_report(report, style="thu", templates=templates).pdf for report in communes(6)]
    assert expected == [brief.path.read_bytes() for brief in result.rendered]


def test_a_local_cluster_holds_the_limits(tmp_path: Path) -> None:
    """Its workers are daemonic processes: a limited process beside each makes the briefs all the same."""
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", local_directory=str(tmp_path)
    )
    with cluster, distributed.Client(cluster) as client:
        result = render_many(communes(2), tmp_path / "out", executor=client.get_executor(), timeout=60)
    assert () == result.failed
    assert pdfs(2) == [brief.path.read_bytes() for brief in result.rendered]


def test_an_address_where_nobody_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to look at."""
    monkeypatch.setattr("antq_reports.batch.dask.CONNECT_SECONDS", 1)
    with pytest.raises(WorkerError, match="Dask"), dask_executor("tcp://127.0.0.1:9"):
        pass
