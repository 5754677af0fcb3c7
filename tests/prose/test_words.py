"""The words of a subject: read over one another, printable, without digits, every fault told."""

from __future__ import annotations

from pathlib import Path

import pytest
from own_subject import EXTENSION, FIRE, FIRE_PROSE, write_subject

from antq_reports import render_report
from antq_reports.bundled import Report
from antq_reports.catalogue import bundled_catalogue, find_catalogue
from antq_reports.catalogue.text_fields import LINE_LIMIT
from antq_reports.errors import IntakeError, TemplateError
from antq_reports.prose import prose_library, read_templates
from antq_reports.prose.words import MAX_WORDS, Words, read_words
from antq_reports.report import report_class_of

TITLE = "Phong trào Ba không"
HEAD = {"place": {"name": "Hà Tĩnh"}, "period": "năm 2026"}


def read(*texts: str) -> Words:
    """Return the words of texts laid over one another."""
    return read_words([(f"{number}.toml", text) for number, text in enumerate(texts)], TITLE)


def told(*texts: str) -> list[tuple[str, int | None, str, str]]:
    """Return file, line, path and message of every fault."""
    with pytest.raises(IntakeError) as caught:
        read(*texts)
    assert all(fault.remedy for fault in caught.value.faults)
    return [(fault.file, fault.line, fault.path, fault.message) for fault in caught.value.faults]


def test_a_subject_without_words_is_called_by_its_title() -> None:
    """As it stands within a sentence."""
    assert Words((("movement", "phong trào Ba không"),)) == read() == read("")


def test_words_are_read_over_one_another() -> None:
    """The later text wins, word by word; abbreviations too."""
    one = 'movement = "cuộc vận động"\nhead = "trưởng ban"\n[abbreviations]\nANTT = "an ninh"\nPCCC = "chữa cháy"\n'
    other = 'head = "chủ tịch"\n[abbreviations]\nANTT = "an ninh, trật tự"\n'
    found = read(one, other)
    assert {"movement": "cuộc vận động", "head": "chủ tịch"} == dict(found.texts)
    assert {"ANTT": "an ninh, trật tự", "PCCC": "chữa cháy"} == dict(found.abbreviations)


def test_words_are_hashable_and_cleaned() -> None:
    """A value like any other, whatever blanks were typed."""
    assert read('head = " trưởng  ban "') == read('head = "trưởng ban"')
    assert 1 == len({read('head = " trưởng  ban "'), read('head = "trưởng ban"')})


def test_every_fault_is_told_with_its_file_and_line() -> None:
    """Of every text at once."""
    assert [
        ("0.toml", 1, "Head", "khóa sai dạng"),
        ("1.toml", 1, "head", "phải là chữ"),
        ("1.toml", 2, "year", "có chữ số"),
        ("1.toml", 4, "abbreviations.A", "phải là chữ"),
    ] == told('Head = "a"', 'head = 5\nyear = "năm 2026"\n[abbreviations]\nA = ["b"]')


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ('head = "a\\u202eb"', "head", "ký tự đổi chiều chữ"),
        ('head = "a\\U000f0000"', "head", "ký tự"),
        (f'head = "{"a" * (LINE_LIMIT + 1)}"', "head", "dài"),
        ('head2 = "a"', "head2", "có chữ số"),
        ('"trưởng ban" = "a"', "trưởng ban", "khóa sai dạng"),
        ('abbreviations = "a"', "abbreviations", "phải là một bảng"),
        ('[abbreviations]\nANTT = "1.234 vụ"', "abbreviations.ANTT", "có chữ số"),
        ('[abbreviations]\nA1 = "an ninh"', "abbreviations.A1", "có chữ số"),
        ('[head]\na = "b"', "head", "phải là chữ"),
        ("head = ", "", "sai cú pháp"),
    ],
)
def test_what_cannot_be_printed_is_refused(text: str, path: str, message: str) -> None:
    """Words hold no digits, which the ledger would not know, and nothing that hides."""
    ((_, _, where, fact),) = told(text)
    assert path == where
    assert message in fact


