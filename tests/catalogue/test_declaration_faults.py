"""Plain values out of a catalogue's tables: what is wrong is kept with its place and line, all of it told at once."""

from __future__ import annotations

from typing import Any

import pytest

from antq_reports.catalogue.declaration_faults import MAX_ITEMS, DeclarationReader, Place
from antq_reports.catalogue.text_fields import LINE_LIMIT
from antq_reports.errors import Fault, IntakeError, Refusal

HERE = Place(("fires", "count", "label"))


def reader(**lines: int) -> DeclarationReader:
    """Return a reader of a file whose keys stand at the lines given."""
    return DeclarationReader("catalogue.toml", {name.replace("__", "."): line for name, line in lines.items()})


def told(read: Any, raw: Any, *more: Any) -> tuple[Any, list[tuple[str, str]]]:
    """Return what a reader's method gave for a raw value, and the faults it kept."""
    made = reader()
    value = getattr(made, read)(HERE, raw, *more)
    assert {"fires.count.label"} >= {fault.path for fault in made.faults}
    return value, [(fault.message, fault.remedy) for fault in made.faults]


def test_a_place_is_the_keys_that_lead_there() -> None:
    """Joined as TOML joins them."""
    assert "fires.count.label" == str(Place(("fires",)) / "count" / "label") == str(HERE)
    assert "" == str(Place(()))


def test_faults_come_together_in_the_order_of_the_file() -> None:
    """Each with file, path and line; a key that is not written has the line of its table."""
    made = reader(fires=1, fires__count=5, teams__title=3)
    made.refuse(Place(("fires", "count")), "sai", "sửa")
    made.refuse(Place(("teams", "title")), "trùng", "đổi")
    with pytest.raises(IntakeError) as caught:
        made.finish()
    first = Fault("catalogue.toml", "teams.title", Refusal("trùng", "đổi"), 3)
    assert (first, Fault("catalogue.toml", "fires.count", Refusal("sai", "sửa"), 5)) == caught.value.faults


def test_no_fault_no_error() -> None:
    """A reader that kept none is done."""
    reader().finish()


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    """Or with the names there are."""
    made = reader()
    made.refuse_unknown(HERE, "không có", "polarty", ("label", "polarity"))
    made.refuse_unknown(HERE, "không có", "xyz", ("label", "polarity"))
    assert ["có phải “polarity”?", "các tên dùng được: label, polarity"] == [fault.remedy for fault in made.faults]


@pytest.mark.parametrize("key", ["Fires", "1a", "a-b", "cháy", "", "a b", "a" * 61, "_a", "a\n"])
def test_a_key_has_a_shape(key: str) -> None:
    """Lower case letters, digits and underscores, a letter first."""
    is_key, ((message, remedy),) = told("check_key", key, ())
    assert (False, True, True) == (is_key, "sai dạng" in message, "bắt đầu bằng chữ" in remedy)


def test_a_reserved_key_is_refused() -> None:
    """Another is taken."""
    assert (False, [("khóa “period” đã có nghĩa khác", "đặt khóa khác")]) == told("check_key", "period", ("period",))
    assert (True, []) == told("check_key", "a" * 60, ("period",))


def test_a_table_is_a_table() -> None:
    """What is none may be a misspelt key of the section."""
    assert (True, []) == told("check_table", {})
    message, remedy = "“label” phải là một bảng", 'viết label = { label = "…", unit = "…" }'
    assert (False, [(message, remedy)]) == told("check_table", 5)
    assert (False, [(message, f"có phải “labels”? nếu không, {remedy}")]) == told("check_table", "x", ("labels",))


def test_keys_that_mean_nothing_are_each_a_fault() -> None:
    """At their own place."""
    made = reader()
    made.check_names(Place(("a",)), {"lable": 1, "label": 2, "zzz": 3}, ("label",))
    assert [("a.lable", "có phải “label”?"), ("a.zzz", "các tên dùng được: label")] == [
        (fault.path, fault.remedy) for fault in made.faults
    ]


