"""The words of a subject: ``words.toml``. Its name, terms abbreviated after first use, words that no headline breaks.

A template prints a word by its key, ``{{ words.movement }}``. Words hold no digits: they would be figures the ledger
does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from antq_reports.catalogue.metric_path import KEY
from antq_reports.catalogue.text_fields import LINE_LIMIT
from antq_reports.errors import Fault, IntakeError, Refusal, TextError
from antq_reports.intake import located, toml_table
from antq_reports.vietnamese import clean_text, lower_first

ABBREVIATIONS = "abbreviations"
MOVEMENT = "movement"
TOGETHER = "together"
MAX_WORDS = 200


@dataclass(frozen=True, slots=True)
class Words:
    """Words by key, and abbreviations by short form; hashable."""

    texts: tuple[tuple[str, str], ...]
    abbreviations: tuple[tuple[str, str], ...] = ()
    together: tuple[str, ...] = ()
    """Words of several syllables that stand on one line of a headline: "dân phố"."""


def read_words(files: Iterable[tuple[str, str]], title: str) -> Words:
    """The words of a subject called `title`, from texts of ``words.toml`` by name, later ones over earlier ones.

    Raises `IntakeError` with every fault.

    >>> read_words([("words.toml", 'movement = "phong trào"')], "Phong trào Ba không").texts
    (('movement', 'phong trào'),)
    """
    texts = {MOVEMENT: lower_first(title)}
    abbreviations: dict[str, str] = {}
    together: dict[str, None] = {}
    faults: list[Fault] = []
    for name, text in files:
        values, lines = toml_table(text, name)
        reader = _WordsReader(name)
        table, bound = values.pop(ABBREVIATIONS, {}), values.pop(TOGETHER, [])
        if isinstance(bound, list):
            together |= dict.fromkeys(reader.word(f"{TOGETHER}[{place}]", "", word) for place, word in enumerate(bound))
        else:
            reader.refuse(TOGETHER, "phải là một danh sách", 'viết together = ["dân phố", "an ninh"]')
        texts |= {key: reader.word(key, key, value) for key, value in values.items() if reader.is_key(key)}
        if isinstance(table, Mapping):
            abbreviations |= {key: reader.word(f"{ABBREVIATIONS}.{key}", key, value) for key, value in table.items()}
        else:
            reader.refuse(ABBREVIATIONS, "phải là một bảng", 'viết [abbreviations] rồi ANTT = "…"')
        if len(values) + len(table) + len(together) > MAX_WORDS:
            reader.refuse("", f"quá {MAX_WORDS} từ ngữ", "bớt đi")
        faults += located(reader.faults, lines)
    if faults:
        raise IntakeError(tuple(faults))
    return Words(tuple(texts.items()), tuple(abbreviations.items()), tuple(together))


@dataclass(slots=True)
class _WordsReader:
    """Takes the words of one file, each fault of them kept."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, path: str, reason: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, path, Refusal(reason, remedy)))

    def is_key(self, key: str) -> bool:
        if re.fullmatch(KEY, key, re.ASCII):
            return True
        self.refuse(key, "khóa sai dạng", "viết chữ thường không dấu và dấu gạch dưới")
        return False

    def word(self, path: str, key: str, value: object) -> str:
        """A word that can be printed; empty where it cannot."""
        if not isinstance(value, str):
            self.refuse(path, "phải là chữ", "đặt nội dung trong ngoặc kép")
            return ""
        if any(char.isdigit() for char in key + value):
            self.refuse(path, "có chữ số", "viết bằng chữ, hoặc đưa số vào báo cáo")
        try:
            return clean_text(value, max_length=LINE_LIMIT)
        except TextError as error:
            self.faults.append(Fault(self.file, path, error.refusal))
            return ""
