"""The commands about a province: check, workbook, rollup, batch; exit codes, messages, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from held import held

from antq_reports import load_report
from antq_reports.cli import app
from antq_reports.errors import IntakeError

COMMUNE = """
[place]
name = "{name}"
level = "xã"
code = "{code}"
[period]
label = "năm 2026"
start = 2026-01-01
end = 2026-12-31
[tips]
public_tips = {tips}
valuable_tips = {valuable}
"""


def run(*arguments: str | Path) -> Result:
    """The command with its arguments."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """Two communes' reports that add up."""
    folder = tmp_path / "nop-ve"
    folder.mkdir()
    for code, name, tips in (("24823", "Tân Hà", 40), ("24824", "Tân Hạ", 60)):
        text = COMMUNE.format(name=name, code=code, tips=tips, valuable=tips // 2)
        (folder / f"{code}.toml").write_text(text, encoding="utf-8")
    return folder


def test_check_passes_what_adds_up(forms: Path) -> None:
    """Nothing wrong: exit 0, and it says so."""
    result = run("check", forms)
    assert (0, True) == (result.exit_code, "không thấy gì bất thường" in result.stderr)


def test_check_says_all_is_well_where_all_is(forms: Path) -> None:
    """And only where nothing at all was told."""
    assert run("check", forms).stderr.splitlines()[-1].endswith("không thấy gì bất thường")
    (forms / "hong.toml").write_text("[place", encoding="utf-8")
    last = run("check", forms).stderr.splitlines()[-1]
    assert "đọc được 2 báo cáo, 1 tệp hỏng" == last
    assert "đọc được 0 báo cáo, 1 tệp hỏng" == run("check", forms / "hong.toml").stderr.splitlines()[-1]


def test_check_shows_an_error_and_exits_with_one(forms: Path) -> None:
    """A part above its total is an error of its unit."""
    (forms / "24823.toml").write_text(
        COMMUNE.format(name="Tân Hà", code="24823", tips=10, valuable=12), encoding="utf-8"
    )
    result = run("check", forms)
    assert 1 == result.exit_code
    assert "xã Tân Hà" in result.stdout


def test_check_gives_json(forms: Path) -> None:
    """Faults and findings for a program, on standard output alone."""
    (forms / "hong.toml").write_text("[place", encoding="utf-8")
    (forms / "24823.toml").write_text(
        COMMUNE.format(name="Tân Hà", code="24823", tips=10, valuable=12), encoding="utf-8"
    )
    told = json.loads(run("check", forms, "--json").stdout)
    assert ["subtotal-above-total"] == [finding["code"] for finding in told["findings"]]
    assert ["hong.toml"] == [Path(fault["file"]).name for fault in told["faults"]]


def test_workbook_writes_a_form_that_says_when_it_is_not_filled_in(tmp_path: Path) -> None:
    """A form as it goes out holds no figure: sent back so, it is told from a file that is no form."""
    target = tmp_path / "tan-ha.xlsx"
    result = run("workbook", "-o", target, "--unit", "Xã Tân Hà", "--code", "24823", "--period", "2026")
    assert (0, f"{target}\n") == (result.exit_code, result.stdout)
    with pytest.raises(IntakeError, match="chưa điền số liệu nào của kỳ này"):
        load_report(target)


def test_rollup_adds_the_communes_up(forms: Path, tmp_path: Path) -> None:
    """The province's report is a file that every other command reads."""
    target = tmp_path / "tinh.json"
    result = run("rollup", forms, "-o", target, "--place", "Lâm Đồng")
    assert 0 == result.exit_code
    assert 100 == getattr(held(load_report(target), "tips.public_tips"), "value", None)


def test_rollup_asks_which_province(forms: Path, tmp_path: Path) -> None:
    """Without a report of its own or a name it is wrong usage."""
    result = run("rollup", forms, "-o", tmp_path / "tinh.json")
    assert (2, True) == (result.exit_code, "--own hoặc --place" in result.stderr)


@pytest.mark.usefixtures("lent_processes")
def test_batch_makes_every_brief_and_next_time_none(forms: Path, tmp_path: Path) -> None:
    """Two communes, the province and all in one file; a second run leaves them as they are."""
    out = tmp_path / "out"
    first = run("batch", forms, "-o", out, "--place", "Lâm Đồng", "--jobs", "1")
    assert (0, 4) == (first.exit_code, len(list(out.glob("*.pdf"))))
    assert "Giấy tờ: " in first.stderr
    assert "3 bản dựng mới" in first.stderr
    assert "0 bản dựng mới, 3 bản giữ nguyên" in run("batch", forms, "-o", out, "--place", "Lâm Đồng").stderr


@pytest.mark.usefixtures("lent_processes")
def test_batch_goes_on_past_a_broken_form(forms: Path, tmp_path: Path) -> None:
    """The broken one is named, the others are printed, with one file of all, the exit code tells."""
    (forms / "hong.toml").write_text("[place", encoding="utf-8")
    result = run("batch", forms, "-o", tmp_path / "out", "--jobs", "1")
    assert (1, 3) == (result.exit_code, len(list((tmp_path / "out").glob("*.pdf"))))
    assert "hong.toml" in result.stderr


@pytest.mark.parametrize("command", ["check", "workbook", "rollup", "batch"])
def test_each_command_helps_with_an_example(command: str) -> None:
    """Vietnamese help, with a line to copy."""
    assert f"antq-reports {command}" in run(command, "--help").stdout.split("Ví dụ:")[1]


@pytest.mark.usefixtures("lent_processes")
def test_batch_writes_further_formats_and_a_log(forms: Path, tmp_path: Path) -> None:
    """Each beside its PDF; they are not made again, and the log goes on; an unknown format is wrong usage."""
    out, log = tmp_path / "out", tmp_path / "chay.log"
    asked = ("batch", forms, "-o", out, "--place", "Lâm Đồng", "--jobs", "1", "--format", "html,txt", "--log", log)
    assert 0 == run(*asked).exit_code
    assert [3, 3] == [len(set(out.glob(f"*.{ending}")) - {out / "index.html"}) for ending in ("html", "txt")]
    page = next(path for path in out.glob("*.html") if path.name != "index.html")
    page.unlink()
    assert "1 bản dựng mới, 2 bản giữ nguyên" in run(*asked).stderr
    assert page.is_file()
    lines = log.read_text(encoding="utf-8").splitlines()
    assert (2, 2) == (sum("Bản tin: " in line for line in lines), sum("Giấy tờ: " in line for line in lines))
    assert all(line[:4].isdigit() for line in lines)
    assert 2 == run("batch", forms, "-o", out, "--format", "docx").exit_code


@pytest.mark.parametrize(("name", "notes"), [("lam-dong-2024", 2), ("quang-nam-2024", 3)])
def test_the_examples_have_no_fault_and_their_own_units_are_noted(name: str, notes: int) -> None:
    """Printed as their authors wrote them: "311.598 người" where the catalogue counts "lượt người"."""
    result = run("check", Path(__file__).parent.parent.parent / "examples" / f"{name}.toml")
    lines = result.stdout.splitlines()
    assert (0, notes) == (result.exit_code, len(lines))
    assert all(line.startswith("Lưu ý: ") and "danh mục tính bằng" in line for line in lines)
