"""Files to reports: TOML and JSON alike, every fault with its line, of the subject they name."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from faulty_files import Write, faults_in, only_fault, writer
from held import held
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.catalogue import find_catalogue
from antq_reports.errors import Fault, IntakeError
from antq_reports.figures import Count
from antq_reports.intake.toml_json import MAX_FILE_BYTES
from antq_reports.load import load_report, load_reports
from antq_reports.report.report_file import load_report_file, parse_report

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.toml"))
SMALL = 'period = "năm 2024"\nplace.name = "Lâm Đồng"\n'
EXAMPLE = json.dumps(tomllib.loads(EXAMPLES[-1].read_text(encoding="utf-8")), default=str)
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["5", "5%", "1/2"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "value", "label", "figure", "unit", "first", "amount"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)
ENGLISH = re.compile(r"\b(?:[Ii]nput|should|valid|[Uu]nable|permitted|instance|function)\b")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Make files of a text in a folder of the test."""
    return writer(tmp_path)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_toml_and_json_give_equal_reports(example: Path, write: Write) -> None:
    """The same values in the other notation are the same report."""
    raw = tomllib.loads(example.read_text(encoding="utf-8"))
    assert load_report(example) == load_report(write("a.json", json.dumps(raw, default=str)))


@pytest.mark.parametrize("name", ["a.toml", "A.TOML"])
def test_byte_order_mark_is_accepted(name: str, write: Write) -> None:
    """Notepad writes one; it is no part of the text. Suffixes may be capitals."""
    assert load_report(write("b.toml", SMALL)) == load_report(write(name, b"\xef\xbb\xbf" + SMALL.encode()))


def test_byte_order_mark_in_json_is_accepted(write: Write) -> None:
    """The same for JSON."""
    report = load_report(write("a.json", b"\xef\xbb\xbf" + b'{"period": "x", "place": {"name": "A"}}'))
    assert "A" == report.place.name


def test_all_faults_come_at_once_with_their_lines(write: Write) -> None:
    """Five different faults in one file are five faults, each at its line."""
    text = """period = "năm 2024"
date = 20241231

[place]
name = "Lâm Đồng"
level = "bang"

[weapons]
firearms_surrendered = 1.584
firearms_surenderd = 3

[[photos]]
path = "a.png"
caption = "A"
alt = ""
"""
    found = {(fault.line, fault.path) for fault in faults_in(write("a.toml", text))}
    expected = {
        (2, "date"),
        (6, "place.level"),
        (9, "weapons.firearms_surrendered"),
        (10, "weapons.firearms_surenderd"),
        (15, "photos[0].alt"),
    }
    assert expected == found


def test_missing_key_has_the_line_of_its_table(write: Write) -> None:
    """What is not written is looked for where it belongs."""
    fault = only_fault(write("a.toml", SMALL + '[[photos]]\npath = "a.png"\nalt = "a"\n'))
    assert (3, "photos[0].caption") == (fault.line, fault.path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.toml", "", "tệp trống"),
        ("empty.json", "", "tệp trống"),
        ("blank.toml", "\n \n", "tệp trống"),
        ("binary.toml", bytes(range(256)), "không phải UTF-8"),
        ("zeros.toml", bytes(100), "sai cú pháp"),
        ("zeros.json", bytes(100), "sai cú pháp"),
        ("latin.toml", 'kicker = "Quá"'.encode("latin-1"), "không phải UTF-8"),
        ("wide.json", '{"period": "x"}'.encode("utf-16"), "không phải UTF-8"),
        ("huge.json", b" " * (MAX_FILE_BYTES + 1), "lớn hơn 5 MB"),
        ("a.yaml", "period: x", "đuôi “.yaml”"),
        ("noname", "period: x", "đuôi “”"),
        ("list.json", "[]", "phải là một bảng"),
        ("text.json", '"x"', "phải là một bảng"),
        ("doubled.json", '{"place": {"name": "A", "name": "B"}}', "khóa “name” viết hai lần"),
        ("nan.json", '{"x": NaN}', "“NaN” không phải số"),
        ("infinity.json", '{"x": -Infinity}', "“-Infinity” không phải số"),
        ("deep.json", "[" * 100_000, "lồng nhau quá sâu"),
        ("deep.toml", "x = " + "[" * 100_000, "lồng nhau quá sâu"),
        ("digits.json", '{"x": ' + "9" * 5000 + "}", "số quá lớn hoặc quá dài"),
        ("digits.toml", "x = " + "9" * 5000, "số quá lớn hoặc quá dài"),
        ("power.toml", "x = 1e" + "9" * 30, "số quá lớn hoặc quá dài"),
        ("power.json", '{"x": 1e' + "9" * 30 + "}", "số quá lớn hoặc quá dài"),
        ("half.json", '{"place": {"name": "Lâm \\ud800"}}', "ký tự hỏng sau “{"),
        ("syntax.toml", 'period = "x', "TOML sai cú pháp"),
        ("syntax.json", '{"period": }', "JSON sai cú pháp"),
    ],
)
def test_file_that_cannot_be_read_is_one_clear_fault(
    name: str, content: str | bytes, message: str, write: Write
) -> None:
    """Whatever the bytes are, the answer is one fault that says what is wrong and what to do."""
    assert message in only_fault(write(name, content)).message


