"""Papers are written when what they are made from has changed, and left alone otherwise."""

from __future__ import annotations

from pathlib import Path

from antq_reports.papers.paper_folder import RECORD, PaperFolder


def put(folder: Path, **papers: str) -> PaperFolder:
    """A run that writes these papers."""
    held = PaperFolder.open(folder)
    for name, text in papers.items():
        held.put(f"{name}.txt", text, lambda said=text: said.encode())  # type: ignore[misc]  # binds the loop's value
    held.close()
    return held


def names(paths: list[Path]) -> list[str]:
    """Their names."""
    return [path.name for path in paths]


def test_an_unchanged_paper_is_not_written_again(tmp_path: Path) -> None:
    """Nor is the record; a changed one is."""
    put(tmp_path, a="1", b="1")
    stamps = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    again = put(tmp_path, a="1", b="1")
    assert ([], ["a.txt", "b.txt"]) == (names(again.written), names(again.kept))
    assert stamps == {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert ["b.txt"] == names(put(tmp_path, a="1", b="2").written)


def test_a_paper_that_somebody_touched_is_made_again(tmp_path: Path) -> None:
    """Changed or deleted."""
    put(tmp_path, a="1", b="1")
    (tmp_path / "a.txt").write_text("khác", encoding="utf-8")
    (tmp_path / "b.txt").unlink()
    assert ["a.txt", "b.txt"] == names(put(tmp_path, a="1", b="1").written)


def test_a_paper_that_nobody_needs_goes_unless_somebody_changed_it(tmp_path: Path) -> None:
    """A letter to a unit that mended its form."""
    put(tmp_path, a="1", b="1", c="1")
    (tmp_path / "b.txt").write_text("của tôi", encoding="utf-8")
    put(tmp_path, a="1")
    assert {"a.txt", "b.txt", RECORD} == {path.name for path in tmp_path.iterdir()}


def test_a_record_that_leads_elsewhere_is_none(tmp_path: Path) -> None:
    """It was anybody's to edit: no file outside the folder is deleted."""
    outside = tmp_path / "ngoai.txt"
    outside.write_text("1", encoding="utf-8")
    folder = tmp_path / "out"
    put(folder, a="1")
    (folder / RECORD).write_text(
        '{"../ngoai.txt": ["x", "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"]}'
    )
    put(folder, a="1")
    assert outside.exists()
    (folder / RECORD).write_text("{")
    assert ["a.txt"] == names(put(folder, a="1").written)
