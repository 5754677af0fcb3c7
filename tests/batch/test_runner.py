"""The batch: every unit a brief or a reason, nothing made twice, over any executor."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from batch_units import brief_of, commune, communes, endless, own_style, pdfs

from antq_reports import RenderedReport, Report, render_report
from antq_reports.batch import BatchResult, Step, render_many
from antq_reports.batch.run_manifest import NAME, read_entries
from antq_reports.batch.runner import LOCK
from antq_reports.errors import OutputError, StyleError
from antq_reports.files import write_whole
from antq_reports.report import Finding


class Here(Executor):
    """Does what it is given at once: the batch without any worker."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it now."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def here(reports: list[Report], folder: Path, **more: Any) -> BatchResult:
    """A batch in this process."""
    return render_many(reports, folder, executor=Here(), **more)


def units(part: tuple[Any, ...]) -> list[str]:
    """The units of a part of a result."""
    return [brief.unit for brief in part]


def test_every_unit_gets_the_brief_that_render_report_makes(tmp_path: Path) -> None:
    """The default pool: two limited processes; the order of the result is that of the reports."""
    reports = communes(4)
    result = render_many(reports, tmp_path, jobs=2)
    assert ([report.place.full_name for report in reports], True) == (units(result.rendered), result.ok)
    assert pdfs(4) == [brief.path.read_bytes() for brief in result.rendered]
    assert {brief.path.name for brief in result.rendered} | {NAME, LOCK} == {path.name for path in tmp_path.iterdir()}


def test_a_second_run_makes_only_what_changed(tmp_path: Path) -> None:
    """One unit's figures changed, one file was damaged, one deleted; the other two are left alone."""
    reports = communes(5)
    first = here(reports, tmp_path)
    assert (5, 5) == (len(first.rendered), len(here(reports, tmp_path).skipped))
    reports[1] = commune(1, tips={"valuable_tips": 99})
    first.rendered[2].path.write_bytes(first.rendered[2].path.read_bytes()[:-1])
    first.rendered[3].path.unlink()
    again = here(reports, tmp_path)
    assert units(first.rendered[1:4]) == units(again.rendered)
    expected = [render_report(reports[1]).pdf if number == 1 else pdf for number, pdf in enumerate(pdfs(5))]
    assert expected == [brief.path.read_bytes() for brief in first.rendered]
    assert (5, 0) == (len(here(reports, tmp_path).skipped), len(again.failed))


def test_everything_is_made_again_when_asked(tmp_path: Path) -> None:
    """After an upgrade of a system library, which no hash sees."""
    here(communes(2), tmp_path)
    assert 2 == len(here(communes(2), tmp_path, resume=False).rendered)


def test_a_bad_unit_does_not_stop_the_others_and_leaves_no_old_brief(tmp_path: Path) -> None:
    """Its brief of before would be taken for this one."""
    reports = communes(3)
    path = here(reports, tmp_path).rendered[1].path
    reports[1] = commune(1, photos=[{"path": "khong-co.png", "caption": "Ảnh", "alt": "Ảnh"}])
    result = here(reports, tmp_path)
    assert ([reports[1].place.full_name], 2, False) == (units(result.failed), len(result.skipped), path.exists())
    assert "khong-co.png" in str(result.failed[0])
    assert "failed" == read_entries(tmp_path)[reports[1].place.code or ""].state


def test_a_hanging_unit_is_killed_and_the_others_are_made(tmp_path: Path) -> None:
    """In the default pool, which holds the limits itself."""
    templates = own_style(tmp_path / "mau", endless(""))
    reports = [commune(0, kicker="An ninh"), commune(1)]
    result = render_many(reports, tmp_path / "out", style="thu", templates=templates, timeout=5, jobs=1)
    assert (["xã Tân Hà"], ["xã Tân Hạ"]) == (units(result.failed), units(result.rendered))
    assert "làm quá 5 giây" in result.failed[0].reason


def test_threads_without_a_limit_do(tmp_path: Path) -> None:
    """Renders of one process take turns."""
    with ThreadPoolExecutor(2) as pool:
        assert 3 == len(render_many(communes(3), tmp_path, executor=pool).rendered)


def test_processes_with_a_limit_do(tmp_path: Path) -> None:
    """Each worker has a limited process beside it; the bytes are the same."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        result = render_many(communes(2), tmp_path, executor=pool, timeout=60)
    assert pdfs(2) == [brief.path.read_bytes() for brief in result.rendered]


def test_a_pool_that_breaks_fails_its_units_with_a_reason(tmp_path: Path) -> None:
    """Not the whole batch with a traceback."""

    class Broken(Executor):
        def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise RuntimeError("cannot schedule new futures after shutdown")

    assert 2 == len(render_many(communes(2), tmp_path, executor=Broken()).failed)


@cache
def with_last_year() -> RenderedReport:
    """The first commune's brief against the year before."""
    return render_report(commune(0), previous=commune(0, year=2025))


