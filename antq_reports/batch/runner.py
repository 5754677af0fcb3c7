"""The batch: many reports, a folder of briefs, over any executor.

Only this process writes into the folder, and only whole files. A unit is left alone when its input's hash is the
recorded one and its file has the recorded bytes; all else is made anew. What fails is recorded with its reason and
never stops the others.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from antq_reports.batch.file_names import file_stems, report_keys
from antq_reports.batch.input_digest import input_digest, own_templates, photo_files, portable, setting_digest
from antq_reports.batch.result import BatchResult, Brief, Failure, Progress, State, Step
from antq_reports.batch.run_manifest import Entry, Manifest, leftovers, read_entries
from antq_reports.batch.worker_process import CHILDREN, Children, serve
from antq_reports.batch.worker_task import DEFAULT_BRIEFS, DEFAULT_MEGABYTES, DEFAULT_SECONDS, Limits, Outcome, Task
from antq_reports.catalogue import Catalogue, find_catalogue
from antq_reports.errors import AntqReportsError, OutputError, Refusal
from antq_reports.files import os_reason, sweep_scraps, write_whole
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.report import BaseReport, Finding, Place, unit_key
from antq_reports.report.acceptance import Acceptance
from antq_reports.vietnamese import fold_name

LOCK = ".antq-batch.lock"
Serve = Callable[[Task], Outcome]
Submit = Callable[[Task], Future[Outcome]]
FOREIGN_AHEAD = 256
"""Tasks handed to a foreign executor before the first comes back: enough for a hundred workers."""


def render_many(
    reports: Iterable[BaseReport],
    out_dir: str | Path,
    *,
    style: str = DEFAULT_STYLE,
    previous: Mapping[str, BaseReport] | Iterable[BaseReport] | None = None,
    templates: str | Path | None = None,
    executor: Executor | None = None,
    resume: bool = True,
    timeout: float | None = None,
    progress: Progress | None = None,
    jobs: int | None = None,
    megabytes: int | None = DEFAULT_MEGABYTES,
    recycle: int = DEFAULT_BRIEFS,
    strict: bool = True,
    findings: Mapping[str, Sequence[Finding]] | None = None,
    photos: Mapping[str, bytes] | None = None,
    accepted: Sequence[Acceptance] = (),
    internal: bool = False,
    formats: Sequence[str] = (),
) -> BatchResult:
    """One PDF for each report, in `out_dir` with a ``manifest.json``; what has not changed is not made again.

    ``previous`` holds last period's reports, by unit (code, or level and name) or in any order. Without an ``executor``
    `jobs` limited processes (default: one a core) make the briefs, each within ``timeout`` seconds (default: 120) and
    ``megabytes`` of address space, replaced after ``recycle`` briefs. A foreign ``executor`` (threads, processes,
    Dask's ``Client.get_executor()``) holds the limits when ``timeout`` is given, through a limited process beside each
    of its workers, and holds none when it is not. ``resume=False`` makes everything anew. ``findings``, by unit, go
    into the manifest; ``accepted`` and ``internal`` are those of `render_report`. ``photos`` holds files of photos by
    the paths that reports name; those it lacks are read from the folder of the report. ``formats`` are wanted besides
    the PDF, each in a file of the same name: ``("html", "txt")``.

    A brief that fails, hangs or eats memory is in ``failed`` with its reason. Raises `StyleError` or `TemplateError`
    for a style that cannot be used, `OutputError` for a folder that cannot be written or that another batch is using.
    """
    folder, own = Path(out_dir), Path(templates) if templates is not None else None
    limits = Limits(seconds=timeout or DEFAULT_SECONDS, megabytes=megabytes, briefs=recycle)
    given = tuple(reports)
    catalogues = {report.catalogue for report in given} or {find_catalogue()}
    plan = _Plan(
        reports=given,
        settings={catalogue: setting_digest(style, own, catalogue) for catalogue in catalogues},
        style=style,
        templates=own_templates(own),
        previous=_by_unit(previous),
        strict=strict,
        limits=limits if executor is None or timeout is not None else None,
        findings=findings or {},
        photos=photos or {},
        accepted=tuple(accepted),
        internal=internal,
        formats=tuple(sorted(set(formats) - {"pdf"})),
    )
    with _sole_use(folder):
        return _carried_out(_Run(plan=plan, folder=folder, resume=resume, progress=progress), executor, jobs)


def _carried_out(run: _Run, executor: Executor | None, jobs: int | None) -> BatchResult:
    """A run over a foreign executor, or over limited processes of its own."""
    if executor is not None:
        try:
            return run.over(executor, serve, FOREIGN_AHEAD)
        finally:
            CHILDREN.close()
    workers = jobs or usable_cores()
    with _own_pool(workers) as (pool, own_serve):
        return run.over(pool, own_serve, 2 * workers)


def usable_cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0))


def _by_unit(previous: Mapping[str, BaseReport] | Iterable[BaseReport] | None) -> dict[str, BaseReport]:
    """Last period's reports by the keys a unit may be looked up by: code, or level and name."""
    if isinstance(previous, Mapping):
        return {fold_name(key): report for key, report in previous.items()}
    reports = tuple(previous or ())
    found = {fold_name(report.place.full_name): report for report in reversed(reports)}
    return found | {report.place.code: report for report in reversed(reports) if report.place.code}


@contextmanager
def _sole_use(folder: Path) -> Iterator[None]:
    """Make the folder, keep other batches out of it, and sweep what a killed one left half written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.fdopen(os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644), "wb")
    except OSError as error:
        remedy = "kiểm tra đường dẫn và quyền ghi"
        raise OutputError(
            str(folder), Refusal(f"không ghi được vào thư mục này ({os_reason(error)})", remedy)
        ) from error
    with lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            remedy = "đợi lần chạy đó xong, hoặc chọn thư mục khác"
            raise OutputError(str(folder), Refusal("một lần chạy khác đang ghi vào thư mục này", remedy)) from error
        sweep_scraps(folder)
        yield


@contextmanager
def _own_pool(workers: int) -> Iterator[tuple[Executor, Serve]]:
    """Threads that each drive a limited process; when they are left in a hurry, the processes are killed."""
    pool, children = ThreadPoolExecutor(workers, thread_name_prefix="antq-batch"), Children()
    try:
        yield pool, children.serve
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        children.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        children.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Everything that is settled before the first brief is made."""

    reports: tuple[BaseReport, ...]
    style: str
    settings: Mapping[Catalogue, str]
    """The setting's digest by subject."""
    templates: tuple[tuple[str, bytes], ...] | None
    previous: Mapping[str, BaseReport]
    strict: bool
    limits: Limits | None
    findings: Mapping[str, Sequence[Finding]]
    photos: Mapping[str, bytes]
    accepted: tuple[Acceptance, ...] = ()
    internal: bool = False
    formats: tuple[str, ...] = ()

    def entries(self) -> list[Entry]:
        """The manifest's line of every unit, before anything is made."""
        rows = zip(self.reports, report_keys(self.reports), file_stems(self.reports), strict=True)
        return [
            Entry(
                key=key,
                unit=report.place.full_name,
                code=report.place.code,
                file=f"{stem}.pdf",
                findings=tuple(self.findings.get(unit_key(report.place), ())),
            )
            for report, key, stem in rows
        ]

    def task(self, report: BaseReport) -> Task:
        """The task for one report. Raises `PhotoError` for a photo that is not there."""
        place = report.place
        last = self._last(place)
        return Task(
            unit=place.full_name,
            report=portable(report),
            previous=portable(last) if last is not None else None,
            style=self.style,
            setting=self.settings[report.catalogue],
            templates=self.templates,
            photos=photo_files(report, self.photos),
            strict=self.strict,
            accepted=tuple(each for each in self.accepted if each.is_of(place)),
            internal=self.internal,
            formats=self.formats,
            limits=self.limits,
        )

    def _last(self, place: Place) -> BaseReport | None:
        """The unit's report of the period before; a unit of the same name with another code is another unit."""
        last = self.previous.get(place.code or "") or self.previous.get(fold_name(place.full_name))
        codes = {place.code, last.place.code} - {None} if last is not None else set()
        return last if len(codes) < 2 else None


@dataclass(slots=True, kw_only=True)
class _Run:
    """A batch in progress."""

    plan: _Plan
    folder: Path
    resume: bool
    progress: Progress | None
    states: dict[str, State] = field(default_factory=dict)
    problems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _made: int = 0
    _at_hand: Entry | None = None
    """The brief that is being written: an interruption may come when its file is there and its record is not."""
    _started: float = field(default_factory=time.monotonic)

    def over(self, executor: Executor, serve: Serve, ahead: int) -> BatchResult:
        """Make everything; the manifest is whole on the disk whatever ends this."""
        before = read_entries(self.folder)
        entries = self.plan.entries()
        manifest = Manifest(folder=self.folder, style=self.plan.style)
        manifest.entries = {entry.key: before.get(entry.key, entry) for entry in entries}
        manifest.write()
        running: dict[Future[Outcome], Entry] = {}

        def submit(task: Task) -> Future[Outcome]:
            return executor.submit(serve, task)

        try:
            for report, entry in zip(self.plan.reports, entries, strict=True):
                if len(running) >= ahead:
                    self._collect(running, manifest)
                self._begin(report, entry, before.get(entry.key), submit, running, manifest)
            while running:
                self._collect(running, manifest)
        finally:
            for future in running:
                future.cancel()
            if self._at_hand is not None and self._at_hand.stands(self.folder):
                manifest.entries[self._at_hand.key] = self._at_hand
            manifest.write()
        return self._result(entries, manifest, before.values())

    def _begin(
        self,
        report: BaseReport,
        entry: Entry,
        old: Entry | None,
        submit: Submit,
        running: dict[Future[Outcome], Entry],
        manifest: Manifest,
    ) -> None:
        try:
            task = self.plan.task(report)
            entry = replace(entry, input=input_digest(task))
            if self.resume and old is not None and _still_good(old, entry, self.folder):
                kept = replace(entry, state="rendered", output=old.output, others=old.others)
                self._settle(kept, "skipped", manifest)
            else:
                running[submit(task)] = entry
        except (AntqReportsError, OSError, RuntimeError) as error:  # a pool that broke refuses with a RuntimeError
            self._fail(entry, str(error), manifest)

    def _collect(self, running: dict[Future[Outcome], Entry], manifest: Manifest) -> None:
        """Wait for at least one brief, and put down all that are there."""
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            entry = running.pop(future)
            error = future.exception() if not future.cancelled() else None
            if error is not None or future.cancelled():
                reason = f"máy thợ không làm xong [{type(error).__name__}: {error}] → chạy lại"
                self._fail(entry, reason, manifest)
            else:
                self._put_down(entry, future.result(), manifest)

    def _put_down(self, entry: Entry, outcome: Outcome, manifest: Manifest) -> None:
        if outcome.pdf is None:
            self._fail(entry, outcome.reason, manifest)
            return
        stem = Path(entry.file).stem
        files = {f"{stem}.{name}": data for name, data in outcome.others}
        others = tuple((name, hashlib.sha256(data).hexdigest()) for name, data in files.items())
        output = hashlib.sha256(outcome.pdf).hexdigest()
        self._at_hand = replace(entry, state="rendered", output=output, others=others)
        try:
            for name, data in {entry.file: outcome.pdf, **files}.items():
                write_whole(self.folder / name, data)
        except OutputError as error:  # the old brief stays: a full disk is no fault of its data
            self._settle(replace(entry, state="failed", reason=str(error)), "failed", manifest)
            return
        self._made += 1
        self.problems[entry.key] = outcome.problems
        self._settle(self._at_hand, "rendered", manifest)

    def _fail(self, entry: Entry, reason: str, manifest: Manifest) -> None:
        """Record a failure; a brief of older data that we made must not pass for this one's, so it goes."""
        old = manifest.entries[entry.key]
        if old.file == entry.file and old.stands(self.folder):
            (self.folder / old.file).unlink(missing_ok=True)
        self._settle(replace(entry, state="failed", reason=reason), "failed", manifest)

    def _settle(self, entry: Entry, state: State, manifest: Manifest) -> None:
        self.states[entry.key] = state
        manifest.put(entry)
        if self.progress is not None:
            self.progress(self._step(entry, state))

    def _step(self, entry: Entry, state: State) -> Step:
        done, total = len(self.states), len(self.plan.reports)
        rate = self._made / max(time.monotonic() - self._started, 1e-9)
        left = (total - done) / rate if rate else None
        return Step(unit=entry.unit, state=state, done=done, total=total, rate=rate, seconds_left=left)

    def _result(self, entries: Sequence[Entry], manifest: Manifest, before: Iterable[Entry]) -> BatchResult:
        settled = [(self.states[entry.key], manifest.entries[entry.key]) for entry in entries]
        briefs = {
            wanted: tuple(
                Brief(
                    unit=entry.unit,
                    code=entry.code,
                    path=self.folder / entry.file,
                    problems=self.problems.get(entry.key, ()),
                )
                for state, entry in settled
                if state == wanted
            )
            for wanted in ("rendered", "skipped")
        }
        return BatchResult(
            rendered=briefs["rendered"],
            skipped=briefs["skipped"],
            failed=tuple(
                Failure(unit=entry.unit, code=entry.code, reason=entry.reason)
                for state, entry in settled
                if state == "failed"
            ),
            leftovers=leftovers(self.folder, before, frozenset(entry.file for entry in entries)),
            seconds=time.monotonic() - self._started,
        )


def _still_good(old: Entry, new: Entry, folder: Path) -> bool:
    return (old.input, old.file) == (new.input, new.file) and old.stands(folder)