def test_words_are_bounded() -> None:
    """Nobody needs as many."""
    letters = [f"{first}{second}" for first in "abcdefghijklmnopqrst" for second in "abcdefghijk"]
    text = "".join(f'{word} = "x"\n' for word in letters)
    assert f"quá {MAX_WORDS} từ ngữ" in told(text)[-1][3]
    assert MAX_WORDS == len(read("".join(text.splitlines(keepends=True)[: MAX_WORDS - 1])).texts)


def test_the_bundled_words_are_the_subjects() -> None:
    """The movement by its name within a sentence; two abbreviations."""
    words = prose_library(read_templates(), bundled_catalogue()).words
    assert {"movement": "phong trào Toàn dân bảo vệ an ninh Tổ quốc"} == dict(words.texts)
    assert {"TDBVANTQ", "ANTT"} == set(dict(words.abbreviations))


def test_an_extension_takes_the_words_of_what_it_extends(tmp_path: Path) -> None:
    """And its own over them."""
    folder = write_subject(tmp_path, EXTENSION)
    (folder / "words.toml").write_text('[abbreviations]\nBVR = "bảo vệ rừng"\n', encoding="utf-8")
    words = prose_library(read_templates(folder), find_catalogue("lam-dong-bao-ve-antq", folder)).words
    assert {"TDBVANTQ", "ANTT", "BVR"} == set(dict(words.abbreviations))
    bundled = prose_library(read_templates(folder), bundled_catalogue()).words
    assert {"TDBVANTQ", "ANTT"} == set(dict(bundled.abbreviations))


def test_a_template_prints_a_word_by_its_key(tmp_path: Path) -> None:
    """Of the subject's own words."""
    folder = write_subject(tmp_path, FIRE, FIRE_PROSE)
    report = report_class_of(folder).model_validate(HEAD)
    assert "phong trào Toàn dân phòng cháy, chữa cháy lan rộng" in render_report(report, templates=folder).text
    (folder / "words.toml").write_text('movement = "phong trào ‘<b>Bốn tại chỗ</b>’"', encoding="utf-8")
    brief = render_report(report, templates=folder)
    assert "phong trào ‘<b>Bốn tại chỗ</b>’ lan rộng" in brief.text
    assert "<b>Bốn" not in brief.html


def test_a_word_nobody_gave_is_a_fault_of_the_template(tmp_path: Path) -> None:
    """By its name."""
    folder = write_subject(tmp_path, FIRE, {**FIRE_PROSE, "lead.j2": "{% sentence %}{{ words.head }}{% endsentence %}"})
    with pytest.raises(TemplateError, match="head"):
        render_report(report_class_of(folder).model_validate(HEAD), templates=folder)


def test_a_users_abbreviation_is_written_out_once_and_short_after(tmp_path: Path) -> None:
    """In the bundled subject's own wording."""
    (tmp_path / "prose" / "sections").mkdir(parents=True)
    sentence = '{% sentence %}nói về {{ "BVR"|abbr }}{% endsentence %}'
    (tmp_path / "prose" / "sections" / "weapons.j2").write_text(sentence * 2, encoding="utf-8")
    (tmp_path / "words.toml").write_text('[abbreviations]\nBVR = "bảo vệ rừng"\n', encoding="utf-8")
    text = render_report(Report.model_validate(HEAD), templates=tmp_path).text
    assert "Nói về bảo vệ rừng" in text
    assert "Nói về BVR." in text


def test_words_kept_together_are_a_list() -> None:
    """Of texts without digits; anything else is told."""
    assert ("dân phố", "an ninh") == read_words([("words.toml", 'together = ["dân phố", "an ninh"]')], "A").together
    with pytest.raises(IntakeError, match="phải là một danh sách"):
        read_words([("words.toml", 'together = "dân phố"')], "A")
    with pytest.raises(IntakeError, match="có chữ số"):
        read_words([("words.toml", 'together = ["tổ 3"]')], "A")