@pytest.mark.parametrize(
    ("raw", "text", "message"),
    [
        (None, "", None),
        (" vụ  cháy ", "vụ cháy", None),
        (5, "", "phải là chữ"),
        (["a"], "", "phải là chữ"),
        ("  ", "", "chữ để trống"),
        ("a\u202eb", "", "ký tự đổi chiều chữ"),
        ("a" * (LINE_LIMIT + 1), "", "dài"),
    ],
)
def test_a_text_is_cleaned_or_refused(raw: Any, text: str, message: str | None) -> None:
    """Without one there is nothing, unless it is needed."""
    value, faults = told("text", raw)
    assert (text, message is None) == (value, not faults)
    assert message is None or message in faults[0][0]


def test_a_needed_text_is_missed() -> None:
    """By its key."""
    made = reader()
    assert "" == made.text(HERE, None, needed=True)
    assert ["thiếu khóa “label”"] == [fault.message for fault in made.faults]


@pytest.mark.parametrize("raw", ["có 5 vụ", "năm ２０２６", "m²"])
def test_words_hold_no_digits(raw: str) -> None:
    """They would be figures the ledger does not know."""
    value, ((message, _),) = told("words", raw)
    assert ("", True) == (value, "có chữ số" in message)


@pytest.mark.parametrize(
    ("raw", "texts", "count"),
    [
        (["a", "b"], ("a", "b"), 0),
        ((), (), 0),
        ("a", (), 1),
        (5, (), 1),
        (["a", 5, ""], ("a",), 2),
        (["a"] * (MAX_ITEMS + 1), (), 1),
    ],
)
def test_a_list_of_texts(raw: Any, texts: tuple[str, ...], count: int) -> None:
    """Each item is a text of its own; the list is bounded."""
    value, faults = told("texts", raw)
    assert (texts, count) == (value, len(faults))


def test_tables_of_tables() -> None:
    """None where nothing stands."""
    assert ({}, []) == told("tables", None)
    assert ({"a": {}}, []) == told("tables", {"a": {}})
    assert ({}, 1) == (told("tables", 5)[0], len(told("tables", 5)[1]))


@pytest.mark.parametrize("raw", ["summ", 5, True, ["sum"]])
def test_a_choice_is_one_of_some_words(raw: Any) -> None:
    """Whatever else stands there is told, and the default goes on."""
    assert ("none", []) == told("choice", "none", ("sum", "none"), "sum")
    assert ("sum", []) == told("choice", None, ("sum", "none"), "sum")
    value, ((message, remedy),) = told("choice", raw, ("sum", "none"), "sum")
    assert ("sum", True, True) == (value, "không dùng được ở đây" in message, "sum" in remedy)


@pytest.mark.parametrize("raw", [0, 61, -1, "6", 6.0, True])
def test_a_whole_number_is_bounded(raw: Any) -> None:
    """From one to the most."""
    assert (60, []) == told("whole_number", 60, 6, 60)
    assert (6, []) == told("whole_number", None, 6, 60)
    assert (6, [("phải là số nguyên từ 1 đến 60", "viết như 6")]) == told("whole_number", raw, 6, 60)


@pytest.mark.parametrize("raw", [1, "true", []])
def test_a_flag_is_true_or_false(raw: Any) -> None:
    """Nothing is no."""
    assert [(True, []), (False, []), (False, [])] == [told("flag", each) for each in (True, False, None)]
    assert (False, 1) == (told("flag", raw)[0], len(told("flag", raw)[1]))


@pytest.mark.parametrize("name", ["Cháy", "a_b", "-a", "a" * 61, "../a", "a b"])
def test_a_subjects_name_is_plain(name: str) -> None:
    """It names a folder."""
    made = reader()
    assert "chua-chay-2" == made.subject_name(HERE, "chua-chay-2")
    assert [] == made.faults
    made.subject_name(HERE, name)
    assert ["sai dạng" in fault.message for fault in made.faults] == [True]


def test_what_a_fault_repeats_is_short() -> None:
    """A file's key may be of a megabyte."""
    made = reader()
    made.check_key(Place(("a" * 10_000,)), "a" * 10_000, ())
    made.refuse_unknown(HERE, "không có", "x" * 10_000, ("label",))
    assert all(len(str(fault)) < 600 for fault in made.faults)
