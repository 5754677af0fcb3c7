"""When the machine fails: a clear sentence each time, and what stood there before still stands."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from batch_units import commune, communes
from PIL import Image
from prose_kit import report_of

from antq_reports import render, render_report
from antq_reports.batch import render_many
from antq_reports.batch.run_manifest import NAME, file_digest
from antq_reports.batch.runner import LOCK
from antq_reports.errors import OutputError, PdfError, PhotoError, StyleError
from antq_reports.files import sweep_scraps, write_whole
from antq_reports.pdf import Resource

CAUSES = [(28, "đĩa đầy"), (30, "ổ đĩa chỉ cho đọc"), (122, "hết phần đĩa"), (5, "ổ đĩa có lỗi")]
HERE = Path(__file__).resolve().parent.parent / "kit"
REPORT = report_of(weapons={"firearms_surrendered": "526 súng"}, lead="Mở bài.")
FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from pathlib import Path
from antq_reports.files import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_whole(Path(sys.argv[1]), b"x" * 100_000)
except Exception as error:
    print(type(error).__name__, error)
"""
SLOW = """
import os, sys, time
from pathlib import Path
from antq_reports import files as output
def wait(_):
    print("writing", flush=True)
    time.sleep(60)
os.fsync = wait
output.write_whole(Path(sys.argv[1]), b"new")
"""
BATCH = """
import sys
sys.path.insert(0, sys.argv[1])
from batch_units import communes
from antq_reports.batch import render_many
from antq_reports.errors import OutputError
try:
    print(len(render_many(communes(4), sys.argv[2], jobs=1).rendered))
except OutputError as error:
    print(error)
"""


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A script in a Python of its own."""
    command = [sys.executable, "-c", script, *(str(argument) for argument in arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_file_the_system_cuts_short_is_no_file(tmp_path: Path) -> None:
    """A write that really ends in the middle, by the system's own limit."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with python(FULL, path) as run:
        said, _ = run.communicate(timeout=60)
    assert f"OutputError {path}: không ghi được tệp (tệp lớn quá mức hệ thống cho phép)" in said
    assert ([path], b"old") == (list(tmp_path.iterdir()), path.read_bytes())


def fail_with(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let every write end in an error of the system."""

    def fail(_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)


@pytest.mark.parametrize(("number", "words"), CAUSES)
def test_a_brief_that_cannot_be_written_leaves_the_old_one(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Disk full, read only, quota, broken."""
    path = tmp_path / "a.html"
    path.write_bytes(b"old")
    brief = render_report(REPORT)
    fail_with(monkeypatch, number)
    with pytest.raises(OutputError, match=f"không ghi được tệp .*{words}.* → kiểm tra"):
        brief.save(path)
    assert ([path], b"old") == (list(tmp_path.iterdir()), path.read_bytes())


def test_a_full_disk_costs_a_batch_no_old_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends in words; the briefs and the manifest of the run before are as they were."""
    render_many(communes(2), tmp_path, jobs=1)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with monkeypatch.context() as patch:
        fail_with(patch, 28)
        with pytest.raises(OutputError, match="manifest.json: không ghi được tệp .đĩa đầy"):
            render_many(communes(2), tmp_path, jobs=1, resume=False)
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_brief_that_has_no_room_is_told_and_the_old_one_stays(tmp_path: Path) -> None:
    """One file cannot be written: a folder stands in its place; the other is made."""
    first, second = render_many(communes(2), tmp_path / "names", jobs=1).rendered
    out = tmp_path / "out"
    (out / first.path.name).mkdir(parents=True)
    result = render_many(communes(2), out, jobs=1)
    assert [second.path.name] == [brief.path.name for brief in result.rendered]
    (failure,) = result.failed
    assert "không ghi được tệp (đã có thư mục cùng tên)" in failure.reason


@pytest.mark.parametrize("folder", ["/proc", "/proc/self"])
def test_a_folder_nobody_can_write_is_told(folder: str) -> None:
    """Even root cannot write there."""
    with pytest.raises(OutputError, match="không ghi được"):
        write_whole(Path(folder) / "a.pdf", b"x")
    with pytest.raises(OutputError, match="không ghi được vào thư mục này"):
        render_many(communes(1), folder, jobs=1)


def test_a_killed_write_leaves_the_old_file_and_a_scrap_that_is_swept(tmp_path: Path) -> None:
    """Nobody takes away what is still being written; what is left of a killed write goes."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with python(SLOW, path) as run:
        assert run.stdout is not None
        assert "writing\n" == run.stdout.readline()
        sweep_scraps(tmp_path)
        assert 1 == len(list(tmp_path.glob(".antq-*")))
        run.send_signal(signal.SIGKILL)
    assert (b"old", 1) == (path.read_bytes(), len(list(tmp_path.glob(".antq-*"))))
    sweep_scraps(tmp_path)
    assert [path] == list(tmp_path.iterdir())


def test_the_lock_of_a_batch_follows_no_link(tmp_path: Path) -> None:
    """A link in the folder of briefs would have it empty a file elsewhere."""
    mine = tmp_path / "mine.txt"
    mine.write_text("của tôi", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / LOCK).symlink_to(mine)
    with pytest.raises(OutputError, match="là liên kết tượng trưng"):
        render_many(communes(1), out, jobs=1)
    assert "của tôi" == mine.read_text(encoding="utf-8")


def test_two_runs_into_one_folder_lose_nothing(tmp_path: Path) -> None:
    """One makes the briefs, the other says that it is not alone (or finds all of them made)."""
    runs = [python(BATCH, HERE, tmp_path) for _ in range(2)]
    said = sorted(run.communicate(timeout=120)[0].strip() for run in runs)
    alone = f"{tmp_path}: một lần chạy khác đang ghi vào thư mục này → đợi lần chạy đó xong, hoặc chọn thư mục khác"
    assert said in (sorted(["4", alone]), ["0", "4"])
    units = json.loads((tmp_path / NAME).read_bytes())["units"]
    assert 4 == len(units) == len(list(tmp_path.glob("*.pdf")))
    assert all(file_digest(tmp_path / unit["file"]) == unit["output"] for unit in units)


def test_two_briefs_saved_to_one_name_at_once_leave_one_whole(tmp_path: Path) -> None:
    """The last one stands; a sweep between them hurts nobody."""
    path = tmp_path / "a.txt"
    with python(SLOW.replace("time.sleep(60)", "time.sleep(1)"), path) as run:
        assert run.stdout is not None
        run.stdout.readline()
        write_whole(path, b"mine")
        sweep_scraps(tmp_path)
        assert 0 == run.wait(30)
    assert ([path], b"new") == (list(tmp_path.iterdir()), path.read_bytes())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "tệp rỗng"),
        (b"GIF89a" + b"\0" * 50, "không phải ảnh JPEG, PNG hoặc WEBP"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "không phải ảnh JPEG, PNG hoặc WEBP"),
        (None, "không phải là một tệp"),
    ],
)
def test_a_broken_photo_stops_its_brief_in_words(content: bytes | None, reason: str, tmp_path: Path) -> None:
    """Empty, of another kind, cut short, a folder."""
    photo = tmp_path / "a.jpg"
    photo.mkdir() if content is None else photo.write_bytes(content)
    with pytest.raises(PhotoError, match=f"ảnh “a.jpg”: {reason} → hãy"):
        render_report(report_of(photos=[{"path": "a.jpg", "caption": "a", "alt": "a"}]), folder=tmp_path)


