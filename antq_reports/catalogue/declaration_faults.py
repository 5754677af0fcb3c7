"""Taking plain values out of a catalogue's tables, each fault of them kept with its place and line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from antq_reports.catalogue.metric_path import KEY
from antq_reports.catalogue.text_fields import LINE_LIMIT
from antq_reports.errors import Fault, IntakeError, Refusal, TextError
from antq_reports.intake.toml_values import located
from antq_reports.vietnamese import clean_text

SUBJECT_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}", re.ASCII)
MAX_ITEMS = 200
_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the tables: the keys that lead there."""

    keys: tuple[str, ...]

    def __truediv__(self, key: str) -> Place:
        return Place((*self.keys, key))

    def __str__(self) -> str:
        return ".".join(self.keys)


@dataclass(slots=True)
class DeclarationReader:
    """Reads values of one catalogue. What is wrong is kept, and something harmless is given instead."""

    file: str
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line numbers by table path, where the tables were read from a text."""
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, place: Place, message: str, remedy: str) -> None:
        """Keep a fault."""
        self._keep(place, Refusal(message, remedy))

    def _keep(self, place: Place, refusal: Refusal) -> None:
        self.faults.append(Fault(self.file, str(place)[:200], refusal))

    def refuse_unknown(self, place: Place, message: str, name: str, known: Sequence[str]) -> None:
        """Keep a fault of a name that is not known, with the nearest that is."""
        self._keep(place, Refusal.of_unknown(message, name, known, f"các tên dùng được: {', '.join(known[:40])}"))

    def finish(self) -> None:
        """Raise `IntakeError` with all faults, in the order of the file; nothing where there is none."""
        if self.faults:
            raise IntakeError(located(self.faults, self.lines))

    def check_key(self, place: Place, key: str, reserved: Iterable[str]) -> bool:
        """Whether a key can be a section's, a metric's or a column's."""
        if not re.fullmatch(KEY, key, re.ASCII):
            self.refuse(
                place,
                f"khóa “{key[:60]}” sai dạng",
                "viết chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ",
            )
        elif key in set(reserved):
            self.refuse(place, f"khóa “{key}” đã có nghĩa khác", "đặt khóa khác")
        else:
            return True
        return False

    def check_table(self, place: Place, value: Any, known: Iterable[str] = ()) -> bool:
        """Whether a value is a table; ``known`` are the keys beside it that are none."""
        if isinstance(value, Mapping):
            return True
        key = place.keys[-1] if place.keys else ""
        near = difflib.get_close_matches(key, known, n=1)
        meant = f"có phải “{near[0]}”? nếu không, " if near else ""
        self.refuse(place, f"“{key[:60]}” phải là một bảng", f'{meant}viết {key[:60]} = {{ label = "…", unit = "…" }}')
        return False

    def check_names(self, place: Place, table: Mapping[str, Any], known: Sequence[str]) -> None:
        """Keep a fault for every key of a table that means nothing."""
        for name in table:
            if name not in known:
                self.refuse_unknown(place / name, f"không có khóa “{name[:60]}”", name, known)

    def text(self, place: Place, raw: Any, *, needed: bool = False) -> str:
        """One line of text; empty where there is none."""
        if raw is None:
            if needed:
                self.refuse(place, f"thiếu khóa “{place.keys[-1]}”", "thêm khóa này")
            return ""
        if not isinstance(raw, str):
            self.refuse(place, "phải là chữ", "đặt nội dung trong ngoặc kép")
            return ""
        try:
            cleaned = clean_text(raw, max_length=LINE_LIMIT)
        except TextError as error:
            self.refuse(place, error.reason, error.remedy)
            return ""
        if not cleaned:
            self.refuse(place, "chữ để trống", "bỏ hẳn khóa này hoặc viết nội dung")
        return cleaned

    def words(self, place: Place, raw: Any) -> str:
        """A text that stands in a sentence: without digits, which the ledger would not know."""
        text = self.text(place, raw)
        if any(char.isdigit() for char in text):
            self.refuse(place, f"“{text[:60]}” có chữ số", "viết bằng chữ")
            return ""
        return text

    def texts(self, place: Place, raw: Any) -> tuple[str, ...]:
        """A list of texts."""
        if not isinstance(raw, list | tuple) or len(raw) > MAX_ITEMS:
            self.refuse(place, f"phải là danh sách chữ, tối đa {MAX_ITEMS} mục", "đặt các mục trong [ ]")
            return ()
        return tuple(text for item in raw if (text := self.text(place, item)))

    def tables(self, place: Place, raw: Any) -> Mapping[str, Any]:
        """A table of tables; empty where there is none."""
        if raw is None:
            return {}
        return cast(Mapping[str, Any], raw) if self.check_table(place, raw) else {}

    def choice(self, place: Place, raw: Any, allowed: tuple[_Choice, ...], default: _Choice) -> _Choice:
        """One of some words."""
        if raw is None:
            return default
        found = next((word for word in allowed if word == raw), None)
        if found is None:
            self.refuse_unknown(place, f"“{str(raw)[:40]}” không dùng được ở đây", str(raw), allowed)
        return found or default

    def flag(self, place: Place, raw: Any) -> bool:
        """Yes or no; no where nothing stands."""
        if raw is not None and not isinstance(raw, bool):
            self.refuse(place, "phải là true hoặc false", "viết true hoặc false, không có ngoặc kép")
        return raw is True

    def whole_number(self, place: Place, raw: Any, default: int, most: int, *, least: int = 1) -> int:
        """A whole number from `least` to `most`."""
        if raw is None:
            return default
        if type(raw) is not int or not least <= raw <= most:
            self.refuse(place, f"phải là số nguyên từ {least} đến {most}", f"viết như {default}")
            return default
        return raw

    def subject_name(self, place: Place, raw: Any) -> str:
        """The name of a subject."""
        text = self.text(place, raw, needed=True)
        if text and not SUBJECT_NAME.fullmatch(text):
            self.refuse(
                place,
                f"tên chủ đề “{text[:60]}” sai dạng",
                "viết chữ thường không dấu, chữ số, dấu nối: phong-chay-chua-chay",
            )
        return text
