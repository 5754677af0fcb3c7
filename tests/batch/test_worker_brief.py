"""One task to one outcome: what goes wrong is a sentence, and a lack of memory is nothing else."""

from __future__ import annotations

import errno
import tempfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from batch_units import STYLE, commune

from antq_reports.batch import worker_brief
from antq_reports.batch.input_digest import setting_digest
from antq_reports.batch.worker_brief import OTHER_SETTING, make, ran_out_of_memory
from antq_reports.batch.worker_task import Outcome, Task
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import Refusal as Why
from antq_reports.errors import WordingError


def task(**more: Any) -> Task:
    """A brief that can be made."""
    setting = setting_digest(STYLE, None, bundled_catalogue())
    return replace(Task(unit="xã", report=commune(0), style=STYLE, setting=setting), **more)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What renders were asked for; none is made."""
    found: list[dict[str, Any]] = []

    def render(report: object, **more: Any) -> SimpleNamespace:
        found.append({"report": report, **more})
        return SimpleNamespace(pdf=b"%PDF", problems=("thiếu chữ",))

    monkeypatch.setattr(worker_brief, "render_report", render)
    return found


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let every render fail."""

    def render(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(worker_brief, "render_report", render)


def test_another_programme_than_the_senders_is_refused(asked: list[dict[str, Any]]) -> None:
    """A worker of another version would make other bytes; it makes none."""
    assert (Outcome(reason=OTHER_SETTING), []) == (make(task(setting="another")), asked)
    assert "máy thợ có phiên bản chương trình, thư viện, mẫu hoặc phông khác với máy chính" in OTHER_SETTING


def test_a_fault_of_the_data_is_told_as_render_report_tells_it() -> None:
    """A photo that is no photo."""
    report = commune(0, photos=[{"path": "a.png", "caption": "Ảnh", "alt": "Ảnh"}])
    outcome = make(task(report=report, photos=(("a.png", b"no photo"),)))
    assert (None, True) == (outcome.pdf, outcome.reason.startswith("ảnh “a.png”: không phải ảnh"))


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (WordingError(Why("câu trống", "viết câu")), "câu trống; viết câu"),
        (ValueError("x"), "lỗi ngoài dự kiến [ValueError: x] → báo cho người phát triển"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            f"không ghi được tệp tạm (đĩa đầy) → kiểm tra chỗ trống của thư mục tạm ({tempfile.gettempdir()})",
        ),
    ],
    ids=["ours", "anything", "the system"],
)
def test_what_goes_wrong_is_a_sentence(error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With who has to do what."""
    failing(monkeypatch, error)
    assert Outcome(reason=reason) == make(task())


@pytest.mark.parametrize("error", [MemoryError(), WordingError(Why("câu trống")), ValueError("x")])
def test_a_lack_of_memory_is_raised_whatever_it_looks_like(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process cannot be trusted any more."""
    if not isinstance(error, MemoryError):
        error.__cause__ = MemoryError()
    failing(monkeypatch, error)
    with pytest.raises(MemoryError):
        make(task())


def test_a_lack_of_memory_is_seen_under_other_errors() -> None:
    """Templates turn whatever happens in them into an error of their own; a ring of causes has an end."""
    template, middle, ring = ValueError("template"), ValueError("middle"), ValueError("ring")
    template.__cause__, middle.__context__, ring.__cause__ = middle, MemoryError(), ring
    assert [True, False, False, False] == [*map(ran_out_of_memory, (template, ValueError(), ring, None))]


def test_a_render_is_asked_for_what_the_task_says(asked: list[dict[str, Any]]) -> None:
    """Last year's report only where there is one: without it nothing is said of a comparison."""
    last = commune(0, year=2025)
    outcome = make(task(strict=False, photos=(("a.png", b"1"),), previous=last))
    make(task())
    assert Outcome(pdf=b"%PDF", problems=("thiếu chữ",)) == outcome
    assert {
        "report": commune(0),
        "style": STYLE,
        "templates": None,
        "photos": {"a.png": b"1"},
        "strict": False,
        "accepted": (),
        "internal": False,
        "previous": last,
    } == asked[0]
    assert "previous" not in asked[1]


def test_the_users_templates_are_a_folder_written_once(
    asked: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the folders in them; other texts are another folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(worker_brief, "setting_digest", lambda *_: "s")
    for text in ("một", "một", "hai"):
        make(task(setting="s", templates=(("prose/sections/weapons.j2", text.encode()),)))
    folders = [each["templates"] for each in asked]
    assert (True, 2) == (folders[0] == folders[1], len(set(folders)))
    assert "một" == (folders[0] / "prose" / "sections" / "weapons.j2").read_text(encoding="utf-8")
