"""A batch ended at any moment: no half file, a manifest that is true, and the next run goes on where it stopped."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from batch_units import communes, pdfs
from sampling import whole_only

from antq_reports.batch import render_many
from antq_reports.batch.run_manifest import NAME, file_digest

COMMUNES = 6
KIT = Path(__file__).resolve().parent.parent / "kit"
SCRIPT = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background starts us with it ignored
sys.path.insert(0, sys.argv[1])
from batch_units import communes, pdfs
from antq_reports.batch import render_many
try:
    render_many(communes(int(sys.argv[3])), sys.argv[2], jobs=2)
except KeyboardInterrupt:
    sys.exit(130)
"""


def start(folder: Path, count: int) -> subprocess.Popen[bytes]:
    """A batch in a process of its own."""
    command = [sys.executable, "-c", SCRIPT, str(KIT), str(folder), str(count)]
    environment = {**os.environ, "TMPDIR": str(folder.parent)}
    return subprocess.Popen(command, env=environment)


def wait_for_briefs(folder: Path, count: int) -> None:
    """Until so many briefs lie there."""
    deadline = time.monotonic() + 120
    while len(list(folder.glob("*.pdf"))) < count and time.monotonic() < deadline:
        time.sleep(0.02)


def assert_true_to(folder: Path, expected: dict[str, bytes], *, gone_is_fine: bool = False) -> None:
    """Every file is whole and the undisturbed one; the manifest says of no file what is not so.

    A file that somebody deleted may still be recorded, until the next run comes to it.
    """
    for path in folder.glob("*.pdf"):
        assert expected[path.name] == path.read_bytes()
    for unit in json.loads((folder / NAME).read_bytes())["units"]:
        if unit["state"] == "rendered":
            assert file_digest(folder / unit["file"]) in (unit["output"], None if gone_is_fine else "")


def undisturbed(count: int) -> dict[str, bytes]:
    """The briefs as they are when nothing happens."""
    names = [f"{report.place.code}-" for report in communes(count)]
    return _Named(zip(names, pdfs(count), strict=True))


class _Named(dict[str, bytes]):
    """Briefs by the code their file names begin with."""

    def __missing__(self, name: str) -> bytes:
        return self[name[:6]]


def test_a_killed_batch_leaves_whole_files_and_is_gone_on_with(tmp_path: Path) -> None:
    """kill -9 after some briefs; the second run makes the rest, the third nothing."""
    folder = tmp_path / "out"
    with start(folder, COMMUNES) as batch:
        wait_for_briefs(folder, 2)
        batch.kill()
    expected = undisturbed(COMMUNES)
    assert_true_to(folder, expected)
    again = render_many(communes(COMMUNES), folder, jobs=2)
    assert again.ok
    assert 0 < len(again.rendered) < COMMUNES
    assert_true_to(folder, expected)
    assert COMMUNES == len(list(folder.glob("*.pdf"))) == len(render_many(communes(COMMUNES), folder, jobs=2).skipped)


def test_an_interrupted_batch_leaves_a_true_manifest_and_no_process(tmp_path: Path) -> None:
    """Ctrl-C: the run ends at once, everything that was made is recorded."""
    folder = tmp_path / "out"
    with start(folder, COMMUNES) as batch:
        wait_for_briefs(folder, 2)
        batch.send_signal(signal.SIGINT)
        assert 130 == batch.wait(30)
    assert_true_to(folder, undisturbed(COMMUNES))
    units = json.loads((folder / NAME).read_bytes())["units"]
    recorded = {unit["file"] for unit in units if unit["state"] == "rendered"}
    assert {path.name for path in folder.glob("*.pdf")} == recorded
    assert [] == list(tmp_path.glob("antq-batch-*"))


@whole_only("each way of ending a batch is above, once")
def test_ten_kills_at_random_moments_change_nothing(tmp_path: Path) -> None:
    """Each run is killed somewhere and the next goes on; in the end there lies what an undisturbed run makes."""
    folder, count, moments = tmp_path / "out", 60, random.Random()
    expected = undisturbed(count)
    for _ in range(10):
        with start(folder, count) as batch:
            time.sleep(moments.uniform(0.5, 8))
            batch.kill()
        if (folder / NAME).exists():
            assert_true_to(folder, expected, gone_is_fine=True)
        if moments.random() < 0.5 and (made := sorted(folder.glob("*.pdf"))):
            moments.choice(made).unlink()  # so that there is always something left to do
    assert render_many(communes(count), folder).ok
    assert_true_to(folder, expected)
    assert count == len(list(folder.glob("*.pdf"))) == len(render_many(communes(count), folder).skipped)
    assert {".antq-batch.lock", NAME} == {path.name for path in folder.iterdir() if path.suffix != ".pdf"}
