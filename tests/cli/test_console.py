"""How the command line speaks, and the folder it writes to."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pytest

from antq_reports.cli.console import complain, make_folder, plain, printable, progress_bar, say, speak_vietnamese
from antq_reports.errors import AntqReportsWarning, OutputError


def test_a_message_goes_to_standard_error_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Results alone go to standard output; where nobody watches there is no colour."""
    say("Chú ý", "yellow", "một")
    complain("hai")
    assert ("", "Chú ý: một\nLỗi: hai\n") == capsys.readouterr()


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    """File names come from strangers; lines and columns stay."""
    assert "a\ufffd[31mb\n\tVũ khí\ufffd" == printable("a\x1b[31mb\n\tVũ khí\u202e")
    assert "[bold]a\ufffd" == str(plain("[bold]a\x07"))


def test_a_folder_is_made_with_those_above_it_and_swept(tmp_path: Path) -> None:
    """What a killed run left half written goes, what else lies there stays."""
    make_folder(tmp_path / "x" / "y")
    for name in (".antq-abcd1234", "a.pdf"):
        (tmp_path / "x" / "y" / name).touch()
    make_folder(tmp_path / "x" / "y")
    assert ["a.pdf"] == [path.name for path in (tmp_path / "x" / "y").iterdir()]


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    """Under a file, or where one stands."""
    (tmp_path / "a").touch()
    for name, reason in (
        ("a/b", "một phần của đường dẫn là tệp"),
        ("a", "đã có tệp cùng tên"),
    ):
        with pytest.raises(OutputError) as caught:
            make_folder(tmp_path / name)
        assert f"{tmp_path / name}: không tạo được thư mục ({reason}) → chọn thư mục khác" == str(caught.value)


@pytest.mark.parametrize(("total", "is_watched", "is_shown"), [(1, True, False), (5, False, False), (5, True, True)])
def test_a_bar_is_shown_for_long_work_that_somebody_watches(
    total: int, is_watched: bool, is_shown: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error; silent for a single thing and in a pipe."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_watched)
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar("Dựng bản tin", total) as advance:
        advance(1, total)
    told = capsys.readouterr()
    assert ("", is_shown) == (told.out, "Dựng bản tin" in told.err)


def test_a_warning_of_ours_is_a_message_and_another_is_pythons(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told each time it comes."""
    others: list[str] = []
    with warnings.catch_warnings():
        monkeypatch.setenv("LANGUAGE", "en")
        warnings.showwarning = lambda message, *_, **__: others.append(str(message))
        speak_vietnamese()
        warnings.simplefilter("always", UserWarning, append=True)
        for _ in range(2):
            warnings.warn("ô C7", AntqReportsWarning, stacklevel=1)
        warnings.showwarning(UserWarning("khác"), UserWarning, "a.py", 1)
    assert ("Cảnh báo: ô C7\n" * 2, ["khác"]) == (capsys.readouterr().err, others)
