"""The fuzz targets: for each door of the library, what must hold whatever comes in.

Only documented errors may come out, in bounded time, and what is accepted must keep its promise. `make test` tries a
few inputs of each target, always the same; the long run (`long_run.py`) as many as an hour holds.
"""

from __future__ import annotations

import atexit
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from urllib.parse import unquote

from figure_texts import figure_texts
from fuzz_reports import PICTURE, Order, orders
from hypothesis import given
from PIL import Image
from reading import fold, holes_in
from report_files import BUNDLE_KEYS, ReportFile, addresses, report_files
from sampling import is_soak, tried

from antq_reports import RenderedReport, Report, format_figure, load_report, parse_figure, render_report
from antq_reports.errors import FigureSyntaxError, IntakeError, PdfError
from antq_reports.pdf import Resource
from antq_reports.pdf.fetcher import DENIAL, new_fetcher
from antq_reports.pdf.libraries import load_weasyprint


class TookTooLongError(Exception):
    """An input kept a target busy beyond its time."""


_TIMERS = ((signal.ITIMER_PROF, signal.SIGPROF, 1), (signal.ITIMER_REAL, signal.SIGALRM, 30))
"""Time of the processor, which a busy machine does not use up, and much more time of the clock, for what only waits."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer, also where the error is swallowed. Python allows it in the main thread alone."""
    rang: list[int] = []

    def ring(number: int, _frame: FrameType | None) -> None:
        rang.append(number)
        raise TookTooLongError(f"longer than {seconds} s")

    before = {number: signal.signal(number, ring) for _, number, _ in _TIMERS}
    for timer, _, factor in _TIMERS:
        signal.setitimer(timer, seconds * factor)
    try:
        yield
    finally:
        for timer, _, _ in _TIMERS:
            signal.setitimer(timer, 0)
        for number, handler in before.items():
            signal.signal(number, handler)
    if rang:
        raise TookTooLongError(f"longer than {seconds} s, and the interruption was swallowed")


@cache
def scratch() -> Path:
    """A folder of this process for files to read, with a picture in it."""
    folder = Path(tempfile.mkdtemp(prefix="antq-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Image.new("RGB", (320, 200), "white").save(folder / PICTURE)
    return folder


# --- the doors ---------------------------------------------------------------------------------------------------


@tried(500)
@given(figure_texts())
def test_a_text_is_refused_in_words_or_is_a_figure_that_reads_back(text: str) -> None:
    """A text is refused with reason and remedy, or is a figure that prints and reads back the same."""
    with time_limit(2):
        try:
            figure = parse_figure(text)
        except FigureSyntaxError as error:
            assert error.reason  # noqa: PT017 # either outcome is right, each has its promise
            assert error.remedy  # noqa: PT017
            return
        printed = format_figure(figure)
        assert text.replace("\u00a0", " ").strip() == printed
        assert figure == parse_figure(printed)


@tried(60)
@given(report_files())
def test_a_file_is_refused_by_name_or_is_a_report_that_reads_back(file: ReportFile) -> None:
    """A file is refused with faults that name it, or is a report whose JSON reads back equal."""
    path, again = scratch() / f"bao-cao{file.suffix}", scratch() / "doc-lai.json"
    path.write_bytes(file.content)
    with time_limit(10):
        if (report := _read(path)) is None:
            return
        again.write_text(report.model_dump_json(exclude_none=True), encoding="utf-8")
        assert report == load_report(again)


def _read(path: Path) -> Report | None:
    try:
        return load_report(path)
    except IntakeError as error:
        assert error.faults  # noqa: PT017 # either outcome is right, each has its promise
        for fault in error.faults:
            assert str(path) == fault.file
            assert fault.message
            str(fault).encode("utf-8")
        return None


@tried(20, 500)
@given(orders())
def test_a_right_report_becomes_a_page_that_reads_well(asked: Order) -> None:
    """Every entry of its ledger stands in the text, every figure is printed, no sentence has a hole."""
    with time_limit(20):
        brief = _rendered(asked)
        assert not is_soak() or "<html" in brief.html  # fonts are cut anew for every rare letter
        text = fold(brief.text)
        found = [f"not in the text: {entry.text}" for entry in brief.figures if fold(entry.text) not in text]
        found += [f"not printed: {path}" for path in brief.unprinted if "[" not in path]  # a row of zero says nothing
        for line in filter(None, brief.text.split("\n")):
            found += [hole for hole in holes_in(line) if _is_hole(hole, line)]
        assert [] == found, "\n".join(found)


def _rendered(asked: Order) -> RenderedReport:
    return render_report(asked.report, style=asked.style, previous=asked.previous, folder=scratch())


def _is_hole(hole: str, line: str) -> bool:
    """Whether a mark of a hole is one here: table cells have no full stop, and "50%" has no letter to make large."""
    is_prose = line.rstrip().endswith((".", "…", "?", "!"))
    if hole.startswith("lower case"):
        return is_prose and hole.partition(": ")[2].lstrip("'\"")[:1].isalpha()
    return is_prose or not hole.startswith("dangling connector")


@tried(4, 100)
@given(orders())
def test_the_same_page_is_drawn_or_refused_for_a_letter(asked: Order) -> None:
    """A PDF, or an error that names the letters no bundled font has."""
    load_weasyprint()
    with time_limit(120):
        try:
            pdf = _rendered(asked).pdf
        except PdfError as error:
            assert error.problems  # noqa: PT017 # either outcome is right, each has its promise
            return
        assert pdf.startswith(b"%PDF-")


@tried(500)
@given(addresses())
def test_an_address_is_answered_from_the_bundle_or_denied(address: str) -> None:
    """Answered with the bytes of the key it names, or denied and noted."""
    fetcher = new_fetcher(bundle())
    named = address.partition("#")[0]
    with time_limit(2):
        try:
            response = fetcher.fetch(address)
        except ValueError as error:
            assert (DENIAL,) == error.args  # noqa: PT017 # either outcome is right, each has its promise
            assert [address[:200]] == fetcher.denied
            return
        wanted = {unquote(key): resource.data for key, resource in bundle().items() if key.startswith("antq:")}
        assert wanted[unquote(named)] == response.read()
        assert (None, []) == (response.path, fetcher.denied)


@cache
def bundle() -> Mapping[str, Resource]:
    """A bundle whose every resource has other bytes."""
    load_weasyprint()
    return {key: Resource(key.encode(), "font/ttf") for key in BUNDLE_KEYS}


TARGETS: dict[str, Callable[[], None]] = {
    "figure": test_a_text_is_refused_in_words_or_is_a_figure_that_reads_back,
    "intake": test_a_file_is_refused_by_name_or_is_a_report_that_reads_back,
    "prose": test_a_right_report_becomes_a_page_that_reads_well,
    "page": test_the_same_page_is_drawn_or_refused_for_a_letter,
    "fetcher": test_an_address_is_answered_from_the_bundle_or_denied,
}
"""Every door by the name it has in `make fuzz`."""
