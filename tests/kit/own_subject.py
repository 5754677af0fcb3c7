"""A subject of one's own in a folder: thirteen lines of catalogue, four templates; and the bundled one extended."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from antq_reports.catalogue import Catalogue
from antq_reports.catalogue.subject import read_catalogue_text
from antq_reports.errors import Fault, IntakeError

FIRE = """name = "phong-chay-chua-chay"
title = "Phong trào Toàn dân phòng cháy, chữa cháy"
[fires]
title = "Cháy, nổ"
checks = ["deaths > 0 implies count > 0"]
count = { label = "vụ cháy", unit = "vụ", polarity = "less", zero = "không xảy ra vụ cháy nào" }
deaths = { label = "người chết vì cháy", unit = "người", polarity = "less" }
damage = { label = "thiệt hại do cháy", unit = "đồng", takes = "amount", polarity = "less" }
[teams]
title = "Lực lượng tại chỗ"
teams = { label = "đội chữa cháy cơ sở", unit = "đội", polarity = "more" }
alarms = { label = "hộ có thiết bị báo cháy", unit = "hộ", takes = ["part_of_whole", "countable"], polarity = "more" }
drills = { group = true, label = "buổi diễn tập", hint = "ghi nơi diễn tập", example = "5 buổi ở chợ" }
"""
FIRE_PROSE = {
    "frames.toml": (
        '[year-end]\nheadline = "headline.j2"\nlead = "lead.j2"\nstrip = ["fires.count", "teams.teams"]\n'
        '[["year-end".parts]]\nfiles = ["sections/fires.j2", "sections/teams.j2"]\n'
    ),
    "headline.j2": '{% sentence stop="" %}{{ place.name }} giữ an toàn cháy, nổ{% endsentence %}',
    "lead.j2": "{% sentence %}Trong {{ period|period }}, {{ words.movement }} lan rộng{% endsentence %}",
    "sections/fires.j2": (
        "{% sentence %}Toàn {{ place.level }} xảy ra {% list %}"
        "{% clause %}{{ fires.count|figure }} cháy{% endclause %}"
        "{% clause %}{{ fires.deaths|figure }} chết{% endclause %}{% endlist %}{% endsentence %}\n"
        "{% sentence %}Thiệt hại {{ fires.damage|figure }}{% endsentence %}\n"
        '{% with section = fires %}{% include "rest.j2" %}{% endwith %}'
    ),
    "sections/teams.j2": (
        "{% sentence %}Cơ sở có {{ teams.teams|figure }} chữa cháy{% endsentence %}\n"
        '{% with section = teams %}{% include "rest.j2" %}{% endwith %}'
    ),
}
EXTENSION = """extends = "toan-dan-bao-ve-antq"
name = "lam-dong-bao-ve-antq"
title = "Phong trào Toàn dân bảo vệ an ninh Tổ quốc ở Lâm Đồng"
[weapons]
homemade_guns = { label = "súng tự chế", unit = "khẩu súng tự chế" }
[tips]
hotline_calls = { label = "cuộc gọi đến đường dây nóng", unit = "cuộc gọi", polarity = "more" }
[forests]
title = "Bảo vệ rừng"
after = "weapons"
patrols = { label = "buổi tuần tra rừng", unit = "buổi", polarity = "more" }
forest_fires = { label = "vụ cháy rừng", unit = "vụ", polarity = "less", zero = "không xảy ra vụ cháy rừng nào" }
protected_area = { label = "diện tích rừng được bảo vệ", unit = "ha rừng", takes = "measure", polarity = "more" }
"""
"""Five metrics more, three of them in a section of their own."""


def write_subject(folder: Path, text: str, prose: dict[str, str] | None = None) -> Path:
    """A folder of the user's own with a catalogue and wording."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.toml").write_text(text, encoding="utf-8")
    for name, template in (prose or {}).items():
        file = folder / "prose" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(template, encoding="utf-8")
    return folder


def catalogue_of(text: str) -> Catalogue:
    """The catalogue a text declares."""
    return read_catalogue_text(text, "catalogue.toml")


@contextmanager
def another_process() -> Iterator[Callable[..., Any]]:
    """A process that was spawned, and knows nothing of this one: call a function of a module in it."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield lambda function, *values: pool.submit(function, *values).result(timeout=120)


def faults_of(text: str) -> tuple[Fault, ...]:
    """Return the faults of a catalogue."""
    with pytest.raises(IntakeError) as caught:
        catalogue_of(text)
    assert {"catalogue.toml"} == {fault.file for fault in caught.value.faults}
    assert all(fault.remedy for fault in caught.value.faults)
    return caught.value.faults


def told(text: str) -> list[tuple[int | None, str]]:
    """Return line and path of every fault."""
    return [(fault.line, fault.path) for fault in faults_of(text)]