@pytest.mark.parametrize("value", ["1e999", "inf", "nan", "-inf", "1e-999"])
def test_numbers_beyond_a_figure_are_faulted_at_their_key(value: str, write: Write) -> None:
    """A number that TOML takes and a brief does not has its line."""
    fault = only_fault(write("a.toml", f"{SMALL}\n[weapons]\nexplosives_kg = {value}\n"))
    assert 5 == fault.line
    assert fault.path.startswith("weapons.explosives_kg")


def test_json_number_beyond_a_figure_is_a_fault(write: Write) -> None:
    """1e999 is no infinity: it is too large."""
    text = '{"period": "x", "place": {"name": "A"}, "weapons": {"detonators": 1e999}}'
    assert "quá lớn" in only_fault(write("a.json", text)).message


def test_missing_file_names_its_neighbours(write: Write) -> None:
    """A misspelt name is answered with what the folder holds."""
    path = write("lam-dong.toml", SMALL).with_name("lam-dog.toml")
    fault = only_fault(path)
    assert "không có tệp này" == fault.message
    assert "lam-dong.toml" in fault.remedy


def test_missing_folder_is_a_fault(tmp_path: Path) -> None:
    """Nothing to suggest: check the path."""
    assert "kiểm tra đường dẫn" == only_fault(tmp_path / "none" / "a.toml").remedy


def test_folder_is_no_file(tmp_path: Path) -> None:
    """A folder, even one named like a file, is refused."""
    folder = tmp_path / "a.toml"
    folder.mkdir()
    assert "không phải là một tệp" == only_fault(folder).message


def test_pipe_is_no_file(tmp_path: Path) -> None:
    """A pipe nobody writes to would be waited for without end."""
    pipe = tmp_path / "a.toml"
    os.mkfifo(pipe)
    assert "không phải là một tệp" == only_fault(pipe).message


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (Path("a\0b.toml"), "đường dẫn có ký tự hệ thống không nhận"),
        (Path("a" * 5000 + ".toml"), "tên quá dài"),
        (Path("a" * 5000) / "b.toml", "tên quá dài"),
        (EXAMPLES[0] / "a.toml", "một phần của đường dẫn là tệp"),
    ],
)
def test_impossible_path_is_a_fault(path: Path, reason: str) -> None:
    """A path no system takes is a fault like any other, and says why."""
    assert f"không đọc được tệp ({reason})" == only_fault(path).message


def test_many_keys_are_read_quickly(write: Write) -> None:
    """Doubled keys are found in one pass, however many keys there are."""
    keys = ", ".join(f'"k{number}": 1' for number in range(200_000))
    assert "viết hai lần" in only_fault(write("a.json", f'{{{keys}, "k7": 1}}')).message


def test_sources_say_file_folder_and_line(write: Write) -> None:
    """Each figure knows the line it was read from; the report knows its folder."""
    path = write("a.toml", SMALL + "[weapons]\ndetonators = 5\n")
    report = load_report(path)
    assert Count(value=5, unit="kíp nổ") == held(report, "weapons.detonators")
    assert "a.toml, dòng 4: weapons.detonators" == report.sources.place_of("weapons.detonators")
    assert (path.name, path.parent) == (report.sources.file, report.sources.folder)


def test_path_may_be_text(write: Write) -> None:
    """A path as text is a path."""
    assert "Lâm Đồng" == load_report(str(write("a.toml", SMALL))).place.name


def test_several_files_fail_together(write: Write) -> None:
    """The faults of all files come in one error; good files alone come back in order."""
    good, other = write("a.toml", SMALL), write("b.toml", SMALL.replace("Lâm Đồng", "Quảng Nam"))
    bad: list[Any] = [write("c.toml", "period = 5\n"), write("d.json", "")]
    assert ["Lâm Đồng", "Quảng Nam"] == [report.place.name for report in load_reports([good, other])]
    with pytest.raises(IntakeError) as caught:
        load_reports([good, *bad])
    assert {str(path) for path in bad} == {fault.file for fault in caught.value.faults}


def places_in(value: Any) -> list[tuple[Any, Any]]:
    """Return every container of a value with each of its keys."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [(value, key) for key in keys] + [place for key in keys for place in places_in(value[key])]


def faults_or_none(path: Path) -> tuple[Fault, ...]:
    """Return a file's faults; none when it is a report."""
    try:
        load_report(path)
    except IntakeError as error:
        return error.faults
    return ()


