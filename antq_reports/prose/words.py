"""The words of a subject: ``words.toml``. What the movement is called, and terms that are abbreviated after first use.

A template prints a word by its key, ``{{ words.movement }}``. Words hold no digits: they would be figures the ledger
does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antq_reports.catalogue.metric_path import KEY
from antq_reports.catalogue.text_fields import LINE_LIMIT
from antq_reports.errors import Fault, IntakeError, TextError
from antq_reports.intake import read_toml
from antq_reports.intake.lines import line_of
from antq_reports.vietnamese import clean_text

ABBREVIATIONS = "abbreviations"
MOVEMENT = "movement"
MAX_WORDS = 200


@dataclass(frozen=True, slots=True)
class Words:
    """Words by key, and abbreviations by short form; hashable, since compiled wording is kept by them."""

    texts: tuple[tuple[str, str], ...]
    abbreviations: tuple[tuple[str, str], ...] = ()


def read_words(files: Iterable[tuple[str, str]], title: str) -> Words:
    """The words of a subject called `title`, from texts of ``words.toml`` by name, later ones over earlier ones.

    Raises `IntakeError` with every fault.

    >>> read_words([("words.toml", 'movement = "phong trào"')], "Phong trào Ba không").texts
    (('movement', 'phong trào'),)
    """
    texts = {MOVEMENT: title[:1].lower() + title[1:]}
    abbreviations: dict[str, str] = {}
    faults: list[Fault] = []
    for name, text in files:
        values, lines = read_toml(text, name)
        table = values.pop(ABBREVIATIONS, {})
        for key, value in values.items():
            texts[key] = _checked(faults, name, key, key, value, lines, is_key=True)
        if not isinstance(table, Mapping):
            faults.append(Fault(name, ABBREVIATIONS, "phải là một bảng", 'viết [abbreviations] rồi ANTT = "…"'))
            continue
        for short, value in table.items():
            path = f"{ABBREVIATIONS}.{short}"
            abbreviations[short] = _checked(faults, name, path, short, value, lines, is_key=False)
    if len(texts) + len(abbreviations) > MAX_WORDS:
        faults.append(Fault(WORDS, "", f"quá {MAX_WORDS} từ ngữ", "bớt đi"))
    if faults:
        raise IntakeError(tuple(sorted(faults, key=lambda fault: fault.line or 0)))
    return Words(tuple(texts.items()), tuple(abbreviations.items()))


WORDS = "words.toml"


def _checked(
    faults: list[Fault], file: str, path: str, key: str, value: object, lines: Mapping[str, int], *, is_key: bool
) -> str:
    """A word that can be printed; what is wrong with it is kept."""
    line = line_of(path, dict(lines))
    if is_key and not re.fullmatch(KEY, key, re.ASCII):
        faults.append(Fault(file, path, "khóa sai dạng", "viết chữ thường không dấu và dấu gạch dưới", line))
    if not isinstance(value, str):
        faults.append(Fault(file, path, "phải là chữ", "đặt nội dung trong ngoặc kép", line))
        return ""
    if any(char.isdigit() for char in key + value):
        faults.append(Fault(file, path, "có chữ số", "viết bằng chữ, hoặc đưa số vào báo cáo", line))
    try:
        return clean_text(value, max_length=LINE_LIMIT)
    except TextError as error:
        faults.append(Fault(file, path, error.reason, error.remedy, line))
        return ""
