"""What every test shares: profiles, the examples' folder, what is made once, goldens, silence of the PDF engine."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sampling import register_profiles

from antq_reports.batch.worker_process import Children
from antq_reports.prose import sandbox

ROOT = Path(__file__).resolve().parent.parent
GOLDENS = ROOT / "tests" / "data" / "golden"
USED = pytest.StashKey[set[str]]()

register_profiles()
settings.load_profile("default")


@pytest.fixture(scope="session")
def examples_dir() -> Path:
    """Return the folder of the example reports."""
    return ROOT / "examples"


# --- what is made once for many tests -----------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    """Keep what was compiled and checked of a template text: a test of one's own wording changes one file of thirty."""
    trees: dict[tuple[object, ...], Any] = {}
    codes: dict[int, Any] = {}
    check_one, compile_one = sandbox.check_source, sandbox._compile

    def check_once(environment: Any, name: str, source: str, *, prose: bool) -> Any:
        asked = (name, source, prose)
        if asked not in trees:
            trees[asked] = check_one(environment, name, source, prose=prose)
        return trees[asked]

    def compile_once(environment: Any, tree: Any, name: str) -> Any:
        if id(tree) not in codes:  # every tree is kept above, so that no other gets its id
            codes[id(tree)] = compile_one(environment, tree, name)
        return codes[id(tree)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "check_source", check_once)
        patch.setattr(sandbox, "_compile", compile_once)
        yield


@pytest.fixture(scope="session")
def _lasting() -> Iterator[Children]:
    """Limited processes that several batches use, one after another."""

    class Lasting(Children):
        def close(self) -> None:
            """Wait for the next batch."""

    children = Lasting()
    yield children
    Children.close(children)


@pytest.fixture
def lent_processes(_lasting: Children, monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what comes of a batch: its limited processes were started by the batch of another test.

    That a batch starts its own, holds the limits and leaves none behind is for the tests in tests/batch.
    """
    monkeypatch.setattr("antq_reports.batch.runner.Children", lambda: _lasting)


# --- goldens: small texts under tests/data/golden, compared whole -------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-goldens``."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden texts instead of comparing them")


def pytest_configure(config: pytest.Config) -> None:
    """Start the list of goldens that tests asked for."""
    config.stash[USED] = set()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return ``golden(name, text)``, which compares `text` to ``tests/data/golden/<name>``."""

    def check(name: str, text: str) -> None:
        path = GOLDENS / name
        request.config.stash[USED].add(name)
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if not path.is_file():
            pytest.fail(f"no golden {path.relative_to(ROOT)}: look at the text, then run with --update-goldens")
        assert path.read_text(encoding="utf-8") == text

    return check


def orphaned_goldens(used: set[str]) -> list[str]:
    """Return the golden files that no test asked for."""
    files = (path for path in GOLDENS.rglob("*") if path.is_file())
    return sorted(name for path in files if (name := path.relative_to(GOLDENS).as_posix()) not in used)


def is_whole_suite(config: pytest.Config) -> bool:
    """Whether nothing narrowed this run: no paths, no ``-k``, ``-m``, ``--lf`` or ``--deselect``."""
    narrowed = any(config.getoption(name, None) for name in ("keyword", "markexpr", "lf", "deselect", "collectonly"))
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not narrowed


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over the list of one xdist worker."""
    node.config.stash[USED].update(getattr(node, "workeroutput", {}).get("goldens", ()))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Hand a worker's list to the controller; there, fail a whole and green run that left orphans."""
    config = session.config
    used: set[str] = config.stash[USED]
    if hasattr(config, "workeroutput"):
        config.workeroutput["goldens"] = sorted(used)
    elif exitstatus == pytest.ExitCode.OK and is_whole_suite(config) and orphaned_goldens(used):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name the orphans."""
    if not is_whole_suite(config) or terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        return
    for name in orphaned_goldens(config.stash[USED]):
        terminalreporter.write_line(f"orphaned golden, delete it: tests/data/golden/{name}", red=True)


# --- silence: what WeasyPrint warns about fails the test ----------------------------------------------


class _Records(logging.Handler):
    """Keeps the messages of one test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname}: {record.getMessage()}")


@contextmanager
def _silent_weasyprint(item: pytest.Item) -> Iterator[None]:
    if item.get_closest_marker("allow_weasyprint_logs"):
        yield
        return
    logger, records = logging.getLogger("weasyprint"), _Records()
    logger.addHandler(records)
    try:
        yield
    finally:
        logger.removeHandler(records)
    if records.messages:
        pytest.fail("WeasyPrint logged:\n" + "\n".join(records.messages), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Fail a test whose fixtures made WeasyPrint warn."""
    with _silent_weasyprint(item):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test that made WeasyPrint warn."""
    with _silent_weasyprint(item):
        yield