@pytest.mark.parametrize("shape", ["iterable", "codes", "names"])
def test_last_years_report_is_found_by_code_or_name(tmp_path: Path, shape: str) -> None:
    """In any order, by any key; another unit's does not count."""
    last = [commune(1, year=2025), commune(0, year=2025)]
    by_code = {report.place.code or "": report for report in last}
    by_name = {report.place.full_name: report for report in last}
    previous = {"iterable": iter(last), "codes": by_code, "names": by_name}[shape]
    result = here([commune(0)], tmp_path, previous=previous)
    expected = with_last_year().pdf
    assert expected == result.rendered[0].path.read_bytes()
    assert expected != brief_of(0).pdf


def test_progress_is_told_unit_by_unit(tmp_path: Path) -> None:
    """With what a bar needs."""
    steps: list[Step] = []
    here(communes(2), tmp_path, progress=steps.append)
    assert [(1, 2, "rendered"), (2, 2, "rendered")] == [(step.done, step.total, step.state) for step in steps]
    assert (True, 0.0) == (steps[-1].rate > 0, steps[-1].seconds_left)


def test_findings_stand_in_the_manifest(tmp_path: Path) -> None:
    """Also those of a unit that was not made again."""
    here(communes(1), tmp_path)
    finding = Finding("copied", "warning", "", "giống hệt năm trước", "xã Tân Hà")
    here(communes(1), tmp_path, findings={"24800": [finding]})
    assert (finding,) == read_entries(tmp_path)["24800"].findings


def test_files_of_units_that_are_gone_are_named_and_left_alone(tmp_path: Path) -> None:
    """A batch deletes no brief that belongs to nobody it knows."""
    before = here(communes(2), tmp_path)
    result = here(communes(1), tmp_path)
    assert ((before.rendered[1].path,), True) == (result.leftovers, before.rendered[1].path.exists())


def test_half_written_files_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    """They bear the marks of a write that did not end."""
    stray = tmp_path / ".antq-abcd1234"
    stray.write_bytes(b"%PDF")
    here(communes(1), tmp_path)
    assert not stray.exists()


def test_a_brief_is_recorded_also_when_the_interruption_comes_right_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file is there, and the next run knows it; one that was not written is not recorded as made."""

    def write(path: Path, data: bytes) -> None:
        if path.suffix == ".pdf" and not list(tmp_path.glob("*.pdf")):
            write_whole(path, data)
        raise KeyboardInterrupt

    monkeypatch.setattr("antq_reports.batch.runner.write_whole", write)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            here(communes(2), tmp_path)
        recorded = [entry.file for entry in read_entries(tmp_path).values() if entry.state == "rendered"]
        assert [path.name for path in tmp_path.glob("*.pdf")] == recorded
        assert 1 == len(recorded)


def test_two_batches_do_not_share_a_folder(tmp_path: Path) -> None:
    """The second one is told to wait."""
    script = (
        f"import fcntl, sys; lock = open({str(tmp_path / LOCK)!r}, 'wb'); fcntl.lockf(lock, fcntl.LOCK_EX)\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", script], **pipes) as holder:  # type: ignore[call-overload]
        assert b"held\n" == holder.stdout.readline()
        with pytest.raises(OutputError, match="một lần chạy khác"):
            here(communes(1), tmp_path)
        holder.stdin.close()
    assert 1 == len(here(communes(1), tmp_path).rendered)


def test_an_unknown_style_and_a_folder_that_is_a_file_are_refused(tmp_path: Path) -> None:
    """Before the first brief."""
    with pytest.raises(StyleError):
        here(communes(1), tmp_path, style="khong-co")
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(OutputError):
        here(communes(1), tmp_path / "tep")


def test_photos_may_be_bytes(tmp_path: Path, examples_dir: Path) -> None:
    """Reports of a programme have no folder; the brief is the one `render_report` makes."""
    photos = {"anh/a.png": (examples_dir / "photos" / "lam-dong" / "camera.png").read_bytes()}
    made = commune(0, photos=[{"path": "anh/a.png", "caption": "Ảnh", "alt": "Ảnh"}])
    for number, executor in enumerate((Here(), None)):
        result = render_many([made], tmp_path / str(number), executor=executor, photos=photos, jobs=1)
        assert [render_report(made, photos=photos).pdf] == [brief.path.read_bytes() for brief in result.rendered]
    (failed,) = here([made], tmp_path / "without").failed
    assert "photos=" in failed.reason


@pytest.mark.allow_weasyprint_logs
def test_what_the_engine_complains_about_reaches_the_result(tmp_path: Path) -> None:
    """Not strict does not mean silent."""
    folder = own_style(tmp_path / "mau", '<p style="colour: red">a</p>')
    options: dict[str, Any] = {"style": "thu", "templates": folder}
    (brief,) = here([commune(0)], tmp_path / "out", strict=False, **options).rendered
    assert any("colour" in problem for problem in brief.problems)
    assert 1 == len(here([commune(0)], tmp_path / "strict", **options).failed)
