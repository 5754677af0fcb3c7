"""The wheel carries templates and fonts, and a brief is printed from it alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sampling import is_soak

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("antq_reports", "templates", "fonts", "pyproject.toml", "LICENSE", "README.md")
CALLS = ROOT / "tests" / "typing" / "api.py"
LITTER = shutil.ignore_patterns("__pycache__", "*.pyc")

RENDER = """
import sys
from pathlib import Path
import antq_reports
from antq_reports import load_report, render_report
home, source, target = map(Path, sys.argv[1:])
assert home in Path(antq_reports.__file__).parents, antq_reports.__file__
from antq_reports.assets import assets_root
assert assets_root() == home / "antq_reports" / "_assets", assets_root()
target.write_bytes(render_report(load_report(source)).pdf)
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> None:
    """Run a command with a bare environment; show what it said when it fails."""
    names = {"PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1", "HOME": str(cwd), **environment}
    done = subprocess.run(command, cwd=cwd, env=names, text=True, capture_output=True, check=False)
    assert 0 == done.returncode, f"{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, offline, from a copy of the tree in a folder of any name: nothing is left in the tree."""
    tree = tmp_path_factory.mktemp("Bản tin 2026 antq reports")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=LITTER)
        elif source.is_file():
            shutil.copy2(source, tree / name)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tree / "dist", cwd=tree)
    (built,) = (tree / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def members(wheel: Path) -> frozenset[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone, offline, into a folder of its own."""
    home = tmp_path_factory.mktemp("nơi cài đặt")
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "install"]
    run(*pip, "--no-index", "--no-deps", "--target", home, wheel, cwd=home)
    return home


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment that has the wheel, and sees our dependencies but not the checkout."""
    home = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    (site,) = home.glob("lib/python*/site-packages")
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "install"]
    run(*pip, "--no-index", "--no-deps", "--target", site, wheel, cwd=home)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "python"


def files_below(folder: Path) -> Iterator[str]:
    """Yield the files of a folder of the checkout, relative to the checkout."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("folder", ["templates", "fonts"])
def test_every_asset_is_packed_inside_the_package(members: frozenset[str], folder: str) -> None:
    """The wheel's assets are the checkout's, no more and no less."""
    prefix = "antq_reports/_assets/"
    packed = {name.removeprefix(prefix) for name in members if name.startswith(f"{prefix}{folder}/")}
    expected = set(files_below(ROOT / folder))
    assert expected
    assert expected == packed


def test_every_module_and_the_typing_marker_are_packed(members: frozenset[str]) -> None:
    """Type checkers read the annotations of an installed package only beside py.typed."""
    expected = set(files_below(ROOT / "antq_reports"))
    assert "antq_reports/py.typed" in expected
    assert expected == {name for name in members if name.startswith("antq_reports/") and "/_assets/" not in name}


def test_nothing_else_is_packed(members: frozenset[str]) -> None:
    """No tests, no examples, no top-level templates or fonts, no code among the templates."""
    assert {"antq_reports", "antq_reports-0.1.0.dist-info"} == {name.split("/")[0] for name in members}
    assert [] == [name for name in members if "/_assets/" in name and name.endswith((".py", ".pyc"))]


def test_licences_are_declared(members: frozenset[str]) -> None:
    """The project's own and one per font family."""
    licences = {name.split("/licenses/")[1] for name in members if "/licenses/" in name}
    fonts = {path.relative_to(ROOT).as_posix() for path in (ROOT / "fonts").glob("*/OFL.txt")}
    assert {"LICENSE", *fonts} == licences


def test_the_command_is_declared(wheel: Path) -> None:
    """Installing the wheel brings `antq-reports`."""
    with zipfile.ZipFile(wheel) as archive:
        entry_points = archive.read("antq_reports-0.1.0.dist-info/entry_points.txt").decode()
    assert "antq-reports = antq_reports.cli:main" in entry_points


def test_a_brief_is_printed_from_the_installed_wheel(installed: Path, examples_dir: Path, tmp_path: Path) -> None:
    """With the checkout out of reach, code, templates and fonts all come from the wheel."""
    report, brief = examples_dir / "quang-nam-2024.toml", tmp_path / "brief.pdf"
    run(sys.executable, "-P", "-c", RENDER, installed, report, brief, cwd=tmp_path, PYTHONPATH=str(installed))
    assert brief.read_bytes().startswith(b"%PDF")


SETTINGS = "[mypy]\nstrict = true\nwarn_unused_configs = true\n"
PLUGINS = ["", "plugins = pydantic.mypy\n"] if is_soak() else [""]


@pytest.mark.parametrize("plugins", PLUGINS, ids=["bare", "pydantic-plugin"][: len(PLUGINS)])
def test_mypy_accepts_the_public_calls(python: Path, tmp_path: Path, plugins: str) -> None:
    """As a user runs it: strict, from a folder of one's own, over the installed package."""
    shutil.copy2(CALLS, tmp_path)
    (tmp_path / "mypy.ini").write_text(SETTINGS + plugins, encoding="utf-8")
    check: list[str | Path] = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        "mypy.ini",
        "--python-executable",
        python,
        CALLS.name,
    ]
    run(*check, cwd=tmp_path)


def test_pyright_accepts_the_public_calls(python: Path, tmp_path: Path) -> None:
    """What editors show is what mypy says."""
    shutil.copy2(CALLS, tmp_path)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}', encoding="utf-8")
    run(sys.executable, "-m", "basedpyright", "--level", "error", "--pythonpath", python, CALLS.name, cwd=tmp_path)


def test_a_checker_sees_a_wrong_call(python: Path, tmp_path: Path) -> None:
    """The checks above can fail: a metric that nobody declared is refused by both."""
    wrong = "from antq_reports import Report\nprint(Report(place='A', period=2026).weapons.firearms)\n"
    (tmp_path / "wrong.py").write_text(wrong, encoding="utf-8")
    checks: list[list[str | Path]] = [
        ["mypy", "--strict", "--python-executable", python],
        ["basedpyright", "--pythonpath", python],
    ]
    for check in checks:
        done = subprocess.run(
            [sys.executable, "-m", *check, "wrong.py"], cwd=tmp_path, text=True, capture_output=True, check=False
        )
        assert 1 == done.returncode
        assert "firearms" in done.stdout
