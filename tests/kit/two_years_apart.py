"""Two years of an invented province whose units merged, split, were renamed, came late: and what is true of them.

The truth is added up here from the figures made here; nothing asks the library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

METRICS = {
    "tips.public_tips": "tin",
    "weapons.firearms_surrendered": "khẩu súng",
    "communication.outreach_sessions": "buổi",
    "welfare.gifts": "suất quà",
    "models.security_cameras": "mắt camera",
}
CASES = (
    *("same", "same", "same", "merged", "merged keeping a code", "split", "renamed", "new code"),
    *("late this year", "late last year", "half a year", "another unit"),
)
WHOLE = ("same", "renamed", "late this year", "late last year", "half a year", "another unit")
"""Cases in which the area stays as it was."""
NAMES = ("An", "Bình", "Cường", "Dương", "Giang", "Hòa", "Khánh", "Lộc", "Minh", "Nghĩa", "Phong", "Quang", "Sơn")
Figures = dict[str, int]


@dataclass(slots=True)
class Unit:
    """One unit of one year."""

    code: str
    name: str
    figures: Figures
    parts: tuple[str, ...] = ()
    period: str = "2025"
    odd: tuple[str, ...] = ()
    """Metrics stated in another unit than the catalogue's: printed as written, and in no sum."""


@dataclass(slots=True)
class Years:
    """The units of both years, the areas that can be compared, and who is on the list."""

    now: list[Unit] = field(default_factory=list)
    last: list[Unit] = field(default_factory=list)
    areas: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    missing: list[Unit] = field(default_factory=list)

    def compared(self, metric: str) -> tuple[int, int, bool] | None:
        """Both sums that may be compared, and whether they are the totals; None where nothing may be."""
        new = {unit.code: unit.figures[metric] for unit in self.now if metric in unit.figures}
        old = {unit.code: unit.figures[metric] for unit in self.last if _counts(unit) and metric in unit.figures}
        whole = [(ours, theirs) for ours, theirs in self.areas if ours <= new.keys() and theirs <= old.keys()]
        ours = {code for area, _ in whole for code in area}
        theirs = {code for _, area in whole for code in area}
        if not ours:
            return None
        is_all = ours == new.keys() and theirs == old.keys()
        return sum(new[code] for code in ours), sum(old[code] for code in theirs), is_all

    def total(self, metric: str) -> int:
        """This year's total."""
        return sum(unit.figures.get(metric, 0) for unit in self.now)


def _counts(unit: Unit) -> bool:
    return unit.period == "2025"


def make_years(seed: int) -> Years:
    """A province in which every case happens, in any order, with gaps in the figures."""
    rng = Random(seed)
    years = Years()
    cases = list(CASES)
    rng.shuffle(cases)
    for number, case in enumerate(cases):
        _happen(case, years, rng, 10_000 + 10 * number, NAMES[number])
    return years


def _happen(case: str, years: Years, rng: Random, first: int, name: str) -> None:
    codes = [f"{first + place}" for place in range(3)]
    areas = {
        "merged": ([codes[2]], codes[:2]),
        "merged keeping a code": ([codes[0]], codes[:2]),
        "split": (codes[:2], [codes[0]]),
        "new code": ([codes[1]], [codes[0]]),
    }
    new, old = areas.get(case, ([codes[0]], [codes[0]]))
    parts = tuple(old) if case not in WHOLE else ()
    scale = len(old) / len(new)
    lasts = [Unit(code, f"{name} {code[-1]}", _figures(rng, 1.0)) for code in old]
    nows = [Unit(code, f"{name} {code[-1]}", _figures(rng, scale), parts) for code in new]
    if case == "renamed":
        nows[0].name = f"Tân {name}"
    if case == "half a year":
        lasts[0].period = "6 tháng đầu năm 2025"
    if case == "another unit":
        metric = rng.choice(list(METRICS))
        unit = rng.choice([lasts[0], nows[0]])
        unit.figures.pop(metric, None)
        unit.odd = (metric,)
    if case == "late this year":
        years.missing += nows
        nows = []
    if case == "late last year":
        lasts = []
    years.now += nows
    years.last += lasts
    if nows and lasts and case != "half a year":
        years.areas.append((frozenset(new), frozenset(old)))


def _figures(rng: Random, scale: float) -> Figures:
    """Figures of a unit; now and then one was not given, and one metric is new or gone."""
    return {path: round(scale * rng.randint(40, 90)) for path in METRICS if rng.random() > 0.04}


def write_years(folder: Path, years: Years) -> list[str]:
    """Reports, list and last year's reports; the arguments that name them."""
    for name, units, year in (("nay", years.now, "2026"), ("truoc", years.last, "")):
        (folder / name).mkdir()
        for unit in units:
            lines = [f'place = {{ name = "{unit.name}", level = "xã", code = "{unit.code}" }}']
            lines.append(f'period = "{f"năm {year}" if year else unit.period}"')
            lines += [f'"{path}" = "{value} {METRICS[path]}"' for path, value in unit.figures.items()]
            lines += [f'"{path}" = "77 hộp"' for path in unit.odd]
            (folder / name / f"{unit.code}.toml").write_text("\n".join(lines), encoding="utf-8")
    rows = [f"{unit.code};Xã {unit.name};{', '.join(unit.parts)}" for unit in (*years.now, *years.missing)]
    (folder / "don-vi.csv").write_text("\n".join(["mã;tên;gộp từ", *rows]) + "\n", encoding="utf-8")
    known = ["--units", str(folder / "don-vi.csv"), "--place", "Nghệ An"]
    return [str(folder / "nay"), *known, "--previous", str(folder / "truoc")]