@given(data=st.data())
def test_anything_anywhere_is_a_report_or_faults(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever stands wherever in a file, reading it gives a report, or Vietnamese faults with remedies."""
    raw = json.loads(EXAMPLE)
    container, key = data.draw(st.sampled_from(range(len(places_in(raw)))).map(places_in(raw).__getitem__))
    container[key] = data.draw(JUNK)
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    faults = faults_or_none(path)
    assert all(fault.remedy for fault in faults)
    assert not ENGLISH.search("".join(fault.message for fault in faults))


# --- subjects ---------------------------------------------------------------------------------------------

OWN = """name = "chua-chay"
title = "Phòng cháy, chữa cháy"
[fires]
title = "Cháy"
count = { label = "vụ cháy", unit = "vụ" }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder of the user's own with a subject in it."""
    folder = tmp_path / "mau"
    folder.mkdir()
    (folder / "catalogue.toml").write_text(OWN, encoding="utf-8")
    return folder


def test_a_report_is_of_the_subject_it_names(write: Write, own: Path) -> None:
    """Of the folder's where it names that, of the default one where it names none."""
    named = load_report_file(write("a.toml", SMALL + 'subject = "chua-chay"\n[fires]\ncount = 5\n'), templates=own)
    assert ("chua-chay", Count(value=5, unit="vụ")) == (named.subject, held(named, "fires.count"))
    plain = load_report_file(write("b.toml", SMALL), templates=own)
    assert ("toan-dan-bao-ve-antq", find_catalogue()) == (plain.subject, plain.catalogue)


def test_a_subject_nobody_has_is_one_fault(write: Write, own: Path) -> None:
    """With the subjects there are, and where to look for one's own."""
    path = write("a.toml", SMALL + 'subject = "chua-chay"\n')
    fault = only_fault(path)
    assert ("subject", "không có chủ đề “chua-chay”") == (fault.path, fault.message)
    assert "các chủ đề: toan-dan-bao-ve-antq; chủ đề riêng thì chỉ thư mục của nó: --templates" in fault.remedy
    with pytest.raises(IntakeError, match="các chủ đề: toan-dan-bao-ve-antq, chua-chay; đã tìm cả trong thư mục "):
        load_report_file(write("b.toml", SMALL + 'subject = "khac"\n'), templates=own)


def test_a_subject_is_a_text(write: Write) -> None:
    """Nothing else can name one."""
    fault = only_fault(write("a.toml", SMALL + "subject = 5\n"))
    assert ("subject", "phải là chữ") == (fault.path, fault.message)


def test_a_known_catalogue_is_not_looked_for(write: Write, own: Path) -> None:
    """What a brief carries wins; a text that names another subject is no report of it."""
    catalogue = find_catalogue("chua-chay", own)
    text = SMALL + 'subject = "chua-chay"\n[fires]\ncount = 5\n'
    assert catalogue == parse_report(Path("a.toml"), text, catalogue=catalogue).catalogue
    with pytest.raises(IntakeError, match="“toan-dan-bao-ve-antq” không dùng được ở đây"):
        parse_report(Path("a.toml"), SMALL + 'subject = "toan-dan-bao-ve-antq"\n', catalogue=catalogue)


def test_a_misspelt_key_is_told_with_the_subjects_own(write: Write, own: Path) -> None:
    """Near misses come from the catalogue of the subject."""
    path = write("a.toml", SMALL + 'subject = "chua-chay"\n[fires]\ncuont = 5\n')
    with pytest.raises(IntakeError) as caught:
        load_report_file(path, templates=own)
    (fault,) = caught.value.faults
    assert (5, "fires.cuont", "có phải “count”?") == (fault.line, fault.path, fault.remedy)


def test_captions_name_the_subjects_own_metrics(write: Write, own: Path) -> None:
    """Not those of the bundled one."""
    photo = '[[photos]]\npath = "a.png"\ncaption = "Có {%s}"\nalt = "a"\n'
    text = SMALL + 'subject = "chua-chay"\n' + photo
    assert load_report_file(write("a.toml", text % "fires.count"), templates=own).photos
    with pytest.raises(IntakeError, match="không có chỉ tiêu “weapons.detonators”"):
        load_report_file(write("b.toml", text % "weapons.detonators"), templates=own)


def test_a_photos_place_is_a_fault_with_its_line(write: Write) -> None:
    """The report checks it against its catalogue, after everything else; the line is that of the key."""
    text = SMALL + '[[photos]]\npath = "a.png"\ncaption = "A"\nalt = "a"\nafter = "weapon"\n'
    fault = only_fault(write("a.toml", text))
    assert (7, "photos[0].after", "có phải “weapons”?") == (fault.line, fault.path, fault.remedy)
