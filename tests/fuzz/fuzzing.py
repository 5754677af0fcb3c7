"""The long run of the fuzz targets: ``python tests/fuzz/fuzzing.py --seconds 3600 --out out/fuzz``.

Random bytes are read as choices (`fuzz_choices`) that make structured inputs; the targets take turns in worker
processes, each with a limit of memory, each input with a limit of time. Every round prints a line per target. A fault
is cut down to a small input and saved as ``<target>-<signature>.bin`` with a ``.txt`` that shows input and traceback;
one file for each kind of fault. The exit code is 1 when there was any. ``--replay FILE`` runs a saved input again.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import re
import resource
import sys
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from fuzz_choices import Choices
from fuzz_targets import TARGETS, Target

SIZES = (8, 32, 128, 512, 2048)
"""Lengths of inputs in bytes: short ones make simple inputs, and many of them."""
ROUND_SECONDS = 60
MEMORY_BYTES = 4 * 1024**3
SHRINK_TRIES = 300
WORKER_CPU_SECONDS = 1200
"""More than one round takes: a worker that code in C holds for ever is ended by the system."""


@dataclass(frozen=True, slots=True)
class Found:
    """One kind of fault: its signature, the small input that shows it, and what was seen."""

    target: str
    signature: str
    data: bytes
    shown: str

    def save(self, folder: Path) -> None:
        """Write input and description."""
        stem = f"{self.target}-{self.signature}"
        (folder / f"{stem}.bin").write_bytes(self.data)
        (folder / f"{stem}.txt").write_text(self.shown, encoding="utf-8", errors="backslashreplace")


@dataclass(slots=True)
class Tally:
    """What one target has been through."""

    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    found: dict[str, Found] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Count another round's work in."""
        self.inputs += other.inputs
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.found |= {name: found for name, found in other.found.items() if name not in self.found}

    def line(self, name: str) -> str:
        """One line of progress."""
        rate = self.inputs / self.seconds if self.seconds else 0.0
        return (
            f"{name:8} {self.inputs:>10} inputs {rate:>8.1f}/s  slowest {self.slowest:.2f} s  {len(self.found)} faults"
        )


def random_input(source: random.Random) -> bytes:
    """Bytes of one of the usual lengths."""
    return source.randbytes(source.choice(SIZES))


def error_of(target: Target, data: bytes) -> Exception | None:
    """What an input makes a target raise, if anything."""
    try:
        target.run(data)
    except Exception as error:  # whatever comes out is what is looked for
        return error
    return None


def signature_of(error: Exception) -> str:
    """The kind of a fault: the error's class, the place in the code, the words of its message."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else ""
    words = re.sub(r"[\W\d_]+", " ", str(error).partition(":")[0])[:60]
    return hashlib.sha256(f"{type(error).__name__} {place} {words}".encode()).hexdigest()[:12]


def hunt(target: Target, seconds: float, seed: int) -> Tally:
    """Try random inputs for so long; at least one."""
    source, tally, start = random.Random(seed), Tally(), time.monotonic()
    while not tally.inputs or time.monotonic() - start < seconds:
        data, before = random_input(source), time.process_time()
        error = error_of(target, data)
        tally.inputs += 1
        tally.slowest = max(tally.slowest, time.process_time() - before)
        if error is not None and (signature := signature_of(error)) not in tally.found:
            tally.found[signature] = describe(target, shrunk(target, data, signature), signature)
    tally.seconds = time.monotonic() - start
    return tally


def shrunk(target: Target, data: bytes, signature: str) -> bytes:
    """A simpler input with the same kind of fault: cut off at the end, then zeroed piece by piece."""
    left = SHRINK_TRIES
    width = len(data)
    while width and left > 0:
        for start in range(0, len(data), width):
            for shorter in (
                data[:start],
                data[:start] + bytes(len(data[start : start + width])) + data[start + width :],
            ):
                left -= 1
                if shorter != data and left > 0 and is_same(target, shorter, signature):
                    data = shorter
                    break
        width //= 2
    return data


def is_same(target: Target, data: bytes, signature: str) -> bool:
    """Whether an input shows this kind of fault."""
    error = error_of(target, data)
    return error is not None and signature_of(error) == signature


def describe(target: Target, data: bytes, signature: str) -> Found:
    """A fault with its input as the target sees it and its traceback."""
    error = error_of(target, data)
    try:
        shown = repr(target.make(Choices(data)))
    except Exception as refusal:  # the fault lies in the making of the input
        shown = f"no input: {refusal!r}"
    trace = "".join(traceback.format_exception(error)) if error is not None else "not seen again\n"
    return Found(target.name, signature, data, f"{shown}\n\n{trace}")


# --- many rounds in worker processes -----------------------------------------------------------------------------


def _limit_worker() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (WORKER_CPU_SECONDS, WORKER_CPU_SECONDS))


def _hunt_named(name: str, seconds: float, seed: int) -> Tally:
    return hunt(next(target for target in TARGETS if target.name == name), seconds, seed)


def _result(future: Future[Tally], name: str) -> Tally:
    """A round's tally; that a worker died is a fault of its own."""
    try:
        return future.result()
    except BrokenProcessPool as error:
        return Tally(inputs=1, found={"worker": Found(name, "worker", b"", f"the worker died: {error!r}\n")})


def run_rounds(names: Sequence[str], seconds: float, folder: Path, seed: int, jobs: int) -> dict[str, Tally]:
    """Let the targets take turns until the time is up; each round's faults are saved at once."""
    folder.mkdir(parents=True, exist_ok=True)
    tallies = {name: Tally() for name in names}
    end, seeds = time.monotonic() + seconds, count(seed)
    while (left := end - time.monotonic()) > 0 or not all(tally.inputs for tally in tallies.values()):
        turn = min(ROUND_SECONDS, max(left, 0) * jobs / len(names))
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=_limit_worker) as pool:
            futures = {name: pool.submit(_hunt_named, name, turn, next(seeds)) for name in names}
            for name, future in futures.items():
                tallies[name].add(_result(future, name))
        for name, tally in tallies.items():
            for found in tally.found.values():
                found.save(folder)
            _say(tally.line(name))
        _say(f"-- {max(end - time.monotonic(), 0):.0f} s left")
    return tallies


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def replay(file: Path) -> int:
    """Run one saved input; 1 when it still fails."""
    target = next(target for target in TARGETS if target.name == file.name.partition("-")[0])
    error = error_of(target, file.read_bytes())
    _say(describe(target, file.read_bytes(), "").shown if error else "no fault any more")
    return 0 if error is None else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the targets for some time; 1 when there was a fault."""
    parser = argparse.ArgumentParser(description="Feed the library random inputs and save what breaks it.")
    parser.add_argument("--seconds", type=float, default=3600, help="wall time of the whole run")
    parser.add_argument("--out", type=Path, default=Path("out/fuzz"), help="folder for inputs that show a fault")
    parser.add_argument("--target", action="append", choices=[target.name for target in TARGETS], help="default: all")
    parser.add_argument("--seed", type=int, default=None, help="default: another one every time")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument("--replay", type=Path, help="run one saved input again")
    options = parser.parse_args(arguments)
    if options.replay is not None:
        return replay(options.replay)
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**9)
    names = options.target or [target.name for target in TARGETS]
    _say(f"seed {seed}")
    tallies = run_rounds(names, options.seconds, options.out, seed, options.jobs)
    faults = [found for tally in tallies.values() for found in tally.found.values()]
    for found in faults:
        _say(f"fault: {options.out / f'{found.target}-{found.signature}.txt'}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
