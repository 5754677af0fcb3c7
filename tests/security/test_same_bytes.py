"""The same data, style and version give the same bytes: in another process, folder, hour, locale, time zone, hash seed.

Each variation renders the same report in a fresh interpreter and compares the digests of PDF and HTML with those of the
plainest one; a difference is reported under the variation's name.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from plainest_locale import PLAINEST
from sampling import is_soak

import antq_reports
from antq_reports import load_report, render_report
from antq_reports.assets import fonts_dir, templates_dir

REPORT = """\
headline = "Hà Tĩnh giữ bình yên từ thôn xóm"
date = 2026-12-25
place.name = "Hà Tĩnh"
period = "năm 2026"
actors = ["Tỉnh ủy", "UBND tỉnh", "lực lượng Công an"]
source = { name = "Báo Hà Tĩnh", url = "https://example.org/tin" }

[communication]
outreach_sessions = 1584
campaigns = ["Camera an ninh", "Tổ tự quản"]

[crime_results]
public_order_cases_solved = "1.010/1.173 vụ (đạt 86,1%)"

[weapons]
ammunition_surrendered = "hàng trăm viên đạn"

[[photos]]
path = "anh.png"
caption = "Người dân nộp {weapons.ammunition_surrendered}"
alt = "Hai người đặt đạn cũ lên bàn"
"""

CHILD = """\
import hashlib, json, os, sys, threading
how, path = sys.argv[1:]
if how == "hour":
    import datetime, time
    ahead, clock, moment = 400 * 86400 + 12345, time.time, datetime.datetime
    class Kind(type):
        def __instancecheck__(cls, value):
            return isinstance(value, moment)
    class Later(moment, metaclass=Kind):
        @classmethod
        def now(cls, tz=None):
            return moment.fromtimestamp(time.time(), tz)
        today = now
        utcnow = classmethod(lambda cls: moment.utcfromtimestamp(time.time()))
    gmtime, localtime, strftime = time.gmtime, time.localtime, time.strftime
    time.time = lambda: clock() + ahead
    time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
    time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)
    time.strftime = lambda form, moment=None: strftime(form, time.localtime() if moment is None else moment)
    datetime.datetime = Later
import antq_reports
from antq_reports import Report, load_report, render_report
def digests():
    brief = render_report(load_report(path), style="bao-quang-nam")
    made = [hashlib.sha256(data).hexdigest() for data in (brief.pdf, brief.html.encode(), brief.text.encode())]
    found.append(made)
found = []
if how == "after others":
    os.umask(0o077)
    other = Report.model_validate({"place": {"name": "A"}, "period": "2026", "weapons": {"detonators": 5}})
    render_report(other).pdf, render_report(other, style="bao-quang-nam").html
    thread = threading.Thread(target=digests)
    thread.start()
    thread.join()
digests()
print(json.dumps([antq_reports.__file__, found]))
"""


@dataclass(frozen=True, slots=True)
class Variation:
    """One way of running: the environment, what the child does, whether report and package lie elsewhere."""

    environment: Mapping[str, str] = field(default_factory=dict)
    how: str = "plain"
    moved: bool = False


VARIATIONS = {
    "time zone east, hash seed 1": Variation({"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1"}),
    "time zone west, hash seed random": Variation({"TZ": "America/New_York", "PYTHONHASHSEED": "random"}),
    "locale C": Variation(PLAINEST),
    "locale of Vietnam, numbers of Germany": Variation({"LANG": "vi_VN.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"}),
    "another folder, file times, working folder, installed package": Variation(moved=True),
    "another hour": Variation(how="hour"),
    "after another report, in a thread, another umask": Variation(how="after others"),
    "foreign fonts and home, a date of the build": Variation(
        dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"), "{foreign}")
        | {"FONTCONFIG_FILE": "{foreign}/fonts.conf", "FONTCONFIG_PATH": "{foreign}", "SOURCE_DATE_EPOCH": "86400"}
    ),
}
"""Each differs in a few ways from the plain run; the name tells in which."""
AT_ONCE = {
    "moved, another hour, in the east, without a locale": Variation(
        {
            **PLAINEST,
            **VARIATIONS["time zone east, hash seed 1"].environment,
        },
        how="hour",
        moved=True,
    ),
    "after another report, in the west, foreign fonts and locale": Variation(
        {
            **VARIATIONS["locale of Vietnam, numbers of Germany"].environment,
            **VARIATIONS["time zone west, hash seed random"].environment,
            **VARIATIONS["foreign fonts and home, a date of the build"].environment,
        },
        how="after others",
    ),
}
"""The same ways in two runs, for `make test`: it says that there is a difference, `make soak` says where it lies."""
TRIED = VARIATIONS if is_soak() else AT_ONCE

FOREIGN_FONTS = """\
<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <match target="pattern"><edit name="family" mode="assign" binding="strong"><string>DejaVu Sans</string></edit></match>
  <match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
