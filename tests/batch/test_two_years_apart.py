"""Year on year: whatever became of the units, each change that is printed is the one that is true.

Old, new and change that stand together agree, in every sentence and in every row of the table.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from command_line import run
from sampling import is_soak
from two_years_apart import METRICS, Years, make_years, write_years

from antq_reports import RenderedReport, load_report, render_report
from antq_reports.batch import ProvinceInputs, read_province
from antq_reports.comparison import compare
from antq_reports.report import Place, unit_key

NUMBER = r"(\d{1,3}(?:\.\d{3})*)"
SEEDS = range(1, 40 if is_soak() else 4)


def number(text: str) -> int:
    """A whole number as it is printed."""
    return int(text.replace(".", ""))


def percent(new: int, old: int) -> str:
    """A change in percent as it is printed."""
    share = (Decimal(new - old) / old * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{share:+f}".rstrip("0").rstrip(".").replace(".", ",")


@pytest.fixture(scope="module", params=SEEDS)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Years, RenderedReport]:
    """A province and its brief, by the real commands' way."""
    folder = tmp_path_factory.mktemp("nam")
    years = make_years(request.param)
    source, *rest = write_years(folder, years)
    out = folder / "tinh.json"
    run("rollup", source, "-o", str(out), *rest)
    previous = load_report(Path(f"{out.with_suffix('')}-ky-truoc.json"))
    return years, render_report(load_report(out), previous=previous)


def test_every_printed_change_is_the_true_one(printed: tuple[Years, RenderedReport]) -> None:
    """What was subtracted from what, of every metric; what cannot be compared has no change.

    A change of all units stands in the table at least; of fewer units, those that say something are told.
    """
    years, brief = printed
    for metric in METRICS:
        told = [entry for entry in brief.figures if entry.metric == f"{metric}.change" and entry.formula]
        pairs = {tuple(map(number, (entry.formula or "").split(" - "))) for entry in told}
        expected = years.compared(metric)
        wanted = {expected[:2]} if expected is not None else set()
        says = expected is not None and (expected[2] or abs(expected[0] - expected[1]) * 20 >= expected[1])
        assert wanted == pairs or (not says and not pairs), metric


def test_a_total_bears_no_change_of_fewer_units(printed: tuple[Years, RenderedReport]) -> None:
    """Such a change is told with both of its own sums, and the table's row leaves last year empty."""
    years, brief = printed
    text = " ".join(brief.text.replace("\u00a0", " ").split())
    rows = {cells[0]: cells for line in brief.text.splitlines() if len(cells := line.split("\t")) > 1}
    for metric in METRICS:
        expected = years.compared(metric)
        label = next(entry.label for entry in brief.figures if entry.metric == metric)
        title = f"{label[:1].upper()}{label[1:]}"
        row = next(cells for name, cells in rows.items() if name == title or name.endswith(f" {title}"))
        assert f"{years.total(metric):,}".replace(",", ".") == row[1].replace("\u00a0", " ").split(" ")[0]
        if expected is None or not expected[2]:
            assert not any(cell.strip() for cell in row[3:]), metric
        is_told = any(entry.metric == f"{metric}.change" for entry in brief.figures)
        if is_told and expected is not None and not expected[2] and expected[0] != expected[1]:
            new, old = (f"{value:,}".replace(",", ".") for value in expected[:2])
            assert re.search(rf"từ {old} (?:lên|xuống) {new}\b", text), metric


def test_old_new_and_change_agree_wherever_they_stand_together(printed: tuple[Years, RenderedReport]) -> None:
    """In sentences ("giảm từ 655 xuống 621") and in rows of the table."""
    _, brief = printed
    text = " ".join(brief.text.replace("\u00a0", " ").split())
    told = list(re.finditer(rf"(tăng|giảm) từ {NUMBER} (lên|xuống) {NUMBER}", text))
    for match in told:
        old, new = number(match[2]), number(match[4])
        assert (match[1], match[3]) == (("tăng", "lên") if new > old else ("giảm", "xuống")), match[0]
    compared = 0
    for line in brief.text.replace("\u00a0", " ").splitlines():
        cells = line.split("\t")
        if len(cells) > 4 and re.fullmatch(NUMBER, cells[1]) and (last := re.match(NUMBER, cells[3])):
            compared += 1
            new, old = number(cells[1]), number(last[1])
            assert f"{abs(new - old):,}".replace(",", ".") in cells[4] or (new == old and "không" in cells[4]), line
            if found := re.search(r"([+-][\d,]+)%", cells[4]):
                assert percent(new, old) == found[1], line
    assert told or compared


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_is_compared_with_the_whole_of_its_area(seed: int, tmp_path: Path) -> None:
    """A metric that one of its parts did not give last year is not compared."""
    years = make_years(seed)
    source, *_ = write_years(tmp_path, years)
    inputs = ProvinceInputs(
        source=Path(source), units=tmp_path / "don-vi.csv", previous=(tmp_path / "truoc",), place=Place(name="Nghệ An")
    )
    read = read_province(inputs)
    old = {unit.code: unit.figures for unit in years.last}
    expected: dict[tuple[str, str], tuple[int, int]] = {}
    for ours, theirs in years.areas:
        for unit in (each for each in years.now if ours == {each.code}):
            for metric, new in unit.figures.items():
                if all(metric in old[code] for code in theirs):
                    expected[unit.code, metric] = new, sum(old[code][metric] for code in theirs)
    found = {}
    for report in read.gathered.reports:
        before = read.previous.get(unit_key(report.place))
        for path, moved in (compare(report, before).movements if before is not None else {}).items():
            found[unit_key(report.place), path] = int(moved.new.value), int(moved.old.value)
    assert expected == found
