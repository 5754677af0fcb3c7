"""The texts that take figures in braces: every one is listed, with the path of the file."""

from __future__ import annotations

from pathlib import Path

from antq_reports import load_report
from antq_reports.report import OwnText, own_texts

BRIEF = Path(__file__).resolve().parent.parent / "data" / "briefs" / "own-words.toml"
TEXT = OwnText(path="lead", text="Có {5 xã} và {tips.public_tips}, {6 thôn}", place="đoạn mở")


def test_every_own_text_is_listed() -> None:
    """One of each kind stands in the brief of the goldens."""
    paths = {own.path for own in own_texts(load_report(BRIEF))}
    wanted = {
        *("headline", "lead", "highlights[0]", "subheads.weapons", "tips.opening", "tips.closing", "tips.quote.text"),
        *("tips.paragraphs[0].text", "tips.paragraphs[1].text", "weapons.qualifiers.firearms_surrendered"),
        *("extra[0].sentence", "deeds[0].what", "outlook.tasks[0]", "outlook.proposals[1]", "rewards.quote.text"),
    }
    assert set() == wanted - paths


def test_captions_and_visits_are_among_them(examples_dir: Path) -> None:
    """A caption has a stand-in, what was said at a visit has none."""
    texts = {own.path: own for own in own_texts(load_report(examples_dir / "quang-nam-2024.toml"))}
    assert (True, False) == (texts["photos[2].caption"].has_stand_in, texts["visit.requests[0]"].has_stand_in)


def test_typed_figures_have_a_path_below_the_text_and_say_where_they_stand() -> None:
    """Numbered in their own order; a named figure has its own path."""
    typed = list(TEXT.typed())
    assert ["lead.typed[0]", "lead.typed[1]"] == [each.path for each in typed]
    assert {"số ghi ở đoạn mở"} == {each.label for each in typed}
    assert [5, 6] == [each.figure.raw for each in typed]