</fontconfig>
"""


def write_report(folder: Path, photo: str = "anh.png", colour: str = "teal") -> Path:
    """The report with its picture in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize((320, 200)).convert("RGB").save(folder / photo)
    with Image.open(folder / photo) as picture:
        Image.blend(picture, Image.new("RGB", picture.size, colour), 0.5).save(folder / photo)
    path = folder / "ha-tinh-2026.toml"
    path.write_text(REPORT.replace("anh.png", photo), encoding="utf-8")
    return path


def foreign_home(folder: Path) -> Path:
    """A home whose font configuration turns every font into another."""
    folder.mkdir()
    (folder / "fonts.conf").write_text(FOREIGN_FONTS, encoding="utf-8")
    return folder


def installed_package(folder: Path) -> Path:
    """The package as a wheel lays it out, templates and fonts inside it."""
    source = Path(antq_reports.__file__).parent
    shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__", "_assets"))
    for part in (templates_dir(), fonts_dir()):
        shutil.copytree(part, folder / source.name / "_assets" / part.name)
    return folder


def moved_report(report: Path, folder: Path) -> Path:
    """A copy of the report and its picture elsewhere, as files of long ago."""
    shutil.copytree(report.parent, folder)
    for file in folder.iterdir():
        os.utime(file, (10**9, 10**9))
    return folder / report.name


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Variation], tuple[Path, list[list[str]]]]:
    """Return ``run(variation)``: the package that was used, and the digests of PDF, HTML and text it made."""
    base = tmp_path_factory.mktemp("same-bytes")
    report, foreign = write_report(base / "báo cáo"), foreign_home(base / "nhà khác")
    package = installed_package(base / "site")
    checkout = Path(antq_reports.__file__).parent.parent

    def child(variation: Variation) -> tuple[Path, list[list[str]]]:
        path = moved_report(report, base / "nơi" / "khác") if variation.moved else report
        inherited = {"PATH": os.environ["PATH"], "HOME": str(base), "PYTHONHASHSEED": "0", "LANG": "C.UTF-8"}
        given = {name: value.format(foreign=foreign) for name, value in variation.environment.items()}
        found = {"PYTHONPATH": str(package if variation.moved else checkout)}
        done = subprocess.run(
            [sys.executable, "-c", CHILD, variation.how, str(path)],
            env=inherited | found | given,
            cwd=path.parent if variation.moved else base,
            capture_output=True,
            check=False,
        )
        assert 0 == done.returncode, done.stderr.decode(errors="replace")
        used, digests = json.loads(done.stdout)
        return Path(used), digests

    return child


def test_every_variation_gives_the_same_bytes(
    run: Callable[[Variation], tuple[Path, list[list[str]]]],
) -> None:
    """PDF, HTML and text are the same byte for byte; what differs is named."""
    with ThreadPoolExecutor(2) as pool:
        (_, [plain]), *others = pool.map(run, (Variation(), *TRIED.values()))
    different = [
        (name, kind)
        for name, (_, made) in zip(TRIED, others, strict=True)
        for digests in made
        for kind, one, other in zip(("pdf", "html", "text"), plain, digests, strict=True)
        if one != other
    ]
    assert [] == different
    packages = {name: used for name, (used, _) in zip(TRIED, others, strict=True)}
    assert [each.moved for each in TRIED.values()] == ["site" in used.parts for used in packages.values()]
    assert [2 if each.how == "after others" else 1 for each in TRIED.values()] == [len(made) for _, made in others]


def test_no_variation_is_left_out_of_those_at_once() -> None:
    """Every value of every variation is in one of the two runs."""

    def ways(variations: Mapping[str, Variation]) -> set[object]:
        found = {way for each in variations.values() for way in each.environment.items()}
        return found | {way for each in variations.values() for way in (each.how, each.moved)}

    assert ways(VARIATIONS) == ways(AT_ONCE) | {"plain"}


def pictures_in(report: Path) -> list[str]:
    """The pictures a page holds, as it holds them."""
    return sorted(re.findall(r"data:image/[^\"')]+", render_report(load_report(report)).html))


def test_a_photo_is_known_by_its_content(tmp_path: Path) -> None:
    """A picture under another name is the same picture in the page; another picture under the same name is not."""
    one = pictures_in(write_report(tmp_path / "a"))
    assert one
    assert one == pictures_in(write_report(tmp_path / "b", photo="tên khác.png"))
    assert one != pictures_in(write_report(tmp_path / "c", colour="brown"))