def test_a_photo_cut_in_the_middle_is_told_in_a_batch(tmp_path: Path) -> None:
    """The other units' briefs are made."""
    Image.effect_noise((200, 200), 50).save(tmp_path / "a.jpg")
    data = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(data[: len(data) // 2])
    bad = commune(0, photos=[{"path": "a.jpg", "caption": "a", "alt": "a"}])
    placed = bad.with_sources(type(bad.sources)(folder=tmp_path))
    result = render_many([placed, commune(1)], tmp_path / "out", jobs=1)
    (failure,) = result.failed
    assert (1, True) == (len(result.rendered), "thiếu dữ liệu" in failure.reason)


def test_a_missing_font_is_named_with_those_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that lost its fonts."""
    monkeypatch.setattr(render, "fonts_dir", lambda: tmp_path)
    render._load_stylesheet.cache_clear()
    try:
        with pytest.raises(StyleError, match="không có phông “source-serif-4/SourceSerif4-Regular.ttf”"):
            render_report(REPORT)
    finally:
        render._load_stylesheet.cache_clear()


@pytest.mark.allow_weasyprint_logs
@pytest.mark.parametrize("keep", [4, 100, 20_000])
def test_a_font_cut_short_is_an_error_in_words(keep: int) -> None:
    """A file that begins like a font and is none."""
    brief = render_report(REPORT)
    style = brief._style
    cut = {key: Resource(font.data[:keep], font.mime) for key, font in style.resources.items()}
    brief._style = type(style)(style.css, cut)
    with pytest.raises(PdfError, match="phông"):
        _ = brief.pdf


def test_a_stylesheet_without_fonts_is_an_error_in_words() -> None:
    """Pango would end the whole process."""
    brief = render_report(REPORT)
    brief._style = type(brief._style)("p { margin: 0 }")
    with pytest.raises(PdfError, match="không nạp được phông nào"):
        _ = brief.pdf


def test_a_temporary_folder_that_is_full_is_told_by_its_name(tmp_path: Path) -> None:
    """The engine keeps fonts there while it works."""
    script = (
        "import tempfile\n"
        "def full(*a, **k): raise OSError(28, 'No space left on device')\n"
        "tempfile.mkdtemp = full\n"
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from prose_kit import report_of\n"
        "from antq_reports import render_report\n"
        "try: render_report(report_of(lead='A.')).pdf\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    with python(script, HERE) as run:
        said, _ = run.communicate(timeout=60)
    assert said.startswith("OutputError")
    assert "đĩa đầy" in said
    assert "Pango" not in said
